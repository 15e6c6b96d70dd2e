/** What has been found so far, where it stands, and what the user decided about it. */
import type { Finding } from '../../detect/types.ts';
import { holds } from '../../dom.ts';
import { Entry, type EntryState, nodeOf, type Target } from './entry.ts';

/** Knows again, by their texts, findings that the user has decided on. */
export interface DecisionMemory {
  /** Remembers the state that the user gave an entry. */
  remember(entry: Entry): void;
  /** The user's earlier decision on a finding like this, if there was one. */
  recall(entry: Entry): EntryState | undefined;
  /** Is it like one of those that are kept, which are fingerprints? */
  isAmong(entry: Entry, keeps: readonly string[]): boolean;
}

export class Ledger {
  #list: Entry[] = [];
  readonly #byNode = new Map<Node, Entry>();
  #memory: DecisionMemory | null = null;
  /** Decisions made before there was a memory. */
  readonly #early = new Set<Entry>();
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

  /** Comes with the second script; until then no finding is known again. */
  get memory(): DecisionMemory | null {
    return this.#memory;
  }

  /** Remembers decisions by this from now on, those made before it came too. */
  rememberBy(memory: DecisionMemory): void {
    this.#memory = memory;
    for (const entry of this.#early) memory.remember(entry);
    this.#early.clear();
  }

  /** Takes the user's decision, and remembers it, so that it outlasts later sweeps. */
  decide(entry: Entry, state: EntryState): void {
    entry.state = state;
    entry.decided = state !== 'hidden';
    if (this.#memory === null) this.#early.add(entry);
    else this.#memory.remember(entry);
  }

  /** Notes where entries stand; call after targets have changed. */
  index(entry: Entry, before: readonly Target[]): void {
    for (const target of before) if (this.#byNode.get(nodeOf(target)) === entry) this.#byNode.delete(nodeOf(target));
    for (const target of entry.targets) this.#byNode.set(nodeOf(target), entry);
  }

  /** Takes entries off the list, which stand nowhere any more: see `index`. */
  drop(entries: ReadonlySet<Entry>): void {
    if (entries.size > 0) this.#list = this.#list.filter((one) => !entries.has(one));
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
