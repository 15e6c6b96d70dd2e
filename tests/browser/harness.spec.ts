import { Stream } from '../../tools/browsers/pages.ts';
import { expect, test } from './harness/chromium.ts';
import { textLines } from './harness/visible.ts';

// The harness itself is on trial, its start too.
test.use({ fresh: true });

test.describe('the Chromium harness', () => {
  test('serves pages on any host, refuses the rest and remembers it', async ({ pages, page, extension }) => {
    const url = pages.serve(
      'http://news.example.com/a.html',
      '<title>标题</title><p>正文<img src="http://cdn.example.net/x.png">',
    );
    await page.goto(url);
    expect(await page.title()).toBe('标题');
    expect(pages.strays().map((seen) => seen.url)).toEqual(['http://cdn.example.net/x.png']);
    expect(extension.id).toMatch(/^[a-p]{32}$/);
  });

  test('serves a page piece by piece', async ({ pages, page }) => {
    const stream = new Stream();
    const url = pages.serve('http://localhost:8080/slow', stream);
    stream.write('<!doctype html><p>第一段</p>');
    await page.goto(url, { waitUntil: 'commit' });
    await expect(page.locator('p')).toHaveCount(1);
    stream.end('<p>第二段</p><p hidden>第三段</p>');
    await expect(page.locator('p')).toHaveCount(3);
    expect(await page.evaluate(textLines)).toEqual([
      { text: '第一段', shown: true },
      { text: '第二段', shown: true },
      { text: '第三段', shown: false },
    ]);
  });

  test('opens the real toolbar popup in the wanted language', async ({ pages, page, extension }) => {
    await page.goto(pages.serve('http://news.example.com/', '<p>正文'));
    const popup = await extension.openPopup();
    expect(await popup.evaluate(() => navigator.language)).toBe('zh-CN');
    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    await popup.close();
  });
});
