/** Which elements hide themselves: asked of one element, or of a whole document in one query. */
import { attributeOf as askAttribute, fastAttribute, fastName } from '../dom.ts';
import { type HiddenNames, hidingOfMarquee, hidingOfStyle } from './hiding.ts';
import { HIDE_BARE } from './outline.ts';
import { TAG_FORM, TAG_MARQUEE, tagBits } from './tags.ts';

/** Longer style attributes are not read. */
const MAX_STYLE = 1000;
/** Different style attributes that are remembered. */
const MAX_STYLES = 2000;
/** Class names of one element that are looked up. */
const MAX_CLASSES = 12;
/** With more hidden names than this, every element with a name is looked at: a query costs its names × the elements. */
const MAX_QUERIED = 16;

/** Reads an element's attribute, through the prototype where the element may be clobbered. */
function attributeOf(element: Element, tag: number, name: string): string | null {
  return (tag & TAG_FORM) !== 0 ? askAttribute(element, name) : fastAttribute(element, '', name);
}

/** HIDE_BARE where an element has neither id nor class, else 0. */
export function bareness(element: Element, tag: number): number {
  // linkedom answers '' where a browser answers null.
  return !attributeOf(element, tag, 'id') && !attributeOf(element, tag, 'class') ? HIDE_BARE : 0;
}

/** Reads hiding bits of single elements. Remembers style texts: pages repeat a few of them over and over. */
export class OwnHiding {
  readonly #styles = new Map<string, number>();

  /** @param hidden what the page's rules and scripts hide; null to skip looking */
  constructor(private readonly hidden: HiddenNames | null) {}

  /** Hiding bits of an element by its own attributes, HIDE_BARE included; 0 when it hides nothing. `tag` is its tagBits. */
  of(element: Element, tag: number): number {
    const style = attributeOf(element, tag, 'style');
    let own = style !== null && style !== '' ? this.#ofStyle(style) : 0;
    if ((tag & TAG_MARQUEE) !== 0) own |= hidingOfMarquee((name) => attributeOf(element, tag, name));
    if (this.hidden !== null) own |= this.#byName(element, tag, this.hidden);
    return own === 0 ? 0 : own | bareness(element, tag);
  }

  #ofStyle(style: string): number {
    let bits = this.#styles.get(style);
    if (bits === undefined) {
      bits = style.length > MAX_STYLE ? 0 : hidingOfStyle(style);
      if (this.#styles.size < MAX_STYLES) this.#styles.set(style, bits);
    }
    return bits;
  }

  #byName(element: Element, tag: number, hidden: HiddenNames): number {
    let bits = 0;
    if (hidden.ids.size > 0) {
      const id = attributeOf(element, tag, 'id');
      if (id !== null) bits |= hidden.ids.get(id) ?? 0;
    }
    if (hidden.classes.size > 0) {
      const classes = attributeOf(element, tag, 'class');
      if (classes !== null && classes !== '') {
        for (const one of classes.split(' ', MAX_CLASSES)) bits |= hidden.classes.get(one) ?? 0;
      }
    }
    return bits;
  }
}

/** Those among some elements that hide themselves, with their bits. */
export function hidingAmong(elements: ArrayLike<Element>, hidden: HiddenNames | null): Map<Node, number> {
  const hiding = new Map<Node, number>();
  const own = new OwnHiding(hidden);
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i] as Element;
    const name = fastName(element);
    const bits = own.of(element, typeof name === 'string' ? tagBits(name) : TAG_FORM);
    if (bits !== 0) hiding.set(element, bits);
  }
  return hiding;
}

/** Finds at least what may hide itself, marquees without a style left out. Class names by attribute, whose case counts in every document. */
export function hidingSelector(hidden: HiddenNames | null): string {
  const parts = ['[style]'];
  if (hidden !== null) {
    if (hidden.ids.size + hidden.classes.size > MAX_QUERIED) parts.push('[id]', '[class]');
    else {
      // Script expressions may make any string an id: only plain names can stand in a selector.
      for (const id of hidden.ids.keys()) parts.push(/^[\w-]+$/.test(id) ? `[id="${id}"]` : '[id]');
      for (const name of hidden.classes.keys()) parts.push(`[class~="${name}"]`);
    }
  }
  return parts.join();
}
