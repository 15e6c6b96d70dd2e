/** The look of a mark, and what a press on it opens, where its text is repaired too. */
import { CONVERTED, COPY, DAMAGED } from '../repair/pages.ts';
import { farm, S } from './harness/spam.ts';
import { type CaseTab, expect, inBoth, type Scene } from './harness/test.ts';

/** Sentences of the original, and what the mirror program made of them. */
const [FIRST, SECOND, THIRD] = CONVERTED as [string, string, string];
const [BEFORE, BETWEEN, BEHIND] = DAMAGED;
/** Spam beside S. */
const OTHER = '澳门新葡京注册送彩金，真人百家乐手机投注，棋牌平台提现秒到账。';

/** Opens the copy with two stretches of spam in one text, and waits until that is swept and repaired. */
async function swept(scene: Scene): Promise<CaseTab> {
  const mixed = `<p id="mixed">${BEFORE}${S}${BETWEEN}${OTHER}${BEHIND}</p>`;
  const tab = await scene.open(COPY.replace('</body>', `${mixed}${farm()}</body>`));
  await expect.poll(() => tab.evaluate(said), { timeout: 20_000 }).toBe(`${FIRST}⋯${SECOND}⋯${THIRD}`);
  return tab;
}

/** Runs in a page. */
function said(): string {
  return document.getElementById('mixed')?.textContent ?? '';
}

/** What the browser paints as marks in that text. Runs in a page. */
function marked(): string[] {
  const text = document.getElementById('mixed')?.firstChild as Text;
  return [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].flatMap(({ startContainer, startOffset, endOffset }) =>
      /^[a-z]{12}m$/.test(name) && startContainer === text ? [text.data.slice(startOffset, endOffset)] : [],
    ),
  );
}

/** The middle of the nth mark in the window. Runs in a page. */
function placeOf(nth: number): { x: number; y: number } {
  const text = document.getElementById('mixed')?.firstChild as Text;
  text.parentElement?.scrollIntoView({ block: 'center' });
  let at = -1;
  for (let count = 0; count <= nth; count++) at = text.data.indexOf('⋯', at + 1);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

inBoth('marks: the look of each stands on it in a repaired text', async (scene) => {
  const tab = await swept(scene);
  await expect.poll(() => tab.evaluate(marked), { timeout: 5000 }).toEqual(['⋯', '⋯']);
});

inBoth('marks: a press on one in a repaired text opens its own finding', async (scene) => {
  const tab = await swept(scene);
  await tab.front();
  const { x, y } = await tab.evaluate(placeOf, 1);
  await tab.clickAt(x, y);
  await tab.waitFor(() => document.querySelector(':popover-open') !== null);
  // A press counts when the panel has been seen for a while.
  await expect
    .poll(
      async () => {
        await tab.key('Enter');
        return tab.evaluate(said);
      },
      { timeout: 8000 },
    )
    .toBe(`${FIRST}⋯${SECOND}${OTHER}${THIRD}`);
  await expect.poll(() => tab.evaluate(marked), { timeout: 5000 }).toEqual(['⋯']);
});
