/** What the page does with its nodes, and what that means for what is hidden: its tree is the page's, and so is what it writes. */
import type { Finding } from '../detect/types.ts';
import { holds, siblings } from '../dom.ts';
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
}

/**
 * Follows a batch of the page's changes, and puts back what it took from us.
 * @returns whether the page has undone something
 */
export function follow(batch: Batch, { sheet, hider, ledger, findings }: Remembered): boolean {
  let isFight = sheet.defend();
  for (const element of batch.touched) if (hider.marks.defend(element)) isFight = true;
  for (const text of batch.texts) {
    const what = hider.edits.changed(text);
    if (what === 'undone') isFight = true;
    if (what !== 'same') hider.textChanged(text, ledger.entries);
  }
  for (const root of batch.roots) {
    hider.marks.arrived(root);
    hider.edits.arrived(root);
  }
  for (const element of batch.opened) findings.dropAt(element);
  return isFight;
}

/** Shows those hidden elements that are not among what was found in and around them now. */
export function showHonest(elements: Iterable<Element>, found: readonly Finding[], hider: Hider): void {
  for (const element of elements) if (!found.some((finding) => isIn(element, finding))) hider.releaseElement(element);
}

function isIn(element: Element, { parts }: Finding): boolean {
  return parts.some(
    (part) => !('text' in part) && [...siblings(part.first, part.last)].some((node) => holds(node, element)),
  );
}
