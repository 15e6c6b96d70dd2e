/** What the sweep tells the parts around it (popup, badge, bars, repairs), and asks of them. */
export interface SweepHooks {
  /** Something that the popup, the badge or the bars show has changed. */
  changed(): void;
  /** The page has been swept as a whole; `came` is what was new to it. */
  swept(came: readonly Node[]): void;
  /** New content has been looked at, after the page was swept. */
  came(roots: readonly Node[]): void;
  /** Runs steps that must see the page's own text, or split and join texts, without repairs. */
  lifted(...steps: readonly (() => void)[]): void;
  /** A text that is to be shown to the reader, as repairs of this page would have it; the same where there is nothing to repair. */
  mend(text: string): string;
  /** The sweep is off from now on: everything else that was written to the page goes too. */
  stopping(): void;
}
