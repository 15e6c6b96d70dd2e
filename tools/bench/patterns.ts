/**
 * npx tsx tools/bench/patterns.ts Runs every regular expression of lib/ and entrypoints/ on strings made to be hard for
 * it, of growing length, and names those whose time grows faster than the string; and on strings as long as an
 * attribute may be on each of thousands of elements, and names those that would cost a page with so many. Each string
 * begins with what the expression itself begins with, or goes on with. Timed, so it is no test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, walk } from '../arrows/ast.ts';

const ROOT = join(import.meta.dirname, '../..');
/**
 * Lengths that are compared; four times the length may take eight times as long before it is named (the square would
 * take sixteen).
 */
const SHORT = 10_000;
const LONG = 4 * SHORT;
const TOO_STEEP = 8;
/** Below this a time is the clock's own noise (ms). */
const NOISE_MS = 1.5;
/** What took longer is not measured again (ms). */
const MAX_AGAIN_MS = 500;
/** Beginnings that are tried for each expression. */
const MAX_HEADS = 6;
/** Elements with an attribute of this length (a page of 2 MB), and what all of them may cost (ms). */
const ELEMENTS = 2000;
const ATTRIBUTE = 1000;
const MAX_ATTRIBUTES_MS = 100;
/** Repeated in every way for every pattern, beside its own characters. */
const ALWAYS = [...' a0-:;.,/(){}<>\'"=|_#%\n中！'];

interface Pattern {
  readonly where: string;
  readonly regex: RegExp;
}

/** All source files. */
const FILES = ['lib', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name)),
);

/** Those that modules put together from strings as they are loaded. */
async function builtPatterns(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Own = globalThis.RegExp;
  for (const path of FILES.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('))) {
    globalThis.RegExp = class extends Own {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags);
        found.push({ where: relative(ROOT, path), regex: new Own(this.source, `${this.flags.replace(/[gy]/g, '')}g`) });
      }
    } as RegExpConstructor;
    await import(path);
  }
  globalThis.RegExp = Own;
  return found;
}

function patterns(): Pattern[] {
  return FILES.flatMap((path) => {
    const found: Pattern[] = [];
    walk(parse(path, readFileSync(path, 'utf8')), (node) => {
      const literal =
        node.type === 'Literal' ? (node.regex as { pattern: string; flags: string } | undefined) : undefined;
      if (literal === undefined) return;
      found.push({
        where: relative(ROOT, path),
        regex: new RegExp(literal.pattern, `${literal.flags.replace(/[gy]/g, '')}g`),
      });
    });
    return found;
  });
}

/** Units that are repeated: characters and short pieces of the pattern itself, and what is hard for many. */
function units({ regex }: Pattern): string[] {
  const own = [...new Set(regex.source.replace(/\\[a-zA-Z]/g, '').match(/[\p{L}\p{N} -]/gu) ?? [])].slice(0, 12);
  const words = (regex.source.match(/[\p{L}\p{N}]{2,}/gu) ?? []).slice(0, 6);
  return [...new Set([...own, ...words, ...ALWAYS])];
}

function attacks(pattern: Pattern): string[] {
  const all = units(pattern);
  const words = all.filter((unit) => unit.length > 1);
  const pairs = words.flatMap((word) => [' ', '-', ':', '(', '='].map((joint) => word + joint));
  return [...all, ...pairs];
}

/**
 * What a string may begin with so that the expression is well under way: nothing, and the runs of plain characters in
 * it, with what stands before each.
 */
function heads({ regex }: Pattern): string[] {
  const plain = regex.source.replace(/\\([^\w\s])/g, '$1').match(/[\p{L}\p{N}:="'(/.,;-]{2,}/gu) ?? [];
  const first = plain.slice(0, MAX_HEADS);
  return [...new Set(['', ...first, ...first.map((_, at) => first.slice(0, at + 1).join(''))])];
}

function time(regex: RegExp, text: string, rounds = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    // As it is used: all matches.
    regex.lastIndex = 0;
    for (let from = -1; regex.test(text) && regex.lastIndex > from; ) from = regex.lastIndex;
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

let steep = 0;
const all = [...patterns(), ...(await builtPatterns())];
for (const pattern of all) {
  for (const unit of attacks(pattern)) {
    for (const head of heads(pattern)) {
      const text = (length: number): string => head + unit.repeat(Math.ceil(length / unit.length));
      const attribute = text(ATTRIBUTE);
      const each = time(pattern.regex, attribute) * ELEMENTS;
      if (each > MAX_ATTRIBUTES_MS && time(pattern.regex, attribute, 20) * ELEMENTS > MAX_ATTRIBUTES_MS) {
        steep++;
        console.log(
          `${pattern.where}: ${pattern.regex} on ${JSON.stringify(head + unit)}…: ${each.toFixed(0)} ms for ${ELEMENTS} attributes`,
        );
        break;
      }
      const long = time(pattern.regex, text(LONG));
      if (long < NOISE_MS) continue;
      const short = time(pattern.regex, text(SHORT));
      if (long / short < TOO_STEEP) continue;
      // A busy machine looks steep once, not always.
      const isSure =
        long > MAX_AGAIN_MS || time(pattern.regex, text(LONG), 20) / time(pattern.regex, text(SHORT), 20) > TOO_STEEP;
      if (!isSure) continue;
      steep++;
      console.log(
        `${pattern.where}: ${pattern.regex} on ${JSON.stringify(head + unit)}…: ${short.toFixed(2)} → ${long.toFixed(2)} ms`,
      );
      break;
    }
  }
}
console.log(`${all.length} patterns, ${steep} steep`);
