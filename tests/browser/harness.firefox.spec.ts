import { expect, test } from './harness/firefox.ts';
import { textLines } from './harness/visible.ts';

// The harness itself is on trial, its start too.
test.use({ fresh: true });

test.describe('the Firefox harness', () => {
  test('serves pages on any host, refuses the rest and opens pages of the extension', async ({ pages, firefox }) => {
    const url = pages.serve(
      'http://news.example.com/a.html',
      '<title>标题</title><p>正文<img src="http://cdn.example.net/x.png"><p hidden>无',
    );
    const tab = await firefox.open(url);
    expect(await tab.title()).toBe('标题');
    expect(await tab.evaluate(textLines)).toEqual([
      { text: '正文', shown: true },
      { text: '无', shown: false },
    ]);
    // Firefox asks again for a picture that was not found.
    expect(new Set(pages.strays().map((seen) => seen.url))).toEqual(new Set(['http://cdn.example.net/x.png']));
    const popup = await firefox.openPopup();
    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    const own = await firefox.open(firefox.url('options.html'));
    expect(await own.evaluate(() => navigator.language)).toBe('zh-CN');
  });
});
