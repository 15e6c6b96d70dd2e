/** How strongly words speak for a spam trade, in three steps. */

/**
 * Peak from which on a text's words may speak for a trade: of 40,402 headlines of 2020 to 2023 that no training saw 1
 * in 1,000 is above 3.4.
 */
export const NEAR_TRADE = 3;
/** Peak from which on they do: 1 in 10,000 of the same headlines is above 5.3. */
export const TRADE_WORDS = 5;

/** 0: not · 1: perhaps · 2: surely. */
export function strengthOf(peak: number): 0 | 1 | 2 {
  return peak > TRADE_WORDS ? 2 : peak > NEAR_TRADE ? 1 : 0;
}
