import { useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** Kinds of files the browser's dialogue shows, as in the attribute `accept`. */
  readonly accept: string;
  /** A file of more bytes is not read: it could fill the memory. */
  readonly most: number;
  /** Its text; null where it is too large. */
  readonly onText: (text: string | null) => void;
}

/** A button that lets the user choose a file, and gives its text. */
export function FileButton({ label, accept, most, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (): Promise<void> => {
    const field = input.current;
    const file = field?.files?.[0];
    if (field === null || file === undefined) return;
    const text = file.size > most ? null : await file.text();
    field.value = '';
    onText(text);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input ref={input} type="file" accept={accept} hidden aria-label={label} onChange={() => void read()} />
    </>
  );
}
