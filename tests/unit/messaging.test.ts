import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, request } from '../../lib/messaging.ts';

beforeEach(() => fakeBrowser.reset());

describe('request and answer', () => {
  it('carries data there and the answer back', async () => {
    const count = vi.fn(() => null);
    answer({ count, 'settings.change': async () => ({ ok: false, reason: 'full' }) });
    expect(await request('settings.change', { type: 'reset' })).toEqual({ ok: false, reason: 'full' });
    await request('count', { hidden: 3 });
    expect(count).toHaveBeenCalledWith({ hidden: 3 }, expect.objectContaining({ frame: 0 }));
  });

  it('fails where the handler fails', async () => {
    answer({
      'options.open': () => {
        throw new Error('no window');
      },
    });
    await expect(request('options.open', null)).rejects.toThrow('no window');
  });

  it('leaves what it does not know to others, and stops when told', async () => {
    const stop = answer({ count: () => null });
    fakeBrowser.runtime.onMessage.addListener(() => Promise.resolve('another'));
    expect(await fakeBrowser.runtime.sendMessage('text')).toBe('another');
    expect(await fakeBrowser.runtime.sendMessage({ saozhu: 'toString', data: null })).toBe('another');
    stop();
    expect(await request('count', { hidden: 1 })).toBe('another');
  });
});
