import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { refusalText } from '../../lib/ui/refusals.ts';

interface Done {
  readonly text: string;
  /** Resolves to the reason of a refusal, or null. */
  readonly undo?: () => Promise<string | null>;
}

/** A line that says what was just done and offers to take it back; it stays until the next one. */
export function useUndo(): {
  readonly line: ReturnType<typeof UndoLine>;
  readonly tell: (text: string, undo?: Done['undo']) => void;
} {
  const [done, setDone] = useState<Done | null>(null);
  return {
    line: <UndoLine done={done} tell={setDone} />,
    tell: (text, undo) => setDone(undo === undefined ? { text } : { text, undo }),
  };
}

function UndoLine({ done, tell }: { readonly done: Done | null; readonly tell: (done: Done | null) => void }) {
  const take = async (undo: NonNullable<Done['undo']>): Promise<void> => {
    const refused = await undo();
    tell(refused === null ? null : { text: refusalText(refused) });
  };
  return (
    <div role="status">
      {done !== null && (
        <p class="undo">
          <span>{done.text}</span>
          {done.undo !== undefined && (
            <button type="button" class="link" onClick={() => done.undo && void take(done.undo)}>
              {t('options_undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
