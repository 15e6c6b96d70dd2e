/** Text that nobody sees and a screen reader speaks: it goes on words beyond doubt alone. */
import { A, page } from './harness/spam.ts';
import { expect, inBoth } from './harness/test.ts';

const SURE = '澳门百家乐娱乐城真人棋牌网上赌场';
const WEAK = '棋牌';
const CLIPPED = 'position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap';

/** The names of the elements that are a bar or gone. Runs in a page. */
function hidden(): string[] {
  return [...document.querySelectorAll('.try')]
    .filter((one) => one.hasAttribute('aria-label') || one.getClientRects().length === 0)
    .map(({ id }) => id);
}

const line = (id: string, words: string, style: string, more = '') =>
  `<p class="try" id="${id}" style="${style}" ${more}>${words}</p>`;

inBoth('spoken: what is off-screen or in a box of one pixel goes where its words are beyond doubt', async (scene) => {
  const away = 'position:absolute;left:-9999px';
  const tab = await scene.open(
    page(
      [
        line('away', SURE, away),
        line('clipped', SURE, CLIPPED),
        line('weak', WEAK, away),
        line('silent', SURE, away, 'aria-hidden="true"'),
        line('clear', SURE, 'opacity:0'),
        line('none', SURE, 'visibility:hidden'),
        '',
      ].join(`<p>${A}</p>`),
    ),
  );
  await expect.poll(() => tab.evaluate(hidden)).toEqual(['away', 'clipped']);
});
