/** What the bars look like to a screen reader and to the eye: names, contrast, room. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { press, set } from './helpers.ts';
import { article, block, farm, HEAD, HONEST, OWN_WORDS, page as whole } from './pages.ts';

const URL_ = 'http://news.example.com/bars.html';
const DARK = '<style>body{background:#16181c;color:#ddd}</style>';
const BODY = `${article()}<div style="float:right;width:160px"><div>${block()}</div></div><p>${HONEST[0]}<span>${HEAD}</span>${HONEST[1]}</p><footer>${farm()}</footer>`;

test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

interface Found {
  readonly nodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly Found[];
  readonly shadowRoots?: readonly Found[];
}

function closedRoots(node: Found): Found[] {
  const own = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === 'closed');
  return [...own, ...(node.children ?? []).flatMap(closedRoots)];
}

/** The bars' markup and styles, out of their closed roots as the browser's own tools see them. */
async function barsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Found };
  const bars = await Promise.all(
    closedRoots(root).map(async ({ children }) => {
      const parts = await Promise.all(
        (children ?? []).map(({ nodeId }) => session.send('DOM.getOuterHTML', { nodeId })),
      );
      return parts.map(({ outerHTML }) => outerHTML).join('');
    }),
  );
  await session.detach();
  return bars;
}

for (const [ground, head] of [
  ['light', ''],
  ['dark', DARK],
] as const) {
  test(`nothing that axe knows is wrong with bars on a ${ground} page`, async ({ page, pages, extension }) => {
    await page.goto(pages.serve(URL_, whole(BODY, head)));
    await press(page, '为什么');
    await expect.poll(async () => (await barsOf(page)).length).toBe(3);
    const bars = await barsOf(page);
    // axe sees into open roots only: the same bars in such, on the same ground.
    const copy = await extension.context.newPage();
    await copy.goto(pages.serve('http://copy.example.com/', whole('<main><h1>Bars</h1></main>', head)));
    await copy.evaluate((htmls) => {
      for (const html of htmls) {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).innerHTML = html;
        document.querySelector('main')?.append(host);
      }
    }, bars);
    await expect(copy.getByRole('group')).toHaveCount(3);
    const { violations } = await new AxeBuilder({ page: copy }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test('a bar takes no more room than its hole, and floats as it did', async ({ page, pages }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(pages.serve(URL_, whole(BODY)));
  await expect.poll(async () => (await barsOf(page)).length).toBe(3);
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('body div')]
      .filter((div) => div.attributes.length === 0 && div.childNodes.length === 0)
      .map((div) => ({ width: div.getBoundingClientRect().width, float: getComputedStyle(div).float })),
  );
  expect(boxes).toHaveLength(3);
  const [beside] = boxes.filter(({ float }) => float === 'right');
  expect(beside?.width).toBeLessThanOrEqual(160);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
