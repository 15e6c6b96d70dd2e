/**
 * What there is to say of a page as a whole, in a corner above it, once per site until the browser closes: a
 * machine-made copy, or a doorway.
 */
import { bodyOf, stateOf } from '../dom.ts';
import { t } from '../i18n.ts';
import { request } from '../messaging.ts';
import { isDark } from '../page/hide/bar-surroundings.ts';
import type { Sweep } from '../page/sweep.ts';
import type { Button, Content, Surface } from './surface.ts';

export interface NoticeActions {
  /** Words to search for a copy's original by; '' where there are none. */
  words(): string;
  find(): void;
  /** Opens the popup, which says why. */
  openList(): void;
  /** Opens the options, where such notices are turned off. */
  never(): void;
}

type Kind = 'mirror' | 'doorway';

export class Notices {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #surface: Surface;
  readonly #actions: NoticeActions;
  #shown: Kind | null = null;
  #wantsMirrors = false;
  readonly #asked = new Set<Kind>();

  constructor(document: Document, sweep: Sweep, surface: Surface, actions: NoticeActions) {
    this.#document = document;
    this.#sweep = sweep;
    this.#surface = surface;
    this.#actions = actions;
  }

  /** Takes over the user's choice. */
  configure(wantsMirrors: boolean): void {
    this.#wantsMirrors = wantsMirrors;
    this.refresh();
  }

  /** Brings the notice up to date with what the page is known to be. */
  refresh(): void {
    const kind = this.#wanted();
    if (this.#shown !== null && this.#shown !== kind) this.#surface.close();
    else if (this.#shown !== null) this.#surface.render(this.#content(this.#shown));
    else if (kind !== null && !this.#asked.has(kind) && stateOf(this.#document) !== 'loading') void this.#ask(kind);
  }

  #wanted(): Kind | null {
    const { report, status } = this.#sweep;
    if (status !== 'on') return null;
    if (report.verdict === 'doorway') return 'doorway';
    return report.verdict === 'mirror' && this.#wantsMirrors ? 'mirror' : null;
  }

  async #ask(kind: Kind): Promise<void> {
    const view = this.#document.defaultView;
    // A frame is not the page that the user came to.
    if (view === null || view.parent !== view) return;
    this.#asked.add(kind);
    // Nobody answers once the extension was updated: then nothing is said.
    const isFirst = await request('notice.first', { kind }).catch(() => false);
    const body = bodyOf(this.#document);
    if (!isFirst || body === null || this.#wanted() !== kind) return;
    this.#shown = kind;
    this.#surface.open(this.#content(kind), 'corner', isDark(body.firstElementChild ?? body, view), () => {
      this.#shown = null;
    });
  }

  #content(kind: Kind): Content {
    const { original } = this.#sweep.report;
    const { words, find, openList, never } = this.#actions;
    const why: Button = { name: 'why', text: t('bars_why'), press: openList };
    const close: Button = { name: 'close', text: t('bars_close'), press: () => this.#surface.close() };
    if (kind === 'doorway') return { text: t('bars_doorway'), buttons: [why, close] };
    return {
      text: original === null ? t('bars_mirror') : t('bars_mirror_original', original),
      buttons: [
        ...(words() === '' ? [] : [{ name: 'find', text: t('popup_find_original'), press: find }]),
        why,
        { name: 'never', text: t('bars_never'), press: never },
        close,
      ],
    };
  }
}
