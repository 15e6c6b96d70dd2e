/**
 * The keeper of edits: all text that is changed in the page is changed here, in place. It knows of each text node what
 * the page said, so that the detector reads that and everything can be undone; it writes only where the text still is
 * what it wrote from.
 */
import { dataOf, holds, isText, textOf, textsIn } from '../../dom.ts';
import { replaceText } from '../../write.ts';
import { type Cut, cutsOf, differences, type Piece, positionOf, reread, said as saidBy } from './text-pieces.ts';

/** Stands for a stretch of spam in honest text. */
export const DOTS = '⋯';

/** A stretch of what the page said, and what stands there instead. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly out: string;
}

interface Edited {
  /** What the page said. */
  said: string;
  /** What we made of it. */
  shown: string;
  /** How: in order, disjoint. */
  pieces: readonly Piece[];
  /** Stretches by whom they are hidden for. */
  readonly hidden: Map<object, readonly Stretch[]>;
  /** The text with its artefacts repaired, and how a piece of it is. */
  mended: { readonly whole: string; readonly piece: (text: string) => string } | null;
}

/** Whom stretches belong to that the page has moved to another text, until they are found there again. */
const FOUND_AGAIN = {};
/** Texts in which stretches are looked for that came from somewhere else, in what arrives at once. */
const MAX_TEXTS = 2000;
/** Stretches, and whole texts, that are remembered for that. */
const MAX_CUTS = 1000;
/** Characters of a seal: enough for MAX_CUTS of them, and more than anybody puts between two elements by chance. */
const SEAL_LENGTH = 12;

export class Edits {
  readonly #edited = new Map<Text, Edited>();
  /** What was cut out of texts lately: a page may take a text apart, copy it or write it anew. */
  #cuts: Cut[] = [];
  /** Texts with stretches that were found again and have not been judged there yet. */
  readonly #found = new Set<Text>();
  /** What stands in place of whole texts, and what was said by those for which it stands. */
  readonly #seals = new WeakMap<Text, string>();
  readonly #sealed = new Map<string, string>();
  /** Told of each text that shows something else from now on: whatever stands in it may stand elsewhere. */
  written: (text: Text) => void = () => {};

  /** Is anything edited? */
  get any(): boolean {
    return this.#edited.size > 0;
  }

  /** What the page said in a text that is edited; undefined where it is not. */
  of(text: Text): string | undefined {
    return this.#edited.get(text)?.said;
  }

  /** What the page said, edited or not. */
  said(text: Text): string {
    return this.#edited.get(text)?.said ?? dataOf(text);
  }

  /** Is something hidden in the text? */
  isHiding(text: Text): boolean {
    return (this.#edited.get(text)?.hidden.size ?? 0) > 0;
  }

  /** Is the text one whose artefacts were repaired? */
  isMended(text: Text): boolean {
    return (this.#edited.get(text)?.mended ?? null) !== null;
  }

  /** Hides stretches of a text for somebody (an entry); no stretches: shows what was hidden for them. */
  hide(text: Text, whom: object, stretches: readonly Stretch[]): void {
    const known = this.#edited.get(text);
    if (known === undefined && stretches.length === 0) return;
    const edited = known ?? this.#begin(text);
    if (stretches.length === 0) edited.hidden.delete(whom);
    else edited.hidden.set(whom, stretches);
    this.#write(text, edited);
  }

  /**
   * What is to stand in place of a whole text: dots or none, and white space that stands nowhere else. It takes no
   * room, and by it the text is known again in markup that the page makes of its own.
   */
  sealed(text: Text, dots: string): string {
    const seal = this.#seals.get(text) ?? freshSeal(this.#sealed);
    this.#seals.set(text, seal);
    this.#sealed.delete(seal);
    this.#sealed.set(seal, this.said(text));
    const [oldest] = this.#sealed.keys();
    if (this.#sealed.size > MAX_CUTS && oldest !== undefined) this.#sealed.delete(oldest);
    return dots + seal;
  }

  /** Writes a text with its artefacts repaired, if the page still says what that was made from. */
  mend(text: Text, original: string, whole: string, piece: (text: string) => string): boolean {
    if (this.said(text) !== original) return false;
    const edited = this.#edited.get(text) ?? this.#begin(text);
    edited.mended = { whole, piece };
    this.#write(text, edited);
    return true;
  }

  /** Gives all texts back whose artefacts were repaired. */
  unmendAll(): void {
    for (const [text, edited] of [...this.#edited]) {
      if (edited.mended === null) continue;
      edited.mended = null;
      this.#write(text, edited);
    }
  }

  /** Gives back all that was edited, wherever it stands by now. */
  clear(): void {
    for (const [text, edited] of [...this.#edited]) {
      edited.hidden.clear();
      edited.mended = null;
      this.#write(text, edited);
    }
    this.#cuts = [];
    this.#found.clear();
    this.#sealed.clear();
  }

  /**
   * Lets go of stretches that were found again where the page has put them, as soon as what stands there has been
   * judged: what is still spam has its finding by then.
   * @param judged in and below these; all where left out
   */
  dropFound(judged: readonly Node[] | null = null): void {
    for (const text of [...this.#found]) {
      if (judged !== null && !judged.some((node) => holds(node, text))) continue;
      this.#found.delete(text);
      const edited = this.#edited.get(text);
      if (edited?.hidden.delete(FOUND_AGAIN)) this.#write(text, edited);
    }
  }

  /**
   * The page has written to a text. What it made of ours is known again where our dots still stand in it; the rest is
   * its own.
   * @returns undone: the page has put back what it said · changed · same: it wrote what stood there
   */
  changed(text: Text): 'undone' | 'changed' | 'same' {
    const edited = this.#edited.get(text);
    const now = dataOf(text);
    if (now === edited?.shown) return 'same';
    this.written(text);
    if (edited === undefined) {
      this.#adopt(text);
      return 'changed';
    }
    this.#edited.delete(text);
    if (now === edited.said) return 'undone';
    this.#adopt(text, edited);
    return 'changed';
  }

  /** A node came: texts in it may hold dots of ours. */
  arrived(node: Node): void {
    if (this.#cuts.length === 0 && this.#sealed.size === 0) return;
    if (!isText(node) && this.#sealed.size === 0 && !textOf(node).includes(DOTS)) return;
    for (const text of textsIn(node, MAX_TEXTS)) this.#adopt(text);
  }

  /** Runs `look` with the page's own texts in place: for who reads the page without this keeper. */
  lifted<Value>(look: () => Value): Value {
    const all = [...this.#edited].filter(([text, { shown }]) => dataOf(text) === shown);
    for (const [text, { said, pieces }] of all) rewrite(text, said, pieces, []);
    try {
      return look();
    } finally {
      for (const [text, { said, pieces }] of all) if (dataOf(text) === said) rewrite(text, said, [], pieces);
    }
  }

  /** A stretch of what the page said as a range in what the text shows; null where the page has written since. */
  shownRange(text: Text, start: number, end: number): readonly [number, number] | null {
    const edited = this.#edited.get(text);
    if (end > this.said(text).length || (edited !== undefined && dataOf(text) !== edited.shown)) return null;
    const pieces = edited?.pieces ?? [];
    return [positionOf(pieces, start), positionOf(pieces, end)];
  }

  #begin(text: Text): Edited {
    const said = dataOf(text);
    const edited: Edited = { said, shown: said, pieces: [], hidden: new Map(), mended: null };
    this.#edited.set(text, edited);
    return edited;
  }

  /**
   * Brings the text to what is wanted of it. Where the page has written since, its word stands and is forgotten here.
   */
  #write(text: Text, edited: Edited): void {
    this.written(text);
    if (dataOf(text) !== edited.shown) {
      this.#edited.delete(text);
      return;
    }
    const pieces = piecesOf(edited);
    rewrite(text, edited.said, edited.pieces, pieces);
    edited.pieces = pieces;
    edited.shown = dataOf(text);
    if (edited.hidden.size === 0 && edited.mended === null) this.#edited.delete(text);
    else if (edited.hidden.size > 0) this.#remember(edited);
  }

  #remember({ said, shown, pieces }: Edited): void {
    const cuts = cutsOf(said, shown, pieces, DOTS);
    const known = new Set(this.#cuts.map(({ text, before, after }) => `${before}\n${text}\n${after}`));
    const fresh = cuts.filter(({ text, before, after }) => !known.has(`${before}\n${text}\n${after}`));
    this.#cuts = [...this.#cuts, ...fresh].slice(-MAX_CUTS);
  }

  #adopt(text: Text, before?: Edited): void {
    if (this.#edited.has(text)) return;
    const shown = dataOf(text);
    const pieces = this.#piecesOf(shown, before);
    if (pieces.length === 0) return;
    const said = saidBy(shown, pieces);
    const stretches = pieces.map(({ start, end, out }): Stretch => ({ start, end, out }));
    this.#edited.set(text, { said, shown, pieces, hidden: new Map([[FOUND_AGAIN, stretches]]), mended: null });
    this.#found.add(text);
  }

  /** What of ours is known again in a text; `before` is what it was as long as the page had not written to it. */
  #piecesOf(shown: string, before: Edited | undefined): readonly Piece[] {
    const whole = shown.length <= SEAL_LENGTH + DOTS.length ? this.#sealed.get(shown.replace(DOTS, '')) : undefined;
    if (whole !== undefined) return [{ start: 0, end: whole.length, was: whole, out: shown }];
    if (!shown.includes(DOTS)) return [];
    const own = before === undefined ? [] : cutsOf(before.said, before.shown, before.pieces, DOTS);
    return reread(shown, DOTS, own, before?.shown, this.#cuts);
  }
}

function freshSeal(taken: ReadonlyMap<string, string>): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(SEAL_LENGTH));
    const seal = Array.from(bytes, (byte) => (byte % 2 === 0 ? ' ' : '\t')).join('');
    if (!taken.has(seal)) return seal;
  }
}

/** What is to be done to a text: its stretches, and the repair of what is between them. */
function piecesOf({ said, hidden, mended }: Edited): Piece[] {
  const stretches = [...hidden.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  if (stretches.length === 0) return mended === null ? [] : differences(said, 0, said.length, mended.whole);
  const pieces: Piece[] = [];
  let end = 0;
  const gap = (to: number): void => {
    if (mended !== null && to > end) pieces.push(...differences(said, end, to, mended.piece(said.slice(end, to))));
  };
  for (const stretch of stretches) {
    const start = Math.max(stretch.start, end);
    const to = Math.min(stretch.end, said.length);
    if (to <= start) continue;
    gap(start);
    pieces.push({ start, end: to, was: said.slice(start, to), out: stretch.out });
    end = to;
  }
  gap(said.length);
  return pieces;
}

/** Goes from one set of pieces to another, from the end on; what is in both is not touched, nor any text between. */
function rewrite(text: Text, said: string, before: readonly Piece[], after: readonly Piece[]): void {
  let there = [...before];
  const same = (a: Piece, b: Piece): boolean => a.start === b.start && a.end === b.end && a.out === b.out;
  for (const piece of before.toReversed()) {
    if (after.some((one) => same(one, piece))) continue;
    replaceText(text, positionOf(there, piece.start), piece.out.length, said.slice(piece.start, piece.end));
    there = there.filter((one) => one !== piece);
  }
  for (const piece of after.toReversed()) {
    if (there.some((one) => same(one, piece))) continue;
    replaceText(text, positionOf(there, piece.start), piece.end - piece.start, piece.out);
    there.push(piece);
  }
}
