import type { Events, Extras } from './extras-interface.ts';
import type { PutSheet } from './hide/inserted-rules.ts';
import type { DetectorSource } from './page-judge.ts';

/** What the sweep asks of its surroundings, and tells them. */
export interface SweepParts {
  readonly source: DetectorSource;
  readonly putSheet: PutSheet;
  readonly emit: <Name extends keyof Events>(name: Name, ...told: Events[Name]) => void;
  /**
   * Has the extension gone? Without it bars have no words: the sweep is retired, what is hidden stays, and nothing more
   * is.
   */
  readonly isCut: () => boolean;
  /** Is nothing to be hidden before the settings are known? See wait-hint.ts. */
  readonly waits: () => boolean;
  /** Findings as they are to be hidden: see Extras.items. */
  readonly items: Extras['items'];
  /** The second script, once it is here. */
  readonly extras: () => Pick<Extras, 'own' | 'mirrored'> | null;
}
