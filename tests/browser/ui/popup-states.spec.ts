/** The popup where nothing is hidden, and where very much is. */
import { expect, test } from '../harness/chromium.ts';
import { article, page as whole } from '../sweep/pages.ts';
import { expectAccessible, openPopupInTab, rowsOf as rows } from './helpers.ts';

const URL_ = 'http://news.example.com/a.html';

test('says so where there is nothing to do', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, whole(article())));
  const popup = await openPopupInTab(extension, page);
  await expect(popup.getByRole('status')).toHaveText('这一页没有发现垃圾内容。');
  await page.goto(pages.serve('http://news.example.com/en.html', '<!doctype html><p>Plain English text.'));
  await expect(popup.getByRole('status')).toHaveText('这一页没有中文，不需要清扫。');
});

test('says so where no extension may run, and offers nothing that would not help', async ({ page, extension }) => {
  await page.goto('about:blank');
  await page.goto('chrome://version');
  const popup = await openPopupInTab(extension, page);
  await expect(popup.getByRole('status')).toHaveText('扫蛛没有在这一页运行。');
  await expect(popup.getByText('浏览器不让扫蛛在这里运行')).toBeVisible();
  await expect(popup.getByRole('button', { name: '重新载入此页' })).toHaveCount(0);
  await expectAccessible(popup);
});

test('draws every one of many findings', async ({ page, extension }) => {
  const findings = Array.from({ length: 300 }, (_, at) => ({
    id: `f${at}`,
    kind: at % 2 === 0 ? 'farm' : 'injected',
    state: 'hidden',
    snippet: `第${at}处`,
    reasons: [],
  }));
  const state = {
    frame: 'a',
    top: true,
    url: URL_,
    status: 'on',
    verdict: 'infected',
    title: null,
    repaired: 0,
    findings,
  };
  // A page that has so many would try the detector; here the popup is tried, on a line that answers as such a page
  // would.
  await page.addInitScript((told) => {
    const scope = globalThis as unknown as { chrome: { tabs: object }; browser?: { tabs: object } };
    const nothing = { addListener: () => undefined };
    const onMessage = {
      addListener: (listener: (event: object) => void) => setTimeout(() => listener({ type: 'state', state: told })),
    };
    const port = { onMessage, onDisconnect: nothing, postMessage: () => undefined, disconnect: () => undefined };
    for (const api of [scope.chrome, scope.browser]) if (api) Object.assign(api.tabs, { connect: () => port });
  }, state);
  await page.goto(extension.url('popup.html?tab=1'));
  await expect(page.getByRole('status')).toContainText('300 处');
  await expect(rows(page)).toHaveCount(300);
  await expect(page.getByRole('list', { name: '垃圾链接列表' }).getByRole('listitem')).toHaveCount(150);
});
