/** What the user decided about findings, known again by fingerprints of their text. */

import type { Entry, EntryState } from '../page/hide/entry.ts';
import type { DecisionMemory } from '../page/hide/ledger.ts';
import { fingerprint, isEmptyFingerprint, sameFinding } from '../report/fingerprint.ts';

/** Decisions remembered for the life of a page; the oldest go first. */
const MAX_PAGE_DECISIONS = 200;

interface Decision {
  readonly print: string;
  readonly state: EntryState;
}

export class Decisions implements DecisionMemory {
  #made: Decision[] = [];
  /** By the texts that they were made of: a later sweep may give an entry others. */
  readonly #prints = new WeakMap<readonly string[], string>();

  /** The fingerprint of an entry's text. */
  printOf({ finding: { segments } }: Entry): string {
    const known = this.#prints.get(segments);
    if (known !== undefined) return known;
    const print = fingerprint(segments);
    this.#prints.set(segments, print);
    return print;
  }

  remember(entry: Entry): void {
    const print = this.printOf(entry);
    if (isEmptyFingerprint(print)) return;
    this.#made = this.#made.filter((decision) => decision.print !== print);
    this.#made.push({ print, state: entry.state });
    if (this.#made.length > MAX_PAGE_DECISIONS) this.#made.shift();
  }

  recall(entry: Entry): EntryState | undefined {
    if (this.#made.length === 0) return undefined;
    return this.#made.findLast(({ print }) => sameFinding(print, this.printOf(entry)))?.state;
  }

  isAmong(entry: Entry, keeps: readonly string[]): boolean {
    return keeps.some((keep) => sameFinding(keep, this.printOf(entry)));
  }
}
