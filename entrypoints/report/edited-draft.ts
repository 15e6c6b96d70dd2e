/**
 * A stored draft that is edited, in as many pages as the user likes: each writes only the fields that were edited in
 * it, on top of what the others have stored.
 */
import type { Draft } from '../../lib/report/draft.ts';
import { loadDraft, updateDraft } from '../../lib/report/draft-store.ts';

/** Typing is written down after this pause (ms). */
const PAUSE = 300;

/** What can be edited. */
export type Edit = Partial<Pick<Draft, 'blocks' | 'shares' | 'note' | 'state'>>;

export class EditedDraft {
  readonly #id: string;
  readonly #failed: (failed: boolean) => void;
  /** As it is stored, as far as this page has heard. */
  #stored: Draft | null = null;
  /** What was edited since, and what is being written. */
  #unsaved: Edit = {};
  #writing: Edit = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param failed is told whether the last edit could not be stored. */
  constructor(id: string, failed: (failed: boolean) => void) {
    this.#id = id;
    this.#failed = failed;
  }

  /** The draft as the user has edited it; null before it is read, and where there is none. */
  get current(): Draft | null {
    if (this.#stored === null) return null;
    const edited = { ...this.#writing, ...this.#unsaved };
    return isEmpty(edited) ? this.#stored : { ...this.#stored, ...edited, changed: Date.now() };
  }

  /**
   * Reads what is stored, at first and whenever another page has written.
   * @returns the draft as it was before, and as it is now
   */
  async read(): Promise<{ readonly before: Draft | null; readonly now: Draft | null }> {
    const stored = await loadDraft(this.#id);
    // Deleted elsewhere: what is typed here must not bring it back.
    if (stored === null) this.#unsaved = {};
    const before = this.current;
    this.#stored = stored;
    return { before, now: this.current };
  }

  /** Takes a change, and stores it soon. Does nothing before the draft is read. */
  edit(change: Edit): void {
    if (this.#stored === null) return;
    this.#unsaved = { ...this.#unsaved, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Stores what was edited: one page after the other, each on what the one before has stored. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await navigator.locks.request(`report.${this.#id}`, async () => {
      const edited = this.#take();
      if (edited === null) return;
      this.#writing = edited;
      const stored = await loadDraft(this.#id);
      await this.#write(stored && { ...stored, ...edited, changed: Date.now() }, edited);
      this.#writing = {};
    });
  }

  /** The same in one step, without waiting for a turn, so that a page that is being closed still gets it done. */
  flush(): void {
    const next = this.current;
    const edited = this.#take();
    if (edited !== null) void this.#write(next, edited);
  }

  /** What is not saved yet, which counts as saved from now on; null where nothing is. */
  #take(): Edit | null {
    const edited = this.#unsaved;
    this.#unsaved = {};
    return isEmpty(edited) ? null : edited;
  }

  async #write(next: Draft | null, edited: Edit): Promise<void> {
    if (next === null) return;
    try {
      await updateDraft(next);
      this.#stored = next;
      this.#failed(false);
    } catch {
      // It is kept, and tried again with the next edit.
      this.#unsaved = { ...edited, ...this.#unsaved };
      this.#failed(true);
    }
  }
}

function isEmpty(edit: Edit): boolean {
  return Object.keys(edit).length === 0;
}
