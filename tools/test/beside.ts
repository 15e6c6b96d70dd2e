/** Runs steps beside each other, as far as none needs what another one makes. */

export interface Ordered {
  readonly name: string;
  /** Names of the steps that must have ended before this one begins; those that are not run do not count. */
  readonly after?: readonly string[];
}

/**
 * Runs all of them, the first in the list first.
 * @param most how many run at a time
 * @throws Error where steps wait for each other; whatever `run` throws
 */
export async function runBeside<Step extends Ordered>(
  steps: readonly Step[],
  most: number,
  run: (step: Step) => Promise<void>,
): Promise<void> {
  const open = new Set(steps.map(({ name }) => name));
  const waiting = [...steps];
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next =
      running.size < most ? waiting.findIndex(({ after = [] }) => !after.some((name) => open.has(name))) : -1;
    const [step] = next < 0 ? [] : waiting.splice(next, 1);
    if (step === undefined) {
      if (running.size === 0) throw new Error(`these wait for each other: ${waiting.map(({ name }) => name).join()}`);
      await Promise.race(running);
      continue;
    }
    const done: Promise<void> = run(step).finally(() => {
      open.delete(step.name);
      running.delete(done);
    });
    running.add(done);
  }
}
