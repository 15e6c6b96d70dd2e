/** What a page, and whoever took over its process, can do in Chromium, and what they can't. */
import type { Page } from '@playwright/test';
import type { Chromium } from '../../../tools/browsers/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { seenText, set } from '../sweep/helpers.ts';
import { article, page as whole } from '../sweep/pages.ts';
import { openPopupInTab, stored } from './helpers.ts';
import { INFECTED } from './pages.ts';

/** What these tests use of the extension's API, inside its own pages. */
declare const chrome: {
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, unknown>> } };
};

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';
const SECRETS = {
  'settings.allowedSites': ['clinic.example', 'bank.example'],
  'settings.keeps': [{ site: 'clinic.example', fingerprint: 'f', made: 1, used: 1, label: '某科室' }],
  'settings.words': { spam: ['代开发票'], honest: [] },
};

/**
 * Runs a program where the content script runs, which is all that somebody who took over the page's process could do.
 */
async function inContentScript(page: Page, extension: Chromium, program: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => `${origin}/` === extension.url(''));
  if (world === undefined) throw new Error('no content script runs in the page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(async () => { ${program} })()`,
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Sends a request as a content script could; what is answered, or how it failed. */
const asking = (name: string, data: unknown): string =>
  `try { return (await chrome.runtime.sendMessage(${JSON.stringify({ saozhu: name, data })})) ?? 'nothing'; }
   catch (error) { return 'failed: ' + error.message; }`;

test.describe('a page’s process', () => {
  test.beforeEach(async ({ pages, page, extension }) => {
    await set(await extension.worker(), SECRETS);
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seenText(page)).not.toContain(SPAM);
  });

  test('reads no storage', async ({ page, extension }) => {
    for (const area of ['local', 'session']) {
      const read = await inContentScript(
        page,
        extension,
        `try { return JSON.stringify(await chrome.storage.${area}.get(null)); } catch (error) { return 'failed: ' + error.message; }`,
      );
      expect(read).toMatch(/^failed: Access to storage is not allowed/);
    }
  });

  test('learns of its own site, and nothing of others', async ({ page, extension }) => {
    const told = await inContentScript(page, extension, asking('page.settings', null));
    expect(told).toMatchObject({ allowed: false, keeps: [], ownHides: [], words: { spam: ['代开发票'] } });
    expect(JSON.stringify(told)).not.toMatch(/clinic|bank|某科室/);
  });

  test('changes no settings, and decides for no other site', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    const before = await popup.evaluate(() => chrome.storage.local.get(null));
    for (const change of [
      { type: 'allowSite', site: 'com' },
      { type: 'reset' },
      { type: 'set', values: { words: { spam: ['新闻'], honest: [] } } },
      { type: 'remember', list: 'keeps', site: 'bank.example', fingerprint: 'f', label: '' },
    ])
      expect(await inContentScript(page, extension, asking('settings.change', change))).toBe('nothing');
    expect(await popup.evaluate(() => chrome.storage.local.get(null))).toEqual(before);
    const keep = { type: 'remember', list: 'keeps', fingerprint: 'mine', label: '', site: 'bank.example' };
    expect(await inContentScript(page, extension, asking('site.change', keep))).toEqual({ ok: true });
    const keeps = (await stored(popup, 'keeps')) as { site: string; fingerprint: string }[];
    expect(keeps.map(({ site, fingerprint }) => [site, fingerprint])).toEqual([
      ['clinic.example', 'f'],
      ['news.example.com', 'mine'],
    ]);
  });

  test('opens a few tabs and no more', async ({ page, extension, context }) => {
    const before = context.pages().length;
    await inContentScript(
      page,
      extension,
      `for (let at = 0; at < 150; at++)
         await chrome.runtime.sendMessage({ saozhu: 'original.find', data: { words: '标题' + at } }).catch(() => null);`,
    );
    // Three in five seconds and twenty in all: a busy machine may take its time over the messages.
    const opened = () => context.pages().length - before;
    await expect.poll(opened).toBeGreaterThan(0);
    await stays(500, opened, (count) => expect(count).toBeLessThanOrEqual(20));
  });
});

test('a page reaches nothing of the extension, and sends it nothing', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(SPAM);
  const found = await page.evaluate(async (own) => {
    const fetched = await fetch(own).then(
      () => 'fetched',
      () => 'refused',
    );
    const frame = document.createElement('iframe');
    frame.src = own;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return { fetched, api: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime };
  }, extension.url('options.html'));
  expect(found).toEqual({ fetched: 'refused', api: 'undefined' });
  expect(page.frames().some((frame) => frame.url().startsWith(extension.url('')))).toBe(false);
});

test('a page that tries out words learns none, and the popup says so', async ({ pages, page, extension }) => {
  const names = ['王小明', '李建国', '糖尿病', '南山小区', '红星中学', '抑郁症', '人民医院'];
  await set(await extension.worker(), { 'settings.words': { spam: names, honest: [] } });
  const candidates = Array.from({ length: 500 }, (_, at) => names[at] ?? `候选词${at}号`);
  const lines = candidates.map((word) => `<p class="try" style="font-size:2px">${word}</p>`).join('');
  await page.goto(pages.serve(URL_, whole(`${article()}${lines}`)));
  const popup = await openPopupInTab(extension, page);
  await expect(popup.getByText('像是在试探它们')).toBeVisible();
  expect(
    await page.evaluate(
      () =>
        [...document.querySelectorAll('.try')].filter(
          (line) => line.getClientRects().length === 0 || line.hasAttribute('aria-label'),
        ).length,
    ),
  ).toBe(0);
});
