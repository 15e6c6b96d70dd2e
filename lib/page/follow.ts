/** What the page does with its nodes, and what that means for what is hidden: its tree is the page's, and so is what it writes. */
import { holds } from '../dom.ts';
import type { Copies } from './hide/copies.ts';
import type { Target } from './hide/entry.ts';
import type { Findings } from './hide/findings.ts';
import type { Hider } from './hide/hider.ts';
import type { Ledger } from './hide/ledger.ts';
import type { Sheet } from './hide/sheet.ts';
import type { Batch } from './watch.ts';

/** What was remembered of the page, and is brought into line with it. */
interface Remembered {
  readonly sheet: Sheet;
  readonly hider: Hider;
  readonly ledger: Ledger;
  readonly findings: Findings;
  readonly copies: Copies;
}

/** What has come of a batch. */
interface Followed {
  /** Has the page undone something of ours? */
  readonly isFight: boolean;
  /** Texts in which it says something else than before. */
  readonly texts: readonly Text[];
}

/** Follows a batch of the page's changes, and puts back what it took from us. */
export function follow(batch: Batch, { sheet, hider, ledger, findings, copies }: Remembered): Followed {
  let isFight = sheet.defend();
  for (const element of batch.touched) if (hider.marks.defend(element)) isFight = true;
  const texts: Text[] = [];
  for (const text of batch.texts) {
    const what = hider.edits.changed(text);
    if (what === 'undone') isFight = true;
    if (what === 'same') continue;
    texts.push(text);
    hider.textChanged(text, ledger.entries);
  }
  for (const root of batch.roots) {
    hider.marks.arrived(root);
    hider.edits.arrived(root);
  }
  if (copies.cameAgain(batch)) isFight = true;
  for (const element of batch.opened) findings.dropAt(element);
  return { isFight, texts };
}

/** Shows those hidden elements that are not in what is to be hidden by a look at them now. */
export function showHonest(elements: Iterable<Element>, targets: readonly Target[], hider: Hider): void {
  const isIn = (element: Element): boolean =>
    targets.some((target) => 'element' in target && holds(target.element, element));
  for (const element of elements) if (!isIn(element)) hider.releaseElement(element);
}
