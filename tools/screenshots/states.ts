/** The states of the popup and of the options that a user meets beside the usual one. */
import type { Page } from '@playwright/test';

/** What the states are brought about with. */
export interface Stage {
  /** A page of the extension. */
  readonly own: Page;
  /** Opens the popup's page for a page of the web, in `own`. */
  readonly openPopup: (url: string) => Promise<void>;
  readonly url: (path: string) => string;
  readonly picture: (page: Page, name: string) => Promise<void>;
}

interface Api {
  readonly chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };
}

function store(own: Page, items: Record<string, unknown>): Promise<void> {
  return own.evaluate((values) => (globalThis as unknown as Api).chrome.storage.local.set(values), items);
}

/**
 * The popup: shown and kept entries, the menu of the pause, a pause, an allowed site, nothing found, nobody there, a
 * copy, a doorway.
 */
export async function popupStates(
  { own, openPopup, picture }: Stage,
  pages: Readonly<Record<string, string>>,
  clean: string,
): Promise<void> {
  const acts = (nth: number) => own.locator('.finding').nth(nth).locator('.acts button');
  await openPopup(pages.demo ?? '');
  await acts(0).nth(0).click();
  await acts(1).nth(1).click();
  await own.locator('.finding.kept').waitFor();
  await picture(own, 'popup-decided');
  await own.locator('.finding.kept .acts button').first().click();
  await own.locator('.pausing > button').click();
  await picture(own, 'popup-pausing');
  await own.locator('.pause-ways button').first().click();
  await picture(own, 'popup-paused');
  await own.locator('.status .primary').click();
  await own.getByRole('switch').click();
  await picture(own, 'popup-off');
  await own.getByRole('switch').click();
  for (const [name, url] of [
    ['clean', clean],
    ['absent', 'chrome://version/'],
    ['mirror', pages.mirror],
    ['doorway', pages.doorway],
    ['gathered', pages.gathered],
  ] as const) {
    await openPopup(url ?? '');
    await picture(own, `popup-${name}`);
  }
}

/** The options with something in every list, and with what they refuse. */
export async function optionsStates({ own, url, picture }: Stage): Promise<void> {
  const time = Date.UTC(2026, 2, 14, 9);
  const decision = (site: string, label: string) => ({ site, fingerprint: label, made: time, used: time, label });
  await own.goto(url('options.html'));
  await store(own, {
    'settings.allowedSites': Array.from({ length: 11 }, (_, at) => `${'abcdefghijk'.charAt(at)}.news.example.com`),
    'settings.words': { spam: ['代开发票', '彩票预测群'], honest: ['福利彩票中心'] },
    'settings.keeps': [
      decision('news.example.com', '友情链接：人民网 新华网 央视网 光明网 中国新闻网'),
      decision('a-rather-long-name-of-a-site.example.com.cn', '热门标签'),
    ],
    'settings.ownHides': [decision('shop.example.com', '欢迎光临本店，全场八折')],
  });
  await own.locator('#add-site').fill('不是 网站');
  await own.locator('#sites [type=submit]').click();
  await own.locator('#words .link').first().click();
  await own.locator('#try-words').fill('专业代开发票，请联系我们。福利彩票中心今天开奖，彩票预测群除外。');
  await own.locator('#backup .danger').click();
  await own.locator('#backup input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await picture(own, 'options-full');
}
