import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findOriginal, isFirstMirror } from '../../../lib/background/originals.ts';

beforeEach(() => fakeBrowser.reset());

describe('isFirstMirror', () => {
  it('is true once for each site, also where two ask at the same time', async () => {
    expect(await Promise.all([isFirstMirror('a.example'), isFirstMirror('a.example')])).toEqual([true, false]);
    expect(await isFirstMirror('b.example')).toBe(true);
    expect(await isFirstMirror('a.example')).toBe(false);
  });

  it('keeps its list in memory only, and not without end', async () => {
    for (let at = 0; at < 250; at++) await isFirstMirror(`${at}.example`);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual([]);
    const { mirrors } = await fakeBrowser.storage.session.get('mirrors');
    expect(mirrors).toHaveLength(200);
    expect(await isFirstMirror('249.example')).toBe(false);
    expect(await isFirstMirror('0.example')).toBe(true);
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
