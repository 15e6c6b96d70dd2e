import { readFrames } from '../../tools/start/list-findings.ts';
import { inSight, SHAPES, type SpamPage } from '../fixtures/shapes.ts';
import { OWN_PAGE } from '../fixtures/shapesContent.ts';
import { expect, test } from './harness/chromium.ts';
import { judge } from './harness/judge.ts';
import { artefactSeed, farmSeed } from './harness/seeds.ts';
import { textLines } from './harness/visible.ts';

const SPAM: Readonly<Record<string, SpamPage | null>> = { 'our own page': OWN_PAGE, 'the farm seed': farmSeed() };

for (const [name, spam] of Object.entries(SPAM)) {
  test.describe(`${name}: every spam word is hidden, every other line shows, the title is honest`, () => {
    for (const [shape, build] of Object.entries(SHAPES)) {
      test(shape, async ({ page, pages }) => {
        test.skip(spam === null, '../shared is absent');
        if (!spam) return;
        await page.goto(pages.serve('http://news.qingling.example/2025/0116.html', build(spam)));
        await expect
          .poll(async () => judge(inSight(spam, shape), await page.evaluate(textLines)), {
            timeout: 10_000,
          })
          .toEqual({ missed: [], lost: [] });
        await expect.poll(() => page.title(), { timeout: 10_000 }).toContain((spam.lines[0] ?? '').slice(0, 8));
      });
    }
  });
}

const HONEST: Readonly<Record<string, readonly string[] | null>> = {
  'our own news': OWN_PAGE.lines,
  'the artefact seed': artefactSeed(),
};

for (const [name, lines] of Object.entries(HONEST)) {
  test.describe(`${name}: nothing is hidden`, () => {
    for (const [shape, build] of Object.entries(SHAPES)) {
      test(shape, async ({ page, pages, extension }) => {
        test.skip(lines === null, '../shared is absent');
        if (!lines) return;
        const title = lines[0] ?? '';
        await page.goto(
          pages.serve(
            'http://news.qingling.example/2025/0117.html',
            build({ title, head: '', lines, farmLabel: '', farm: [] }),
          ),
        );
        const popup = await extension.openPopup();
        const frames = await readFrames(popup);
        await popup.close();
        expect(frames.map(({ status, findings }) => ({ status, findings }))).toEqual([{ status: 'on', findings: [] }]);
        const hidden = (await page.evaluate(textLines)).filter((line) => !line.shown);
        expect(hidden).toEqual([]);
      });
    }
  });
}
