/**
 * What scripts of pages do to their texts and rows, one random step after the other on a swept page. The script keeps
 * in mind which honest sentences its page holds; each must be seen whenever a user could look.
 */
import { Mutator } from './mutator.ts';
import { STEPS } from './steps.ts';

export interface Run {
  /** What was done, step by step. */
  readonly log: readonly string[];
  /** Sentences that were not seen, and after which step. */
  readonly lost: readonly string[];
  /** The honest sentences that the page holds at the end. */
  readonly alive: readonly string[];
}

/** Makes so many steps by a seed. @param told sentences of each paragraph and row, as the page was served. */
async function mutate(
  seed: number,
  count: number,
  told: { readonly paragraphs: readonly string[][]; readonly rows: readonly string[][] },
): Promise<Run> {
  const mutator = new Mutator(seed);
  mutator.adopt(told);
  mutator.check();
  await mutator.steps(count, STEPS);
  return { log: mutator.log, lost: mutator.lost, alive: mutator.alive() };
}

Object.assign(window, { mutate });
