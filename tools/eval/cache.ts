/**
 * Pages parsed once: reading 3,500 saved pages and making 1,600 more of them takes minutes, and an evaluation needs
 * their outlines alone. Kept in .cache/eval until a file of the corpus or of the code that reads it changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ITEM_UNIT, Outline } from '../../lib/outline/outline.ts';
import { ROOT } from '../browsers/builds.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { Augmented } from '../train/augment.ts';

/** What parsing yields. */
export interface Parsed {
  readonly pages: readonly CorpusPage[];
  readonly augmented: readonly Augmented[];
}

const FOLDER = join(ROOT, '.cache/eval');
/** What of a corpus parsing depends on. */
const CORPUS_PARTS = ['clean', 'infected', 'more', 'terms', 'titles'];
/** Code and lists that parsing depends on. */
const CODE = [
  'lib/outline',
  'lib/text',
  'lib/dom.ts',
  'tools/corpus',
  'tools/sight',
  'tools/evasion',
  'tools/train/augment.ts',
  'tools/train/examples.ts',
  'tools/train/lists.ts',
  'assets/lexicon',
];

/** The parsed corpus: read from the cache where that holds it, else made by `parse` and kept. */
export function cachedParse(folder: string, parse: () => Parsed): Parsed {
  const file = join(FOLDER, `${keyOf(folder)}.bin`);
  if (existsSync(file)) return unpacked(deserialize(readFileSync(file)) as Parsed);
  const parsed = parse();
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
  const { pages, augmented } = parsed;
  const packed = {
    pages: pages.map(packedPage),
    augmented: augmented.map((one) => ({ ...one, page: packedPage(one.page) })),
  };
  writeFileSync(file, serialize(packed));
  return parsed;
}

function keyOf(folder: string): string {
  const hash = createHash('sha256');
  for (const part of CORPUS_PARTS) {
    for (const file of filesBelow(join(folder, part))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  for (const part of CODE) for (const file of filesBelow(join(ROOT, part))) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The files of a folder, sorted; a file itself; none where there is nothing. */
function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** A page whose outline is a plain object, as short as it can be. */
function packedPage(page: CorpusPage): CorpusPage {
  const { outline } = page;
  const { size, kind, parent, link, place, host, start, end, line, whole, hosts } = outline;
  const cut = <Kind extends { slice(from: number, to: number): Kind }>(array: Kind) => array.slice(0, size);
  const plain = {
    size,
    kind: cut(kind),
    parent: cut(parent),
    link: cut(link),
    place: cut(place),
    host: cut(host),
    start: cut(start),
    end: cut(end),
    line: cut(line),
    whole,
    hosts,
    // A unit's text is that of the item above it.
    texts: outline.texts.map((text, i) => (kind[i] === ITEM_UNIT ? '' : text)),
  };
  return { ...page, outline: plain as unknown as Outline };
}

function unpacked({ pages, augmented }: Parsed): Parsed {
  return {
    pages: pages.map(unpackedPage),
    augmented: augmented.map((one) => ({ ...one, page: unpackedPage(one.page) })),
  };
}

function unpackedPage(page: CorpusPage): CorpusPage {
  const outline = Object.assign(new Outline(), page.outline);
  const { size, kind, parent, texts } = outline;
  for (let i = 0; i < size; i++) if (kind[i] === ITEM_UNIT) texts[i] = texts[parent[i] as number] as string;
  return { ...page, outline };
}
