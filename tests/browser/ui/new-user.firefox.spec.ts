/** The first minutes of a new user in Firefox, as in the other browser. */
import { expect, test } from '../harness/firefox.ts';
import { INFECTED } from './pages.ts';
import { switchAndPause } from './switching.ts';

// The story begins with the install.
test.use({ fresh: true });

const SPAM = '娱乐城';

test('install, welcome, a page with spam, the popup, the site’s switch, a pause, the options, a report', async ({
  pages,
  firefox,
}) => {
  const welcome = await firefox.find('welcome.html');
  await expect.poll(() => welcome.text()).toContain('安心读正文');

  const tab = await firefox.open(pages.serve('http://news.example.com/a.html', INFECTED));
  const shows = () => expect.poll(() => tab.text()).toContain(SPAM);
  const hides = () => expect.poll(() => tab.text()).not.toContain(SPAM);
  await hides();
  await tab.waitFor(() => document.querySelector('[aria-label^="已折叠"]') !== null);
  const popup = await firefox.openPopup(tab);
  await expect.poll(() => popup.text()).toContain('1 处垃圾已折叠');
  await popup.press('button', '显示');
  await shows();
  await popup.press('button', '折叠');
  await hides();
  await popup.press('button', '不是垃圾');
  await shows();
  await popup.press('button', '撤销');
  await hides();
  await switchAndPause(popup, shows, hides);
  await popup.press('button', '设置');
  const settings = await firefox.find('options.html');
  await expect.poll(() => settings.text()).toContain('扫蛛设置');

  const again = await firefox.openPopup(tab);
  await again.press('button', '报告误判');
  const report = await firefox.find('report.html');
  await expect.poll(() => report.text()).toContain('误判：正常内容被折叠');
  await shows();
  await report.press('button', '以后再说');
  await settings.activate();
  await expect.poll(() => settings.text()).toContain('news.example.com 误判：正常内容被折叠');
  expect(pages.strays()).toEqual([]);
});
