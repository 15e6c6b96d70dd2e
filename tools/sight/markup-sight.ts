/** What somebody sees of a page, told from its markup where no browser is at hand. */
import { type Sight, sightOf } from './declarations.ts';
import { type Rule, rulesOf } from './rules.ts';
import { idsHiddenBy, openedBox } from './scripts.ts';
import { matches } from './selectors.ts';

/** Elements without a box in any browser, unless the page's own style gives them one. */
const BOXLESS = new Set(
  'head title script style noscript template iframe textarea select datalist noembed noframes canvas audio video rp annotation metadata desc defs'.split(
    ' ',
  ),
);
/** Scripts and styles that are read. */
const MAX_SCRIPTS = 300;
/** Siblings after a script that are taken to stand in the box it opened. */
const MAX_BOXED = 400;
/** Selectors tried on all elements of a page. */
const MAX_TRIED = 2_000_000;
/**
 * A marquee is not read in a box of so many pixels, or at so many a step: those of spam have 1 to 5, or 100 and more.
 */
const SMALL_MARQUEE = 5;
const FAST_MARQUEE = 100;

// What is handed down from an element to what stands below it; bits.
const GONE = 1;
const INVISIBLE = 2;
const ILLEGIBLE = 4;

/** Says of a node whether it is in sight. */
export type MarkupSight = (node: Text | Element) => boolean;

/**
 * Answers from attributes, simple rules of style elements, and scripts that hide by id or write a hidden box. Answers
 * are kept: a page that changes needs another. Work is bounded on any markup.
 */
export function markupSight(document: Document): MarkupSight {
  let eye: Eye | null = null;
  return (node) => {
    eye ??= new Eye(document);
    return eye.sees(node);
  };
}

class Eye {
  readonly #rules: ReadonlyMap<string, readonly Rule[]>;
  readonly #ids = new Set<string>();
  /** Nodes in a hidden box that a script opened. */
  readonly #boxed = new Set<Node>();
  readonly #states = new Map<Node, number>();
  readonly #styles = new Map<string, Sight>();
  #tried = 0;

  constructor(document: Document) {
    const textsOf = (name: string) =>
      [...document.getElementsByTagName(name)].slice(0, MAX_SCRIPTS).map((one) => one.textContent ?? '');
    this.#rules = byLastName(rulesOf(textsOf('style')));
    for (const script of [...document.getElementsByTagName('script')].slice(0, MAX_SCRIPTS)) {
      const text = script.textContent ?? '';
      for (const id of idsHiddenBy(text)) this.#ids.add(id);
      this.#box(script, text);
    }
  }

  sees(node: Text | Element): boolean {
    if (this.#boxed.has(node)) return false;
    if (node.nodeType === 1) return this.#stateOf(node as Element) === 0;
    const element = parentOf(node);
    return element === null || (!isClosed(element) && this.#stateOf(element) === 0);
  }

  #box(script: Element, text: string): void {
    const box = openedBox(text);
    if (box === null) return;
    const attribute = (name: string) =>
      new RegExp(`${name}\\s{0,9}=\\s{0,9}["']?(\\d+)`, 'i').exec(box.attributes)?.[1] ?? null;
    const { box: hasBox = true, away, visible = true } = sightOf(box.style);
    if (hasBox && away !== true && visible && !(box.name === 'marquee' && isUnreadable(attribute))) return;
    let node = script.nextSibling;
    for (let i = 0; node !== null && i < MAX_BOXED; i++, node = node.nextSibling) {
      // The end tag that closes the box is lost to the parser; tables are the page's own.
      if (node.nodeType === 1 && /^(?:script|table)$/.test((node as Element).localName)) break;
      this.#boxed.add(node);
    }
  }

  #stateOf(element: Element): number {
    const path: Element[] = [];
    let at: Element | null = element;
    let state: number | undefined;
    for (; at !== null; at = parentOf(at)) {
      state = this.#states.get(at);
      if (state !== undefined) break;
      path.push(at);
    }
    let handed = state ?? 0;
    for (const one of path.toReversed()) {
      handed = (handed & GONE) !== 0 ? GONE : this.#below(one, handed);
      this.#states.set(one, handed);
    }
    return handed;
  }

  /** What an element hands down, given what was handed to it. */
  #below(element: Element, handed: number): number {
    const name = element.localName;
    const sight = this.#sightOf(element, name);
    if (this.#boxed.has(element) || sight.away === true || !(sight.box ?? hasBox(element, name))) return GONE;
    if (name === 'marquee' && isUnreadable((attribute) => element.getAttribute(attribute))) return GONE;
    let state = handed;
    if (sight.visible !== undefined) state = sight.visible ? state & ~INVISIBLE : state | INVISIBLE;
    if (sight.legible !== undefined) state = sight.legible ? state & ~ILLEGIBLE : state | ILLEGIBLE;
    return state;
  }

  /** What rules, attributes and scripts say of one element, what comes later before what came sooner. */
  #sightOf(element: Element, name: string): Sight {
    const id = element.getAttribute('id') ?? '';
    const sight: Sight = {};
    if (this.#rules.size > 0) {
      const classes = (element.getAttribute('class') ?? '').split(/\s+/, 30);
      const found = new Set([`${name}`, `#${id}`, '*', ...classes.map((one) => `.${one}`)]);
      const rules = [...found].flatMap((one) => this.#rules.get(one) ?? []);
      for (const rule of rules.toSorted((a, b) => a.rank - b.rank)) {
        if (this.#tried++ > MAX_TRIED) break;
        if (matches(element, rule.selector)) Object.assign(sight, rule.sight);
      }
    }
    const style = element.getAttribute('style');
    if (style !== null && style !== '') Object.assign(sight, this.#styleOf(style));
    if (this.#ids.has(id)) sight.box = false;
    return sight;
  }

  #styleOf(style: string): Sight {
    let sight = this.#styles.get(style);
    if (sight === undefined) {
      sight = sightOf(style);
      this.#styles.set(style, sight);
    }
    return sight;
  }
}

/** Rules by what their selector's last part names: an id, else a class, else an element. */
function byLastName(rules: readonly Rule[]): Map<string, Rule[]> {
  const sorted = new Map<string, Rule[]>();
  for (const rule of rules) {
    const [last] = rule.selector.compounds;
    if (last === undefined) continue;
    const key = last.id !== '' ? `#${last.id}` : last.classes.length > 0 ? `.${last.classes[0]}` : last.tag || '*';
    const same = sorted.get(key);
    if (same === undefined) sorted.set(key, [rule]);
    else same.push(rule);
  }
  return sorted;
}

/** Does a browser give the element a box where no style says otherwise? */
function hasBox(element: Element, name: string): boolean {
  if (BOXLESS.has(name) || element.hasAttribute('hidden') || element.hasAttribute('popover')) return false;
  if (name === 'dialog') return element.hasAttribute('open');
  const above = parentOf(element);
  if (above === null || !isClosed(above)) return true;
  return name === 'summary' && element === [...above.children].find((child) => child.localName === 'summary');
}

/** Does an element show nothing but its summary? */
function isClosed(element: Element): boolean {
  return element.localName === 'details' && !element.hasAttribute('open');
}

/** The element above, out of shadow roots into their hosts. */
function parentOf(node: Node): Element | null {
  const above = node.parentNode;
  if (above === null) return null;
  if (above.nodeType === 11) return (above as Partial<ShadowRoot>).host ?? null;
  return above.nodeType === 1 ? (above as Element) : null;
}

function isUnreadable(attribute: (name: string) => string | null): boolean {
  const small = (value: string | null) => value !== null && Number.parseInt(value, 10) <= SMALL_MARQUEE;
  const fast = Number.parseInt(attribute('scrollamount') ?? '6', 10) >= FAST_MARQUEE;
  return fast || small(attribute('width')) || small(attribute('height'));
}
