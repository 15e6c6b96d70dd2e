import { useEffect, useState } from 'preact/hooks';
import type { SettingsChange } from '../messages.ts';
import { refusalText } from './refusals.ts';
import { requestChange } from './request-change.ts';

let tell: (reason: string | null) => void = () => undefined;

/** Asks for a change where nothing beside it could say that it was refused: Trouble says so at the top of the page. */
export async function changeOrTell(asked: SettingsChange): Promise<void> {
  tell(await requestChange(asked));
}

/** Says why the last change was refused, until the next one is made. */
export function Trouble() {
  const [reason, take] = useState<string | null>(null);
  useEffect(() => {
    tell = take;
    return () => {
      tell = () => undefined;
    };
  }, []);
  if (reason === null) return null;
  return (
    <p class="notice error trouble" role="alert">
      {refusalText(reason)}
    </p>
  );
}
