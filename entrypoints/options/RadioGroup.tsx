import { Switch } from '../../lib/ui/Switch.tsx';

interface RadioGroupProps<Value extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: Value;
  readonly ways: readonly { readonly value: Value; readonly label: string; readonly about?: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few ways, each with a sentence that says what it means. */
export function RadioGroup<Value extends string>({ name, title, value, ways, onChange }: RadioGroupProps<Value>) {
  return (
    <fieldset class="card choice">
      <legend class="only-heard">{title}</legend>
      <p class="choice-title" aria-hidden="true">
        {title}
      </p>
      {ways.map((way) => (
        <label key={way.value} class="way">
          <input
            type="radio"
            name={name}
            value={way.value}
            checked={way.value === value}
            onChange={() => onChange(way.value)}
          />
          <span>
            {way.label}
            {way.about !== undefined && <span class="soft about">{way.about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off. */
export function Toggle({ id, label, about, on, onChange }: ToggleProps) {
  return (
    <div class="toggle">
      <div>
        <p>{label}</p>
        <p class="soft about" id={`${id}-about`}>
          {about}
        </p>
      </div>
      <Switch on={on} label={label} describedBy={`${id}-about`} onChange={onChange} />
    </div>
  );
}
