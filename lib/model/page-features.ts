/**
 * What is asked of a whole page to tell a doorway, on which nothing is honest: quantities, each told in steps between
 * two bounds.
 */

/** Nothing beyond a bound counts. */
type Bounds = readonly [low: number, high: number];

/** Those of the title first; then what stays when all that surely is spam is hidden. Doublings are log2(1 + n). */
export const PAGE_QUANTITIES = {
  /** Score of the title's strongest piece. */
  titlePeak: [-5, 14],
  /** Pieces of the title that are spam; their share of its characters; honest pieces; pieces that it says again. */
  titleSpam: [0, 4],
  titleShare: [0, 1],
  titleHonest: [0, 3],
  titleAgain: [0, 3],
  /** Spam, and nothing honest. */
  titleOnly: [0, 1],
  /** Doublings of the units that hold the title's strongest piece; its longest one. */
  echo: [0, 4],
  longEcho: [0, 4],
  /** Does the title name another site as its own? Does it call itself official? */
  claim: [0, 1],
  official: [0, 1],
  /** Spam in the title and findings below it. */
  found: [0, 1],
  /** Share of units whose words speak for a spam trade. */
  trade: [0, 0.3],
  /** Score that one unit in ten exceeds; one in a hundred; the highest. */
  tenth: [-3, 6],
  hundredth: [-5, 10],
  peak: [-5, 14],
  /** Share of links to other hosts. */
  alien: [0, 0.5],
  /** Doublings of units. */
  units: [0, 10],
} as const satisfies Readonly<Record<string, Bounds>>;

export type PageQuantity = keyof typeof PAGE_QUANTITIES;

export const PAGE_NAMES = Object.keys(PAGE_QUANTITIES) as readonly PageQuantity[];

/** Steps between the bounds of a quantity. */
export const PAGE_STEPS = 20;

/** Which step a value stands on, 0 to PAGE_STEPS. */
export function pageStep(quantity: PageQuantity, value: number): number {
  const [low, high] = PAGE_QUANTITIES[quantity];
  return Math.round(Math.max(0, Math.min(1, (value - low) / (high - low))) * PAGE_STEPS);
}
