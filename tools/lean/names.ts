/**
 * Names of fields and methods that both content scripts know and nothing else does: no message, setting, report or page of the extension
 * has one of them, no browser, and no name in the model's files (tests/unit/tools/names.test.ts asks). In the built scripts they are
 * two characters long, which takes 2 % off; both scripts get the same ones, since the second works on what the first made.
 */
const NAMES =
  `addresses arrived attribute base baseOf boxed canAfford came classes closeShells decided defend detector digits disown
  dropGoneShells ensure families fold han hider hostCounts hostNumber hosts infectedBonus infectedPrice infectedTotal intact isAmong
  isGone isOwn joinTexts judged later leave ledger letters lexicon lifted logOdds longest marked mendAll nodes offsetOf outlineBy
  override ownSite owns partsOf peakOf positions presume price prune quantities quietly recall remember rememberBy renew resisting
  retire roots runRange score scores settle shapes simplified spans spare special spend stopping strongest symbols textChanged
  titlePairs traditional truncated withdraw wrappers`.split(/\s+/);

/** What terser is to call them, as a cache of its own making would say. */
export function shortNames(): { props: { props: Record<string, string> } } {
  return { props: { props: Object.fromEntries(NAMES.map((name, i) => [`$${name}`, `$${i.toString(36)}`])) } };
}

/** Finds these names and no other. */
export const SHORTENED = new RegExp(`^(?:${NAMES.join('|')})$`);
