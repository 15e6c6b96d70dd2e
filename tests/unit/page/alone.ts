/** What a sweep needs around it, doing nothing. */
import type { SweepParts } from '../../../lib/page/sweep-parts.ts';

const nothing = () => {};

export const ALONE: Omit<SweepParts, 'source'> = {
  putSheet: () => Promise.resolve(false),
  emit: nothing,
  isCut: () => false,
  waits: () => false,
  extras: () => null,
  items: (findings) => findings,
};

/** An observer to which nothing ever happens. */
export class SilentObserver {
  observe = nothing;
  disconnect = nothing;
  takeRecords = () => [];
}
