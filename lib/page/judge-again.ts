/**
 * Hidden elements in which something has changed: judged anew in the turn of the change, and shown where nothing is
 * found there any more. Where a page changes them without end all of them wait, hidden as they are.
 */
import type { Finding } from '../detect/types.ts';
import { ancestors, holds } from '../dom.ts';
import { AGAIN, Budget, MAX_JUDGED_AGAIN, WORK_MS } from './budget.ts';
import type { Hiding } from './hide/frame-hiding.ts';

interface StaleParts {
  /** Judges elements. */
  judge(elements: readonly Element[]): readonly Finding[];
  /** Acts on what was found in them. */
  settle(elements: ReadonlySet<Element>, found: readonly Finding[]): void;
}

const NONE: ReadonlySet<Element> = new Set();

export class Stale {
  readonly #parts: StaleParts;
  readonly #budget = new Budget(AGAIN, WORK_MS);
  readonly #waiting = new Set<Element>();
  #isAffordable = true;

  constructor(parts: StaleParts) {
    this.#parts = parts;
  }

  /** Judges these and those that had to wait, as far as that is affordable. Returns those that were judged. */
  judge(fresh: ReadonlySet<Element> = NONE): ReadonlySet<Element> {
    const all = this.#waiting;
    for (const element of fresh) all.add(element);
    if (all.size === 0) return NONE;
    const start = performance.now();
    this.#isAffordable ||= this.#budget.spend(0, start);
    if (!this.#isAffordable) return NONE;
    const due = new Set([...all].slice(0, MAX_JUDGED_AGAIN));
    for (const element of due) all.delete(element);
    this.#parts.settle(due, this.#parts.judge([...due]));
    this.#isAffordable = this.#budget.spend(performance.now() - start, start);
    return due;
  }

  clear(): void {
    this.#waiting.clear();
  }
}

/** Shows those elements in which nothing was found. Has anything left the list of what was found? */
export function settleStale(
  elements: ReadonlySet<Element>,
  found: readonly Finding[],
  { findings, hider }: Pick<Hiding, 'findings' | 'hider'>,
): boolean {
  const targets = found.flatMap((finding) => findings.targetsOf(finding));
  const isIn = (element: Element): boolean =>
    targets.some((target) => 'element' in target && holds(target.element, element));
  for (const element of elements) if (!isIn(element)) hider.releaseElement(element);
  return findings.prune();
}

/**
 * Those nodes that stand in none of the elements: what has been judged with an element need not be judged by itself.
 */
export function outside(nodes: readonly Node[], elements: ReadonlySet<Element>): Node[] {
  if (elements.size === 0) return [...nodes];
  return nodes.filter((node) => {
    for (const at of ancestors(node)) if (elements.has(at as Element)) return false;
    return true;
  });
}
