/**
 * The first minutes of a new user, from the page of the first day to a report, in one go and in the real toolbar popup.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { openBar, press } from '../sweep/helpers.ts';
import { stored } from './helpers.ts';
import { INFECTED } from './pages.ts';
import { switchAndPause } from './switching.ts';

// The story begins with the install.
test.use({ fresh: true });

const SPAM = '娱乐城';

test('install, welcome, a page with spam, its bar, the popup, the site’s switch, a pause, the options, a report', async ({
  pages,
  page,
  extension,
  context,
}) => {
  const seen = () => page.evaluate(paintedText);
  const shows = () => expect.poll(seen).toContain(SPAM);
  const hides = () => expect.poll(seen).not.toContain(SPAM);
  const welcome = context.pages().find((one) => one.url().endsWith('/welcome.html')) as Page;
  await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('安心读正文');

  await page.goto(pages.serve('http://news.example.com/a.html', INFECTED));
  await hides();
  await openBar(page);
  await press(page, '显示');
  await shows();
  await press(page, '重新折叠');
  await hides();
  await press(page, '不是垃圾');
  await shows();

  const popup = await extension.openPopup(page);
  await expect.poll(() => popup.text()).toContain('已记住：这不是垃圾');
  await popup.press('button', '撤销');
  await hides();
  await expect.poll(() => popup.text()).toContain('1 处垃圾已折叠');
  await switchAndPause(popup, shows, hides);
  const options = context.waitForEvent('page');
  await popup.press('button', '设置');
  const settings = await options;
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('扫蛛设置');
  await settings.getByRole('radio', { name: '小标记' }).check();
  await expect.poll(() => stored(settings, 'bars')).toBe('mark');

  const again = await extension.openPopup(page);
  const opened = context.waitForEvent('page');
  await again.press('button', '报告误判');
  const report = await opened;
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('误判：正常内容被折叠');
  await shows();
  const saving = report.waitForEvent('download');
  await report.getByRole('button', { name: '保存为文件' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^saozhu-falsePositive-.*\.json$/);
  await settings.bringToFront();
  await expect(settings.getByRole('region', { name: '报告记录' }).getByRole('listitem')).toContainText('已保存为文件');
  expect(pages.strays()).toEqual([]);
});
