/**
 * The tab's title: a hijacked one gives way to its honest part, by the keeper of edits like any text. A page that
 * counts in front of it (`(3) …`) or sets it again gets the honest one with its own addition; one that says something
 * else has its way.
 */

import { MAX_TITLE } from '../detect/judge-title.ts';
import { titleOf } from '../detect/page-title.ts';
import type { TitleFinding } from '../detect/types.ts';
import { Budget } from '../page/budget.ts';
import type { Edits } from '../page/hide/edits.ts';
import { ownTitle, titleText } from '../page/own-title.ts';

/**
 * Times that a title is written within the time below (ms); then it waits for the rest of it. A page may set its title
 * a hundred times a second, and one that does so for each write of ours would else keep both busy without end.
 */
const WRITES = 20;
const WRITES_MS = 100;
/** What pages put in front of a title to be noticed: a number, or words in brackets. */
const ADDED = /^\s*(?:[(（【[［]\s*(?:\d{1,4}\+?|[^)）】\]］]{1,12})\s*[)）】\]］]\s*)+/;

export class TitleKeeper {
  readonly #document: Document;
  readonly #edits: Edits;
  readonly #mend: (text: string) => string;
  readonly #later: (work: () => void, ms: number) => void;
  readonly #budget = new Budget(WRITES, WRITES_MS);
  #waits = false;
  #finding: TitleFinding | null = null;
  /** The text that it was written to. */
  #text: Text | null = null;

  /**
   * @param mend repairs the honest title as the page's text, which it was taken from, is repaired.
   * @param later does some work after so many ms, without its writes being seen as the page's.
   */
  constructor(
    document: Document,
    edits: Edits,
    mend: (text: string) => string,
    later: (work: () => void, ms: number) => void,
  ) {
    this.#document = document;
    this.#edits = edits;
    this.#mend = mend;
    this.#later = later;
  }

  /** Takes what the detector says of the title that the page has; null where it is honest. */
  set(finding: TitleFinding | null): void {
    if (finding !== null && finding.repaired !== null) this.#finding = finding;
    // A page that blinks shows another title for a moment; a judgement made then does not change the verdict on this
    // one.
    else if (this.#finding !== null && isSame(ownTitle(this.#document, this.#edits), this.#finding)) this.withdraw();
    this.renew();
  }

  /**
   * Repairs can do more than before, or the page may have set its title again. Cheap: call it for each batch of
   * changes.
   */
  renew(): void {
    const repaired = this.shownFor(this.#finding)?.repaired;
    const text = titleText(this.#document);
    if (this.#text !== null && this.#text !== text) this.#edits.hide(this.#text, this, []);
    this.#text = text;
    if (repaired == null || text === null || this.#finding === null) return;
    const own = this.#edits.said(text);
    if (!isSame(own, this.#finding)) {
      this.#edits.hide(text, this, []);
      return;
    }
    const wanted = (ADDED.exec(own)?.[0] ?? '') + repaired.replace(ADDED, '');
    if (wanted === titleOf(this.#document)) return;
    if (this.#budget.spend(1, performance.now()))
      this.#edits.hide(text, this, [{ start: 0, end: own.length, out: wanted }]);
    else this.#renewLater();
  }

  #renewLater(): void {
    if (this.#waits) return;
    this.#waits = true;
    this.#later(() => {
      this.#waits = false;
      this.renew();
    }, WRITES_MS);
  }

  /** A finding with its honest title as the user is to see it. */
  shownFor(finding: TitleFinding | null): TitleFinding | null {
    return finding === null || finding.repaired === null
      ? finding
      : { ...finding, repaired: this.#mend(finding.repaired) };
  }

  /** Gives the page its own title back. */
  withdraw(): void {
    if (this.#text !== null) this.#edits.hide(this.#text, this, []);
    this.#finding = null;
  }

  /** The title as the tab shows it. */
  current(): string {
    return titleOf(this.#document);
  }
}

/**
 * Is it the title that was found, with or without what the page adds? The detector reads only the beginning of a very
 * long one.
 */
function isSame(own: string, { found }: TitleFinding): boolean {
  return core(own) === core(found) || (found.length >= MAX_TITLE && core(own).startsWith(core(found)));
}

/** A title without what the page adds in front of it. */
function core(title: string): string {
  return squeeze(title.replace(ADDED, ''));
}

function squeeze(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}
