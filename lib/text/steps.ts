/** Work with stops, for those who need none. */

/** Runs all steps at once. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
