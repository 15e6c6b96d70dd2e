/**
 * Names of fields and methods that both content scripts know and nothing else does: no message, setting, report or page of the extension
 * has one of them, no browser, and no name in the model's files (tests/unit/tools/names.test.ts asks). In the built scripts they are
 * two characters long, which takes 2 % off; both scripts get the same ones, since the second works on what the first made.
 */
const NAMES =
  `abandon addresses again anchor arrived attribute base baseOf boxed came canAfford classes closeShells codes decided defend
  detector digits disown dropGoneShells ensure families flush han hasChanged hider hostCounts hostNumber hosts infectedBonus
  infectedPrice infectedTotal intact isAmong isAwaited isGone isOwn isShort isSplitting isUnderWay joinTexts judged labels
  later leave ledger letters lexicon lifted logOdds longest marked mayStop mendAll mirrored nodes offsetOf outlineBy override
  owns ownSite pageSteps pairs partsOf peakOf positions presume price prune quantities quietly recall remember rememberBy
  renew resisting retire roots score scores settle shapes simplified single spans spare special spend stopping strongest
  symbols targets textChanged thirds titlePairs traditional weights withdraw wrappers`.split(/\s+/);

const FIRST = '$_';
const SECOND = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function shortName(at: number): string {
  const first = FIRST[Math.floor(at / SECOND.length)];
  if (first === undefined) throw new Error('too many names for two characters');
  return `${first}${SECOND[at % SECOND.length]}`;
}

/** What terser is to call them, as a cache of its own making would say. */
export function shortNames(): { props: { props: Record<string, string> } } {
  return { props: { props: Object.fromEntries(NAMES.map((name, at) => [`$${name}`, shortName(at)])) } };
}

/** Finds these names and no other. */
export const SHORTENED = new RegExp(`^(?:${NAMES.join('|')})$`);
