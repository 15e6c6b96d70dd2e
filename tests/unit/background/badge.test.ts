import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeText, forgetCounts, leaveCounts, refreshBadges, setCount } from '../../../lib/background/badge.ts';

const shown = new Map<number | undefined, string>();

beforeEach(() => {
  fakeBrowser.reset();
  shown.clear();
  fakeBrowser.i18n.getMessage = () => 'zh-CN';
  fakeBrowser.action.setBadgeText = async ({ tabId, text }) => {
    shown.set(tabId, text ?? '');
  };
});

describe('the badge', () => {
  it('shows the sum over a tab’s frames, apart from other tabs', async () => {
    await Promise.all([setCount(1, 0, 'a', 3), setCount(1, 7, 'b', 4), setCount(2, 0, 'c', 1)]);
    expect(shown).toEqual(
      new Map([
        [1, '7'],
        [2, '1'],
      ]),
    );
    await setCount(1, 7, 'b', 0);
    expect(shown.get(1)).toBe('3');
  });

  it('starts anew with a new document, and not with a new address of the same', async () => {
    await setCount(1, 0, 'a', 3);
    await setCount(1, 7, 'b', 4);
    await leaveCounts(1);
    await setCount(1, 0, 'a', 2);
    expect(shown.get(1)).toBe('6');
    await setCount(1, 0, 'z', 2);
    expect(shown.get(1)).toBe('2');
  });

  it('goes by the loading alone where documents have no names', async () => {
    await setCount(1, 0, null, 3);
    await setCount(1, 7, null, 4);
    await setCount(1, 0, null, 2);
    expect(shown.get(1)).toBe('6');
    await leaveCounts(1);
    await setCount(1, 0, null, 1);
    expect(shown.get(1)).toBe('1');
  });

  it.each([
    ['documents have names', 'a', 'z'],
    ['documents have no names', null, null],
  ])('counts a frame that speaks before its page does, where %s', async (_, first, second) => {
    await setCount(1, 7, 'f', 4);
    await setCount(1, 0, first, 3);
    expect(shown.get(1)).toBe('7');
    await leaveCounts(1);
    await setCount(1, 8, 'g', 2);
    await setCount(1, 0, second, 1);
    expect(shown.get(1)).toBe('3');
  });

  it('keeps the page’s own count when only its address changed and a frame in it spoke', async () => {
    await setCount(1, 0, 'a', 3);
    await leaveCounts(1);
    await setCount(1, 8, 'g', 2);
    expect(shown.get(1)).toBe('5');
    await setCount(1, 0, 'a', 3);
    expect(shown.get(1)).toBe('5');
  });

  it('is empty for nothing, for rubbish and where the user turned it off', async () => {
    await setCount(1, 0, 'a', Number.NaN);
    expect(shown.get(1)).toBe('');
    await fakeBrowser.storage.local.set({ 'settings.badge': false });
    await setCount(1, 0, 'a', 5);
    expect(shown.get(1)).toBe('');
    await fakeBrowser.storage.local.set({ 'settings.badge': true });
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1 } as never]);
    await refreshBadges();
    expect(shown.get(1)).toBe('5');
  });

  it('survives that the background is put to sleep, and forgets closed tabs', async () => {
    await setCount(1, 0, 'a', 3);
    vi.resetModules();
    const woken = await import('../../../lib/background/badge.ts');
    await woken.setCount(1, 7, 'b', 4);
    expect(shown.get(1)).toBe('7');
    await forgetCounts(1);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('goes on after a tab was closed under it', async () => {
    fakeBrowser.action.setBadgeText = () => Promise.reject(new Error('No tab with id: 1'));
    await setCount(1, 0, 'a', 3);
    await expect(setCount(1, 0, 'a', 4)).resolves.toBeUndefined();
  });

  it('fits four characters', () => {
    expect([0, -1, 7, 999, 1000, 50_000].map(badgeText)).toEqual(['', '', '7', '999', '999+', '999+']);
  });
});
