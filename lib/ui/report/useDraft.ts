import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../report/draft.ts';
import { listDrafts, loadDraft, sameReports, updateDraft, watchDrafts } from '../../report/store.ts';

/** Typing is written down after this pause (ms). */
const PAUSE = 300;

export interface OpenDraft {
  /** null while it is read; 'gone' where there is none of that id. */
  readonly draft: Draft | null | 'gone';
  /** Earlier reports of the same block. */
  readonly same: readonly Draft[];
  /** Shows a change at once and stores it soon. */
  readonly edit: (change: Partial<Pick<Draft, 'blocks' | 'shares' | 'note' | 'state'>>) => void;
  /** Stores what was edited now. */
  readonly save: () => Promise<void>;
}

/** A stored draft, open for editing. */
export function useDraft(id: string): OpenDraft {
  const [draft, show] = useState<Draft | null | 'gone'>(null);
  const [same, showSame] = useState<readonly Draft[]>([]);
  const unsaved = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const next = unsaved.current;
    unsaved.current = null;
    if (next) await updateDraft(next);
  }, []);

  useEffect(() => {
    void (async () => {
      const found = await loadDraft(id);
      show(found ?? 'gone');
      if (found) showSame(sameReports(found, await listDrafts()));
    })();
    const flush = (): void => void save();
    // Deleted elsewhere: what is typed here must not bring it back.
    const check = async (): Promise<void> => {
      if (await loadDraft(id)) return;
      unsaved.current = null;
      show('gone');
    };
    const stop = watchDrafts(() => void check());
    globalThis.addEventListener('pagehide', flush);
    return () => {
      stop();
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, [id, save]);

  const edit: OpenDraft['edit'] = (change) => {
    if (draft === null || draft === 'gone') return;
    const next: Draft = { ...draft, ...change, changed: Date.now() };
    show(next);
    unsaved.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  };

  return { draft, same, edit, save };
}
