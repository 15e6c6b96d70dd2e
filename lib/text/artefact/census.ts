/**
 * Counts what a page's text says about machine conversion: Han characters, how often each stands, and which are
 * annotated. Texts may come one by one, in any order, while a page loads. Nothing is decided here.
 */

import { finish } from '../steps.ts';
import { type Annotation, annotationsOf, piecesOf } from './annotations.ts';

const FIRST = 0x4e00;
const LAST = 0x9fff;
/** Characters counted per page: more cannot change the picture. */
const MAX_CHARACTERS = 2_000_000;

export class Census {
  /** Han characters seen. */
  han = 0;
  /** Annotations seen, whatever their character. */
  marks = 0;
  /** Character → annotation as written → how often. */
  readonly annotated = new Map<string, Map<string, number>>();
  readonly #seen = new Uint32Array(LAST - FIRST + 1);
  #read = 0;

  /**
   * Takes one text of the page: its original, never a repaired one.
   * @param before what stands directly before it in the same line, where markup parts a character from its annotation.
   */
  add(text: string, before = ''): void {
    finish(this.steps(text, before));
  }

  /** Takes one text as add() does, with stops in a long one. */
  *steps(text: string, before = ''): Generator<undefined, void> {
    for (const [start, end] of piecesOf(text)) {
      this.#take(text.slice(start, end), start === 0 ? before : text.charAt(start - 1));
      if (end < text.length) yield;
    }
  }

  #take(text: string, before: string): void {
    if (this.#read > MAX_CHARACTERS) return;
    this.#read += text.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < FIRST || unit > LAST) continue;
      this.han++;
      this.#seen[unit - FIRST] = (this.#seen[unit - FIRST] ?? 0) + 1;
    }
    for (const mark of annotationsOf(text))
      this.#note(mark, mark.start === 0 ? before.slice(-1) : text.charAt(mark.start - 1));
  }

  /** How often a Han character (UTF-16 code unit) stands on the page, annotated or not. */
  count(unit: number): number {
    return this.#seen[unit - FIRST] ?? 0;
  }

  #note({ syllable, lost }: Annotation, character: string): void {
    const unit = character.charCodeAt(0);
    // An annotation after an annotation repeats it and counts once; `!(…)` is also true where nothing stands before it.
    if (lost || !(unit >= FIRST && unit <= LAST)) return;
    const forms = this.annotated.get(character) ?? new Map<string, number>();
    forms.set(syllable, (forms.get(syllable) ?? 0) + 1);
    this.annotated.set(character, forms);
    this.marks++;
  }
}
