/**
 * A page with nothing honest on it: hidden like any other spam, and said in a corner of the page, in the popup and on
 * the badge.
 */

import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { buttons, press } from '../sweep/helpers.ts';
import { badgeOf, expectAccessible, openPopupInTab, tabOf } from './helpers.ts';
import { DOORWAY } from './pages.ts';

const LINE = '玩龙虎斗真人棋牌平台，下注7元起';

for (const scheme of ['light', 'dark'] as const) {
  test(`a doorway is hidden, said to be one once, and shown and hidden on request (${scheme})`, async ({
    pages,
    page,
    extension,
  }) => {
    const url = pages.serve('http://door.example.com/', DOORWAY);
    await page.goto(url);
    const names = async () => (await buttons(page)).map(({ name }) => name);
    await expect.poll(names).toEqual(expect.arrayContaining(['为什么', '关闭']));
    const seen = () => page.evaluate(paintedText);
    await expect.poll(seen).not.toContain(LINE);
    await expect.poll(async () => badgeOf(extension, await tabOf(extension, page))).not.toBe('');
    const popup = await openPopupInTab(extension, page);
    await popup.emulateMedia({ colorScheme: scheme });
    await expect(popup.getByText('这一页几乎全是垃圾内容')).toBeVisible();
    await expectAccessible(popup);
    await popup.getByRole('button', { name: '全部显示' }).click();
    await expect.poll(seen).toContain(LINE);
    await popup.getByRole('button', { name: '全部折叠' }).click();
    await expect.poll(seen).not.toContain(LINE);
    await page.bringToFront();
    await press(page, '关闭');
    await expect.poll(names).not.toContain('关闭');
    await page.goto(url);
    await expect.poll(seen).not.toContain(LINE);
    await stays(500, names, (found) => expect(found).not.toContain('关闭'));
    await popup.getByRole('button', { name: '还原本页' }).click();
    await expect.poll(seen).toContain(LINE);
    await expect(popup.getByText('本页已还原')).toBeVisible();
  });
}
