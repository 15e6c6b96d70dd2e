/** What the bars look like to a screen reader and to the eye: names, contrast, room. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { markup, press, seenText, set } from './helpers.ts';
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

/** The name of what has the focus, as a screen reader finds it, in closed roots too. */
async function focusedName(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: {
      name?: { value?: string };
      role?: { value?: string };
      properties?: { name: string; value: { value?: unknown } }[];
    }[];
  };
  await session.detach();
  const focused = nodes.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return focused.at(-1)?.name?.value ?? '';
}

test('bars can be used by keyboard alone, and the focus stays where it was', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, whole(`${article()}<footer>${farm()}</footer>`)));
  await expect.poll(async () => (await barsOf(page)).length).toBe(1);
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toBe('显示');
  await page.keyboard.press('Enter');
  await expect.poll(() => seenText(page)).toContain('娱乐城');
  await expect.poll(() => focusedName(page)).toBe('重新折叠');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toBe('不是垃圾');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await barsOf(page))[0]).toContain('<li>');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await expect.poll(() => focusedName(page)).toBe('显示');
});

test('a reveal leaves the page as it was, but for our bars and attributes', async ({ page, pages, extension }) => {
  const html = whole(BODY);
  await page.goto(pages.serve(URL_, html));
  await expect.poll(async () => (await barsOf(page)).length).toBe(3);
  for (let at = 0; at < 3; at++) await press(page, /显示$/);
  await expect.poll(async () => (await seenText(page)).split('娱乐城').length).toBeGreaterThan(10);
  const stripped = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelector(':scope > style')?.remove();
    for (const one of copy.querySelectorAll('*'))
      for (const name of one.getAttributeNames()) if (/^[a-z]{12}$/.test(name)) one.removeAttribute(name);
    for (const div of copy.querySelectorAll('div:empty')) if (div.attributes.length === 0) div.remove();
    return `<!doctype html>${copy.outerHTML}`;
  });
  expect(stripped).toBe(html);
  await set(await extension.worker(), { 'settings.allowedSites': ['news.example.com'] });
  await expect.poll(async () => (await markup(page)).html).not.toMatch(/[a-z]{12}=/);
  expect(await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)).toBe(html);
});
