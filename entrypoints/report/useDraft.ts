import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../lib/report/draft.ts';
import { listDrafts, loadDraft, sameReports, updateDraft, watchDrafts } from '../../lib/report/draft-store.ts';

/** Typing is written down after this pause (ms). */
const PAUSE = 300;

/** What can be edited. */
type Edit = Partial<Pick<Draft, 'blocks' | 'shares' | 'note' | 'state'>>;

export interface OpenDraft {
  /** null while it is read; 'gone' where there is none of that id. */
  readonly draft: Draft | null | 'gone';
  /** Grows whenever another page has changed the blocks: what is typed here begins from them then. */
  readonly revision: number;
  /** Could the last edit not be stored? */
  readonly failed: boolean;
  /** Earlier reports of the same block. */
  readonly same: readonly Draft[];
  /** Shows a change at once and stores it soon. */
  readonly edit: (change: Edit) => void;
  /** Stores what was edited now. */
  readonly save: () => Promise<void>;
}

/**
 * A stored draft, open for editing, in as many pages as the user likes: each writes only the fields that were edited in
 * it, on top of what the others have stored.
 */
export function useDraft(id: string): OpenDraft {
  const [draft, show] = useState<Draft | null | 'gone'>(null);
  const [same, showSame] = useState<readonly Draft[]>([]);
  const [revision, setRevision] = useState(0);
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** As it is stored, as far as this page has heard; what was edited since; and what is being written. */
  const base = useRef<Draft | null>(null);
  const unsaved = useRef<Edit>({});
  const writing = useRef<Edit>({});

  const current = useCallback((): Draft | null => {
    const stored = base.current;
    if (stored === null) return null;
    const edited = { ...writing.current, ...unsaved.current };
    return Object.keys(edited).length === 0 ? stored : { ...stored, ...edited, changed: Date.now() };
  }, []);

  const write = useCallback(
    async (next: Draft | null, edited: Edit): Promise<void> => {
      if (next === null) return;
      try {
        await updateDraft(next);
        base.current = next;
        setFailed(false);
      } catch {
        // It is kept, and tried again with the next edit.
        unsaved.current = { ...edited, ...unsaved.current };
        setFailed(true);
      }
    },
    [id],
  );

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    // One page after the other, each on what the one before has stored.
    await navigator.locks.request(`report.${id}`, async () => {
      const edited = unsaved.current;
      if (Object.keys(edited).length === 0) return;
      unsaved.current = {};
      writing.current = edited;
      const stored = await loadDraft(id);
      await write(stored && { ...stored, ...edited, changed: Date.now() }, edited);
      writing.current = {};
    });
  }, [id, write]);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const found = await loadDraft(id);
      base.current = found;
      show(found ?? 'gone');
      if (found) showSame(sameReports(found, await listDrafts()));
    };
    const changedElsewhere = async (): Promise<void> => {
      const stored = await loadDraft(id);
      // Deleted elsewhere: what is typed here must not bring it back.
      if (stored === null) unsaved.current = {};
      const before = current();
      base.current = stored;
      const now = current();
      show(now ?? 'gone');
      if (JSON.stringify(before?.blocks) !== JSON.stringify(now?.blocks)) setRevision((last) => last + 1);
    };
    // In one step, without waiting for a turn, so that a page that is being closed still gets it done.
    const flush = (): void => {
      const edited = unsaved.current;
      if (Object.keys(edited).length === 0) return;
      const next = current();
      unsaved.current = {};
      void write(next, edited);
    };
    void begin();
    const stop = watchDrafts(() => void changedElsewhere());
    globalThis.addEventListener('pagehide', flush);
    return () => {
      stop();
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, [id, write, current]);

  const edit: OpenDraft['edit'] = (change) => {
    if (base.current === null) return;
    unsaved.current = { ...unsaved.current, ...change };
    show(current());
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  };

  return { draft, revision, failed, same, edit, save };
}
