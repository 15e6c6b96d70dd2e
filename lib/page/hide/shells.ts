/** Empty shells: ancestors whose whole visible content is hidden (a footer, a list) are collapsed with it, or a gap would stay. */
import { find, firstOf, isElement, isText, nameOf, nextOf, parentElementOf, textOf } from '../dom.ts';
import type { Entry } from './entry.ts';

/** How far up a shell may reach. */
const MAX_LEVELS = 12;
/** Children looked at in one ancestor; one with more is left standing. */
const MAX_CHILDREN = 5000;
const BLANK = /^\s*$/;
/** Never collapsed: the page's frame, and cells, whose neighbours would move. */
const STAYS = 'html body head main article td th form frameset'.split(' ');
/** Show nothing by themselves. */
const SHOWS_NOTHING = 'script style link meta template br wbr noscript hr'.split(' ');
/** Show something without any text. */
const SHOWS =
  'img,picture,video,audio,canvas,svg,iframe,frame,object,embed,input,button,select,textarea,meter,progress,math';
const SHOWS_ITSELF = SHOWS.split(',');

/** Ancestors of the entries' places in which nothing visible is left, each level of them. */
export function emptyShellsOf(
  entries: Iterable<Entry>,
  isHidden: (node: Node) => boolean,
  known: ReadonlySet<Element>,
): Set<Element> {
  const shells = new Set<Element>();
  const full = new Set<Element>();
  for (const entry of entries) {
    if (entry.state !== 'hidden') continue;
    for (const target of entry.targets) {
      let at = parentElementOf('element' in target ? target.element : target.text);
      for (let level = 0; at !== null && level < MAX_LEVELS && !full.has(at); level++) {
        const isKnown = known.has(at) || shells.has(at);
        if (!isKnown && (STAYS.includes(nameOf(at)) || !isEmpty(at, isHidden, shells))) break;
        shells.add(at);
        at = parentElementOf(at);
      }
      if (at !== null) full.add(at);
    }
  }
  return shells;
}

function isEmpty(parent: Element, isHidden: (node: Node) => boolean, shells: ReadonlySet<Element>): boolean {
  let count = 0;
  for (let child = firstOf(parent); child !== null; child = nextOf(child)) {
    if (++count > MAX_CHILDREN) return false;
    if (isText(child)) {
      if (!BLANK.test(child.data)) return false;
    } else if (isElement(child)) {
      if (isHidden(child) || shells.has(child)) continue;
      const name = nameOf(child);
      if (SHOWS_NOTHING.includes(name)) continue;
      if (SHOWS_ITSELF.includes(name) || !BLANK.test(textOf(child)) || find(child, SHOWS) !== null) return false;
    }
  }
  return true;
}
