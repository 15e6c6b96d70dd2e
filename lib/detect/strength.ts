/** How strongly words speak for a spam trade, in three steps. */

/**
 * With a higher peak a text's words may speak for a trade. Of 40,402 headlines of 2020 to 2023, unseen in training, 1
 * in 1,000 is above 3.4.
 */
export const NEAR_TRADE = 3;
/** With a higher peak they do: 1 in 10,000 of the same headlines is above 5.3. */
export const TRADE_WORDS = 5;

/** 0: not · 1: perhaps · 2: surely. */
export function strengthOf(peak: number): 0 | 1 | 2 {
  return peak > TRADE_WORDS ? 2 : peak > NEAR_TRADE ? 1 : 0;
}
