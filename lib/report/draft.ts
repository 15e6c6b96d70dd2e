/**
 * A report as it lies in the user's browser: everything the user may choose from, and what was chosen. See sent.ts for
 * what leaves.
 */
import type { FindingKind, Reason } from '../detect/types.ts';

/** falsePositive: hidden, but no spam · missed: spam that was not hidden. */
export const REPORT_KINDS = ['falsePositive', 'missed'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What is given of the page's address: the host alone · without what stands after ? and # · all of it · nothing. */
export const ADDRESS_SHARES = ['host', 'path', 'full', 'none'] as const;
export type AddressShare = (typeof ADDRESS_SHARES)[number];

/** draft: not handed on yet · else how the user took it out of the extension last. */
export const REPORT_STATES = ['draft', 'copied', 'opened', 'saved'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** none: plain text · own: a link within the site · other: a link to another site. Where it leads is not kept. */
export const LINE_LINKS = ['none', 'own', 'other'] as const;
export type LineLink = (typeof LINE_LINKS)[number];

/** One text of the block, as it stands between the page's tags. Hostile: never markup. */
export interface ReportLine {
  readonly text: string;
  readonly link: LineLink;
}

/** A block of the page with the line before and the line after it (empty where there is none). */
export interface ReportBlock {
  readonly before: string;
  readonly lines: readonly ReportLine[];
  readonly after: string;
  /** Was there more text than a report may hold? */
  readonly cut: boolean;
  readonly fingerprint: string;
}

/** What the detector said; null for missed spam. */
export interface ReportFinding {
  readonly kind: FindingKind;
  /** 0..1 */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** What a page hands in. */
export interface NewDraft {
  readonly kind: ReportKind;
  /** The page's full address: kept so that the user can choose, given away only as far as chosen. */
  readonly address: string;
  readonly finding: ReportFinding | null;
  /** At least one. */
  readonly blocks: readonly ReportBlock[];
}

/** What the user lets out. */
export interface Shares {
  readonly address: AddressShare;
  /** The block's own text. */
  readonly text: boolean;
  /** The lines before and after it. */
  readonly around: boolean;
  /** Kind, confidence and reasons. */
  readonly finding: boolean;
}

export interface Draft extends NewDraft {
  readonly version: 1;
  /** Random: 32 hexadecimal digits. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly changed: number;
  readonly state: ReportState;
  readonly shares: Shares;
  /** The user's own words. */
  readonly note: string;
  /** Made in a private window: lives in memory only. */
  readonly inPrivate: boolean;
  /** The storage was full when it was made: lives in memory only. */
  readonly noRoom?: true;
}

export const DRAFT_VERSION = 1;

export const DEFAULT_SHARES: Shares = { address: 'host', text: true, around: true, finding: true };

/** Bounds, in UTF-16 units where not said otherwise. A farm of 200 links fits; a report stays below 100 KB. */
export const MAX_BLOCKS = 20;
export const MAX_LINES = 200;
export const MAX_LINE_LENGTH = 2000;
/** Of the lines before and after. */
export const MAX_AROUND = 400;
export const MAX_BLOCK_TEXT = 4000;
export const MAX_REASONS = 20;
export const MAX_NOTE = 2000;
export const MAX_ADDRESS = 2000;
/** The last moment that a date can hold, in ms since 1970: whatever is later can't be shown. */
export const MAX_DATE = 8.64e15;

/** A draft from what a page handed in. */
export function makeDraft(input: NewDraft, inPrivate: boolean, now: number): Draft {
  return {
    ...input,
    version: DRAFT_VERSION,
    id: randomId(),
    made: now,
    changed: now,
    state: 'draft',
    shares: DEFAULT_SHARES,
    note: '',
    inPrivate,
  };
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
