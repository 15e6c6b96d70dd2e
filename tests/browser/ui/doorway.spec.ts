/** A page with nothing honest on it: said so in the page and in the popup, hidden only when asked. */
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { buttons, press } from '../sweep/helpers.ts';
import { badgeOf, expectAccessible, openPanel, tabOf } from './helpers.ts';
import { DOORWAY } from './pages.ts';

const LINE = '玩龙虎斗真人棋牌平台，下注7元起';

for (const scheme of ['light', 'dark'] as const) {
  test(`the bar says so, and hides and shows all on request (${scheme})`, async ({ pages, page, extension }) => {
    await page.goto(pages.serve('http://door.example.com/', DOORWAY));
    const names = async () => (await buttons(page)).map(({ name }) => name);
    await expect.poll(names).toEqual([expect.stringMatching(/^折叠 \d+ 处$/), '关闭']);
    const seen = () => page.evaluate(paintedText);
    expect(await seen()).toContain(LINE);
    expect(await badgeOf(extension, await tabOf(extension, page))).toBe('');
    const panel = await openPanel(extension, page);
    await panel.emulateMedia({ colorScheme: scheme });
    await expect(panel.getByText('这一页几乎全是垃圾内容')).toBeVisible();
    await expect(panel.getByRole('button', { name: '全部显示' })).toBeDisabled();
    await expectAccessible(panel);
    await page.bringToFront();
    await press(page, /^折叠 \d+ 处$/);
    await expect.poll(seen).not.toContain(LINE);
    await press(page, '全部显示');
    await expect.poll(seen).toContain(LINE);
    await press(page, '关闭');
    await expect.poll(names).toEqual([]);
    await panel.bringToFront();
    await panel.getByRole('button', { name: '全部折叠' }).click();
    await expect.poll(seen).not.toContain(LINE);
  });
}
