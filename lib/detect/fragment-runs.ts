/** Finds texts in pieces: runs of neighbouring texts of a few characters each that belong together. */
import { attributeOf } from '../dom.ts';
import * as O from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';

/** Most visible characters of a piece. Longer texts say by themselves what they are. */
const MAX_PIECE = 3;
/** Fewest pieces with Han characters that are read as one text: single characters of one line, … */
const MIN_CHARACTERS = 2;
/** … pieces of one line, … */
const MIN_PIECES = 3;
/** … single characters, each in a line or a link of its own. */
const MIN_APART = 4;
/** Pieces read as one; a word is shorter, and work stays linear. */
const MAX_PIECES = 400;
/** Most unseen longer texts in a row between two pieces. */
const MAX_FILLERS = 2;

/** Pieces that may belong together, and longer texts between them that may be fillers: numbers of units, ascending. */
export interface Run {
  readonly pieces: number[];
  readonly fillers: number[];
  /** Do they stand in one line, and not in links to different places? undefined as long as there is one piece alone. */
  together: boolean | undefined;
}

/** An outline's units, in parallel arrays. */
export interface Units {
  readonly items: Int32Array;
  readonly shapes: readonly Shape[];
}

/**
 * Neighbouring pieces, enough of them to be read as one.
 * @param withFillers may longer texts stand between them?
 */
export function runsOf(outline: O.Outline, units: Units, withFillers: boolean): Run[] {
  const { items, shapes } = units;
  const runs: Run[] = [];
  let run: Run | null = null;
  let fillers: number[] = [];
  const start = (pieces: number[], together?: boolean): Run => {
    if (run !== null && isEnough(run, shapes)) runs.push(run);
    fillers = [];
    return { pieces, fillers: [], together };
  };
  for (let k = 0; k < items.length; k++) {
    const { visible } = shapes[k] as Shape;
    if (visible === 0) continue;
    if (visible > MAX_PIECE || outline.kind[items[k] as number] !== O.ITEM_TEXT) {
      if (run === null || (withFillers && fillers.push(k) <= MAX_FILLERS)) continue;
      start([]);
      run = null;
      continue;
    }
    const open = run as Run | null;
    const last = open?.pieces.at(-1);
    const together = last === undefined ? null : standTogether(outline, units, last, k);
    if (open === null || last === undefined || together === null || open.pieces.length >= MAX_PIECES) {
      run = start([k]);
    } else if (open.together === undefined || open.together === together) {
      open.together = together;
      open.pieces.push(k);
      open.fillers.push(...fillers);
      fillers = [];
    } else if (together) {
      // The last one of those that stand apart begins a line.
      open.pieces.pop();
      run = start([last, k], true);
    } else run = start([k]);
  }
  start([]);
  return runs;
}

function isEnough({ pieces, together }: Run, shapes: readonly Shape[]): boolean {
  const han = countOf(pieces, shapes);
  if (together !== true) return han >= MIN_APART;
  return han >= (pieces.every((k) => isCharacter(shapes[k] as Shape)) ? MIN_CHARACTERS : MIN_PIECES);
}

/** How many of them have Han characters. */
export function countOf(pieces: readonly number[], shapes: readonly Shape[]): number {
  return pieces.filter((k) => (shapes[k] as Shape).han > 0).length;
}

/** Is it a single Han character? */
export function isCharacter({ han, visible }: Shape): boolean {
  return han === 1 && visible === 1;
}

/**
 * Do two pieces stand in one line, and not in links to two places? null where they do not belong together at all:
 * single characters do wherever they stand, longer ones in one line and without a space between them.
 */
function standTogether(outline: O.Outline, { items, shapes }: Units, a: number, b: number): boolean | null {
  const areCharacters = isCharacter(shapes[a] as Shape) && isCharacter(shapes[b] as Shape);
  const [first, second] = [items[a] as number, items[b] as number];
  const isOne = outline.line[first] === outline.line[second] && leadTheSameWay(outline, first, second);
  if (areCharacters) return isOne;
  // What divides longer pieces divides words.
  if (isDivider(shapes[a] as Shape, shapes[b] as Shape) || isDivider(shapes[b] as Shape, shapes[a] as Shape))
    return null;
  return isOne && !isSpaced(outline, first, second) ? true : null;
}

/** Is a piece nothing but marks, next to more than a single character? */
function isDivider({ han, letters, digits }: Shape, other: Shape): boolean {
  return han + letters + digits === 0 && !isCharacter(other);
}

function isSpaced(outline: O.Outline, a: number, b: number): boolean {
  if (((outline.place[b] as number) & O.PLACE_SPACED) !== 0) return true;
  return /\s$/.test(outline.texts[a] as string) || /^\s/.test(outline.texts[b] as string);
}

function leadTheSameWay(outline: O.Outline, a: number, b: number): boolean {
  if (outline.link[a] === O.LINK_NONE || outline.link[b] === O.LINK_NONE) return true;
  const [first, second] = [linkOf(outline, a), linkOf(outline, b)];
  if (first === second) return true;
  // Buttons without an address do different things.
  if (outline.link[a] === O.LINK_EMPTY) return false;
  const address = addressOf(outline, first);
  return address !== null && address === addressOf(outline, second);
}

/** Elements between a piece and its link; more of them make it a link of its own. */
const MAX_CLIMB = 40;

/** Item of the link that an item stands in: the highest with a link's mark. */
function linkOf(outline: O.Outline, item: number): number {
  let link = item;
  for (let count = 0; count < MAX_CLIMB; count++) {
    const above = outline.parent[link] as number;
    if (above < 0 || outline.link[above] === O.LINK_NONE) break;
    link = above;
  }
  return link;
}

function addressOf(outline: O.Outline, item: number): string | null {
  const node = outline.nodes[item] as Element | undefined;
  // Stored outlines have no nodes.
  return node !== undefined && outline.kind[item] === O.ITEM_ELEMENT ? attributeOf(node, 'href') : null;
}
