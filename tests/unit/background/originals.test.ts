import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findOriginal, isFirstNotice } from '../../../lib/background/originals.ts';

beforeEach(() => fakeBrowser.reset());

describe('isFirstNotice', () => {
  it('is true once for each site, also where two ask at the same time', async () => {
    expect(await Promise.all([isFirstNotice('a.example'), isFirstNotice('a.example')])).toEqual([true, false]);
    expect(await isFirstNotice('b.example')).toBe(true);
    expect(await isFirstNotice('a.example')).toBe(false);
  });

  it('keeps its list in memory only, and not without end', async () => {
    for (let at = 0; at < 250; at++) await isFirstNotice(`${at}.example`);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual([]);
    const { noticed } = await fakeBrowser.storage.session.get('noticed');
    expect(noticed).toHaveLength(200);
    expect(await isFirstNotice('249.example')).toBe(false);
    expect(await isFirstNotice('0.example')).toBe(true);
  });
});

describe('findOriginal', () => {
  it('opens a search in Simplified, in the chosen engine, beside the tab that asks', async () => {
    await fakeBrowser.storage.local.set({ 'settings.searchEngine': 'sogou' });
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ windowId: 3, index: 4 } as never);
    await findOriginal('農業技術的進步', 7);
    expect(create).toHaveBeenCalledWith({
      url: `https://www.sogou.com/web?query=${encodeURIComponent('农业技术的进步')}`,
      openerTabId: 7,
      windowId: 3,
      index: 5,
    });
  });
});
