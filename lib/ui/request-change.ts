import type { SettingsChange } from '../messages.ts';
import { request } from '../messaging.ts';

/**
 * Asks for a change. Resolves to null when it was made, else to the reason of the refusal ('storage' also when nobody
 * answered). A background that was just being put to sleep loses what it was asked: then it is asked again, since no
 * change does more when made twice.
 */
export async function requestChange(asked: SettingsChange): Promise<string | null> {
  const ask = () => request('settings.change', asked);
  try {
    const answer = await ask().catch(ask);
    return answer.ok ? null : answer.reason;
  } catch {
    return 'storage';
  }
}
