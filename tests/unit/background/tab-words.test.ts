import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addMet, forgetMet } from '../../../lib/background/tab-words.ts';

beforeEach(() => fakeBrowser.reset());

describe('the words that a tab’s page holds', () => {
  it('are counted once each, over all frames, in memory alone', async () => {
    expect(await addMet(1, ['甲', '乙'], false)).toBe(2);
    expect(await Promise.all([addMet(1, ['乙', '丙'], false), addMet(1, ['丁'], false)])).toEqual([3, 4]);
    expect(await addMet(2, ['甲'], false)).toBe(1);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('are forgotten with the page, and where the user goes on in it', async () => {
    await addMet(1, ['甲', '乙'], false);
    expect(await addMet(1, ['丙'], true)).toBe(1);
    await forgetMet(1);
    expect(await addMet(1, ['丁'], false)).toBe(1);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'words.1': ['丁'] });
  });

  it('are not kept without end', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `词${at}`);
    expect(await addMet(1, many, false)).toBeLessThan(50);
  });
});
