/**
 * The attribute on the page's elements, and what is lent to those that are bars so that they can be pressed by key and
 * heard. All of it is given back as it was; where the page has written meanwhile, the page's word stands.
 */
import { attributeOf, findAll, isElement, nameOf } from '../../dom.ts';
import { dropAttribute, putAttribute } from '../../write.ts';

/** Parts of lists and tables that can have no name but what is painted in them. */
const NAMELESS = new Set(['dt', 'dd', 'caption']);
/** Other parts of them: with the role of a button they would be none any more for those who hear the page. */
const STRUCTURE = new Set([...NAMELESS, 'li', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'table']);

/** Is what is painted all that a screen reader can say of a bar made of this element? */
export function isNameless(element: Element): boolean {
  return NAMELESS.has(nameOf(element));
}

/** An attribute that is lent: what it was before, and what it is now. */
interface Lent {
  readonly name: string;
  readonly before: string | null;
  readonly now: string;
}

interface Mark {
  readonly value: string;
  readonly label: string | null;
  lent: readonly Lent[];
}

export class Marks {
  readonly #attribute: string;
  readonly #marks = new Map<Element, Mark>();
  /**
   * What bars were lent lately, by what they said: a copy may come when its bar says something else, or is one no more.
   */
  readonly #lent = new Map<string, readonly Lent[]>();

  constructor(attribute: string) {
    this.#attribute = attribute;
  }

  /** How many elements carry the attribute. */
  get size(): number {
    return this.#marks.size;
  }

  /** The value that an element has by us, undefined where it has none. */
  valueOf(element: Node): string | undefined {
    return this.#marks.get(element as Element)?.value;
  }

  /**
   * Gives an element the attribute, or takes it off where the value is null.
   * @param label what a screen reader says of a bar; null for an element that is no bar and cannot be pressed
   */
  set(element: Element, value: string | null, label: string | null = null): void {
    const mark = this.#marks.get(element);
    if (value === null) {
      if (mark === undefined) return;
      this.#marks.delete(element);
      dropAttribute(element, this.#attribute);
      giveBack(element, mark.lent);
      return;
    }
    if (mark === undefined || mark.value !== value) putAttribute(element, this.#attribute, value);
    const lent = mark !== undefined && mark.label === label ? mark.lent : relend(element, mark?.lent ?? [], label);
    this.#marks.set(element, { value, label, lent });
    this.#remember(element, lent);
  }

  /** Says of a bar that what it opens is open. */
  expand(element: Element, expanded: boolean): void {
    const mark = this.#marks.get(element);
    const lent = mark?.lent.find(({ name }) => name === 'aria-expanded');
    if (mark === undefined || lent === undefined) return;
    putAttribute(element, lent.name, String(expanded));
    mark.lent = mark.lent.map((one) => (one === lent ? { ...lent, now: String(expanded) } : one));
    this.#remember(element, mark.lent);
  }

  /** Somebody changed the attribute: an element of ours gets it again, any other one loses it. Was it ours? */
  defend(element: Element): boolean {
    const mark = this.#marks.get(element);
    const now = attributeOf(element, this.#attribute);
    if (mark === undefined) {
      if (now !== null) this.#strip(element);
      return false;
    }
    if (now === mark.value) return false;
    putAttribute(element, this.#attribute, mark.value);
    return true;
  }

  /** A node came: what carries the attribute in it and is not ours (a clone, markup that was written anew) loses it. */
  arrived(node: Node): void {
    if (this.#marks.size === 0 || !isElement(node)) return;
    if (attributeOf(node, this.#attribute) !== null && !this.#marks.has(node)) this.#strip(node);
    for (const element of findAll(node, `[${this.#attribute}]`)) if (!this.#marks.has(element)) this.#strip(element);
  }

  /** Takes every attribute off. */
  clear(): void {
    for (const element of [...this.#marks.keys()]) this.set(element, null);
  }

  /** What was lent to the element that this one is a copy of goes too. */
  #strip(element: Element): void {
    const lent = this.#lent.get(this.#keyOf(element));
    dropAttribute(element, this.#attribute);
    giveBack(element, lent ?? []);
  }

  #remember(element: Element, lent: readonly Lent[]): void {
    if (lent.length === 0) return;
    const key = this.#keyOf(element);
    this.#lent.delete(key);
    this.#lent.set(key, lent);
    const [oldest] = this.#lent.keys();
    if (this.#lent.size > MAX_LENT && oldest !== undefined) this.#lent.delete(oldest);
  }

  /** By this a copy is known as that of a bar. */
  #keyOf(element: Element): string {
    return `${nameOf(element)}\n${attributeOf(element, this.#attribute)}\n${attributeOf(element, 'aria-label')}`;
  }
}

/** What is lent beside the label to what can be pressed. */
const PRESSED = { tabindex: '0', role: 'button', 'aria-expanded': 'false' } as const;
/** Bars that are remembered for the sake of their copies. */
const MAX_LENT = 200;

function relend(element: Element, before: readonly Lent[], label: string | null): Lent[] {
  giveBack(element, before);
  if (label === null) return [];
  const isPart = STRUCTURE.has(nameOf(element));
  const values = {
    ...(isNameless(element) ? {} : { 'aria-label': label }),
    tabindex: PRESSED.tabindex,
    ...(isPart ? {} : PRESSED),
  };
  return Object.entries(values).map(([name, now]): Lent => {
    const was = attributeOf(element, name);
    putAttribute(element, name, now);
    return { name, before: was, now };
  });
}

function giveBack(element: Element, lent: readonly Lent[]): void {
  for (const { name, before, now } of lent) {
    if (attributeOf(element, name) !== now) continue;
    if (before === null) dropAttribute(element, name);
    else putAttribute(element, name, before);
  }
}
