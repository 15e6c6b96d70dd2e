/** What a page's process and a file can do in Firefox, and what they can't: see page-process.spec.ts and trust.spec.ts for Chromium. */
import type { Tab } from '../../../tools/browsers/tab.ts';
import { draft } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/firefox.ts';
import { article, page as whole } from '../sweep/pages.ts';
import { INFECTED } from './pages.ts';

// They fill the storage, end the extension and update it.
test.use({ fresh: true });

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

interface Injection {
  readonly target: { readonly tabId: number };
  readonly func: (message: unknown) => Promise<unknown>;
  readonly args: readonly unknown[];
}

/** What these tests use of the extension's API, inside its own pages. */
declare const browser: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly scripting: { executeScript(what: Injection): Promise<readonly { readonly result?: unknown }[]> };
  readonly storage: {
    readonly local: { get(key: string | null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
  readonly tabs: { query(what: { readonly url: string }): Promise<readonly { readonly id: number }[]> };
};

const store = (own: Tab, items: object) => own.evaluate((all) => browser.storage.local.set(all), items);
const stored = (own: Tab, name: string) =>
  own.evaluate(async (key) => (await browser.storage.local.get(key))[key], `settings.${name}`);
const seen = (tab: Tab) => tab.evaluate(() => document.body.innerText);

/** Sends a request out of the world that the content script runs in; what is answered, or how it failed. */
const fromPage = (own: Tab, name: string, data: unknown): Promise<unknown> =>
  own.evaluate(
    async (message) => {
      const [tab] = await browser.tabs.query({ url: 'http://news.example.com/*' });
      const [answer] = await browser.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        args: [message],
        func: async (asked) => {
          try {
            return (await browser.runtime.sendMessage(asked)) ?? 'nothing';
          } catch (error) {
            return `failed: ${String(error)}`;
          }
        },
      });
      return answer?.result;
    },
    { saozhu: name, data },
  );

test('a page’s process learns and decides of its own site alone, and changes no settings', async ({
  pages,
  firefox,
}) => {
  const tab = await firefox.open(pages.serve(URL_, INFECTED));
  const own = await firefox.open(firefox.url('options.html'));
  const keep = { site: 'clinic.example', fingerprint: 'f', made: 1, used: 1, label: '某科室' };
  await store(own, { 'settings.allowedSites': ['bank.example'], 'settings.keeps': [keep] });
  const told = await fromPage(own, 'page.settings', null);
  expect(told).toMatchObject({ allowed: false, keeps: [], ownHides: [] });
  expect(JSON.stringify(told)).not.toMatch(/clinic|bank|某科室/);
  for (const change of [{ type: 'allowSite', site: 'com' }, { type: 'reset' }])
    expect(await fromPage(own, 'settings.change', change)).toMatch(/^(nothing|failed)/);
  expect(await stored(own, 'allowedSites')).toEqual(['bank.example']);
  const mine = { type: 'remember', list: 'keeps', site: 'bank.example', fingerprint: 'mine', label: '' };
  expect(await fromPage(own, 'site.change', mine)).toEqual({ ok: true });
  expect(await stored(own, 'keeps')).toMatchObject([keep, { site: 'news.example.com', fingerprint: 'mine' }]);
  await tab.activate();
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
});

test('a page that tries out words learns none', async ({ pages, firefox }) => {
  const names = ['王小明', '李建国', '糖尿病', '南山小区', '红星中学', '抑郁症', '人民医院'];
  const own = await firefox.open(firefox.url('options.html'));
  await store(own, { 'settings.words': { spam: names, honest: [] } });
  const lines = (words: readonly string[], size: string) =>
    words.map((word) => `<p class="try" style="font-size:${size}">${word}</p>`).join('');
  const gone = (tab: Tab) =>
    tab.evaluate(
      // The first one hidden is the bar of all, and has a box; its words have no size.
      () =>
        [...document.querySelectorAll('.try')].filter(
          (line) => line.getClientRects().length === 0 || line.hasAttribute('aria-label'),
        ).length,
    );
  const few = await firefox.open(pages.serve(URL_, whole(`${article()}${lines(names.slice(0, 2), '16px')}`)));
  await expect
    .poll(async () => {
      await few.activate();
      return gone(few);
    })
    .toBe(2);
  const many = await firefox.open(
    pages.serve('http://news.example.com/b.html', whole(`${article()}${lines([...names, '张三丰'], '2px')}`)),
  );
  const popup = await firefox.openPopup();
  await popup.waitFor(() => document.body.textContent.includes('像是在试探它们'));
  await popup.close();
  expect(await gone(many)).toBe(0);
});

test('a report open in two pages keeps what was written in each; one of no date stops neither page', async ({
  firefox,
}) => {
  const report = draft();
  const bad = draft({ id: 'b'.repeat(32), made: 9e15, changed: 9e15 });
  const own = await firefox.open(firefox.url('options.html'));
  await store(own, { [`report.${report.id}`]: report, [`report.${bad.id}`]: bad });
  await own.waitFor(() => document.querySelectorAll('#history li').length === 1);
  const url = firefox.url(`report.html?draft=${report.id}`);
  const one = await firefox.open(url);
  await one.waitFor(() => document.querySelector('.note textarea') !== null);
  const other = await firefox.open(url);
  await other.click('[type=checkbox]');
  await one.waitFor(() => document.querySelector<HTMLInputElement>('[type=checkbox]')?.checked === false);
  await one.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('.note textarea');
    if (field === null) return;
    field.value = '第一页的说明';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await other.waitFor(() => document.querySelector<HTMLTextAreaElement>('.note textarea')?.value === '第一页的说明');
  expect(await other.evaluate(() => document.querySelector<HTMLInputElement>('[type=checkbox]')?.checked)).toBe(false);
});
