/** The picker in Chromium: by mouse, keyboard and touch, in frames and on pages that fight it. */

import type { Page } from '@playwright/test';
import type { Chromium } from '../../../tools/browsers/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import { pass, stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { press, seenText } from '../sweep/helpers.ts';
import { ARTICLE, SHOPS, SPY, shops, page as whole } from './pages.ts';

const URL_ = 'http://news.example.com/a.html';
const DONE = '隐藏并报告';

/** Starts the picker as the context menu does: a command to all frames of the tab in front. */
async function pick(extension: Chromium, page: Page, type = 'pick'): Promise<void> {
  // The welcome page may have come in front.
  await page.bringToFront();
  const worker = await extension.worker();
  await worker.evaluate(async (wanted) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: ChromeTabs } }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    await tabs.sendMessage(tab?.id ?? 0, { type: wanted, token: crypto.randomUUID() });
  }, type);
}

interface ChromeTabs {
  query(wanted: object): Promise<{ id?: number }[]>;
  sendMessage(tab: number, message: object): Promise<void>;
}

/** Waits until the picker's bar is there, for the keyboard is then on it. */
async function started(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('div');
}

test('by mouse: hover, click, done; hidden at once, reported, and hidden again after a reload and on another page of the site only', async ({
  page,
  pages,
  extension,
  context,
}) => {
  await page.goto(pages.serve(URL_, whole(shops())));
  await page.bringToFront();
  const popup = await extension.openPopup();
  await popup.click('.foot .button');
  await started(page);
  await page.mouse.move(0, 0);
  await page.locator('#shops').hover({ force: true });
  await page.mouse.click(...(await middleOf(page, '#shops li:nth-child(3)')));
  await press(page, '放大');
  const opened = context.waitForEvent('page');
  await press(page, DONE);
  const report = await opened;
  await expect(report.locator('h1')).toHaveText('漏判：垃圾内容没有折叠');
  await expect(report.getByRole('textbox').first()).toHaveValue(SHOPS.map((name) => `${name}欢迎光临`).join('\n'));
  await expect(report.locator('pre')).toContainText('news.example.com');
  await expect(report.locator('pre')).not.toContainText('a.html');
  await expect.poll(() => seenText(page)).not.toContain(SHOPS[0]);
  await page.reload();
  await expect.poll(() => seenText(page)).not.toContain(SHOPS[0]);
  for (const line of ARTICLE) expect(await seenText(page)).toContain(line);
  const turned = whole(`<section>${shops([...SHOPS].reverse())}</section>`);
  await page.goto(pages.serve('http://news.example.com/other/b.html', turned));
  await expect.poll(() => seenText(page)).not.toContain(SHOPS[0]);
  await page.goto(pages.serve('http://other.example.org/', whole(shops())));
  await stays(
    500,
    () => seenText(page),
    (text) => expect(text).toContain(SHOPS[0]),
  );
  await page.goto(pages.serve('http://news.example.com/c.html', whole(shops(SHOPS.map((name) => `新开${name}分店`)))));
  await stays(
    500,
    () => seenText(page),
    (text) => expect(text).toContain(SHOPS[0]),
  );
  expect(pages.strays()).toEqual([]);
});

test('by keyboard alone: arrows walk, widen and narrow, Enter takes several, Control and Enter end it', async ({
  page,
  pages,
  extension,
  context,
}) => {
  const middle = `${shops()}<div id="note">本页由热心读者整理，转载请注明出处。</div>`;
  await page.goto(pages.serve(URL_, whole(middle)));
  await pick(extension, page);
  await started(page);
  // From the block in the middle of the view or the first one, to the left until nothing stands before it.
  for (let at = 0; at < 20; at++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const report = await opened;
  await expect(report.getByRole('textbox')).toHaveCount(3);
  await expect.poll(() => seenText(page)).not.toContain(SHOPS[0]);
  expect(await seenText(page)).not.toContain('热心读者');
  expect(await seenText(page)).toContain('周边商户推荐');
});

test('takes a line of loose text right below body, and finds it again', async ({ page, pages, extension, context }) => {
  const loose =
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head><body>本城黄页大全 | <b>分类信息</b> | 便民电话<div>正文在这里，讲一讲今天的天气。</div></body></html>';
  await page.goto(pages.serve(URL_, loose));
  await pick(extension, page);
  await started(page);
  await page.mouse.click(30, 16);
  const opened = context.waitForEvent('page');
  await press(page, DONE);
  await expect((await opened).getByRole('textbox').first()).toHaveValue('本城黄页大全 |\n分类信息\n| 便民电话');
  await expect.poll(() => seenText(page)).not.toContain('黄页');
  await page.reload();
  await expect.poll(() => seenText(page)).not.toContain('黄页');
  expect(await seenText(page)).toContain('今天的天气');
});

test('begins at the selection when the context menu was opened on one', async ({ page, pages, extension, context }) => {
  await page.goto(pages.serve(URL_, whole(shops())));
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('#shops li:nth-child(5)') as Node),
  );
  await pick(extension, page, 'reportSelection');
  await started(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const texts = (await opened).getByRole('textbox');
  await expect(texts.first()).toHaveValue(SHOPS.map((name) => `${name}欢迎光临`).join('\n'));
});

test('Escape leaves the page, its scroll and its focus untouched', async ({ page, pages, extension }) => {
  const source = whole(`<input id="field" value="字">${shops()}<div style="height:3000px"></div>`);
  await page.goto(pages.serve(URL_, source));
  await page.locator('#field').focus();
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await pick(extension, page);
  await started(page);
  for (const key of ['ArrowRight', 'Enter', 'ArrowUp', 'Tab', 'End', 'x', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  await page.mouse.click(...(await middleOf(page, '#last')));
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(
    await page.evaluate(() => [
      scrollY,
      document.activeElement?.id,
      (document.activeElement as HTMLInputElement).value,
    ]),
  ).toEqual([0, 'field', '字']);
  expect(extension.context.pages().filter((tab) => tab.url().includes('report.html'))).toEqual([]);
});

test('lets no click, touch or key through to a page that listens for everything', async ({
  page,
  pages,
  extension,
  context,
}) => {
  const trap = `<a id="trap" href="http://ad.example.net/" onclick="heard.push('trap')">${'点这里领取会员礼包，先到先得。'.repeat(4)}</a>`;
  const form =
    '<form action="http://ad.example.net/f"><button id="send">提交订单并付款</button></form><dialog id="box">对话框里的文字，一样可以点选</dialog>';
  await page.goto(pages.serve(URL_, whole(`${shops()}${trap}${form}<script>box.showModal()</script>`, SPY)));
  await page.evaluate(() => Reflect.set(window, 'heard', []));
  await pick(extension, page);
  await started(page);
  for (const place of ['#trap', '#send', '#shops', '#box']) {
    await page.mouse.click(...(await middleOf(page, place)));
    await page.mouse.dblclick(...(await middleOf(page, place)));
    await page.mouse.click(...(await middleOf(page, place)), { button: 'right' });
    await page.mouse.click(...(await middleOf(page, place)), { button: 'middle' });
  }
  for (const key of ['a', 'Enter', ' ', 'ArrowDown', 'Tab', 'Escape']) await page.keyboard.press(key);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  expect(page.url()).toBe(URL_);
  expect(context.pages().filter((tab) => tab.url() === 'about:blank' && tab !== page).length).toBeLessThanOrEqual(1);
  // After its end the page is itself again.
  await page.evaluate(() => (document.getElementById('box') as HTMLDialogElement).close());
  await page.keyboard.press('a');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toContain('keydown');
});

test('heeds no click or key that a script makes up', async ({ page, pages, extension }) => {
  await page.goto(pages.serve(URL_, whole(shops())));
  await pick(extension, page);
  await started(page);
  await page.evaluate(() => {
    const target = document.querySelector('#shops') as HTMLElement;
    target.click();
    for (const key of ['ArrowRight', 'Enter'])
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const end = { key: 'Enter', ctrlKey: true, bubbles: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', end));
    document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 }));
  });
  await stays(
    300,
    () => page.evaluate(() => document.activeElement?.localName),
    (name) => expect(name).toBe('div'),
  );
  await page.keyboard.press('Escape');
  expect(await seenText(page)).toContain(SHOPS[0]);
});

test('inside a frame of another site: picked there, hidden there, and the page around gets nothing', async ({
  page,
  pages,
  extension,
  context,
}) => {
  pages.serve('http://ads.example.net/frame.html', whole(shops(), SPY));
  const outer = whole('<iframe src="http://ads.example.net/frame.html" width="600" height="420"></iframe>', SPY);
  await page.goto(pages.serve(URL_, outer));
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.waitForLoadState();
  await page.evaluate(() => Reflect.set(window, 'heard', []));
  await pick(extension, page);
  await started(page);
  // The frame's picker makes itself known after a moment.
  await expect.poll(() => page.evaluate(() => document.elementFromPoint(100, 200)?.localName)).toBe('iframe');
  const box = await frame.locator('#shops').boundingBox();
  if (!box) throw new Error('no box');
  await page.mouse.click(box.x + box.width / 2, box.y + 5);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const report = await opened;
  await expect(report.locator('pre')).toContainText('ads.example.net');
  await expect.poll(() => frame.evaluate(paintedText)).not.toContain(`${SHOPS[0]}`);
  for (const one of [page, frame]) expect(await one.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  // The picker of the page around has ended too: its cover is gone.
  await expect.poll(() => page.evaluate(() => document.elementFromPoint(5, 5)?.localName)).not.toBe('div');
});

test('a frame without the picker stays covered, whatever it says it is', async ({ page, pages, extension }) => {
  const inner =
    "<body onclick=\"parent.postMessage('clicked','*')\">点我<script>for (let i = 0; i < 40; i++) setTimeout(() => parent.postMessage('00000000-0000-0000-0000-000000000000', '*'), i * 50)</script>";
  const outer = whole(
    `<iframe sandbox="allow-scripts" src="data:text/html;charset=utf-8,${encodeURIComponent(inner)}" width="400" height="200"></iframe><script>heard=[];addEventListener('message', (e) => heard.push(e.data))</script>`,
  );
  await page.goto(pages.serve(URL_, outer));
  await pick(extension, page);
  await started(page);
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  await expect.poll(async () => (await heard()).length).toBeGreaterThan(11);
  await page.mouse.click(...(await middleOf(page, 'iframe')));
  await stays(100, heard, (messages) => expect(messages).not.toContain('clicked'));
  await page.keyboard.press('Escape');
});

test('comes back when the page takes it out, and gives up in the end', async ({ page, pages, extension }) => {
  const fight = `<script>new MutationObserver(() => { for (const node of document.querySelectorAll('html > div')) node.remove() }).observe(document.documentElement, { childList: true })</script>`;
  await page.goto(pages.serve(URL_, whole(shops(), fight)));
  await pick(extension, page);
  const covers = () => page.evaluate(() => document.querySelectorAll('html > div').length);
  await pass(3000, 'the picker comes back several times; when it has given up it tells nobody');
  expect(await covers()).toBe(0);
  await page.locator('#first').click();
  expect(await seenText(page)).toContain(SHOPS[0]);
});

test.describe('by touch, on a small screen', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('a tap takes, the bar widens and ends', async ({ page, pages, extension, context }) => {
    await page.goto(pages.serve(URL_, whole(shops(), SPY)));
    await page.evaluate(() => Reflect.set(window, 'heard', []));
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await pick(extension, page);
    await started(page);
    const tap = async ([x, y]: readonly [number, number]): Promise<void> => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await tap(await middleOf(page, '#shops li:nth-child(2)'));
    await press(page, '放大');
    const opened = context.waitForEvent('page');
    await press(page, DONE);
    await opened;
    await expect.poll(() => seenText(page)).not.toContain(SHOPS[0]);
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

async function middleOf(page: Page, selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`no box: ${selector}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
