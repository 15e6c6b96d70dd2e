/**
 * npx tsx tools/bench/glances.ts [--every N]
 * Asks of saved pages whether the glance that spares most of them a judgement ever spares one on which something is
 * found. Also says how many it spares.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { speaksOfTrade } from '../../lib/detect/glance.ts';
import { isPlainTitle } from '../../lib/detect/judge-title.ts';
import { titleOf } from '../../lib/detect/page-title.ts';
import { createSweepDetector } from '../../lib/detect/sweep-detector.ts';
import { textOf } from '../../lib/dom.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { hostInName, parsePage } from '../corpus/saved-page.ts';
import { markupSight } from '../sight/markup-sight.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['clean', 'infected', 'more'];

/** Is the page spared a judgement, and would that have found anything? */
function glance(name: string, html: string): { spared: boolean; missed: boolean } {
  const document = parsePage(html);
  const isSeen = markupSight(document);
  const options = { url: `http://${hostInName(name) || 'page.example'}/`, words: { spam: [], honest: [] }, isSeen };
  const { lexicon } = bundledModel();
  const text = textOf(document.documentElement);
  const spared = !speaksOfTrade(text, lexicon) && isPlainTitle(titleOf(document), lexicon);
  if (!spared) return { spared, missed: false };
  const report = createSweepDetector(options).page(document);
  return { spared, missed: report.verdict !== 'clean' || report.title !== null || report.unseen !== undefined };
}

if (!existsSync(CORPUS)) console.log('skipped: there is no ../shared/corpus here');
else {
  const args = process.argv.slice(2);
  const every = args[0] === '--every' ? Number(args[1]) : 1;
  for (const folder of FOLDERS) {
    const files = readdirSync(join(CORPUS, folder)).filter((name) => /\.html?$/.test(name));
    const asked = files.filter((_, at) => at % every === 0);
    let spared = 0;
    for (const name of asked) {
      const found = glance(name, readFileSync(join(CORPUS, folder, name), 'utf8'));
      if (found.spared) spared++;
      if (!found.missed) continue;
      console.log(`missed: ${folder}/${name}`);
      process.exitCode = 1;
    }
    console.log(`${folder}: ${asked.length} pages, ${spared} spared a judgement`);
  }
}
