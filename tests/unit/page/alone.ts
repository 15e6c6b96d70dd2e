/** What a sweep needs around it, doing nothing. */
import type { SweepHooks } from '../../../lib/page/hooks.ts';

const nothing = () => {};

export const NO_HOOKS: SweepHooks = {
  changed: nothing,
  swept: nothing,
  came: nothing,
  lifted: (...steps) => {
    for (const step of steps) step();
  },
  mirrored: (report) => report,
  judged: nothing,
  resisting: nothing,
  own: () => [],
  stopping: nothing,
};

/** An observer to which nothing ever happens. */
export class SilentObserver {
  observe = nothing;
  disconnect = nothing;
  takeRecords = () => [];
}
