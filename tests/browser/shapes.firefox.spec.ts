import { inSight, SHAPES } from '../fixtures/shapes.ts';
import { OWN_PAGE } from '../fixtures/shapesContent.ts';
import { expect, test } from './harness/firefox.ts';
import { type Judgement, judge } from './harness/judge.ts';
import { textLines } from './harness/visible.ts';

test('our own page in Firefox: every spam word is hidden, every other line shows, the title is honest', async ({
  pages,
  firefox,
}) => {
  const found: Record<string, Judgement & { title: boolean }> = {};
  for (const [shape, build] of Object.entries(SHAPES)) {
    const tab = await firefox.open(pages.serve('http://news.qingling.example/2025/0116.html', build(OWN_PAGE)));
    const headline = (OWN_PAGE.lines[0] ?? '').slice(0, 8);
    await tab.waitFor((wanted) => document.title.includes(wanted), headline).catch(() => {});
    const title = (await tab.title()).includes(headline);
    found[shape] = {
      ...judge(inSight(OWN_PAGE, shape), await tab.evaluate(textLines)),
      title,
    };
    await tab.close();
  }
  const right = { missed: [], lost: [], title: true };
  expect(found).toEqual(Object.fromEntries(Object.keys(SHAPES).map((shape) => [shape, right])));
});
