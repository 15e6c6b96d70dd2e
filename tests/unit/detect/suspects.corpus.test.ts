/** Pages told by their suspects alone are told as by all their texts. Skipped where the pages are not at hand. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/detector.ts';
import { DECISIONS, judge } from '../../../lib/detect/judge.ts';
import { SUSPECT_PEAK } from '../../../lib/detect/suspects.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { LINK_ALIEN } from '../../../lib/outline/outline.ts';
import { readOutline } from '../../../lib/outline/read.ts';
import { readPage } from '../../../tools/corpus/saved-page.ts';
import { describeWith } from '../corpus.ts';

const CORPUS = '../shared/corpus';
const CARES = ['careful', 'balanced', 'thorough'] as const;
/** One page in so many is asked. */
const EVERY = { infected: 2, clean: 20 };

describeWith(CORPUS, 'suspects of real pages', () => {
  const model = bundledModel();
  const files = Object.entries(EVERY).flatMap(([half, step]) =>
    readdirSync(join(CORPUS, half))
      .filter((name) => name.endsWith('.html'))
      .filter((_, at) => at % step === 0)
      .map((name) => join(CORPUS, half, name)),
  );

  it('are all that counts for hiding, and a page that is clean by them is clean', { timeout: 600_000 }, () => {
    const wrong: string[] = [];
    let clean = 0;
    for (const file of files) {
      const { document, host } = readPage(file);
      const url = `http://${host || 'page.example'}/`;
      const outline = readOutline(document, { host });
      const title = document.querySelector('title')?.textContent ?? '';
      for (const care of CARES) {
        const { scores, logOdds, spans } = judge(outline, model, title, care);
        const missed = [...scores.items].filter(
          (item, k) =>
            outline.hide[item] === 0 &&
            outline.link[item] !== LINK_ALIEN &&
            (scores.peak[k] as number) <= SUSPECT_PEAK &&
            (logOdds[k] as number) > DECISIONS[care].shift,
        );
        if (missed.length > 0) wrong.push(`${file}, ${care}: ${missed.length} units`);
        const report = createDetector({ url, care, words: { spam: [], honest: [] } }, model).page(document);
        if (report.verdict === 'clean') clean++;
        if (report.verdict === 'clean' && spans.length > 0) wrong.push(`${file}, ${care}: ${spans.length} spans`);
      }
    }
    expect(clean).toBeGreaterThan(files.length / 2);
    expect(wrong).toEqual([]);
  });
});
