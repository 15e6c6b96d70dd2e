/** A hijacked title that the page changes again and again. */
import { page, TITLE } from './harness/spam.ts';
import { type CaseTab, expect, inBoth, type Scene } from './harness/test.ts';

const SPAM_TITLE = '澳门新葡京官网_真人百家乐_赌场开户送彩金_时时彩平台';
const HIJACKED = `${SPAM_TITLE}-${TITLE}`;
/** How often the pages change their title, in ms. */
const TICK = 150;
/** How long they are watched, in ms. */
const WATCHED = 1200;

/** Scripts that change the title at every tick, and what each title that is seen must look like. */
const CHANGES: Readonly<Record<string, readonly [script: string, wanted: RegExp]>> = {
  'counts up from a text that it kept': [
    `const kept = document.title; window.n = 0; setInterval(() => { document.title = '(' + ++n + ') ' + kept; }, ${TICK});`,
    /^\(\d+\) ?图书馆修缮完成重新开放/,
  ],
  'counts up from what the title says': [
    `window.n = 0; setInterval(() => { document.title = '(' + ++n + ') ' + document.title.replace(/^\\(\\d+\\) /, ''); }, ${TICK});`,
    /^\(\d+\) ?图书馆修缮完成重新开放/,
  ],
  'blinks with news': [
    `const kept = document.title; window.n = 0; setInterval(() => { document.title = (++n % 2 ? '【新消息】' : '【　　　】') + kept; }, ${TICK});`,
    /^【(?:新消息|　　　)】图书馆修缮完成重新开放/,
  ],
  'blinks between news and itself': [
    `const kept = document.title; window.n = 0; setInterval(() => { document.title = ++n % 2 ? '您有新消息' : kept; }, ${TICK});`,
    /^(?:您有新消息|图书馆修缮完成重新开放)/,
  ],
  'sets the text of the title element': [
    `const element = document.querySelector('title'); const kept = element.textContent; window.n = 0;
     setInterval(() => { element.textContent = '(' + ++n + ') ' + kept; }, ${TICK});`,
    /^\(\d+\) ?图书馆修缮完成重新开放/,
  ],
  'puts a new title element': [
    `const kept = document.title; window.n = 0;
     setInterval(() => { const next = document.createElement('title'); next.textContent = '(' + ++n + ') ' + kept; document.querySelector('title').replaceWith(next); }, ${TICK});`,
    /^\(\d+\) ?图书馆修缮完成重新开放/,
  ],
  'scrolls by one character': [
    `const kept = document.title; window.n = 0; setInterval(() => { n = (n + 1) % 3; document.title = kept + '　'.repeat(n); }, ${TICK});`,
    /^图书馆修缮完成重新开放/,
  ],
};

async function mended(scene: Scene, script = ''): Promise<CaseTab> {
  const tab = await scene.load(page(`<script>window.start = () => { ${script} };</script>`, { title: HIJACKED }));
  await tab.waitFor((wanted: string) => document.title === wanted, TITLE);
  return tab;
}

inBoth('titles: a hijacked title is mended and given back', async (scene) => {
  const tab = await mended(scene);
  await scene.allow();
  await expect.poll(() => tab.evaluate(() => document.title)).toBe(HIJACKED);
});

for (const [name, [script, wanted]] of Object.entries(CHANGES))
  inBoth(`titles: the page ${name}`, async (scene) => {
    // The page keeps its title before it is swept, as its script runs while it loads.
    const kept = script.replaceAll('document.title;', `${JSON.stringify(HIJACKED)};`);
    const tab = await mended(scene, kept.replace('element.textContent;', `${JSON.stringify(HIJACKED)};`));
    const { seen, ticks } = await tab.evaluate(async (ms) => {
      (window as unknown as { start(): void }).start();
      // The title as it stands at each frame: what a tab shows.
      const titles = new Set<string>();
      let [last, changes] = [-1, 0];
      const end = performance.now() + ms;
      while (performance.now() < end) {
        await new Promise((next) => requestAnimationFrame(next));
        titles.add(document.title);
        const { n } = window as unknown as { n: number };
        if (n !== last) changes++;
        last = n;
      }
      return { seen: [...titles], ticks: changes };
    }, WATCHED);
    expect(ticks).toBeGreaterThan(3);
    // Before its first tick the page shows the title as it was mended.
    expect(seen.filter((title) => title !== TITLE && !wanted.test(title))).toEqual([]);
    expect(seen.filter((title) => /百家乐|赌场/.test(title))).toEqual([]);
  });
