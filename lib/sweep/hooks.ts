import type { Finding, PageReport } from '../detect/types.ts';
import type { PageSettings } from '../settings/page-settings.ts';

/** What the sweep tells the parts around it (popup, badge, bars, repairs), and asks of them. */
export interface SweepHooks {
  /** Something that the popup, the badge or the bars show has changed. */
  changed(): void;
  /** The page has been swept as a whole; `came` is what was new to it. */
  swept(came: readonly Node[]): void;
  /** New content has been looked at, after the page was swept. */
  came(roots: readonly Node[]): void;
  /** Runs steps that must see the page's own text and title, or split and join texts, without repairs. */
  lifted(...steps: readonly (() => void)[]): void;
  /** A report on the whole page with what speaks for a mirror taken in; `spam` says whether any was found. */
  mirrored(report: PageReport, spam: boolean): PageReport;
  /** The page has been judged as a whole; its report says what its title should be. */
  judged(report: PageReport): void;
  /** A batch of changes has come: whatever was written may have been undone by the page. */
  resisting(): void;
  /** The blocks that the reader hides on this site. */
  own(settings: PageSettings): Finding[];
  /** The sweep is off from now on: everything else that was written to the page goes too. */
  stopping(): void;
}
