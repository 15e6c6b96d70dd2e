/** What has been found so far, where it stands, and what the reader decided about it. */
import type { Finding } from '../detect/types.ts';
import { isEmptyFingerprint, sameFinding } from '../report/fingerprint.ts';
import { holds } from './dom.ts';
import { Entry, type EntryState, nodeOf, type Target } from './entry.ts';

/** Decisions remembered for the life of a page; the oldest go first. */
const MAX_DECISIONS = 200;

interface Decision {
  readonly fingerprint: string;
  readonly state: EntryState;
}

export class Ledger {
  #list: Entry[] = [];
  readonly #byNode = new Map<Node, Entry>();
  #decisions: Decision[] = [];
  readonly #frame: string;
  #count = 0;

  /** @param frame random name of this frame, with which the entries' names begin. */
  constructor(frame: string) {
    this.#frame = frame;
  }

  get entries(): readonly Entry[] {
    return this.#list;
  }

  get(id: string): Entry | undefined {
    return this.#list.find((entry) => entry.id === id);
  }

  /** The entry that already stands on one of the targets, or on something inside them. */
  at(targets: readonly Target[]): Entry | undefined {
    for (const target of targets) {
      const entry = this.#byNode.get(nodeOf(target));
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** Entries that stand inside one of the targets. */
  within(targets: readonly Target[]): Entry[] {
    const elements = targets.flatMap((target) => ('element' in target ? [target.element] : []));
    return this.#list.filter((entry) => {
      const anchor = entry.anchor;
      return anchor !== null && elements.some((element) => holds(element, anchor));
    });
  }

  /** A new entry for a finding, with the state that an earlier decision about the same text gives it. */
  add(finding: Finding): Entry {
    const entry = new Entry(`${this.#frame}.${++this.#count}`, finding);
    this.#list.push(entry);
    return entry;
  }

  /** The reader's earlier decision on a finding like this, if there was one. */
  decided(entry: Entry): EntryState | undefined {
    if (this.#decisions.length === 0) return undefined;
    return this.#decisions.findLast((decision) => sameFinding(decision.fingerprint, entry.fingerprint))?.state;
  }

  /** Remembers the reader's decision, so that it outlasts later sweeps. */
  decide(entry: Entry, state: EntryState): void {
    entry.state = state;
    entry.decided = state !== 'hidden';
    if (isEmptyFingerprint(entry.fingerprint)) return;
    this.#decisions = this.#decisions.filter((decision) => decision.fingerprint !== entry.fingerprint);
    this.#decisions.push({ fingerprint: entry.fingerprint, state });
    if (this.#decisions.length > MAX_DECISIONS) this.#decisions.shift();
  }

  /** Notes where entries stand; call after targets have changed. */
  index(entry: Entry, before: readonly Target[]): void {
    for (const target of before) if (this.#byNode.get(nodeOf(target)) === entry) this.#byNode.delete(nodeOf(target));
    for (const target of entry.targets) this.#byNode.set(nodeOf(target), entry);
  }

  /** Takes an entry off the list. */
  drop(entry: Entry): void {
    this.#list = this.#list.filter((one) => one !== entry);
    for (const [node, owner] of this.#byNode) if (owner === entry) this.#byNode.delete(node);
  }

  /** Puts the entries into the order of the page that a whole sweep gave. */
  order(entries: readonly Entry[]): void {
    this.#list = [...entries];
  }

  /** Forgets the entries, not the decisions. */
  clear(): void {
    this.#list = [];
    this.#byNode.clear();
  }
}
