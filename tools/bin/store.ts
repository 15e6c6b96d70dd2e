/**
 * npm run store: what the stores ask for besides the packages, in each language, into .output/store: texts with the
 * figures filled in, and pictures of the extension as it was built last (npm run build). Words: languages, or `texts`
 * for no pictures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import FIGURES from '../../assets/figures.json' with { type: 'json' };
import { ROOT } from '../browsers/builds.ts';
import { languagesIn } from '../project/languages.ts';
import { takePictures } from '../store/pictures.ts';
import { storeProblems, storeTexts } from '../store/texts.ts';

const LANGUAGES = languagesIn('store');

const wanted = process.argv.slice(2);
const named = LANGUAGES.filter((language) => wanted.includes(language));
for (const language of named.length > 0 ? named : LANGUAGES) {
  const folder = join(ROOT, '.output/store', language);
  mkdirSync(folder, { recursive: true });
  const texts = storeTexts(language, FIGURES);
  const problems = storeProblems(texts);
  if (problems.length > 0) throw new Error(`${language}: too long or missing: ${problems.join(', ')}`);
  writeFileSync(join(folder, 'summary.txt'), `${texts.summary}\n`);
  writeFileSync(join(folder, 'description.txt'), `${texts.description}\n`);
  writeFileSync(join(folder, 'terms.txt'), `${texts.terms.join('\n')}\n`);
  if (!wanted.includes('texts')) await takePictures(language, texts, folder);
  console.log(folder);
}
