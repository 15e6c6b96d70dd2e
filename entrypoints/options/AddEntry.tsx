import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { refusalText } from '../../lib/ui/refusals.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** Adds what was typed; resolves to the reason of a refusal, or null. */
  readonly add: (typed: string) => Promise<string | null>;
}

/** A field and a button that add an entry to a list; says below it why one was refused. */
export function AddEntry({ id, label, placeholder, add }: Props) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const reason = await add(typed);
    setRefusal(reason);
    if (reason === null) setTyped('');
  };
  return (
    <form class="add" onSubmit={(event) => void submit(event)}>
      <label for={id}>{label}</label>
      <div class="add-line">
        <input
          id={id}
          class="field"
          value={typed}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setRefusal(null);
          }}
        />
        <button type="submit" class="button">
          {t('options_add')}
        </button>
      </div>
      {refusal !== null && (
        <p class="error small" id={`${id}-refusal`} role="alert">
          {refusalText(refusal)}
        </p>
      )}
    </form>
  );
}
