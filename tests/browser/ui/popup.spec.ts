/** The popup on a swept page, by role and name; the last test opens the real one in the toolbar. */
import { expect, test } from '../harness/chromium.ts';
import { seenText as seen } from '../sweep/helpers.ts';
import {
  badgeOf,
  expectAccessible,
  focused,
  openPopupInTab,
  rowsOf as rows,
  store,
  stored,
  tabOf,
  tabTo,
} from './helpers.ts';
import { INFECTED } from './pages.ts';

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

test.describe('the popup on a swept page', () => {
  test.beforeEach(async ({ pages, page }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seen(page)).not.toContain(SPAM);
  });

  test('counts and lists what is hidden, and shows and hides all of it', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    await expect(popup.getByRole('status')).toContainText('处垃圾已折叠');
    const count = await rows(popup).count();
    expect(count).toBeGreaterThan(0);
    await expect(popup.getByRole('status')).toContainText(`${count} 处`);
    expect(await badgeOf(extension, await tabOf(extension, page))).toBe(String(count));
    await popup.getByRole('button', { name: '全部显示' }).click();
    await expect.poll(() => seen(page)).toContain(SPAM);
    await expect(popup.getByRole('status')).toContainText('0 处');
    await expect(popup.getByRole('button', { name: '全部显示' })).toBeDisabled();
    await popup.getByRole('button', { name: '全部折叠' }).click();
    await expect.poll(() => seen(page)).not.toContain(SPAM);
  });

  test('blurs the words until they are pointed at', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    const words = rows(popup).first().locator('.snippet');
    await expect(words).toHaveCSS('filter', 'blur(5px)');
    await rows(popup).first().hover();
    await expect(words).toHaveCSS('filter', 'none');
    await popup.mouse.move(0, 0);
    await expect(words).toHaveCSS('filter', 'blur(5px)');
    await rows(popup).first().getByRole('button').first().focus();
    await expect(words).toHaveCSS('filter', 'none');
  });

  test('shows and hides one entry, and scrolls to it', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    const total = await rows(popup).count();
    const last = rows(popup).last();
    await last.getByRole('button', { name: '显示', exact: true }).click();
    await expect.poll(() => seen(page)).toContain(SPAM);
    await expect(popup.getByRole('status')).toContainText(`${total - 1} 处`);
    await page.evaluate(() => document.body.style.setProperty('padding-top', '4000px'));
    await page.evaluate(() => scrollTo(0, 0));
    await last.getByRole('button').first().click();
    await page.bringToFront();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await popup.bringToFront();
    await last.getByRole('button', { name: '折叠', exact: true }).click();
    await expect.poll(() => seen(page)).not.toContain(SPAM);
  });

  test('remembers “not spam” for the site, and forgets it again', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    const row = popup.getByRole('listitem').first();
    await row.getByRole('button', { name: '不是垃圾' }).click();
    await expect(row).toContainText('已记住：这不是垃圾');
    await expect.poll(() => seen(page)).toContain(SPAM);
    const keeps = async () => ((await stored(popup, 'keeps')) ?? []) as { site: string }[];
    await expect.poll(async () => (await keeps()).map((keep) => keep.site)).toEqual(['news.example.com']);
    await row.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => seen(page)).not.toContain(SPAM);
    await expect.poll(keeps).toEqual([]);
  });

  test('opens the report page on an entry', async ({ page, extension, context }) => {
    const popup = await openPopupInTab(extension, page);
    const opened = context.waitForEvent('page');
    await rows(popup).first().getByRole('button', { name: '报告误判' }).click();
    expect((await opened).url()).toContain('/report.html?draft=');
  });

  test('allows the site at once in all its tabs, then its whole domain, and sweeps again', async ({
    pages,
    page,
    extension,
    context,
  }) => {
    const other = await context.newPage();
    await other.goto(pages.serve('http://sport.example.com/b.html', INFECTED));
    await expect.poll(() => seen(other)).not.toContain(SPAM);
    const popup = await openPopupInTab(extension, page);
    const power = popup.getByRole('switch', { name: '在 news.example.com 上清扫' });
    await expect(power).toBeChecked();
    await power.click();
    await expect(power).not.toBeChecked();
    await expect.poll(() => seen(page)).toContain(SPAM);
    expect(await seen(other)).not.toContain(SPAM);
    const tab = await tabOf(extension, page);
    await expect.poll(() => badgeOf(extension, tab)).toBe('');
    await popup.getByRole('radio', { name: 'example.com 的全部网站' }).check();
    await expect.poll(() => seen(other)).toContain(SPAM);
    await popup.getByRole('radio', { name: 'news.example.com', exact: true }).check();
    await expect.poll(() => seen(other)).not.toContain(SPAM);
    expect(await seen(page)).toContain(SPAM);
    await power.click();
    await expect(power).toBeChecked();
    await expect.poll(() => seen(page)).not.toContain(SPAM);
  });

  test('pauses everywhere in three ways, and resumes', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    for (const [way, sentence] of [
      ['一小时', '自动恢复'],
      ['直到浏览器重新启动', '直到浏览器重新启动'],
      ['直到我重新打开', '所有网站都已暂停。'],
    ] as const) {
      await popup.getByRole('button', { name: '暂停' }).click();
      await popup.getByRole('button', { name: way }).click();
      await expect(popup.getByRole('status')).toContainText(sentence);
      await expect.poll(() => seen(page)).toContain(SPAM);
      if (way === '一小时')
        expect(Math.abs(Number(await stored(popup, 'pause')) - Date.now() - 3_600_000)).toBeLessThan(60_000);
      await popup.getByRole('status').getByRole('button', { name: '恢复清扫' }).click();
      await expect.poll(() => seen(page)).not.toContain(SPAM);
    }
  });

  test('ends an hour’s pause by itself, in the page too', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    await store(popup, 'pause', Date.now() + 2500);
    await expect.poll(() => seen(page)).toContain(SPAM);
    await expect.poll(() => seen(page)).not.toContain(SPAM);
    await expect(popup.getByRole('button', { name: '暂停' })).toBeVisible();
  });

  test('can be used by keyboard alone', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    await expect(rows(popup).first()).toBeVisible();
    await tabTo(popup, '暂停');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('button', { name: '一小时' })).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('button', { name: '一小时' })).toBeHidden();
    expect(await focused(popup)).toBe('暂停');
    await tabTo(popup, '在 news.example.com 上清扫');
    await popup.keyboard.press('Space');
    await expect.poll(() => seen(page)).toContain(SPAM);
    await popup.keyboard.press('Space');
    await expect.poll(() => seen(page)).not.toContain(SPAM);
    await tabTo(popup, '显示');
    await popup.keyboard.press('Enter');
    await expect.poll(() => seen(page)).toContain(SPAM);
    await expect.poll(() => focused(popup)).toBe('折叠');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds wrong (${scheme})`, async ({ page, extension }) => {
      const popup = await openPopupInTab(extension, page);
      await popup.emulateMedia({ colorScheme: scheme });
      await expect(rows(popup).first()).toBeVisible();
      await expectAccessible(popup);
      await popup.getByRole('button', { name: '暂停' }).click();
      await expectAccessible(popup);
      await popup.keyboard.press('Escape');
      await popup.getByRole('switch').click();
      await expect(popup.getByRole('radio').first()).toBeVisible();
      await expectAccessible(popup);
    });
  }

  test('fits a screen of 360 pixels', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    await popup.setViewportSize({ width: 360, height: 640 });
    await expect(rows(popup).first()).toBeVisible();
    const session = await popup.context().newCDPSession(popup);
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'hover', value: 'none' },
        { name: 'pointer', value: 'coarse' },
      ],
    });
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 360,
      height: 640,
      deviceScaleFactor: 1,
      mobile: true,
    });
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test('the real popup in the toolbar knows its tab and acts on it', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  await page.bringToFront();
  const popup = await extension.openPopup();
  await popup.waitFor(() => document.querySelector('[role=switch][aria-checked=true]') !== null);
  expect(await popup.text()).toContain('news.example.com');
  await popup.click('[role=switch]');
  await expect.poll(() => seen(page)).toContain(SPAM);
  await popup.click('[role=switch]');
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  await popup.close();
  expect(pages.strays()).toEqual([]);
});
