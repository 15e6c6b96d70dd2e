import { readFile } from 'node:fs/promises';
import { readFrames } from '../../../tools/start/list-findings.ts';
import { convert, damage } from '../../unit/text/artefact/damage.ts';
import { PROSE } from '../../unit/text/artefact/prose.ts';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { markup, set } from '../sweep/helpers.ts';

const URL_ = 'http://www.mirror.example/article.html';
const HONEST = PROSE.map(convert);
const DAMAGED = damage(HONEST, { depth: 60, form: 'toned', decoder: 'question' });
const bodyOf = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>農業技術(shù)的進步</title></head><body>
${bodyOf(DAMAGED)}
</body></html>`;

test('a mirrored page reads as the original: in the page, in the tab, in the popup', async ({
  pages,
  extension,
  page,
}) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(HONEST);
  await expect.poll(() => page.title()).toBe('農業技術的進步');
  const popup = await extension.openPopup();
  const [frame] = await readFrames(popup);
  await popup.close();
  expect(frame).toMatchObject({ verdict: 'mirror', findings: [] });
  expect(frame?.repaired).toBeGreaterThan(80);
  expect(frame?.search).toBe('農業技術的進步');
  expect(frame?.pageReasons.map(({ code }) => code)).toContain('artefact');
});

test('a hijacked title of a mirrored page gives way to the repaired heading, and comes back with a pause', async ({
  pages,
  extension,
  page,
}) => {
  await page.goto(pages.serve(URL_, await readFile('tests/fixtures/demo/news.html', 'utf8')));
  const heading = '臨潮港用舊漁網造浮島，候鳥數量三年翻了一番';
  await expect.poll(() => page.title()).toBe(heading);
  const popup = await extension.openPopup();
  const [frame] = await readFrames(popup);
  await popup.close();
  expect(frame?.title?.repaired).toBe(heading);
  expect(frame?.search).toBe(heading);
  await set(await extension.worker(), { 'settings.pause': 'forever' });
  await expect.poll(() => page.title()).toContain('娱乐城');
});

test('a pause brings every original back, and its end the repairs', async ({ pages, extension, page }) => {
  await page.goto(pages.serve(URL_, PAGE));
  const worker = await extension.worker();
  await set(worker, { 'settings.pause': 'forever' });
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(DAMAGED);
  const before = await markup(page);
  await set(worker, { 'settings.pause': null });
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(HONEST);
  await set(worker, { 'settings.pause': 'forever' });
  await expect.poll(() => markup(page)).toEqual(before);
});

test('spam inside a repaired sentence shows and hides again without the sentence losing anything', async ({
  pages,
  extension,
  page,
}) => {
  const demo = await readFile('tests/fixtures/demo/news.html', 'utf8');
  const url = pages.serve(URL_, demo);
  const sentence = () =>
    page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find((one) => one.textContent?.startsWith('漁民的'));
      return paragraph?.textContent;
    });
  await page.goto(url);
  const spam = '网上赌场开户送彩金，小额贷款秒批无抵押，高清电影在线观看。';
  const before = '漁民的態度也在轉變。五十七歲的船老大周啟運一開始把浮島當作麻煩，擔心它會纏住螺旋槳。';
  const after = '“后來發現，浮島下面小魚特別多。”他現在每個月用兩天時間幫項目運送材料，每次收入一百八十元。';
  const swept = `${before}⋯${after}`;
  await expect.poll(sentence).toEqual(swept);
  const popup = await extension.openPopup();
  const press = (nth: number) =>
    popup.waitFor((at) => {
      const button = document.querySelectorAll<HTMLButtonElement>('.all button')[at];
      const isReady = button?.disabled === false;
      if (isReady) button.click();
      return isReady;
    }, nth);
  await press(0);
  await expect.poll(sentence).toEqual(before + spam + after);
  await press(1);
  await expect.poll(sentence).toEqual(swept);
  await popup.close();
  await set(await extension.worker(), { 'settings.pause': 'forever' });
  await expect.poll(async () => (await markup(page)).html).not.toContain('當作');
  const left = await markup(page);
  await page.goto(url);
  // On a busy machine a page may be swept by the defaults until it hears of the pause.
  await expect.poll(() => markup(page)).toEqual(left);
});

test('on request a converted page is shown in Simplified, and an honest Traditional one never', async ({
  pages,
  extension,
  page,
}) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(HONEST);
  const worker = await extension.worker();
  await set(worker, { 'settings.simplify': true });
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(PROSE);
  const native = HONEST.map((text) =>
    text.replaceAll('于', '於').replaceAll('后', '後').replaceAll('并', '並').replaceAll('里', '裡'),
  );
  await page.goto(pages.serve('http://news.example.com.tw/', `<!doctype html>${bodyOf(native)}`));
  await stays(
    1500,
    () => page.locator('p').allTextContents(),
    (texts) => expect(texts).toEqual(native),
  );
});

test('text that comes later is repaired too', async ({ pages, page }) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => page.locator('p').allTextContents()).toEqual(HONEST);
  await page.evaluate((text) => {
    const added = document.createElement('p');
    added.textContent = text;
    document.body.append(added);
  }, DAMAGED[0] ?? '');
  await expect.poll(() => page.locator('p').allTextContents()).toEqual([...HONEST, HONEST[0]]);
});
