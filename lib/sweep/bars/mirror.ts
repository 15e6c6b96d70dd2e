/** The bar at the top of a machine-made copy: says so once per site, until the browser closes. */
import { t } from '../../i18n.ts';
import { request } from '../../messaging.ts';
import { bodyOf, firstOf, insert, stateOf } from '../dom.ts';
import type { Sweep } from '../sweep.ts';
import { Bar, type BarContent } from './bar.ts';
import { isDark, topOf } from './place.ts';
import { placeStyle } from './style.ts';

export interface MirrorActions {
  /** Words to search for the original by; '' where there are none. */
  words(): string;
  find(): void;
  /** Opens the popup, which says why. */
  openList(): void;
  /** Opens the options, where such bars are turned off. */
  never(): void;
}

export class MirrorBar {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #actions: MirrorActions;
  #bar: Bar | null = null;
  #wanted = false;
  #asked = false;

  constructor(document: Document, sweep: Sweep, actions: MirrorActions) {
    this.#document = document;
    this.#sweep = sweep;
    this.#actions = actions;
  }

  /** Takes over the reader's choice. */
  configure(wanted: boolean): void {
    this.#wanted = wanted;
    this.refresh();
  }

  /** Brings the bar up to date with what the page is known to be. */
  refresh(): void {
    const { report, status } = this.#sweep;
    if (!this.#wanted || status !== 'on' || report.verdict !== 'mirror') this.#close();
    else if (this.#bar !== null) this.#render(this.#bar);
    else if (!this.#asked && stateOf(this.#document) !== 'loading') void this.#ask();
  }

  async #ask(): Promise<void> {
    const view = this.#document.defaultView;
    // A frame is not the page that the reader came to.
    if (view === null || view.parent !== view) return;
    this.#asked = true;
    // Nobody answers once the extension was updated: then nothing is said.
    const isFirst = await request('mirror.first', null).catch(() => false);
    const body = bodyOf(this.#document);
    if (!isFirst || body === null) return;
    const dark = isDark(body, view);
    this.#bar = new Bar(this.#document, {
      inline: false,
      dark,
      place: placeStyle(false, topOf(body, view)),
    });
    this.#sweep.disown(this.#bar.host);
    this.#sweep.write(() => insert(body, (this.#bar as Bar).host, firstOf(body)));
    this.refresh();
  }

  #render(bar: Bar): void {
    const { original } = this.#sweep.report;
    const { words, find, openList, never } = this.#actions;
    const text = original === null ? t('bars_mirror') : t('bars_mirror_original', original);
    const buttons: BarContent['buttons'] = [
      ...(words() === '' ? [] : [{ name: 'find', text: t('popup_find_original'), press: find }]),
      { name: 'why', text: t('bars_why'), press: openList },
      { name: 'never', text: t('bars_never'), press: never },
      { name: 'close', text: t('bars_close'), press: () => this.#close() },
    ];
    bar.render({ text, label: text, buttons });
  }

  #close(): void {
    const bar = this.#bar;
    this.#bar = null;
    if (bar !== null) this.#sweep.write(() => bar.remove());
  }
}
