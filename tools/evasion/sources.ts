import { readdirSync, readFileSync } from 'node:fs';
import type { SpamWords } from './suites.ts';
import { heldOutGambling, heldOutLabels, heldOutOther } from './words.ts';

const root = new URL('../../', import.meta.url);
const LEXICON = new URL('assets/lexicon/', root);
const HONEST_PAGES = new URL('tests/fixtures/honest/', root);

/** Families of the lexicon that give anchors; the others are labels, tags and plain trade words. */
const KEYWORD_FAMILIES = [
  'gambling-brands',
  'gambling-words',
  'lottery-prediction',
  'private-servers',
  'loans',
  'film',
  'fake-documents',
];

/** The terms of one word list, by its name without `.txt`. */
export function readTerms(name: string): string[] {
  const text = readFileSync(new URL(`${name}.txt`, LEXICON), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Words that the model was trained on. */
export const knownWords = (): SpamWords => ({
  keywords: KEYWORD_FAMILIES.flatMap(readTerms),
  labels: readTerms('farm-labels'),
});

/** Words that it was not trained on. */
export const unseenWords = (): SpamWords => ({
  keywords: [...heldOutGambling, ...heldOutOther],
  labels: heldOutLabels,
});

/** Our own honest pages, sorted by name. */
export function readHonestPages(): { name: string; html: string }[] {
  return readdirSync(HONEST_PAGES)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ name: name.replace(/\.html$/, ''), html: readFileSync(new URL(name, HONEST_PAGES), 'utf8') }));
}
