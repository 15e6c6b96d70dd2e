/**
 * Hides stretches of one text node. Text carries no attribute, so the node is split and each stretch put into an element
 * of ours. The page's own node stays where it is, with what stands before the first stretch (perhaps nothing): a page
 * that keeps a reference to it (frameworks do) can still change it, move it or take it out.
 */
import { create, insert, isText, nextOf, parentOf, putAttribute, remove, stateOf } from '../dom.ts';
import { HIDE } from './sheet.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The HTML parser of Chromium begins a new text node after this many characters. */
const PARSER_LIMIT = 65_536;

export class Split {
  readonly text: Text;
  /** What was made of the rest of the text, in order: elements around hidden stretches, and text between them. */
  readonly #pieces: ChildNode[] = [];
  readonly #parts: Text[] = [];
  /** Was the text perhaps still being read? Then the parser went on in a node of its own, which belongs to it. */
  readonly #open: boolean;

  /**
   * Splits `text` and hides the stretches, which must be disjoint, in order and within it.
   * @param own is told each node that is made here.
   */
  constructor(text: Text, stretches: readonly Stretch[], attribute: string, own: (node: Node) => void) {
    this.text = text;
    const document = text.ownerDocument;
    this.#open = stateOf(document) === 'loading' && nextOf(text) === null;
    let rest = text;
    let offset = 0;
    for (const { start, end } of stretches) {
      const hidden = rest.splitText(start - offset);
      if (rest !== text) this.#parts.push(rest);
      const last = end - start === hidden.data.length;
      rest = last ? hidden : hidden.splitText(end - start);
      const wrapper = create(document, attribute);
      putAttribute(wrapper, attribute, HIDE);
      own(wrapper);
      own(hidden);
      insert(parentOf(hidden) as Node, wrapper, hidden);
      insert(wrapper, hidden, null);
      this.#pieces.push(wrapper);
      this.#parts.push(hidden);
      if (last) return;
      own(rest);
      this.#pieces.push(rest);
      offset = end;
    }
    this.#parts.push(rest);
  }

  /** The elements of ours that hide. */
  get wrappers(): ChildNode[] {
    return this.#pieces.filter((piece) => !isText(piece));
  }

  /** Do the pieces still stand beside the page's text? */
  get intact(): boolean {
    const parent = parentOf(this.text);
    return parent !== null && this.#pieces.every((piece) => parentOf(piece) === parent);
  }

  /** Where a piece's text began in the whole, or -1 where it is none of this text's pieces. */
  offsetOf(piece: Text): number {
    let offset = this.text.data.length;
    if (piece === this.text) return 0;
    for (const part of this.#parts) {
      if (part === piece) return offset;
      offset += part.data.length;
    }
    return -1;
  }

  /** Makes the text one again, in the page's own node. */
  undo(): void {
    for (const part of this.#parts) this.text.appendData(part.data);
    const after =
      this.#open && this.#pieces.length > 0 ? nextOf(this.#pieces[this.#pieces.length - 1] as ChildNode) : null;
    for (const piece of this.#pieces) remove(piece);
    if (after !== null && isText(after) && this.text.data.length + after.data.length <= PARSER_LIMIT) {
      this.text.appendData(after.data);
      remove(after);
    }
  }

  /** The page has given its node a new text: the pieces are of the old one, and go. */
  discard(): void {
    for (const piece of this.#pieces) remove(piece);
  }
}

/** Stretches in order, cut to a text of this length, and without overlaps: where two meet the first has it. */
export function disjoint<Some extends Stretch>(stretches: readonly Some[], length: number): Some[] {
  const clean: Some[] = [];
  let from = 0;
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const start = Math.max(stretch.start, from);
    const end = Math.min(stretch.end, length);
    if (start >= end) continue;
    clean.push({ ...stretch, start, end });
    from = end;
  }
  return clean;
}
