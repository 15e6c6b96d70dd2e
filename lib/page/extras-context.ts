/** What the first script hands to the second one. */
import type { Lexicon } from '../model/lexicon.ts';
import type { EarlyEvents } from './early-events.ts';
import type { Extras } from './extras-interface.ts';
import type { Entry } from './hide/entry.ts';
import type { Sweep } from './sweep.ts';

/** What the second script is given. */
export interface ExtrasContext {
  readonly document: Document;
  readonly sweep: Sweep;
  /** Made before the page's first script: see there. */
  readonly events: EarlyEvents;
  /** Something that the popup shows has changed. */
  readonly tell: () => void;
  readonly keep: (entry: Entry) => void;
  /** The model's words: too large to be made twice. */
  readonly lexicon: () => Lexicon;
}

export type StartExtras = (context: ExtrasContext) => Extras;
