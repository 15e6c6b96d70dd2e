import { describe, expect, it, vi } from 'vitest';
import { Edits } from '../../../../lib/page/hide/edits.ts';
import { Hider } from '../../../../lib/page/hide/hider.ts';
import { Ledger } from '../../../../lib/page/hide/ledger.ts';
import { Findings } from '../../../../lib/page/hide/place-findings.ts';
import { Sheet } from '../../../../lib/page/hide/sheet.ts';
import { documentOf, finding, range } from '../dom.ts';

vi.mock('../../../../lib/i18n.ts', () => ({ t: (key: string) => key, plural: (stem: string) => stem }));

/** Bars are looked at in a window; here nothing has a box. */
const VIEW = { getComputedStyle: () => ({ getPropertyValue: () => '' }), innerWidth: 800 } as unknown as Window;

function sweepOf(body: string) {
  const document = documentOf(body);
  const hider = new Hider(new Sheet(document, () => Promise.resolve(false)), new Edits());
  const ledger = new Ledger('f');
  const findings = new Findings(ledger, hider);
  const settle = (...selectors: string[]) => {
    findings.settle(selectors.map((one) => finding(range(document.querySelector(one) as Element))));
    return ledger.entries.map(({ id }) => id);
  };
  const all = [...document.querySelectorAll('li')];
  const add = (...items: Element[]) => {
    const [first, last] = [items[0] as Element & ChildNode, items.at(-1) as Element & ChildNode];
    findings.add([finding({ first, last })], items);
  };
  const marks = () => all.filter((one) => hider.marks.valueOf(one) !== undefined).length;
  return { ledger, settle, add, all, marks, hider };
}

describe('an entry keeps its name, by which an open popup speaks of it', () => {
  it('where the same is found again', () => {
    const { settle } = sweepOf('<p>甲</p>');
    expect(settle('p')).toEqual(settle('p'));
  });

  it('where it grows from a part to the whole, and what the user decided stays', () => {
    const { ledger, settle } = sweepOf('<ul><li>甲</li><li>乙</li></ul>');
    const [first] = settle('li');
    const [entry] = ledger.entries;
    if (entry !== undefined) ledger.decide(entry, 'shown');
    expect(settle('ul')).toEqual([first]);
    expect(ledger.entries[0]?.state).toBe('shown');
  });

  it('but of several that become one the first alone, and no two have one name', () => {
    const { settle } = sweepOf('<ul><li>甲</li><li class="b">乙</li></ul><p>丙</p>');
    const [first, , third] = settle('li', '.b', 'p');
    expect(settle('ul', 'p')).toEqual([first, third]);
  });
});

describe('an entry that grows over others in new content', () => {
  it('takes their place, so that what is released is shown', () => {
    const { ledger, add, all, marks, hider } = sweepOf('<ul><li>甲</li><li>乙</li><li>丙</li></ul>');
    for (const one of all) add(one);
    add(...all);
    expect(ledger.entries.length).toBe(1);
    for (const one of all) hider.releaseElement(one);
    hider.look(VIEW);
    expect(marks()).toBe(0);
  });

  it('keeps what the user decided on one of them', () => {
    const { ledger, add, all } = sweepOf('<ul><li>甲</li><li>乙</li></ul>');
    for (const one of all) add(one);
    const [, second] = ledger.entries;
    if (second !== undefined) ledger.decide(second, 'shown');
    add(...all);
    expect(ledger.entries.map(({ state }) => state)).toEqual(['shown']);
  });
});
