/** Results of searches: spam goes as a whole, each by itself, on pages of any engine; honest results stay. */
import { addressOf, ENGINES, type Engine, resultPage, type ShownResult } from '../../fixtures/results/engines.ts';
import { HONEST, MIRROR, mixed, QUERY, SPAM } from '../../fixtures/results/lines.ts';
import { openBar, press } from '../sweep/helpers.ts';
import type { ChromiumTab } from './harness/chromiumTab.ts';
import { type CaseTab, expect, inBoth, inOne, type Scene, seen } from './harness/test.ts';

const BAR = '已折叠 1 条垃圾搜索结果';

let pages = 0;
/** An address that no page stood at before. */
const fresh = (engine: Engine, query = QUERY): string => `${addressOf(engine, query)}&page=${++pages}`;

interface Shown {
  /** The result's title, as the page wrote it. */
  readonly title: string;
  /** Characters of it that are seen. */
  readonly seen: number;
  /** What a screen reader says of it, where it is a bar. */
  readonly label: string | null;
  /** Boxes of its own that take room. */
  readonly boxes: number;
}

/** Of each result in the list: is it seen, or a bar? Runs in the page. */
function shownResults([list, titles]: readonly [string, readonly string[]]): Shown[] {
  const range = document.createRange();
  return [...(document.querySelector(list)?.children ?? [])].flatMap((element) => {
    const said = (element.textContent ?? '').replace(/\s+/g, '');
    const title = titles.find((one) => said.includes(one.replace(/\s+/g, '')));
    if (title === undefined) return [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      range.selectNodeContents(text);
      const isShown = [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
      if (isShown && Number.parseFloat(getComputedStyle(text.parentElement as Element).fontSize) > 0)
        seen += (text.nodeValue ?? '').trim().length;
    }
    const boxes = [...element.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0).length;
    return [{ title, seen, label: element.getAttribute('aria-label'), boxes }];
  });
}

/** Waits until exactly the results that are spam are gone as wholes, each behind one bar of its own. */
async function expectOnly(tab: CaseTab, engine: Engine, results: readonly ShownResult[], isSpam: readonly boolean[]) {
  const titles = results.map(({ title }) => title);
  const look = async (): Promise<string[]> =>
    (await tab.evaluate(shownResults, [engine.list, titles] as const)).map(({ seen, label, boxes }) =>
      label === BAR && seen === 0 && boxes === 0
        ? 'bar'
        : label === null && seen > 30
          ? 'seen'
          : `${seen} ${label} ${boxes}`,
    );
  const wanted = isSpam.map((is) => (is ? 'bar' : 'seen'));
  await expect.poll(look, { timeout: 15_000, message: engine.name }).toEqual(wanted);
}

for (const engine of ENGINES) {
  inBoth(`${engine.name}: of ten results those that are spam go, be it none or nine`, async (scene) => {
    const nine = mixed(9);
    const tab = await scene.at(fresh(engine), resultPage(engine, QUERY, nine.results));
    await expectOnly(tab, engine, nine.results, nine.isSpam);
    for (let spam = 0; spam < 9; spam++) {
      const { results, isSpam } = mixed(spam);
      await tab.goto(scene.stage.pages.serve(fresh(engine), resultPage(engine, QUERY, results)));
      await expectOnly(tab, engine, results, isSpam);
    }
  });
}

/** Puts markup at a list's end, some time later or when somebody scrolls. */
const later = (list: string, html: string, by: 'timer' | 'scroll'): string =>
  `<div style="height:3000px"></div><script>const add = () => { const box = document.createElement('template'); box.innerHTML = ${JSON.stringify(html).replace(/</g, '\\u003c')}; document.querySelector(${JSON.stringify(list)}).append(box.content); };
${by === 'timer' ? 'setTimeout(add, 900)' : "addEventListener('scroll', add, { once: true })"}</script>`;

for (const by of ['timer', 'scroll'] as const) {
  for (const engine of ENGINES.filter(({ name }) => ['Bing', 'DuckDuckGo', 'Google', 'Shenma'].includes(name))) {
    inBoth(`${engine.name}: results that come by ${by} are judged as they come`, async (scene) => {
      const first = mixed(2);
      const more = mixed(5);
      const results = [...first.results, ...more.results.map((one) => ({ ...one, title: `${one.title}（二）` }))];
      const html = results
        .slice(10)
        .map((result, at) => engine.result(result, QUERY, 10 + at))
        .join('');
      const page = resultPage(engine, QUERY, first.results, later(engine.list, html, by));
      const tab = await scene.at(fresh(engine), page);
      if (by === 'scroll') await expectOnly(tab, engine, first.results, first.isSpam);
      if (by === 'scroll') await tab.evaluate(() => window.scrollTo(0, 500));
      await expectOnly(tab, engine, results, [...first.isSpam, ...more.isSpam]);
    });
  }
}

const [bing, baidu] = ENGINES as readonly [Engine, Engine];

async function expectAll(scene: Scene, tab: CaseTab, results: readonly ShownResult[], popup: RegExp): Promise<void> {
  await scene.popup(tab, popup);
  await expectOnly(
    tab,
    bing,
    results,
    results.map(() => false),
  );
}

inBoth('who searches for what spam trades in gets all of it, and is told so', async (scene) => {
  const query = '百家乐 娱乐城';
  const tab = await scene.at(fresh(bing, query), resultPage(bing, query, [...SPAM, ...HONEST]));
  await expectAll(scene, tab, [...SPAM, ...HONEST], /你搜索的词语本身就属于垃圾推广/);
});

inOne('chromium', 'a result is one entry with one way back (by helpers that know Chromium alone)', async (scene) => {
  const { results, isSpam } = mixed(3);
  const tab = await scene.at(fresh(bing), resultPage(bing, QUERY, results));
  await expectOnly(tab, bing, results, isSpam);
  expect(await scene.popup(tab, /垃圾搜索结果/)).toMatch(/3\s*处垃圾已折叠/);
  const { page } = tab as ChromiumTab;
  await openBar(page, 1);
  await press(page, '显示');
  const shown = isSpam.indexOf(true, isSpam.indexOf(true) + 1);
  await expectOnly(
    tab,
    bing,
    results,
    isSpam.map((is, at) => is && at !== shown),
  );
});

inBoth('results are left as they are where the user wants it so', async (scene) => {
  const { results, isSpam } = mixed(4);
  const tab = await scene.at(fresh(bing), resultPage(bing, QUERY, results));
  await expectOnly(tab, bing, results, isSpam);
  await scene.stage.allow(scene.kind, bing.host);
  await expectOnly(
    tab,
    bing,
    results,
    results.map(() => false),
  );
  await scene.stage.disallow(scene.kind, bing.host);
  await expectOnly(tab, bing, results, isSpam);
});

/** Painted under an element: what no text node says. Runs in the page. */
function under(list: string): string[] {
  return [...(document.querySelector(list)?.children ?? [])].map((one) => {
    const [attribute] = [...one.attributes].filter(({ name }) => /^[a-z]{12}$/.test(name));
    return attribute === undefined ? '' : getComputedStyle(one, '::after').content.replace(/^none$/, '');
  });
}

for (const engine of [bing, baidu]) {
  inBoth(`${engine.name}: a result that leads to a mirror gets a line, and stays`, async (scene) => {
    const results = [HONEST[0], MIRROR, HONEST[1], SPAM[0]] as readonly ShownResult[];
    const tab = await scene.at(fresh(engine), resultPage(engine, QUERY, results));
    await expectOnly(tab, engine, results, [false, false, false, true]);
    const noted = async (): Promise<number[]> =>
      (await tab.evaluate(under, engine.list)).flatMap((content, at) => (content === '' ? [] : [at]));
    await expect.poll(noted).toEqual([1]);
    // The snippet is the engine's: nobody repairs it, and the page is no mirror.
    expect(await seen(tab)).toContain('(fā)');
    await scene.set({ resultNotes: false });
    await expect.poll(noted).toEqual([]);
    await scene.set({ resultNotes: true });
    await expect.poll(noted).toEqual([1]);
  });
}
