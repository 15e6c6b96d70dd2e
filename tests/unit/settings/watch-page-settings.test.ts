import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { PAGE_DEFAULTS, type PageSettings } from '../../../lib/settings/page-settings.ts';
import { watchPageSettings } from '../../../lib/settings/watch-page-settings.ts';

let seen: PageSettings[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
  seen = [];
});
afterEach(() => vi.useRealTimers());

/** What the background answers, one after the other; the last one for good. */
function answers(...list: (() => unknown)[]) {
  return vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => {
    const next = list.length > 1 ? list.shift() : list[0];
    return next?.();
  });
}
const settings = (more: Partial<PageSettings>) => () => ({ ...PAGE_DEFAULTS, ...more });
const nobody = () => {
  throw new Error('Could not establish connection.');
};

describe('the settings of a page', () => {
  it('come once, and again when they are asked for again', async () => {
    const send = answers(settings({ bars: 'mark' }), settings({ bars: 'none' }), settings({ bars: 'bar' }));
    const again = watchPageSettings((next) => seen.push(next));
    await vi.advanceTimersByTimeAsync(0);
    again();
    await vi.advanceTimersByTimeAsync(0);
    again();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.map(({ bars }) => bars)).toEqual(['mark', 'none', 'bar']);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('are asked for again where nobody answers, and are the defaults where nobody ever does', async () => {
    const send = answers(nobody, settings({ allowed: true }));
    watchPageSettings((next) => seen.push(next));
    await vi.advanceTimersByTimeAsync(300);
    expect(seen.map(({ allowed }) => allowed)).toEqual([true]);
    send.mockRestore();
    answers(nobody);
    watchPageSettings((next) => seen.push(next));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.at(-1)).toEqual(PAGE_DEFAULTS);
    expect(seen).toHaveLength(2);
  });

  it('are those of the last question, whichever answer comes first', async () => {
    let slow: (settings: PageSettings) => void = () => undefined;
    const first = new Promise<PageSettings>((resolve) => {
      slow = resolve;
    });
    answers(() => first, settings({ bars: 'none' }));
    const again = watchPageSettings((next) => seen.push(next));
    again();
    await vi.advanceTimersByTimeAsync(0);
    slow({ ...PAGE_DEFAULTS, bars: 'mark' });
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.map(({ bars }) => bars)).toEqual(['none']);
  });

  it('end a pause by themselves', async () => {
    answers(settings({ pause: 61_000 }));
    watchPageSettings((next) => seen.push(next));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.map(({ pause }) => pause)).toEqual([61_000, null]);
  });
});
