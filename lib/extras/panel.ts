/** The panel of a finding: opens on a press on its bar, and says what can be done with it. */
import type { Reason } from '../detect/types.ts';
import { isElement, parentElementOf, safeCall } from '../dom.ts';
import { t } from '../i18n.ts';
import { isCut } from '../messaging.ts';
import { isDark } from '../page/hide/bar-surroundings.ts';
import { wordsOf } from '../page/hide/bar-words.ts';
import type { Entry } from '../page/hide/entry.ts';
import type { Pressed } from '../page/presses.ts';
import type { Sweep } from '../page/sweep.ts';
import { reasonText } from '../reasons.ts';
import type { Button, Content, Surface } from './surface.ts';

/** Reasons shown, the strongest ones. */
const MAX_REASONS = 5;

export interface PanelActions {
  /** The reasons of a finding. */
  why(entry: Entry): readonly Reason[];
  keep(entry: Entry): void;
  /** Could "not spam" not be stored? */
  isUnsaved(entry: Entry): boolean;
  /** Opens a report that this is no spam. */
  report(entry: Entry): void;
}

export class Panel {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #surface: Surface;
  readonly #actions: PanelActions;
  #entry: Entry | null = null;
  #why = false;

  constructor(document: Document, sweep: Sweep, surface: Surface, actions: PanelActions) {
    this.#document = document;
    this.#sweep = sweep;
    this.#surface = surface;
    this.#actions = actions;
  }

  /** Opens for the finding whose bar was pressed; a second press closes it. */
  open({ entry, at }: Pressed): void {
    if (this.#entry === entry) {
      this.#surface.close();
      return;
    }
    const view = this.#document.defaultView;
    const { anchor } = entry;
    const around = anchor === null ? null : isElement(anchor) ? anchor : parentElementOf(anchor);
    const dark = view !== null && around !== null && isDark(around, view);
    if (isCut()) {
      this.#surface.openGone(at, dark);
      return;
    }
    this.#surface.open(this.#content(entry), at, dark, () => this.#closed());
    this.#entry = entry;
    this.#expand(true);
  }

  /** Brings it up to date. */
  refresh(): void {
    const entry = this.#entry;
    if (entry === null) return;
    if (this.#sweep.hiding.ledger.get(entry.id) === undefined) this.#surface.close();
    else this.#surface.render(this.#content(entry));
  }

  #closed(): void {
    this.#expand(false);
    const bar = this.#entry === null ? null : this.#sweep.hiding.hider.barOf(this.#entry);
    this.#entry = null;
    this.#why = false;
    // Whoever came by key goes on from where the bar is.
    if (bar !== null) safeCall(bar, 'focus', { preventScroll: true });
  }

  #expand(expanded: boolean): void {
    const entry = this.#entry;
    if (entry !== null) this.#sweep.write(() => this.#sweep.hiding.hider.expand(entry, expanded));
  }

  #content(entry: Entry): Content {
    const { why, report, isUnsaved } = this.#actions;
    const button = (name: string, text: string, press: () => void, expanded?: boolean): Button => ({
      name,
      text,
      press,
      ...(expanded === undefined ? {} : { expanded }),
    });
    const hidden = entry.state === 'hidden';
    const toggle = button('toggle', t(hidden ? 'bars_show' : 'bars_hide'), () =>
      this.#sweep.decide(entry, hidden ? 'shown' : 'hidden'),
    );
    const close = button('close', t('bars_close'), () => this.#surface.close());
    const wrong = button('report', t('popup_report'), () => report(entry));
    if (entry.state === 'kept') {
      const text = t(isUnsaved(entry) ? 'bars_kept_unsaved' : 'bars_kept');
      return { text, buttons: [toggle, wrong, close] };
    }
    const reasons = this.#why ? why(entry).slice(0, MAX_REASONS).map(reasonText).filter(Boolean) : [];
    return {
      text: wordsOf(entry),
      buttons: [
        toggle,
        button('keep', t('bars_keep'), () => this.#actions.keep(entry)),
        button('why', t('bars_why'), () => this.#toggleWhy(), this.#why),
        wrong,
        close,
      ],
      list: reasons,
    };
  }

  #toggleWhy(): void {
    this.#why = !this.#why;
    this.refresh();
  }
}
