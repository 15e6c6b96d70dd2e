/** Pages that keep us busy on purpose: they go on running, and what comes out of it in the end is right. */
import { A, AD, farm, page } from './harness/spam.ts';
import { type CaseTab, expect, expectHidden, expectSeen, inBoth, twoFrames } from './harness/test.ts';

/** Hidden blocks that the page counts in. */
const BLOCKS = 150;
const MS = 3000;
/** Of the turns that a page gets without us it must get so many with us; one that took all of the time left a tenth. */
const LEAST = 0.25;

const BUSY = page(
  Array.from(
    { length: BLOCKS },
    (_, at) => `<section><p>${A}（${at}）</p><p class="spam">${AD}<b>0</b></p></section>`,
  ).join(''),
);

/** Counts in every block each 20 ms; how many turns the page has got. Runs in a page. */
async function count(ms: number): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => {
    turns++;
    for (const number of document.querySelectorAll('.spam b')) (number.firstChild as Text).data = String(turns);
  }, 20);
  let frames = 0;
  const end = performance.now() + ms;
  while (performance.now() < end) {
    await new Promise((next) => requestAnimationFrame(next));
    frames++;
  }
  clearInterval(timer);
  return frames;
}

const turnsOf = async (tab: CaseTab): Promise<number> => {
  await tab.front();
  return tab.evaluate(count, MS);
};

inBoth('busy: a page that counts in hidden blocks goes on running', async (scene) => {
  const plain = await scene.plain(BUSY);
  const without = await turnsOf(plain);
  const tab = await scene.open(BUSY);
  await expectHidden(tab, /百家乐/, 'section');
  const beside = await turnsOf(tab);
  expect(beside).toBeGreaterThan(without * LEAST);
  await expectHidden(tab, /百家乐/, 'section');
  // What had to wait is looked at in the end: honest text in a block that was hidden is shown.
  await tab.evaluate(() => {
    for (const [at, block] of [...document.querySelectorAll('.spam')].entries())
      block.textContent = `图书馆第${at}号通知：周末照常开放。`;
  });
  await expect
    .poll(() => tab.evaluate(() => document.querySelectorAll('.spam[aria-label]').length), { timeout: 15_000 })
    .toBe(0);
  await expectSeen(tab, `图书馆第${BLOCKS - 1}号通知`);
});

inBoth('busy: thousands of findings are shown, hidden and taken out in time', async (scene) => {
  const many = page(
    Array.from({ length: 700 }, (_, at) => `<section><p>${A}（${at}）</p>${farm('class="many"', 6)}</section>`).join(
      '',
    ),
  );
  const tab = await scene.open(many);
  await expectHidden(tab, /赌场/, 'section');
  const said = await scene.popup(tab, /另有 [\d,，]+ 处/);
  expect(said).toMatch(/另有 [\d,，]+ 处没有逐一列出/);
  const begun = Date.now();
  await tab.evaluate(() => {
    for (const one of document.querySelectorAll('section')) one.remove();
  });
  await tab.evaluate(twoFrames);
  expect(Date.now() - begun).toBeLessThan(5000);
});
