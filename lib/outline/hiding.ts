/** How a page hides things from people, read from attributes and the page's own small style rules and scripts. */
import { HIDE_MARQUEE, HIDE_NONE, HIDE_OFFSCREEN, HIDE_RULE, HIDE_SCRIPT, HIDE_TINY } from './outline.ts';

const NONE =
  /(?:^|[;\s{])(?:display\s*:\s*["']?none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?(?:\.0+)?\s*(?:;|$|!))/i;
/** 200 px and more: carousels shift by less than a window, hidden farms by 500 to 24,000 px. */
const FAR =
  /(?:^|[;\s{])(?:left|top|right|bottom|text-indent|margin-left|margin-top|margin)\s*:\s*-(?:[5-9]\d\d|\d{4,})(?:\.\d+)?(?:px|em|pt|%)?/i;
/** 1 and 2 px; font-size:0 is an honest trick against gaps between inline blocks. */
const TINY_TEXT = /font-size\s*:\s*["']?[12](?:\.\d+)?(?:px|pt)\s*(?:;|$|!)/i;
const TINY_BOX = /(?:^|[;\s{])(?:width|height|max-height|line-height)\s*:\s*[0-3](?:px)?\s*(?:;|$|!)/i;
const OVERFLOW = /overflow(?:-[xy])?\s*:\s*hidden/i;

/** Hiding bits of a style text (an attribute's value or the inside of a rule); 0 when it hides nothing. */
export function hidingOfStyle(style: string): number {
  let bits = 0;
  if (NONE.test(style)) bits |= HIDE_NONE;
  if (FAR.test(style)) bits |= HIDE_OFFSCREEN;
  if (TINY_TEXT.test(style) || (TINY_BOX.test(style) && OVERFLOW.test(style))) bits |= HIDE_TINY;
  return bits;
}

/** Marquees of spam run too fast or in too small a box to be read: 1 to 5 px, or 100 px a step and more. */
export function hidingOfMarquee(attribute: (name: string) => string | null): number {
  const small = (value: string | null) => value !== null && Number.parseInt(value, 10) <= 5;
  const fast = Number.parseInt(attribute('scrollamount') ?? '6', 10) >= 100;
  return fast || small(attribute('width')) || small(attribute('height')) ? HIDE_MARQUEE : 0;
}

/** What the page's own rules and scripts hide. */
export interface HiddenNames {
  /** Ids hidden by a rule or by a script, with the hiding bits. */
  readonly ids: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<string, number>;
}

/** At most this much style and script text is read: rules that hide a farm stand near it and are short. */
const MAX_RULE_TEXT = 300_000;
/** The inside of a rule. It begins with its brace: a font written into a sheet has none in 100,000 characters. */
const BODY = /\{([^{}]{1,600})\}/g;
/** Characters of a rule's selectors that are read, those next to the brace. */
const MAX_SELECTORS = 300;
const SIMPLE_SELECTOR = /(?:^|[\s,>+~\w])([#.])([\w-]+)\s*$/;
const HIDE_BY_ID =
  /getElementById\s*\(\s*([^)]{3,80})\)\s*\.\s*style\s*\.\s*(?:display|visibility)\s*=\s*([^;<]{4,60})/g;

/** A script that does nothing but hide the block before it is shorter: 17 of 18 such scripts of infected pages split the id besides. */
const SHORT_SCRIPT = 200;

/** Joins "t"+"e"+"s"+"i" to tesi; '' when it is no such expression. */
function joinedLiteral(expression: string): string {
  const parts = expression.match(/(["'])([^"']*)\1/g);
  return parts === null ? '' : parts.map((part) => part.slice(1, -1)).join('');
}

/**
 * Reads the texts of style and script elements for simple rules (`#a{display:none}`) and for scripts that hide an element by id,
 * also with split strings: getElementById("t"+"e"+"s"+"i").style.display="n"+"one".
 */
export function hiddenNames(styles: readonly string[], scripts: readonly string[]): HiddenNames {
  const ids = new Map<string, number>();
  const classes = new Map<string, number>();
  let budget = MAX_RULE_TEXT;
  for (const style of styles) {
    budget -= style.length;
    if (budget < 0) break;
    if (!/none|hidden|-\d{3}|overflow/.test(style)) continue;
    for (const { 1: body = '', index } of style.matchAll(BODY)) {
      const bits = hidingOfStyle(body);
      if (bits === 0) continue;
      const before = style.slice(Math.max(0, index - MAX_SELECTORS), index);
      const selectors = before.split(/[{}]/).at(-1) as string;
      for (const selector of selectors.split(',')) {
        const simple = SIMPLE_SELECTOR.exec(selector.trim());
        if (simple !== null)
          (simple[1] === '#' ? ids : classes).set(simple[2] as string, HIDE_RULE | (bits & ~HIDE_NONE));
      }
    }
  }
  for (const script of scripts) {
    budget -= script.length;
    if (budget < 0) break;
    if (!script.includes('getElementById')) continue;
    for (const [, name, value] of script.matchAll(HIDE_BY_ID)) {
      if (!/^(?:none|hidden)$/.test(joinedLiteral(value as string))) continue;
      // Tabs and pop-ups are hidden by functions in longer scripts, and their ids stand there in one piece.
      const isTrick = script.length <= SHORT_SCRIPT || (name as string).includes('+');
      ids.set(joinedLiteral(name as string), isTrick ? HIDE_SCRIPT : HIDE_RULE);
    }
  }
  return { ids, classes };
}

/** Longest script that is taken to do nothing but write one tag. */
const MAX_WRITER = 2000;
/** Open tags of what may hold a farm; pictures and frames that a script writes hide nothing but themselves. */
const OPENED = /<(div|span|p|ul|ol|table|tr|td|marquee|font|center|section|b|strong|h\d)\b([^<>]*)/gi;

/** Does a script write the open tag of a hidden box (`document.write('<div style="left:-987px…">')`) that it leaves open? */
export function writesHiddenBox(script: string): boolean {
  if (script.length > MAX_WRITER || !script.includes('write')) return false;
  const joined = script.replace(/["']\s*\+\s*["']/g, '');
  if (/<\/(?:div|span|marquee|font|p|table|ul|center)/i.test(joined)) return false;
  for (const [, name, attributes] of joined.matchAll(OPENED)) {
    const style = (attributes as string).replace(/style\s*=\s*["'\\]*/i, ';');
    if ((name as string).toLowerCase() === 'marquee' || hidingOfStyle(style) !== 0) return true;
  }
  return false;
}
