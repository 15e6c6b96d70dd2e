import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsLine } from '../../../lib/page/settings-line.ts';
import { PAGE_DEFAULTS, type PageSettings } from '../../../lib/settings/page-settings.ts';

const line = vi.hoisted(() => ({ asked: 0, tell: null as ((settings: unknown) => void) | null }));

vi.mock('../../../lib/settings/watch-page-settings.ts', () => ({
  watchPageSettings: (callback: (settings: unknown) => void) => {
    line.asked++;
    line.tell = callback;
    return () => {
      line.asked++;
    };
  },
}));

const lineOf = (early: boolean) => {
  const told: PageSettings[] = [];
  return {
    told,
    made: new SettingsLine(
      (settings) => told.push(settings),
      () => early,
    ),
  };
};

describe('a frame asks for its settings', () => {
  let returns: ((event: { readonly persisted: boolean }) => void)[] = [];

  beforeEach(() => {
    line.asked = 0;
    returns = [];
    vi.stubGlobal('addEventListener', (name: string, listener: (typeof returns)[0]) => {
      if (name === 'pageshow') returns.push(listener);
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('when the page has come back from the cache', () => {
    const { made } = lineOf(false);
    made.heedReturns();
    made.hasHan();
    expect(returns).toHaveLength(1);
    returns[0]?.({ persisted: false });
    expect(line.asked).toBe(0);
    returns[0]?.({ persisted: true });
    expect(line.asked).toBe(1);
  });

  it('when it has come back, also where its parts were made without Chinese text', () => {
    const { made } = lineOf(false);
    made.tell(() => {});
    expect(line.asked).toBe(1);
    returns[0]?.({ persisted: true });
    expect(line.asked).toBe(2);
  });

  it('at the first Chinese text where it is to ask early, and never again by itself', () => {
    const { made, told } = lineOf(true);
    expect(made.isAsked).toBe(false);
    made.hasHan();
    expect(made.isAsked).toBe(true);
    line.tell?.(PAGE_DEFAULTS);
    made.tell((settings) => told.push(settings));
    expect(line.asked).toBe(1);
    expect(told).toEqual([PAGE_DEFAULTS, PAGE_DEFAULTS]);
  });

  it('else when its parts listen', () => {
    const { made, told } = lineOf(false);
    made.hasHan();
    expect(line.asked).toBe(0);
    const parts: PageSettings[] = [];
    made.tell((settings) => parts.push(settings));
    expect(line.asked).toBe(1);
    line.tell?.(PAGE_DEFAULTS);
    expect([told, parts]).toEqual([[], [PAGE_DEFAULTS]]);
  });

  it('when they have changed, at once with Chinese text and else when some comes', () => {
    const { made } = lineOf(false);
    made.hasHan();
    made.changed();
    expect(line.asked).toBe(1);
    made.changed();
    expect(line.asked).toBe(2);
    const { made: other } = lineOf(false);
    other.changed();
    expect(line.asked).toBe(2);
    other.hasHan();
    expect(line.asked).toBe(3);
  });
});
