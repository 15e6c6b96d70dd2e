/** The text of the notices: each package's name, version, licence, and the licence files that it brings. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url?: string };
}

const LICENCE = /^(licen[cs]e|notice|third[_-]party[_-]licen[cs]es|copying)([._-].*)?$/i;
const RULE = '-'.repeat(78);

/**
 * @param folders of installed packages; their order doesn't matter.
 * @throws Error for a package that names no licence.
 */
export function noticesText(folders: readonly string[]): string {
  const entries = new Map(folders.map((folder) => entryOf(folder)));
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Saozhu is shipped with code and data of others:\n\n${sorted.join('\n')}`;
}

function entryOf(folder: string): [name: string, text: string] {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  if (!license) throw new Error(`${name} names no licence`);
  const by = typeof author === 'string' ? author : author?.name;
  const from = typeof repository === 'string' ? repository : repository?.url;
  const facts = [`${name} ${version}`, `Licence: ${license}`, by && `By: ${by}`, from && `Source: ${from}`];
  const texts = licenceFiles(folder).map((path) => readFileSync(path, 'utf8').replace(/\r\n/g, '\n').trim());
  return [name, `${[RULE, ...facts.filter(Boolean), '', ...texts.flatMap((text) => [text, ''])].join('\n')}`];
}

/** The licence files of a package, and those in a folder named LICENSES. */
function licenceFiles(folder: string): string[] {
  const here = readdirSync(folder)
    .filter((name) => LICENCE.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const more = join(folder, 'LICENSES');
  const there =
    existsSync(more) && statSync(more).isDirectory() ? readdirSync(more).map((name) => join(more, name)) : [];
  return [...here, ...there].filter((path) => statSync(path).isFile()).sort();
}
