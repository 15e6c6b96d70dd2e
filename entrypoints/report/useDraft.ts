import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Draft } from '../../lib/report/draft.ts';
import { listDrafts, sameReports, watchDrafts } from '../../lib/report/draft-store.ts';
import { type Edit, EditedDraft } from './edited-draft.ts';

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

/** A stored draft, open for editing. */
export function useDraft(id: string): OpenDraft {
  const [draft, show] = useState<Draft | null | 'gone'>(null);
  const [same, showSame] = useState<readonly Draft[]>([]);
  const [revision, setRevision] = useState(0);
  const [failed, setFailed] = useState(false);
  const edited = useMemo(() => new EditedDraft(id, setFailed), [id]);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const { now: found } = await edited.read();
      show(found ?? 'gone');
      if (found) showSame(sameReports(found, await listDrafts()));
    };
    const changedElsewhere = async (): Promise<void> => {
      const { before, now } = await edited.read();
      show(now ?? 'gone');
      if (JSON.stringify(before?.blocks) !== JSON.stringify(now?.blocks)) setRevision((last) => last + 1);
    };
    const flush = (): void => edited.flush();
    void begin();
    const stop = watchDrafts(() => void changedElsewhere());
    globalThis.addEventListener('pagehide', flush);
    return () => {
      stop();
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, [edited]);

  const edit = (change: Edit): void => {
    edited.edit(change);
    const now = edited.current;
    if (now !== null) show(now);
  };

  return { draft, revision, failed, same, edit, save: () => edited.save() };
}
