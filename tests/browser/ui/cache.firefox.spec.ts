/** Pages that come back from the back-forward cache, which Firefox keeps and the other harness turns off. */
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { paintedText } from '../harness/visible.ts';
import { INFECTED } from './pages.ts';

// It looks at what the browser keeps of left pages.
test.use({ fresh: true });

const SPAM = '娱乐城';

const seen = (tab: Tab) => tab.evaluate(paintedText);

test('a page from the back-forward cache is as it was left, and hears of what was set meanwhile', async ({
  pages,
  firefox,
}) => {
  const tab = await firefox.open(pages.serve('http://news.example.com/a.html', INFECTED));
  const swept = async () => {
    await tab.activate();
    return seen(tab);
  };
  await expect.poll(swept).not.toContain(SPAM);
  await tab.evaluate(() => void Object.assign(window, { mark: 'mine' }));
  const away = async () => tab.goto(pages.serve('http://news.example.com/b.html', '<p>第二页'));
  const back = async () => {
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/a.html');
    // The very page, not a new one of the same address.
    expect(await tab.evaluate(() => Reflect.get(window, 'mark'))).toBe('mine');
  };
  await away();
  await back();
  expect(await seen(tab)).not.toContain(SPAM);
  const bars = await tab.evaluate(() => document.querySelectorAll('body *').length);
  await away();
  const own = await firefox.open(firefox.url('options.html'));
  await own.waitFor(() => {
    const field = document.querySelector<HTMLInputElement>('#add-site');
    if (field === null) return false;
    field.value = 'example.com';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  });
  await own.click('#sites [type=submit]');
  await own.waitFor(() => document.querySelector('#sites [aria-label="移除 example.com"]') !== null);
  await tab.activate();
  await back();
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await away();
  await own.activate();
  await own.click('#sites [aria-label="移除 example.com"]');
  await own.waitFor(() => document.querySelector('#sites [aria-label="移除 example.com"]') === null);
  await tab.activate();
  await back();
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await expect.poll(() => tab.evaluate(() => document.querySelectorAll('body *').length)).toBe(bars);
});
