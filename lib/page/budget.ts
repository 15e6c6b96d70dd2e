/** Bounds on what a page can make us do. */

/**
 * A budget that refills: `size` at once, and again after `refillMs` in which it was not spent up. A page that works
 * normally never notices it; one that fights back spends it in moments.
 */
export class Budget {
  readonly #size: number;
  readonly #refillMs: number;
  #left: number;
  #since = 0;

  constructor(size: number, refillMs: number) {
    this.#size = size;
    this.#refillMs = refillMs;
    this.#left = size;
  }

  /** Takes from the budget. False when there was not enough left. */
  spend(amount: number, now: number): boolean {
    if (now - this.#since >= this.#refillMs) {
      this.#since = now;
      this.#left = this.#size;
    }
    this.#left -= amount;
    return this.#left >= 0;
  }
}

/**
 * Times (turns of the page's scripts, however much each takes back) that hiding may be undone within the time below
 * before the page is left alone.
 */
export const FIGHTS = 10;
export const FIGHT_MS = 10_000;
/** This long (ms) after the page has loaded, its scripts have taken over what its server sent. */
export const HYDRATED_MS = 3000;
/** Hidden elements that are judged anew in the turn in which something in them changed; further ones wait … */
export const MAX_JUDGED_AGAIN = 200;
/**
 * … and all of them wait once that has cost this many ms within a second: a counter in each of 200 hidden blocks took
 * all of a core.
 */
export const AGAIN = 150;
/** Milliseconds of work that changes may cost in the time below; beyond it they wait and are looked at together. */
export const WORK = 300;
export const WORK_MS = 1000;

/**
 * Roots given to the detector at once, after the page has loaded: between two such groups the clock is read. Fewer, but
 * never less, where they take long.
 */
export const GROUP = 64;
export const LEAST_GROUP = 8;
/** A whole sweep after changes waits until nothing came for this long (ms) … */
export const QUIET_MS = 600;
/** … or the page has not been quiet for this long: clocks and tickers never are … */
export const LONGEST_MS = 5000;
/**
 * … and until this many times what the last one cost has gone by, so that whole sweeps take 2 % of the time at most.
 */
export const REST = 50;
/**
 * A whole sweep of no more steps than these is done in one piece, however slow the machine: what it hides must not be
 * painted meanwhile. A page of 10,000 nodes takes twelve.
 */
export const SHORT_STEPS = 15;
/** A longer one works so long (ms) before it lets the page run: longer tasks than 50 ms are felt. */
export const WHOLE_SLICE_MS = 25;
/** A page that changes while it is swept so is swept anew, this many times; then in one piece. */
export const WHOLE_TRIES = 2;
/** While the page loads, whole sweeps may take a fifth of the time. */
export const REST_LOADING = 5;
/** What changes may wait for when they cost too much (ms). */
export const PUT_OFF_MS = 100;
