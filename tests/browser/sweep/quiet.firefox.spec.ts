/** The same pages in Firefox. */

import type { Firefox } from '../../../tools/browsers/firefox.ts';
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { storeSettings } from './helpers.ts';
import { INFECTED } from './pages.ts';
import { asked, countQuestions, OWN_WORD, QUIET, registered, WORDS } from './quiet.ts';

// They update the extension, and look at what the browser keeps of left pages.
test.use({ fresh: true });

const URL_ = 'http://news.example.com/a.html';

const seen = (tab: Tab) => tab.evaluate(paintedText);

async function set(firefox: Firefox, values: Record<string, unknown>): Promise<void> {
  const own = await firefox.open(firefox.url('options.html'));
  await own.evaluate(storeSettings, values);
  await own.close();
}

test('a quiet page sends no message, and one with spam asks once', async ({ pages, firefox }) => {
  const own = await firefox.open(firefox.url('report.html'));
  await own.evaluate(countQuestions);
  const tab = await firefox.open(pages.serve(URL_, QUIET));
  await stays(
    700,
    () => own.evaluate(asked),
    (all) => expect(all).toEqual([]),
  );
  await tab.goto(pages.serve(`${URL_}?spam`, INFECTED));
  await expect.poll(() => seen(tab)).not.toContain('娱乐城');
  expect((await own.evaluate(asked)).filter((name) => name === 'page.settings')).toHaveLength(1);
});

test('a word of the user’s acts on pages without a trade: open ones, new ones, and after an update', async ({
  pages,
  firefox,
}) => {
  const tab = await firefox.open(pages.serve(URL_, QUIET));
  const swept = async () => {
    await tab.activate();
    return seen(tab);
  };
  expect(await swept()).toContain(OWN_WORD);
  await set(firefox, WORDS);
  await expect.poll(swept).not.toContain(OWN_WORD);
  const own = await firefox.open(firefox.url('report.html'));
  await expect.poll(() => own.evaluate(registered)).toEqual(['ask-early']);
  await tab.goto(pages.serve(`${URL_}?new`, QUIET));
  await expect.poll(swept).not.toContain(OWN_WORD);
  await firefox.update();
  await tab.goto(pages.serve(`${URL_}?updated`, QUIET));
  await expect.poll(swept).not.toContain(OWN_WORD);
});

test('a word acts on a page without a trade that comes back from the cache', async ({ pages, firefox }) => {
  const tab = await firefox.open(pages.serve(URL_, QUIET));
  await tab.evaluate(() => void Object.assign(window, { mark: 'mine' }));
  await tab.goto(pages.serve('http://blog.example.org/', '<p>The council met on Tuesday.'));
  await set(firefox, WORDS);
  await tab.activate();
  await tab.evaluate(() => history.back());
  await expect.poll(() => tab.evaluate(() => location.host).catch(() => '')).toBe('news.example.com');
  expect(await tab.evaluate(() => Reflect.get(window, 'mark'))).toBe('mine');
  await expect.poll(() => seen(tab)).not.toContain(OWN_WORD);
});
