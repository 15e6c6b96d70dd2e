import { mark } from './marks.ts';
import type { Dice } from './random.ts';

/** Separators of stuffed heads, as often as they were seen. */
export const HEAD_SEPARATORS = [',', ',', ',', '_', '_', '_', '-', '|', '丨', 'I', ''] as const;
/** Separators between the links of a farm; the empty one and white space are the most frequent. */
export const FARM_SEPARATORS = [' ', '\n', '', '|', ' | ', '&nbsp;&nbsp;', '<br>', '、'] as const;

/** A made-up host: nothing fetches it. */
export function makeHost(dice: Dice): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz0123456789';
  const name = Array.from({ length: 6 + dice.int(4) }, () => letters[dice.int(letters.length)]).join('');
  return `${dice.chance(0.5) ? 'www.' : ''}${name}z.${dice.pick(['com', 'cn', 'net', 'top', 'cc', 'com.cn'])}`;
}

function makeAddress(dice: Dice): string {
  const path = dice.pick(['', '', '', `${dice.int(999999)}.html`, `?${100000000 + dice.int(99999999)}.html`, 'news/']);
  return `http://${makeHost(dice)}/${path}`;
}

/** A stuffed head's text: 1 to 20 keywords, at times cut in mid-word or with a tail. */
export function headLine(words: readonly string[], dice: Dice): string {
  const separator = dice.pick(HEAD_SEPARATORS);
  const line = dice.sample(words, dice.pick([1, 2, 4, 5, 6, 7, 7, 8, 10, 14, 20])).join(separator);
  const cut = dice.chance(0.4) && line.length > 12 ? line.slice(0, -1 - dice.int(2)) : line;
  return cut + dice.pick(['', '', '', ' ?', separator, `|${makeHost(dice)}`]);
}

/** One link of a farm; `inner` is HTML whose text is already marked. */
export function farmLink(inner: string, dice: Dice, own = false): string {
  if (own) return `<a href="/${dice.pick(['zt', 'show', 'v', 'news', 'html'])}/${dice.int(999_999)}.html">${inner}</a>`;
  const address = makeAddress(dice);
  const link = `<a href="${address}"${dice.pick(['', '', ' target="_blank"', ' style="color:#333"'])}>${inner}</a>`;
  const host = new URL(address).host;
  return link + dice.pick(['', '', '', '', '', mark(`(${host})`), mark(`[${host}]`), `<!--${host}-->`]);
}

/** Ways to hide a block from people, and ways not to. */
export const WRAPPERS = {
  plain: (inner: string): string => `<div>${inner}</div>`,
  classed: (inner: string): string => `<div class="links clearfix">${inner}</div>`,
  paragraph: (inner: string): string => `<p>${inner}</p>`,
  displayNone: (inner: string): string => `<div style="display:none">${inner}</div>`,
  offScreen: (inner: string): string => `<div style="position:absolute;left:-9999px;top:-987px">${inner}</div>`,
  clipped: (inner: string): string => `<div style="width:1px;height:1px;overflow:hidden">${inner}</div>`,
  tinyText: (inner: string): string => `<div style="font-size:1px;color:#fff">${inner}</div>`,
  marquee: (inner: string): string => `<marquee height="1" width="5" scrollamount="3000">${inner}</marquee>`,
  byScript: (inner: string): string =>
    `<div id="tesi">${inner}</div><script>document.getElementById("t"+"e"+"si").style.display="none"</script>`,
  byStyleSheet: (inner: string): string => `<style>.k7x2{display:none}</style><div class="k7x2">${inner}</div>`,
} as const;
export type Wrapper = keyof typeof WRAPPERS;
export const WRAPPER_NAMES = Object.keys(WRAPPERS) as Wrapper[];

/** Whether people cannot see what the wrapper holds. */
export const isHiding = (wrapper: Wrapper): boolean => !['plain', 'classed', 'paragraph'].includes(wrapper);

/**
 * A farm: links (HTML with marked text) behind an optional label, as plain links, list items or table cells.
 * Separators between links are part of the farm and marked too.
 */
export function farmBlock(links: readonly string[], label: string | null, wrapper: Wrapper, dice: Dice): string {
  const head = label === null ? '' : mark(`${label}${dice.pick([':', '：', ''])}`);
  const shape = dice.int(6);
  if (shape === 0)
    return WRAPPERS[wrapper === 'paragraph' ? 'plain' : wrapper](
      `${head}<ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul>`,
    );
  if (shape === 1) {
    const cells = links.map((link) => `<td>${link}</td>`).join('');
    return WRAPPERS[wrapper === 'paragraph' ? 'plain' : wrapper](
      `${head}<table><tbody><tr>${cells}</tr></tbody></table>`,
    );
  }
  const separator = dice.pick(FARM_SEPARATORS);
  const visible = separator.trim() !== '' && separator !== '<br>' && !separator.startsWith('&');
  const joint = visible ? mark(separator) : separator;
  return WRAPPERS[wrapper](head + links.join(joint) + (visible && dice.chance(0.5) ? joint : ''));
}
