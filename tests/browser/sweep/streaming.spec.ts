/** No spam is ever painted: infected pages come in slow pieces and every frame is looked at. */

import type { Page } from '@playwright/test';
import { Stream } from '../../../tools/browsers/pages.ts';
import { expect, test } from '../harness/chromium.ts';
import { pass } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { stored } from '../ui/helpers.ts';
import { openBar, press, set } from './helpers.ts';
import { article, farm, HEAD, HONEST, INFECTED, OWN_WORDS, page as whole } from './pages.ts';
import { registered } from './quiet.ts';
import { cut, type Frames, frames, isProbeHidden, PROBE, paintedLinks, RECORDER } from './recorder.ts';

const URL_ = 'http://news.example.com/slow.html';

// What is shown here is that nothing is painted before it is judged; what the model makes of half a page is its own
// matter.
test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

/** Between two pieces of a page, in ms. */
const BETWEEN_MS = 40;
const BETWEEN = 'a page that comes slowly';

/** Frames that are looked at after all has come: what is wrong in one of them would be painted. */
const FRAMES_AFTER = 18;

/** What the recorder has counted some frames from now. */
async function framesLater(page: Page): Promise<Frames> {
  const { all } = await page.evaluate(frames);
  await expect.poll(async () => (await page.evaluate(frames)).all).toBeGreaterThan(all + FRAMES_AFTER);
  return page.evaluate(frames);
}

/** So many links of the farm are a farm to the model; the first of them, come alone, might be anything. */
const FEW_LINKS = 8;

const INFECTED_RECORDED = INFECTED.replace('</head>', `${RECORDER}</head>`);

for (const size of [97, 401, 1999]) {
  test(`paints no spam of a page that comes in pieces of ${size} characters`, async ({ page, pages }) => {
    const stream = new Stream();
    const url = pages.serve(URL_, stream);
    const [head = '', body = ''] = INFECTED_RECORDED.split(/(?<=<body>)/);
    stream.write(head + PROBE);
    await page.goto(url, { waitUntil: 'commit' });
    // The user's words must have been read before any of them comes.
    await expect.poll(() => page.evaluate(isProbeHidden)).toBe(true);
    for (const piece of cut(body, size)) {
      stream.write(piece);
      await pass(BETWEEN_MS, BETWEEN);
    }
    stream.end();
    await page.waitForLoadState('load');
    const result = await framesLater(page);
    expect(result).toMatchObject({ dirty: 0, first: '' });
    expect(await page.evaluate(paintedText)).toContain(HONEST[3]);
  });
}

for (const size of [401, 100_000]) {
  test(`paints no farm by the model alone, before any setting has come, in pieces of ${size} characters`, async ({
    page,
    pages,
    extension,
  }) => {
    await set(await extension.worker(), { 'settings.words': { spam: [], honest: [] } });
    const stream = new Stream();
    const url = pages.serve(URL_, stream);
    const html = whole(`${article()}<footer>${farm()}</footer>`, RECORDER);
    const [first = '', ...rest] = cut(html, size);
    stream.write(first);
    await page.goto(url, { waitUntil: 'commit' });
    for (const piece of rest) {
      await pass(BETWEEN_MS, BETWEEN);
      stream.write(piece);
    }
    stream.end();
    await page.waitForLoadState('load');
    const result = await framesLater(page);
    expect(result.links, result.first).toBeLessThanOrEqual(size < html.length ? FEW_LINKS : 0);
    expect(await page.evaluate(paintedLinks)).toBe(0);
  });
}

test('paints no farm that a script puts into a quiet page, before any setting was asked for', async ({
  page,
  pages,
  extension,
}) => {
  await set(await extension.worker(), { 'settings.words': { spam: [], honest: [] } });
  await expect.poll(async () => (await extension.worker()).evaluate(registered)).toEqual([]);
  await page.goto(pages.serve(URL_, whole(`${article().repeat(150)}<div id="slot"></div>`, RECORDER)));
  await framesLater(page);
  await page.evaluate((html) => {
    (document.getElementById('slot') as HTMLElement).innerHTML = html;
  }, farm());
  const result = await framesLater(page);
  expect(result).toMatchObject({ links: 0, first: '' });
  expect(await page.evaluate(paintedLinks)).toBe(0);
});

test('paints no spam that a script inserts later', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, whole(`${PROBE}${article()}<div id="slot"></div>`, RECORDER)));
  await expect.poll(() => page.evaluate(isProbeHidden)).toBe(true);
  await page.evaluate(
    async ([block, line]) => {
      const slot = document.getElementById('slot') as HTMLElement;
      for (let round = 0; round < 20; round++) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (round % 3 === 0) slot.insertAdjacentHTML('beforeend', block as string);
        else if (round % 3 === 1) slot.append(line as string);
        else slot.innerHTML = `<p>${line}</p>`;
      }
    },
    [farm(8), HEAD],
  );
  const result = await framesLater(page);
  expect(result).toMatchObject({ dirty: 0, first: '' });
});

test('paints no spam that a script puts in front of what has been read, while the page still loads', async ({
  page,
  pages,
}) => {
  const stream = new Stream();
  const block = JSON.stringify(farm(24)).replaceAll('</', '<\\/');
  const write = `<script>setTimeout(() => { document.getElementById('slot').innerHTML = ${block}; }, 400)</script>`;
  const [start = '', end = ''] = whole(`<div id="slot"></div>${article()}${write}<!--cut-->`, RECORDER).split(
    '<!--cut-->',
  );
  const url = pages.serve(URL_, stream);
  stream.write(start);
  await page.goto(url, { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('#slot a').length)).toBeGreaterThan(0);
  const result = await framesLater(page);
  expect(await page.evaluate(() => document.readyState)).toBe('loading');
  expect(result).toMatchObject({ dirty: 0, first: '' });
  stream.end(end);
  await page.waitForLoadState('load');
});

test('hides nothing for a moment where nothing is to be hidden: sites, kept texts, while pausing', async ({
  page,
  pages,
  extension,
}) => {
  const worker = await extension.worker();
  await set(worker, { 'settings.words': { spam: [], honest: [] } });
  const counting =
    '<script>window.marked = 0; new MutationObserver((all) => {' +
    "marked += all.filter(({ attributeName }) => attributeName !== 'style').length; })" +
    '.observe(document, { attributes: true, subtree: true });</script>';
  const url = pages.serve(URL_, whole(`${farm(24)}${article()}`, RECORDER + counting));
  const marked = async (): Promise<number> => {
    await page.goto(url);
    await framesLater(page);
    return page.evaluate(() => Reflect.get(window, 'marked') as number);
  };
  expect(await marked()).toBeGreaterThan(0);
  await openBar(page);
  await press(page, '不是垃圾');
  await expect.poll(() => stored(worker, 'keeps')).toHaveLength(1);
  const none = { 'settings.allowedSites': [], 'settings.pause': null, 'settings.keeps': [] };
  for (const [settings, ids] of [
    [{ 'settings.keeps': await stored(worker, 'keeps') }, ['ask-early', 'wait']],
    [{ 'settings.allowedSites': ['example.com'] }, ['wait']],
    [{ 'settings.pause': 'forever' }, ['wait']],
  ] as const) {
    await set(worker, { ...none, ...settings });
    await expect.poll(() => worker.evaluate(registered)).toEqual(ids);
    // The browser brings a script that is registered to its processes later.
    await expect.poll(marked).toBe(0);
    expect(await marked()).toBe(0);
    await set(worker, none);
    await expect.poll(() => worker.evaluate(registered)).toEqual([]);
  }
  await expect.poll(marked).toBeGreaterThan(0);
});

test('the recorder sees spam where the sweep is off', async ({ page, pages, extension }) => {
  await set(await extension.worker(), { 'settings.pause': 'forever' });
  await page.goto(pages.serve(URL_, INFECTED_RECORDED));
  await expect.poll(async () => (await page.evaluate(frames)).dirty).toBeGreaterThan(0);
});
