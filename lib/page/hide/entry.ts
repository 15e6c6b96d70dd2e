/** A finding as the sweep keeps it: what the popup needs to know of it, and where it stands. */
import type { Finding, Part } from '../../detect/types.ts';
import { holds, isAttached } from '../../dom.ts';

/**
 * Something to hide: a whole element, or a stretch of what the page said in one text node (UTF-16 offsets, end not
 * included).
 */
export type Target = { readonly element: Element } | Stretched;

/** A stretch of a text. */
export interface Stretched {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

/** The node that a target is, or is a stretch of. */
export function nodeOf(target: Target): Element | Text {
  return 'element' in target ? target.element : target.text;
}

/** hidden: collapsed · shown: the user wants to see it · kept: the user said that it is no spam. */
export type EntryState = 'hidden' | 'shown' | 'kept';

export class Entry {
  readonly id: string;
  state: EntryState = 'hidden';
  /** Has the user (or a keep) chosen the state? Then later sweeps leave it. */
  decided = false;
  targets: readonly Target[] = [];
  #about: Omit<Finding, 'parts'>;

  constructor(id: string, finding: Finding) {
    this.id = id;
    this.#about = withoutParts(finding);
  }

  /** What was found, without its nodes, so that removed ones can be forgotten. */
  get finding(): Omit<Finding, 'parts'> {
    return this.#about;
  }

  /** Takes over what a later sweep found at the same place. */
  renew(finding: Finding): void {
    this.#about = withoutParts(finding);
  }

  /** Is a node in it? */
  holds(node: Node): boolean {
    return this.targets.some((target) => holds(nodeOf(target), node));
  }

  /** Is some of it in a node? */
  isIn(node: Node): boolean {
    return this.targets.some((target) => holds(node, nodeOf(target)));
  }

  /** Is its place gone from the page? */
  get isGone(): boolean {
    return this.targets.every((target) => !isAttached(nodeOf(target)));
  }

  /** Its place as the detector would name it: offsets are into what the page said. */
  get parts(): Part[] {
    return this.targets.map(
      (target): Part =>
        'element' in target
          ? { first: target.element as Element & ChildNode, last: target.element as Element & ChildNode }
          : target,
    );
  }

  /** The first node of it that stands in the page. */
  get anchor(): Node | null {
    const first = this.targets[0];
    return first === undefined ? null : nodeOf(first);
  }
}

function withoutParts(finding: Finding): Omit<Finding, 'parts'> {
  const { parts: _parts, ...rest } = finding;
  return rest;
}
