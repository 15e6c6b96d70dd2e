/** A page without spam cannot tell that we are there: what it can notice is the same in a browser without us. */
import { C, HONEST, page } from './harness/spam.ts';
import { type CaseTab, expect, inBoth, type Scene, twoFrames } from './harness/test.ts';
import { type Noticed, WITNESS } from './harness/witness.ts';

const FORM =
  '<p><button id="button">报名</button> <input id="field" value="周末"> <a id="link" href="#top">回到顶部</a></p>';

/** Honest pages, from those that we leave at the door to those whose words are near a trade's. */
const PAGES: Readonly<Record<string, string>> = {
  'a page without Chinese': `<!DOCTYPE html><html lang="en"><head>${WITNESS}</head><body><h1>Library reopened</h1><p>The reading room is open again.</p>${FORM}</body></html>`,
  'an honest page': page(FORM, { head: WITNESS, farm: '' }),
  'news about crimes of the trade': page(
    `<p>警方昨日通报，一个跨境网络赌博团伙被摧毁，涉案的网上赌场以百家乐吸引玩家注册，十二名嫌疑人已被刑事拘留。</p>
     <p>办案民警提醒，所谓送彩金、秒批贷款都是骗局，市民接到此类信息应当拨打反诈专线。</p>${FORM}`,
    { head: WITNESS, farm: '' },
  ),
  'links to friends': page(
    `<p>友情链接：${['市博物馆', '少年宫', '文化局', '新华书店', '教育网', '天气预报'].map((name, at) => `<a href="http://www.friend${at}.example/">${name}</a>`).join(' | ')}</p>${FORM}`,
    { head: WITNESS, farm: '' },
  ),
};

/** What a script of the page does, one step after the other, with a rest in between. Runs in a page. */
async function live(text: string): Promise<void> {
  const rest = () => new Promise((next) => setTimeout(next, 60));
  for (let at = 0; at < 6; at++) {
    const line = document.createElement('p');
    line.textContent = `${text}（${at}）`;
    document.body.append(line);
    await rest();
    (line.firstChild as Text).data += '　';
    line.setAttribute('data-at', String(at));
    await rest();
  }
  document.body.lastElementChild?.remove();
  document.getElementById('field')?.focus();
  getSelection()?.selectAllChildren(document.querySelector('p') as Element);
  // Long enough for whatever is put off until the page rests.
  await new Promise((next) => setTimeout(next, 900));
}

/** A user's hands on the page. */
async function use(tab: CaseTab): Promise<void> {
  await tab.front();
  await tab.click('#button');
  await tab.click('#field');
  await tab.type('a');
  await tab.key('Tab');
  await tab.key('Enter');
  await tab.key('Escape');
}

async function noticed(tab: CaseTab): Promise<Noticed> {
  await tab.evaluate(live, C);
  await use(tab);
  await tab.evaluate(twoFrames);
  return tab.evaluate(() => (window as unknown as { notice(): Noticed }).notice());
}

for (const [name, html] of Object.entries(PAGES))
  inBoth(`unnoticed: ${name}`, async (scene) => {
    const [plain, tab] = [await scene.plain(html), await scene.load(html)];
    const wanted = await noticed(plain);
    const found = await noticed(tab);
    // Addresses differ by the page's number alone; each finding is compared by itself, so that a difference is named.
    for (const [what, value] of Object.entries(wanted)) expect(found[what], what).toEqual(value);
    expect(Object.keys(found)).toEqual(Object.keys(wanted));
    // The witness sees: the page's own steps are there.
    expect((wanted.records as string[]).length).toBeGreaterThan(12);
    expect((wanted.events as string[]).some((event) => event.startsWith('click BUTTON true'))).toBe(true);
  });

inBoth('unnoticed: the witness notices a page with spam', async (scene) => {
  const html = page(FORM, { head: WITNESS });
  const [plain, tab] = [await scene.plain(html), await scene.open(html)];
  const [wanted, found] = [await noticed(plain), await noticed(tab)];
  expect(found.html).not.toEqual(wanted.html);
  expect(found.styles).not.toEqual(wanted.styles);
  expect((found.records as string[]).length).toBeGreaterThan((wanted.records as string[]).length);
});

/**
 * How much later a page's own tasks may run beside us, in ms, as a median: far above what a clock of a page could tell
 * apart by chance.
 */
const LATER = 25;

/** The median of how long a task waits after honest text has been added, in ms. Runs in a page. */
async function waits(text: string): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < 15; round++) {
    const box = document.createElement('div');
    for (let at = 0; at < 40; at++) box.append(Object.assign(document.createElement('p'), { textContent: text }));
    const begun = performance.now();
    document.body.append(box);
    await new Promise<void>((next) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => next();
      port2.postMessage(0);
    });
    all.push(performance.now() - begun);
    box.remove();
    await new Promise((next) => setTimeout(next, 20));
  }
  return all.sort((one, other) => one - other)[7] ?? 0;
}

inBoth('unnoticed: tasks after honest text has come wait no longer', async (scene: Scene) => {
  const html = PAGES['an honest page'] ?? '';
  const [plain, tab] = [await scene.plain(html), await scene.load(html)];
  const [without, beside] = [await plain.evaluate(waits, C), await tab.evaluate(waits, C)];
  expect(beside - without).toBeLessThan(LATER);
  expect(HONEST.length).toBeGreaterThan(3);
});

inBoth('unnoticed: no file of the extension can be asked for', async (scene) => {
  const tab = await scene.load(PAGES['an honest page'] ?? '');
  // The address of the extension is known to the test alone; that a page which knew it gets nothing is what counts.
  const answers = await tab.evaluate(async () => {
    const tried = ['chrome-extension://', 'moz-extension://'].map((scheme) => `${scheme}saozhu/manifest.json`);
    return Promise.all(
      tried.map((url) =>
        fetch(url).then(
          () => 'answered',
          () => 'nothing',
        ),
      ),
    );
  });
  expect(answers).toEqual(['nothing', 'nothing']);
});
