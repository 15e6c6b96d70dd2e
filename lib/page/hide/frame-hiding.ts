/** All that hides in a frame: the sheet, the marks, the edits, and the list of what was found. */
import type { Finding } from '../../detect/types.ts';
import { find } from '../../dom.ts';
import type { PageSettings } from '../../settings/page-settings.ts';
import { Budget, FIGHT_MS, FIGHTS } from '../budget.ts';
import type { Batch } from '../watch.ts';
import { Copies } from './copies.ts';
import { Edits } from './edits.ts';
import { Hider } from './hider.ts';
import type { PutSheet } from './inserted-rules.ts';
import { Ledger } from './ledger.ts';
import { Findings } from './place-findings.ts';
import { Sheet } from './sheet.ts';

/**
 * Where frameworks take over what their server sent: their own marks, and the names that their templates give to the
 * root.
 */
const HYDRATED =
  '#__next,#__nuxt,#root,#app,[data-reactroot],[data-server-rendered],[data-sveltekit-hydrate],[data-hk]';

/** What has come of a batch of changes. */
interface Told {
  /** Has the page undone so much of ours that it is left alone from now on? */
  readonly gaveUp: boolean;
  /** Texts in which the page says something else than before. */
  readonly texts: readonly Text[];
  /** Has a finding gone with its nodes? */
  readonly ended: boolean;
}

export class Hiding {
  readonly sheet: Sheet;
  readonly ledger: Ledger;
  readonly edits = new Edits();
  readonly hider: Hider;
  readonly findings: Findings;
  readonly copies: Copies;
  readonly #document: Document;
  readonly #own = new WeakSet<Node>();
  readonly #fights = new Budget(FIGHTS, FIGHT_MS);
  #looking = false;

  /** @param frame random name of this frame */
  constructor(document: Document, putSheet: PutSheet, frame: string) {
    this.#document = document;
    this.sheet = new Sheet(document, putSheet, this.#own);
    this.ledger = new Ledger(frame);
    this.hider = new Hider(this.sheet, this.edits, () => find(document, HYDRATED) !== null);
    this.findings = new Findings(this.ledger, this.hider);
    this.copies = new Copies(this.hider);
  }

  /** Takes over the user's choice of bars. */
  configure({ bars }: PageSettings): void {
    this.hider.choose(bars, this.ledger.entries);
  }

  /** Replaces all that was found, by a look at the whole page; `keeps` are fingerprints of what is never hidden. */
  settle(findings: readonly Finding[], keeps: readonly string[]): void {
    this.findings.spare(keeps);
    this.findings.settle(findings);
  }

  /**
   * Follows a batch of the page's changes: its tree is the page's, and so is what it writes; what it took from us is
   * put back.
   */
  follow(batch: Batch): Told {
    let isFight = this.sheet.defend();
    for (const element of batch.touched) if (this.hider.marks.defend(element)) isFight = true;
    const texts: Text[] = [];
    for (const text of batch.texts) {
      const what = this.edits.changed(text);
      if (what === 'undone') isFight = true;
      if (what === 'same') continue;
      texts.push(text);
      this.hider.textChanged(text, this.ledger.entries);
    }
    for (const root of batch.roots) {
      this.hider.marks.arrived(root);
      this.edits.arrived(root);
    }
    if (this.copies.cameAgain(batch)) isFight = true;
    for (const element of batch.opened) this.findings.dropAt(element);
    const gaveUp = isFight && !this.#fights.spend(1, performance.now());
    return { gaveUp, texts, ended: !gaveUp && batch.gone.length > 0 && this.findings.prune() };
  }

  /**
   * Bars that are new get their look just before they are painted; `write` keeps that from being seen as a change of
   * the page's.
   */
  lookSoon(write: (look: () => void) => void): void {
    const view = this.#document.defaultView;
    if (!this.hider.isFresh || this.#looking || view === null) return;
    this.#looking = true;
    requestAnimationFrame(() => {
      this.#looking = false;
      write(() => this.hider.look(view));
    });
  }

  /** Declares a node of ours, so that its coming is no change of the page's and nothing in it is judged. */
  disown(node: Node): void {
    this.#own.add(node);
  }

  /** Is it a node that we put into the page? */
  owns(node: Node): boolean {
    return this.#own.has(node);
  }

  /** The page's scripts have had their time with what the server sent. */
  hydrated(): void {
    this.hider.empty(this.ledger.entries);
  }

  /** Leaves the page exactly as it was. */
  withdraw(): void {
    this.hider.withdraw();
    this.ledger.clear();
    this.copies.clear();
  }
}
