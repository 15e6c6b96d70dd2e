/** The judgement of a whole page: at once where it is short, else in slices between which the page gets its turn. */
import { CLEAN_REPORT } from '../detect/clean.ts';
import type { PageReport } from '../detect/types.ts';
import { SHORT_STEPS, WHOLE_SLICE_MS, WHOLE_TRIES } from './budget.ts';
import { turn } from './slices.ts';

type Steps = Generator<undefined, PageReport>;

export interface WholeParts {
  /** Begins to judge. */
  begin(): Steps;
  /** May the page run, and be seen, before the judgement is there? */
  mayStop(): boolean;
  /** Does a slice of the work, while the page shows its own text. */
  slice<Value>(work: () => Value): Value;
  /** Has the page changed since it was begun to judge it? Takes note of what came. */
  hasChanged(): boolean;
  /** Acts on the report, in the same turn that it was made in. */
  settle(report: PageReport): void;
}

export class Whole {
  readonly #parts: WholeParts;
  #steps: Steps | null = null;
  /** Steps taken since a run began. */
  #count = 0;

  constructor(parts: WholeParts) {
    this.#parts = parts;
  }

  /** Has it stopped to let the page run? */
  get isUnderWay(): boolean {
    return this.#steps !== null;
  }

  /** Was the last one done in so few steps that it is never cut? */
  get isShort(): boolean {
    return this.#count <= SHORT_STEPS;
  }

  /** Gives up what is under way. */
  abandon(): void {
    this.#steps?.return(CLEAN_REPORT);
    this.#steps = null;
  }

  /**
   * Judges the page, in one piece before this returns if that is short or must be.
   * @param done called with the milliseconds that it worked; not called where another judgement has begun meanwhile or
   *   it was given up
   */
  async run(done: (worked: number) => void): Promise<void> {
    this.abandon();
    this.#count = 0;
    let worked = 0;
    for (let tries = WHOLE_TRIES; ; tries--) {
      const steps = this.#parts.begin();
      this.#steps = steps;
      do {
        const start = performance.now();
        const end = tries > 0 && this.#parts.mayStop() ? start + WHOLE_SLICE_MS : Number.POSITIVE_INFINITY;
        const report = this.#parts.slice(() => this.#goOn(steps, end));
        if (report !== null) {
          this.#steps = null;
          this.#parts.settle(report);
        }
        worked += performance.now() - start;
        if (report !== null) {
          done(worked);
          return;
        }
        await turn();
        if (this.#steps !== steps) return;
      } while (!this.#parts.hasChanged());
      this.abandon();
    }
  }

  /** The report, or null where time is up before. */
  #goOn(steps: Steps, end: number): PageReport | null {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        return step.value;
      }
      if (++this.#count > SHORT_STEPS && performance.now() >= end) return null;
    }
  }
}
