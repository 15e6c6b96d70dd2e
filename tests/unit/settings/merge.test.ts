import { describe, expect, it } from 'vitest';
import { DEFAULTS, MAX_DECISIONS, MAX_SITES } from '../../../lib/settings/defaults.ts';
import { mergeSettings, takeBack } from '../../../lib/settings/merge.ts';
import type { Decision, Settings } from '../../../lib/settings/schema.ts';

const keep = (fingerprint: string, used = 5): Decision => ({
  site: 'a.example',
  fingerprint,
  made: 5,
  used,
  label: '',
});

describe('mergeSettings', () => {
  it('takes single values of the file, and its entries after one’s own', () => {
    const own: Settings = {
      ...DEFAULTS,
      bars: 'mark',
      allowedSites: ['own.example', 'both.example'],
      words: { spam: ['彩票'], honest: [] },
      keeps: [keep('f', 9)],
    };
    const file: Settings = {
      ...DEFAULTS,
      badge: false,
      allowedSites: ['both.example', 'file.example'],
      words: { spam: ['发票'], honest: ['福利'] },
      keeps: [keep('f', 3), keep('g', 3)],
    };
    expect(mergeSettings(own, file, 100)).toEqual({
      leftOut: 0,
      settings: {
        ...DEFAULTS,
        badge: false,
        allowedSites: ['own.example', 'both.example', 'file.example'],
        words: { spam: ['彩票', '发票'], honest: ['福利'] },
        keeps: [keep('f', 9), keep('g', 3)],
      },
    });
  });

  it('pushes out nothing of one’s own, and counts what found no room', () => {
    const own = {
      ...DEFAULTS,
      allowedSites: Array.from({ length: MAX_SITES - 1 }, (_, at) => `own${at}.example`),
      keeps: Array.from({ length: MAX_DECISIONS }, (_, at) => keep(`own${at}`)),
    };
    const file = { ...DEFAULTS, allowedSites: ['x.example', 'y.example'], keeps: [keep('f')] };
    const { settings, leftOut } = mergeSettings(own, file, 100);
    expect(leftOut).toBe(2);
    expect(settings.allowedSites).toEqual([...own.allowedSites, 'x.example']);
    expect(settings.keeps).toEqual(own.keeps);
  });

  it('believes no date after now', () => {
    const file = { ...DEFAULTS, keeps: [{ ...keep('f'), made: 8e15, used: 8e15 }] };
    expect(mergeSettings(DEFAULTS, file, 100).settings.keeps).toEqual([{ ...keep('f'), made: 100, used: 100 }]);
  });
});

describe('takeBack', () => {
  const before: Settings = {
    ...DEFAULTS,
    bars: 'mark',
    allowedSites: ['a.example'],
    words: { spam: ['彩票'], honest: [] },
    keeps: [keep('f')],
  };

  it('gives back what was there where nothing was changed since', () => {
    expect(takeBack(DEFAULTS, before, DEFAULTS)).toEqual(before);
    const file = { ...DEFAULTS, badge: false, allowedSites: ['b.example'], keeps: [keep('g')] };
    const { settings } = mergeSettings(before, file, 100);
    expect(takeBack(settings, before, settings)).toEqual(before);
  });

  it('leaves what was set since: values, entries that came and entries that went', () => {
    const { settings: after } = mergeSettings(before, { ...DEFAULTS, allowedSites: ['b.example', 'c.example'] }, 100);
    const since: Settings = {
      ...after,
      bars: 'none',
      badge: false,
      allowedSites: ['b.example', 'new.example'],
      keeps: [...after.keeps, keep('new')],
    };
    expect(takeBack(since, before, after)).toEqual({
      ...before,
      bars: 'none',
      badge: false,
      allowedSites: ['new.example'],
      keeps: [keep('f'), keep('new')],
    });
  });
});
