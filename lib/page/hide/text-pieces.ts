/** Pieces of a text that are replaced, and how they are known again in what a page makes of it: strings only. */

/** Characters [start, end) of what the page said are shown as `out`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly out: string;
}

/** What was cut out of a text, and what stood around it there, without white space. */
export interface Cut {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Characters on each side by which a cut is known again. */
const AROUND = 8;
/** So many of them must agree; fewer where the text ends before. */
const AGREE = 2;

/** Where an offset into what the page said stands in what is shown. */
export function positionOf(pieces: readonly Piece[], offset: number): number {
  let at = offset;
  for (const { start, end, out } of pieces)
    if (end <= offset && (end > start || start < offset)) at += out.length - (end - start);
  return at;
}

/** How far on two texts are searched for where they agree again, and how many characters must. */
const REACH = 48;
const AGAIN = 2;
/** So many pieces of one stretch; the rest of it is one. */
const MAX_PIECES = 500;

/** The pieces that make `now` of a stretch, so that what both have in common is not touched. */
export function differences(said: string, start: number, end: number, now: string): Piece[] {
  const pieces: Piece[] = [];
  const was = said.slice(start, end);
  const add = (from: number, to: number, out: string): void => {
    pieces.push({ start: start + from, end: start + to, was: was.slice(from, to), out });
  };
  let a = 0;
  let b = 0;
  while (a < was.length || b < now.length) {
    if (a < was.length && was[a] === now[b]) {
      a++;
      b++;
      continue;
    }
    const [da, db] = pieces.length < MAX_PIECES ? meeting(was, a, now, b) : [was.length - a, now.length - b];
    add(a, a + da, now.slice(b, b + db));
    a += da;
    b += db;
  }
  return pieces;
}

/** How far to go on in both texts to where they agree again; to their ends where that is not near. */
function meeting(was: string, a: number, now: string, b: number): readonly [number, number] {
  for (let sum = 1; sum <= REACH; sum++) {
    for (let da = sum; da >= 0; da--) {
      const ahead = was.slice(a + da, a + da + AGAIN);
      if (ahead.length === AGAIN && ahead === now.slice(b + sum - da, b + sum - da + AGAIN)) return [da, sum - da];
    }
  }
  return [was.length - a, now.length - b];
}

/** What the page said, from what is shown and the pieces in it. */
export function said(shown: string, pieces: readonly Piece[]): string {
  let text = '';
  let from = 0;
  let shift = 0;
  for (const { start, end, was, out } of pieces) {
    const at = start + shift;
    text += shown.slice(from, at) + was;
    from = at + out.length;
    shift += out.length - (end - start);
  }
  return text + shown.slice(from);
}

/** The cuts that `dots` stand for in a text. */
export function cutsOf(saidText: string, shown: string, pieces: readonly Piece[], dots: string): Cut[] {
  return pieces.flatMap((piece): Cut[] => {
    if (!piece.out.startsWith(dots)) return [];
    const at = positionOf(pieces, piece.start);
    return [{ text: saidText.slice(piece.start, piece.end), ...around(shown, at, at + dots.length) }];
  });
}

/**
 * Finds the pieces in a text that the page has made of one with dots of ours, or of several: has cut, joined, copied,
 * translated.
 * @param own cuts of the very text that was written to, in order, and `before`, what it showed then
 * @param others cuts of other texts, the latest last
 */
export function reread(
  now: string,
  dots: string,
  own: readonly Cut[],
  before: string | undefined,
  others: readonly Cut[],
): Piece[] {
  const places = placesOf(now, dots);
  const left = [...own];
  // As many as there were: however the words around have changed, these are the same ones.
  const isSameCount = before !== undefined && own.length > 0 && placesOf(before, dots).length === places.length;
  const inOrder = isSameCount && own.length === places.length;
  const pieces: Piece[] = [];
  let shift = 0;
  for (const [nth, at] of places.entries()) {
    const cut = inOrder ? (own[nth] as Cut) : (take(left, now, at, dots) ?? bestOf(others, now, at, dots));
    if (cut === undefined) continue;
    const start = at + shift;
    pieces.push({ start, end: start + cut.text.length, was: cut.text, out: dots });
    shift += cut.text.length - dots.length;
  }
  return pieces;
}

function take(cuts: Cut[], now: string, at: number, dots: string): Cut | undefined {
  const found = bestOf(cuts, now, at, dots);
  if (found !== undefined) cuts.splice(cuts.indexOf(found), 1);
  return found;
}

function bestOf(cuts: readonly Cut[], now: string, at: number, dots: string): Cut | undefined {
  const here = around(now, at, at + dots.length);
  let best: Cut | undefined;
  let most = 0;
  for (const cut of cuts) {
    // Dots by themselves are many a page's own.
    if (cut.before === '' && cut.after === '') continue;
    const head = agreeing(cut.before, here.before, -1);
    const tail = agreeing(cut.after, here.after, 1);
    // A text that ends at the dots says nothing of that side.
    const enough = Math.min(AGREE, Math.max(1, here.before.length + here.after.length));
    const score = head + tail;
    if (score >= enough && score >= most) {
      most = score;
      best = cut;
    }
  }
  return best;
}

function agreeing(a: string, b: string, way: 1 | -1): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(way === 1 ? n : -1 - n) === b.at(way === 1 ? n : -1 - n)) n++;
  return n;
}

function around(shown: string, start: number, end: number): { before: string; after: string } {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  return {
    before: bare(shown.slice(Math.max(0, start - 4 * AROUND), start)).slice(-AROUND),
    after: bare(shown.slice(end, end + 4 * AROUND)).slice(0, AROUND),
  };
}

function placesOf(text: string, dots: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(dots); at >= 0; at = text.indexOf(dots, at + dots.length)) places.push(at);
  return places;
}
