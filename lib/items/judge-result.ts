/**
 * Is a result of a search spam? Its title, its snippet and its address are judged together, by the words of the model.
 */
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { folded } from './query-in-address.ts';
import type { Result } from './results.ts';

/** What is read of a result. */
export type ResultText = Pick<Result, 'title' | 'snippet'>;

export interface ResultJudgement {
  readonly isSpam: boolean;
  /** Does the snippet speak of something else than the title? */
  readonly otherSubject: boolean;
  /** Log-odds beyond what is asked; below 0 for what stays. */
  readonly surplus: number;
}

/** What divides a title into pieces; engines cut long ones. */
const BETWEEN = /\s*[|_丨│｜,，、]\s*|\s+[-–—·•>›»☆★]+\s+|[-–—☆★]+|\.{2,}|…+|[【】]/;
/** Works that are named, and addresses, say nothing of who names them. */
const NAMED = /《[^》]*》|(?:https?:\/?\/?)?(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/\S*)?/gi;
/** Parts of a title that are looked for in the snippet, characters each. */
const PART = 3;

/*
 * Chosen on the pages, headlines and titles of two folds of the corpus, and reported on the other three (npm run
 * items). SURE, BOTH_TITLE and OTHER_TITLE are half a unit above the values that find most there while hiding at most
 * one honest result.
 */
/** A result is spam if its title's strongest piece scores more than this, whatever its text says … */
const SURE = 11.5;
/** … or if the title and the text both score more than these, … */
const BOTH_TITLE = 5;
const BOTH_TEXT = 6;
/** … and the text has at least this many Han characters besides the title's own words; … */
const OWN_HAN = 10;
/**
 * … or if the title scores more than OTHER_TITLE and the text honestly speaks of something else: it repeats less than
 * OTHER_SAID of the title's parts, in at least OTHER_HAN Han characters.
 */
const OTHER_TITLE = 8.5;
const OTHER_SAID = 0.1;
const OTHER_HAN = 15;

/**
 * A query with a higher score is a search for a trade: 时时彩 (3.5), 永利, 赌场 are; 澳门 (3.3), 德州扑克, 澳门 旅游 (1.4),
 * 网络赌博 判刑 (0.3) are not.
 */
const ASKED = 3.4;

/** Is it spam's own trade that a query asks for? */
export function asksForTrade(query: string, lexicon: Lexicon): boolean {
  return scoreOf(query, lexicon).sum > ASKED;
}

/** Judges one result. */
export function judgeResult({ title, snippet }: ResultText, lexicon: Lexicon): ResultJudgement {
  const { text, sum } = strongestPiece(title, lexicon);
  const { sum: said, shape } = scoreOf(snippet.replace(NAMED, ' '), lexicon);
  // A text that only says the title again says nothing of its own.
  const isOwn = scoreOf(snippet.replaceAll(title, ' '), lexicon).shape.han >= OWN_HAN;
  const isOther = said < 0 && shape.han >= OTHER_HAN && shareSaid(text, snippet) < OTHER_SAID;
  const surplus = Math.max(
    sum - SURE,
    isOwn ? Math.min(sum - BOTH_TITLE, said - BOTH_TEXT) : Number.NEGATIVE_INFINITY,
    isOther ? sum - OTHER_TITLE : Number.NEGATIVE_INFINITY,
  );
  return { isSpam: surplus > 0, otherSubject: isOther, surplus };
}

interface Piece {
  readonly text: string;
  readonly sum: number;
}

/** The piece of a title whose words speak most for a trade. */
function strongestPiece(title: string, lexicon: Lexicon): Piece {
  let best: Piece = { text: '', sum: -99 };
  for (const text of title.replace(NAMED, ' ').split(BETWEEN)) {
    if (text.trim() === '') continue;
    const { sum } = scoreOf(text, lexicon);
    if (sum > best.sum) best = { text, sum };
  }
  return best;
}

/** What share of a piece's parts stands in a text too, 0 to 1. */
function shareSaid(piece: string, text: string): number {
  const sought = folded(piece);
  const said = folded(text);
  const parts = Math.max(1, sought.length - PART + 1);
  let found = 0;
  for (let at = 0; at < parts; at++) if (said.includes(sought.slice(at, at + PART))) found++;
  return found / parts;
}

function scoreOf(text: string, lexicon: Lexicon): LexicalScore & { readonly shape: Shape } {
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  const shape = emptyShape();
  lexicon.score(text, 0, text.length, score, shape);
  return { ...score, shape };
}
