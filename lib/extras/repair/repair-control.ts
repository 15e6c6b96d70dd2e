/** Joins the repair of mirrored text to the sweep: begins it once the page has been swept, ends it with the sweep. */
import { request } from '../../messaging.ts';
import type { Sweep } from '../../page/sweep.ts';
import type { PageSettings } from '../../settings/page-settings.ts';
import { makeSimplify } from '../../text/artefact/simplify.ts';
import type { TitleKeeper } from '../title-keeper.ts';
import { PageRepair } from './page-repair.ts';

export class RepairControl {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #title: TitleKeeper;
  readonly #changed: () => void;
  #running: PageRepair | null = null;
  #wanted = { artefact: false, simplify: false };

  /**
   * @param sweep lets repairs write to the page so that it is not seen as a change of the page.
   * @param title can be mended anew when repairs have learned more.
   * @param changed is called after texts were repaired.
   */
  constructor(document: Document, sweep: Sweep, title: TitleKeeper, changed: () => void) {
    this.#document = document;
    this.#sweep = sweep;
    this.#title = title;
    this.#changed = changed;
  }

  /** Takes over the user's choice; what is running by another one ends, and begins anew after the next sweep. */
  configure({ repairArtefact, simplify }: PageSettings): void {
    if (this.#wanted.artefact === repairArtefact && this.#wanted.simplify === simplify) return;
    this.stop();
    this.#wanted = { artefact: repairArtefact, simplify };
  }

  /** The page has been swept: repairs begin, or look at what came since. */
  swept(came: readonly Node[]): void {
    const { annotated } = this.#sweep.report;
    if (this.#running !== null) {
      if (annotated === true) this.#running.suspect();
      if (came.length > 0) this.#running.changed(came);
      return;
    }
    if (!this.#wanted.artefact && !this.#wanted.simplify) return;
    this.#running = new PageRepair({
      document: this.#document,
      edits: this.#sweep.hiding.edits,
      quietly: (write) => this.#sweep.write(write),
      onChange: this.#changed,
      onLearned: () => this.#sweep.write(() => this.#title.renew()),
      artefact: this.#wanted.artefact,
      suspected: annotated === true,
      isConverted: () => this.#isKnownConverted(),
      ...(this.#wanted.simplify ? { simplify: async () => makeSimplify(await request('simplify.table', null)) } : {}),
    });
  }

  /** New content, after the page was swept. */
  came(roots: readonly Node[]): void {
    this.#running?.changed(roots);
  }

  /** Puts every original back. */
  stop(): void {
    this.#running?.stop();
    this.#running = null;
  }

  /** A text taken from the page, as repairs would have it. */
  mend(text: string): string {
    return this.#running?.mend(text) ?? text;
  }

  /** Could the page be shown in Simplified? */
  isConverted(): boolean {
    return this.#isKnownConverted() || this.#running?.isConverted() === true;
  }

  /** How many places have been repaired. */
  count(): number {
    return this.#running?.repaired() ?? 0;
  }

  #isKnownConverted(): boolean {
    return this.#sweep.report.reasons.some(({ code }) => code === 'converted');
  }
}
