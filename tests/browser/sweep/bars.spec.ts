/** Bars: an element that is spam is its own. Names, contrast, room, keys, and what the page hears of it. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { BAR, buttons, openBar, press, seenText, set, untilSeen } from './helpers.ts';
import { article, block, farm, HEAD, HONEST, OWN_WORDS, page as whole } from './pages.ts';

const URL_ = 'http://news.example.com/bars.html';
const DARK = '<style>body{background:#16181c;color:#ddd}</style>';
const BODY = `<main>${article()}<div style="float:right;width:160px"><div>${block()}</div></div><p>${HONEST[0]}<span>${HEAD}</span>${HONEST[1]}</p></main><footer>${farm()}</footer>`;

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

/** What stands in closed roots, as the browser's own tools see it. */
async function panelsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Found };
  const panels = await Promise.all(
    closedRoots(root).map(async ({ children }) => {
      const parts = await Promise.all(
        (children ?? []).map(({ nodeId }) => session.send('DOM.getOuterHTML', { nodeId })),
      );
      return parts.map(({ outerHTML }) => outerHTML).join('');
    }),
  );
  await session.detach();
  return panels;
}

const bars = async (page: Page): Promise<number> => (await buttons(page)).filter(({ name }) => BAR.test(name)).length;

for (const [ground, head] of [
  ['light', ''],
  ['dark', DARK],
] as const) {
  test(`nothing that axe knows is wrong with bars and the panel on a ${ground} page`, async ({
    page,
    pages,
    extension,
  }) => {
    await page.goto(pages.serve(URL_, whole(BODY, head)));
    await expect.poll(() => bars(page)).toBe(3);
    const { violations: own } = await new AxeBuilder({ page }).analyze();
    expect(own.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await panelsOf(page)).toEqual([]);
    await openBar(page);
    await press(page, '为什么');
    await expect.poll(async () => (await panelsOf(page))[0]).toContain('<li>');
    const [panel = ''] = await panelsOf(page);
    // axe sees into open roots only: the same panel in such, on the same ground.
    const copy = await extension.context.newPage();
    await copy.goto(pages.serve('http://copy.example.com/', whole('<main><h1>Panel</h1></main>', head)));
    await copy.evaluate((html) => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML = html;
      document.querySelector('main')?.append(host);
    }, panel);
    await expect(copy.getByRole('dialog')).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page: copy }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test('a bar takes no more room than its hole, and floats as it did', async ({ page, pages }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(pages.serve(URL_, whole(BODY)));
  await expect.poll(() => bars(page)).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await openBar(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

/** The name of what has the focus, as a screen reader finds it, in closed roots too. */
async function focusedName(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: {
      name?: { value?: string };
      properties?: { name: string; value: { value?: unknown } }[];
    }[];
  };
  await session.detach();
  const focused = nodes.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return focused.at(-1)?.name?.value ?? '';
}

test('bars can be used by keyboard alone, the focus stays, and the page hears nothing', async ({ page, pages }) => {
  const script = `<script>
    window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'click', 'focusin', 'pointerdown', 'toggle'])
      for (const at of [window, document]) at.addEventListener(type, (event) => { if (event.target.localName !== 'li') window.heard.push(type + ' ' + (event.key ?? '') + event.target.localName); }, true);
    document.addEventListener('keydown', (event) => { if (event.key === 'Enter') location.href = '/next'; if (event.key === ' ') event.preventDefault(); }, true);
  </script>`;
  await page.goto(pages.serve(URL_, whole(`${article()}<footer>${farm()}</footer>`, script)));
  await expect.poll(() => bars(page)).toBe(1);
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toMatch(BAR);
  await page.evaluate(() => {
    (window as unknown as { heard: string[] }).heard = [];
  });
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('显示');
  await untilSeen();
  await page.keyboard.press('Enter');
  await expect.poll(() => seenText(page)).toContain('娱乐城');
  await expect.poll(() => focusedName(page)).toBe('重新折叠');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toBe('不是垃圾');
  await page.keyboard.press('Tab');
  await untilSeen();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await panelsOf(page))[0]).toContain('<li>');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await untilSeen();
  await page.keyboard.press('Enter');
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await expect.poll(() => focusedName(page)).toBe('显示');
  await page.keyboard.press('Escape');
  await expect.poll(() => panelsOf(page)).toEqual([]);
  await expect.poll(() => focusedName(page)).toMatch(BAR);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await panelsOf(page)).length).toBe(1);
  expect(page.url()).toBe(URL_);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

/** Less than the time for which a button must have been seen. */
const TOO_SOON_MS = 450;

/**
 * Opens the panel of the bar that has the focus and presses its first button at once: how long after it came (ms)? A
 * busy machine may need several tries.
 */
async function pressTwice(page: Page): Promise<number> {
  let lasted = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 20 && lasted >= TOO_SOON_MS; tries++) {
    if (tries > 0) {
      // Too late: what was shown is hidden again.
      await untilSeen();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Enter');
    const came = await page.evaluate(async () => {
      while (document.documentElement.lastElementChild?.localName !== 'div')
        await new Promise((resolve) => setTimeout(resolve, 5));
      return Date.now();
    });
    await page.keyboard.press('Enter');
    lasted = Date.now() - came;
  }
  return lasted;
}

test('a page cannot press a bar, nor what is in the panel, nor have it pressed unseen', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, whole(`${article()}<footer>${farm()}</footer>`)));
  await expect.poll(() => bars(page)).toBe(1);
  await page.evaluate(() => {
    const bar = document.querySelector('[aria-label]') as HTMLElement;
    bar.click();
    bar.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await stays(
    300,
    () => panelsOf(page),
    (panels) => expect(panels).toEqual([]),
  );
  // Pressed twice fast, the second time where a button has just come.
  await page.keyboard.press('Tab');
  const lasted = await pressTwice(page);
  expect(lasted).toBeLessThan(TOO_SOON_MS);
  await stays(
    200,
    () => seenText(page),
    (text) => expect(text).not.toContain('娱乐城'),
  );
  // Something of the page's over the panel.
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;margin:0;opacity:0';
    document.body.append(cover);
    cover.showPopover();
    (document.documentElement.lastElementChild as HTMLElement).click();
  });
  await press(page, '显示');
  await stays(
    200,
    () => seenText(page),
    (text) => expect(text).not.toContain('娱乐城'),
  );
});

test('a reveal leaves the page as it was, but for one attribute', async ({ page, pages, extension }) => {
  const html = whole(BODY);
  await page.goto(pages.serve(URL_, html));
  await expect.poll(() => bars(page)).toBe(3);
  for (let at = 0; at < 3; at++) {
    await openBar(page);
    await press(page, '显示');
    await expect.poll(async () => (await buttons(page)).map(({ name }) => name)).toContain('重新折叠');
    await page.keyboard.press('Escape');
  }
  await expect.poll(async () => (await seenText(page)).split('娱乐城').length).toBeGreaterThan(10);
  const stripped = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of copy.querySelectorAll('*'))
      for (const name of one.getAttributeNames()) if (/^[a-z]{12}$/.test(name)) one.removeAttribute(name);
    return `<!doctype html>${copy.outerHTML}`;
  });
  expect(stripped).toBe(html);
  await set(await extension.worker(), { 'settings.allowedSites': ['news.example.com'] });
  await expect.poll(() => page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)).toBe(html);
});
