/**
 * Counts what a page's text says about machine conversion: Han characters, how often each stands, and which are annotated.
 * Texts may come one by one, in any order, while a page loads. Nothing is decided here.
 */
import { marksOf } from './marks.ts';

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
  private readonly seen = new Uint32Array(LAST - FIRST + 1);
  private read = 0;

  /** Takes one text of the page: its original, never a repaired one. */
  add(text: string): void {
    if (this.read > MAX_CHARACTERS) return;
    this.read += text.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < FIRST || unit > LAST) continue;
      this.han++;
      this.seen[unit - FIRST] = (this.seen[unit - FIRST] ?? 0) + 1;
    }
    for (const mark of marksOf(text)) this.note(text, mark.start, mark.syllable, mark.lost);
  }

  /** How often a Han character (UTF-16 code unit) stands on the page, annotated or not. */
  count(unit: number): number {
    return this.seen[unit - FIRST] ?? 0;
  }

  private note(text: string, start: number, syllable: string, lost: boolean): void {
    if (lost) return;
    const unit = text.charCodeAt(start - 1);
    // An annotation after an annotation repeats it and counts once; `!(…)` is also false for NaN before the first character.
    if (!(unit >= FIRST && unit <= LAST)) return;
    const character = String.fromCharCode(unit);
    const forms = this.annotated.get(character) ?? new Map<string, number>();
    forms.set(syllable, (forms.get(syllable) ?? 0) + 1);
    this.annotated.set(character, forms);
    this.marks++;
  }
}
