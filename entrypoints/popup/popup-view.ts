/** What the popup shows, worked out from the frames' states: pure. */
import type { FindingKind, Reason, TitleFinding, Verdict } from '../../lib/detect/types.ts';
import type { FindingBrief, FindingView, FrameState, FrameStatus } from '../../lib/messages.ts';
import { siteOf } from '../../lib/settings/site.ts';

export interface Group {
  readonly kind: FindingKind;
  readonly rows: readonly FindingView[];
  /** How many there are, those that the page has not told yet among them. */
  readonly count: number;
}

export interface PageView {
  /** The site of the tab's page; null where its address names none. */
  readonly site: string | null;
  readonly status: FrameStatus;
  readonly verdict: Verdict;
  readonly pageReasons: readonly Reason[];
  readonly original: string | null;
  readonly title: TitleFinding | null;
  /** Words to search for the original by; null where there are none. */
  readonly search: string | null;
  readonly repaired: number;
  /** Can the page be shown in Simplified again? */
  readonly converted: boolean;
  /** Were the user's own words left aside in a frame, because it held too many of them? */
  readonly probed: boolean;
  /** Were results of a search left as they are, because it is spam that was searched for? */
  readonly asked: boolean;
  /** Could a decision made here not be stored? */
  readonly unsaved: boolean;
  readonly groups: readonly Group[];
  readonly total: number;
  readonly hidden: number;
  readonly shown: number;
}

/** The order of the groups: what stands first in a page comes first. */
const KINDS: readonly FindingKind[] = ['result', 'head', 'farm', 'injected', 'comment', 'item', 'noise', 'own'];

/** One view of all frames; null until the tab's own page is among them. */
export function popupView(frames: readonly FrameState[]): PageView | null {
  const top = frames.find((frame) => frame.top);
  if (top === undefined) return null;
  const rows = [top, ...frames.filter((frame) => frame !== top)].flatMap(({ findings }) => findings);
  const all = [...rows, ...frames.flatMap(({ coming = [] }) => coming)];
  const count = (wanted: Partial<FindingBrief>): number =>
    all.filter(({ kind, state }) => kind === (wanted.kind ?? kind) && state === (wanted.state ?? state)).length;
  const judged = frames.find((frame) => frame.verdict === 'doorway' || frame.verdict === 'mirror') ?? top;
  const page = top.verdict === 'clean' ? judged : top;
  return {
    site: siteOf(top.url),
    status: top.status,
    verdict: page.verdict,
    pageReasons: page.pageReasons,
    original: page.original,
    title: top.title,
    search: page.search ?? null,
    repaired: frames.reduce((sum, frame) => sum + frame.repaired, 0),
    converted: page.converted ?? false,
    probed: frames.some((frame) => frame.probed === true),
    asked: frames.some((frame) => frame.asked === true),
    unsaved: frames.some((frame) => frame.unsaved === true),
    groups: KINDS.map((kind) => ({
      kind,
      rows: rows.filter((row) => row.kind === kind),
      count: count({ kind }),
    })).filter((group) => group.count > 0),
    total: all.length,
    hidden: count({ state: 'hidden' }),
    shown: count({ state: 'shown' }),
  };
}
