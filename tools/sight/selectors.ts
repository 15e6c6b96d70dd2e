/** Simple selectors: names, ids and classes, inside of one another. Whoever needs more asks a browser. */

interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Must it be the parent of the next, or just above it? */
  readonly isParent: boolean;
}

export interface Selector {
  /** From the element itself up. */
  readonly compounds: readonly Compound[];
  /** As CSS weighs it: ids, classes and names in one number. */
  readonly weight: number;
}

const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[#.][\w-]+)*)$/i;
/** Longer selectors are not read. */
const MAX_SELECTOR = 300;
/** Elements above one that are looked at for its selector. */
const MAX_ABOVE = 100;

/** Reads a selector; null where it is more than simple. */
export function readSelector(text: string): Selector | null {
  if (text.length > MAX_SELECTOR) return null;
  const compounds: Compound[] = [];
  let weight = 0;
  let isParent = false;
  for (const part of text.replaceAll('>', ' > ').trim().split(/\s+/)) {
    if (part === '>') {
      isParent = true;
      continue;
    }
    const found = COMPOUND.exec(part);
    if (found === null || part === '') return null;
    const [, name = '', rest = ''] = found;
    const tag = name === '*' ? '' : name.toLowerCase();
    const names = rest.match(/[#.][\w-]+/g) ?? [];
    const classes = names.filter((one) => one.startsWith('.')).map((one) => one.slice(1));
    const ids = names.filter((one) => one.startsWith('#')).map((one) => one.slice(1));
    weight += ids.length * 10_000 + classes.length * 100 + (tag === '' ? 0 : 1);
    compounds.unshift({ tag, id: ids[0] ?? '', classes, isParent });
    isParent = false;
  }
  return compounds.length === 0 || isParent ? null : { compounds, weight };
}

/** Does an element match? The nearest element above that fits is taken for each part. */
export function matches(element: Element, { compounds }: Selector): boolean {
  const [own, ...above] = compounds;
  if (own === undefined || !fits(element, own)) return false;
  let at = element.parentElement;
  let isParent = own.isParent;
  let count = 0;
  for (const compound of above) {
    while (at !== null && !isParent && !fits(at, compound) && count++ < MAX_ABOVE) at = at.parentElement;
    if (at === null || !fits(at, compound)) return false;
    isParent = compound.isParent;
    at = at.parentElement;
  }
  return true;
}

function fits(element: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== '' && element.localName !== tag) return false;
  if (id !== '' && element.getAttribute('id') !== id) return false;
  if (classes.length === 0) return true;
  const own = ` ${(element.getAttribute('class') ?? '').replaceAll(/\s/g, ' ')} `;
  return classes.every((name) => own.includes(` ${name} `));
}
