import { describe, expect, it, vi } from 'vitest';
import { Edits } from '../../../lib/page/hide/edits.ts';
import { Hider } from '../../../lib/page/hide/hider.ts';
import { Ledger } from '../../../lib/page/hide/ledger.ts';
import { Findings } from '../../../lib/page/hide/place-findings.ts';
import { Sheet } from '../../../lib/page/hide/sheet.ts';
import { documentOf, finding, range } from './dom.ts';

vi.mock('../../../lib/i18n.ts', () => ({ t: (key: string) => key, plural: (stem: string) => stem }));

function sweepOf(body: string) {
  const document = documentOf(body);
  const hider = new Hider(new Sheet(document, () => Promise.resolve(false)), new Edits());
  const ledger = new Ledger('f');
  const findings = new Findings(ledger, hider);
  const settle = (...selectors: string[]) => {
    findings.settle(selectors.map((one) => finding(range(document.querySelector(one) as Element))));
    return ledger.entries.map(({ id }) => id);
  };
  return { ledger, settle };
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
