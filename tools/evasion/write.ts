/**
 * Writes the evasion suites as folders that `npm run eval` reads: FOLDER/SUITE/{clean,infected,infected/labels}.
 * Usage: npx tsx tools/evasion/write.ts FOLDER [PAGES_PER_BASE]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownWords, readHonestPages, unseenWords } from './sources.ts';
import { makePage, SUITES } from './suites.ts';

const PAGES_PER_BASE = 10;

const [folder, count] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npx tsx tools/evasion/write.ts FOLDER [PAGES_PER_BASE]');
  process.exit(1);
}
const perBase = count ? Number(count) : PAGES_PER_BASE;
const vocabularies = { known: knownWords(), unseen: unseenWords() };
let written = 0;
for (const [suiteIndex, suite] of SUITES.entries()) {
  const labels = join(folder, suite, 'infected', 'labels');
  const clean = join(folder, suite, 'clean');
  mkdirSync(labels, { recursive: true });
  mkdirSync(clean, { recursive: true });
  for (const [baseIndex, base] of readHonestPages().entries()) {
    writeFileSync(join(clean, `${base.name}.html`), base.html);
    for (let turn = 0; turn < perBase; turn++) {
      const vocabulary = turn % 2 === 0 ? 'known' : 'unseen';
      const seed = suiteIndex * 1_000_000 + baseIndex * 1000 + turn;
      const page = makePage(suite, base.html, vocabularies[vocabulary], seed);
      const name = `${base.name}-${vocabulary}-${turn}`;
      writeFileSync(join(folder, suite, 'infected', `${name}.html`), page.html);
      writeFileSync(join(labels, `${name}.json`), JSON.stringify({ page: name, url: '', ...page.labels }));
      written++;
    }
  }
}
console.error(`${written} pages in ${folder}`);
