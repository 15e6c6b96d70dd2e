/** What words say of each unit, in the form that the detector's parts pass on. */
import type { LexicalScore } from '../model/lexicon.ts';
import type { Shape } from '../text/symbols.ts';

/** Scores by words of the units of one outline, parallel arrays. */
export interface UnitScores {
  /** Items of the outline that are units, in document order. */
  readonly items: Int32Array;
  readonly sum: Float32Array;
  readonly peak: Float32Array;
  readonly strong: Uint8Array;
  readonly shapes: readonly Shape[];
  /**
   * Texts in pieces, null where there are none. Where their places are known, pieces have the score and the shape of
   * the whole unit that they make: see fragments.ts.
   */
  readonly pieces: Fragments | null;
  /** Han characters on the page, for those who ask whether it is Chinese at all. */
  readonly han: number;
}

/** Scores texts; the lexicon, or in training a language model that leaves the page's own site out. */
export interface Scorer {
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void;
}

/** The pieces among an outline's units. */
export interface Fragments {
  /** Numbers of the units that may be pieces, whether their scores changed or not. */
  readonly units: readonly number[];
  /** Weight of each unit: 1; less for the pieces of a split text; 0 for fillers that nobody sees. */
  readonly share: Float32Array;
}
