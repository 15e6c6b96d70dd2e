import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestChange } from '../../../lib/ui/request-change.ts';

beforeEach(() => fakeBrowser.reset());

function answers(...list: (() => Promise<unknown>)[]) {
  const send = vi.fn(() => (list.shift() ?? (() => Promise.reject(new Error('nobody'))))());
  fakeBrowser.runtime.sendMessage = send as unknown as typeof fakeBrowser.runtime.sendMessage;
  return send;
}

const ASKED = { type: 'allowSite', site: 'example.com' } as const;

it('asks again where the background fell asleep over the question', async () => {
  const send = answers(
    () => Promise.reject(new Error('The message port closed before a response was received.')),
    async () => ({ ok: true }),
  );
  expect(await requestChange(ASKED)).toBeNull();
  expect(send).toHaveBeenCalledTimes(2);
});

it('asks twice at most, and does not argue with a refusal', async () => {
  const nobody = answers();
  expect(await requestChange(ASKED)).toBe('storage');
  expect(nobody).toHaveBeenCalledTimes(2);
  const refusing = answers(async () => ({ ok: false, reason: 'badSite' }));
  expect(await requestChange(ASKED)).toBe('badSite');
  expect(refusing).toHaveBeenCalledTimes(1);
});
