/** Brings stored settings of an older schema to this one. */
import { SETTINGS_VERSION } from './defaults.ts';

/** Stored values by setting, nothing checked. */
export type Stored = Readonly<Record<string, unknown>>;

/** Brings values of one version to the next; must take anything, since nothing is checked yet. */
export type Step = (stored: Stored) => Stored;

/** The step at index n leads from version n + 1 to n + 2. Version 1 is the first, so there is none yet. */
const STEPS: readonly Step[] = [];

/**
 * Runs the steps from the stored version on. A version that is missing, damaged or newer than this program (the user
 * went back to an older one) runs none: validation then keeps every value that still fits.
 */
export function migrate(stored: Stored, version: unknown, steps: readonly Step[] = STEPS): Stored {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return stored;
  return steps.slice(version - 1).reduce((values, step) => step(values), stored);
}

/** Is this a version that this program wrote or can read without a step? */
export function isCurrent(version: unknown): boolean {
  return version === SETTINGS_VERSION;
}
