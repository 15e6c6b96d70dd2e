/** From findings to entries on the page: what is new, what stays, what goes. */
import type { Finding } from '../../detect/types.ts';
import { isAttached } from '../../dom.ts';
import { type Entry, nodeOf, type Target } from './entry.ts';
import type { Hider } from './hider.ts';
import type { Ledger } from './ledger.ts';
import { targetsOf } from './targets.ts';

export class Findings {
  readonly #ledger: Ledger;
  readonly #hider: Hider;
  #keeps: readonly string[] = [];

  constructor(ledger: Ledger, hider: Hider) {
    this.#ledger = ledger;
    this.#hider = hider;
  }

  /** What is not to be hidden: the user's keeps for this site. */
  spare(keeps: readonly string[]): void {
    this.#keeps = keeps;
  }

  /** Replaces all entries by those of a whole sweep; what stands where one stood stays the same entry. */
  settle(findings: readonly Finding[]): void {
    const old = new Set(this.#ledger.entries);
    const placed: [Entry, Target[]][] = [];
    for (const finding of findings) {
      const targets = this.targetsOf(finding);
      if (targets.length === 0) continue;
      // One that grows (from an entry of a list to the list) is the same: the popup may be about to name it.
      const known = this.#ledger.at(targets) ?? this.#ledger.within(targets).find((entry) => old.has(entry));
      const stays = known !== undefined && old.delete(known);
      const entry = stays ? known : this.#ledger.add(finding);
      if (stays) entry.renew(finding);
      this.#judge(entry, stays);
      placed.push([entry, targets]);
    }
    this.#drop(old);
    for (const [entry, targets] of placed) this.#place(entry, targets);
    this.#ledger.order(placed.map(([entry]) => entry));
    this.#hider.edits.dropFound();
  }

  /** Adds what was found in new content to what is known. */
  add(findings: readonly Finding[], judged: readonly Node[]): void {
    for (const finding of findings) {
      const targets = this.targetsOf(finding);
      if (targets.length === 0) continue;
      const known = this.#ledger.at(targets);
      const inside = this.#ledger.within(targets).filter((one) => one !== known);
      if (known !== undefined) {
        this.#takeOver(known, inside);
        // A list that scrolls without end loses at one end what it gains at the other.
        const left = known.targets.filter((target) => isAttached(nodeOf(target)));
        this.#place(known, union(left, targets));
        continue;
      }
      const entry = this.#ledger.add(finding);
      this.#judge(entry, false);
      this.#takeOver(entry, inside);
      this.#place(entry, targets);
    }
    this.#hider.edits.dropFound(judged);
  }

  /** An entry has grown over others: they go, and what the user decided on them holds for it. */
  #takeOver(entry: Entry, others: readonly Entry[]): void {
    for (const old of others) if (old.decided) this.#ledger.decide(entry, old.state);
    this.#drop(new Set(others));
  }

  /**
   * Takes entries back that do not stand in the page any more, wherever their nodes are. Returns whether there were
   * any.
   */
  prune(): boolean {
    const gone = this.#ledger.entries.filter((entry) => entry.isGone);
    this.#drop(new Set(gone));
    return gone.length > 0;
  }

  /** Takes back what stands in or around a node. */
  dropAt(node: Node): void {
    this.#drop(new Set(this.#ledger.entries.filter((entry) => entry.holds(node) || entry.isIn(node))));
  }

  #drop(entries: ReadonlySet<Entry>): void {
    for (const entry of entries) {
      const before = entry.targets;
      this.#hider.clear(entry);
      this.#ledger.index(entry, before);
    }
    this.#ledger.drop(entries);
  }

  #place(entry: Entry, targets: readonly Target[]): void {
    const before = entry.targets;
    this.#hider.place(entry, targets);
    this.#ledger.index(entry, before);
  }

  /**
   * The state of an entry that the user has not decided on itself: an earlier decision on the same text, a keep, or
   * hidden. Judged anew by each sweep, so that what is undone for one is undone for all of the same words. Only that
   * one is shown which the user asked to see, and what comes in its place; others of its words stay as they stand.
   */
  #judge(entry: Entry, stood: boolean): void {
    if (entry.decided) return;
    const { memory } = this.#ledger;
    const earlier = memory?.recall(entry);
    if (earlier !== undefined) {
      if (!(stood && earlier === 'shown')) entry.state = earlier;
    } else if (this.#keeps.length > 0 && memory === null) {
      // It may be one of those, which is known as soon as the second script is there.
      entry.state = 'shown';
    } else if (this.#keeps.length > 0 && memory?.isAmong(entry, this.#keeps)) entry.state = 'kept';
    else entry.state = 'hidden';
  }

  /** What is to be hidden for a finding. */
  targetsOf(finding: Finding): Target[] {
    return finding.parts.flatMap((part) => targetsOf(part, this.#hider.edits));
  }
}

/** Targets of both; where a node is in both, as the later sweep has it, and in the order of the first. */
function union(before: readonly Target[], added: readonly Target[]): Target[] {
  const fresh = new Set<Node>(added.map(nodeOf));
  return [...before.filter((target) => !fresh.has(nodeOf(target))), ...added];
}
