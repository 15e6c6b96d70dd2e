/**
 * What the second script (lib/extras) may listen to, and what it can be asked. The first script knows no more of it
 * than this. A new event is a line here, and one in whoever listens.
 */
import type { Finding, PageReport } from '../detect/types.ts';
import type { FrameState, PopupCommand, TabCommand } from '../messages.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Entry } from './hide/entry.ts';
import type { Pressed } from './presses.ts';

/** What happens in a frame, with what is told of it. */
export interface Events {
  /** The user's settings, at first and when they change. */
  configured: [settings: PageSettings];
  /** Something that the popup, the badge or a panel shows has changed. */
  changed: [];
  /** The page has been judged as a whole. */
  judged: [report: PageReport];
  /** The page has been swept as a whole; `came` is what was new to it. */
  swept: [came: readonly Node[]];
  /** New content has been looked at, after the page was swept. */
  came: [roots: readonly Node[]];
  /** The page has changed: whatever was written may have been undone. */
  batch: [];
  /** The user has pressed a bar. */
  pressed: [pressed: Pressed];
  /** The sweep is off from now on: everything that was written to the page goes. */
  stopped: [];
}

/** Whoever listens to some of them. */
export type Listener = { readonly [Name in keyof Events]?: (...told: Events[Name]) => void };

/** How much of the findings is wanted: the first of each kind, all, or all with the lines before them. */
export type Wanted = 'first' | 'all' | 'lines';

/** What of a frame's state only the second script knows. */
export type Told = Pick<
  FrameState,
  'pageReasons' | 'title' | 'search' | 'repaired' | 'converted' | 'unsaved' | 'asked' | 'findings' | 'coming'
>;

/** The second script. */
export interface Extras {
  /** In the order in which they are told. */
  readonly listeners: readonly Listener[];
  /** The blocks that the user hides on this site. */
  own(settings: PageSettings): Finding[];
  /**
   * Findings as they are to be hidden: items of lists as wholes, results of a search judged each by itself.
   * @param came what was new to the page; null for the whole of it
   */
  items(findings: readonly Finding[], came: readonly Node[] | null): readonly Finding[];
  /**
   * A report on the whole page with what speaks for a mirror taken in; `spam` says whether any was found that nobody
   * has posted there.
   */
  mirrored(report: PageReport, spam: boolean): PageReport;
  /** What the popup is told of a page, beside what the sweep knows. */
  told(report: PageReport, wanted: Wanted): Told;
  /** Remembers for this site that it is no spam. */
  keep(entry: Entry): void;
  /** Outlines what is pointed at in the popup; null where nothing is. */
  point(entry: Entry | null): void;
  /** Does what a menu, a shortcut or the popup asks for; `clicked` is where the menu was opened. */
  obey(command: PopupCommand | TabCommand, clicked: Node | undefined): void;
}
