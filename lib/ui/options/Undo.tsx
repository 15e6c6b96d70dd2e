import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';

interface Done {
  readonly text: string;
  readonly undo?: () => void;
}

/** A line that says what was just done and offers to take it back; it stays until the next one. */
export function useUndo(): {
  readonly line: ReturnType<typeof UndoLine>;
  readonly tell: (text: string, undo?: () => void) => void;
} {
  const [done, setDone] = useState<Done | null>(null);
  return {
    line: <UndoLine done={done} clear={() => setDone(null)} />,
    tell: (text, undo) => setDone(undo === undefined ? { text } : { text, undo }),
  };
}

function UndoLine({ done, clear }: { readonly done: Done | null; readonly clear: () => void }) {
  return (
    <div role="status">
      {done !== null && (
        <p class="undo">
          <span>{done.text}</span>
          {done.undo !== undefined && (
            <button
              type="button"
              class="link"
              onClick={() => {
                done.undo?.();
                clear();
              }}
            >
              {t('options_undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
