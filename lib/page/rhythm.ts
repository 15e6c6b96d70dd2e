/** When the page is swept as a whole again: by what the last whole sweep cost, and not in the middle of changes. */
import { LONGEST_MS, QUIET_MS, REST, REST_LOADING } from './budget.ts';

export class Rhythm {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;
  #last = 0;
  /** When a sweep was first asked for that has not come yet. */
  #asked = 0;

  /** @param run sweeps the page as a whole. */
  constructor(run: () => void) {
    this.#run = run;
  }

  /** A whole sweep is done; `start` and `now` in ms of performance.now(). */
  done(start: number, now: number): void {
    this.cancel();
    this.#cost = now - start;
    this.#last = start;
  }

  /** May the page be swept as a whole right now, while it is being read? */
  canAfford(now: number): boolean {
    return now - this.#last > this.#cost * REST_LOADING;
  }

  /** Sweeps again once the page is quiet, or has not been for too long, and as often as the cost allows. */
  later(now: number): void {
    if (this.#timer === undefined) this.#asked = now;
    clearTimeout(this.#timer);
    const quiet = Math.min(QUIET_MS, Math.max(0, this.#asked + LONGEST_MS - now));
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#run();
      },
      Math.max(quiet, this.#last + this.#cost * REST - now),
    );
  }

  /** Is a sweep to come? */
  get isAwaited(): boolean {
    return this.#timer !== undefined;
  }

  /** No sweep is to come. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
