import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, MAX_DECISIONS, MAX_SITES, MAX_WORD_LENGTH } from '../../../lib/settings/defaults.ts';
import { FIELDS } from '../../../lib/settings/keys.ts';
import { readField, readWord, validate } from '../../../lib/settings/validate.ts';

const keep = { site: 'example.com', fingerprint: '12.abcd', made: 1, used: 2, label: '友情链接' };

describe('validate', () => {
  it('gives the defaults for nothing stored', () => {
    expect(validate({})).toEqual({ settings: DEFAULTS, damaged: [] });
  });

  it('takes the defaults themselves as sound', () => {
    expect(validate({ ...DEFAULTS })).toEqual({ settings: DEFAULTS, damaged: [] });
  });

  it('lets a damaged value fall back alone', () => {
    const { settings, damaged } = validate({ bars: 'mark', searchEngine: 'oracle', badge: 'no', pause: -1 });
    expect(damaged).toEqual(['pause', 'badge', 'searchEngine']);
    expect(settings).toEqual({ ...DEFAULTS, bars: 'mark' });
  });

  it('keeps the sound entries of a damaged list', () => {
    const stored = {
      allowedSites: ['example.com', 'Example.com', 7, null, 'a b'],
      keeps: [keep, { ...keep, site: '' }, 'x'],
    };
    const { settings, damaged } = validate(stored);
    expect(settings.allowedSites).toEqual(['example.com']);
    expect(settings.keeps).toEqual([keep]);
    expect(damaged).toEqual(['allowedSites', 'keeps']);
  });

  it('keeps the newest where a list is over its bound', () => {
    const sites = Array.from({ length: MAX_SITES + 5 }, (_, at) => `s${at}.example`);
    const read = readField('allowedSites', sites);
    expect(read.value).toHaveLength(MAX_SITES);
    expect(read.value.at(-1)).toBe(`s${MAX_SITES + 4}.example`);
    const keeps = Array.from({ length: MAX_DECISIONS + 1 }, (_, at) => ({ ...keep, fingerprint: `f${at}` }));
    expect(readField('keeps', keeps).value[0]?.fingerprint).toBe('f1');
  });

  it('reads words one by one', () => {
    const { settings, damaged } = validate({ words: { spam: ['彩票', ' 彩票', 'x', 3], honest: 'none' } });
    expect(settings.words).toEqual({ spam: ['彩票'], honest: [] });
    expect(damaged).toEqual(['words']);
  });

  it('never throws, and what it gives is sound', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
    });
    const record = fc.record(Object.fromEntries(FIELDS.map((field) => [field, anything])), { requiredKeys: [] });
    fc.assert(
      fc.property(record, (stored) => {
        const { settings } = validate(stored);
        expect(validate({ ...settings })).toEqual({ settings, damaged: [] });
      }),
    );
  });

  it('damages nothing that is sound', () => {
    const sound = fc.record({
      searchEngine: fc.constantFrom('bing', 'sogou'),
      bars: fc.constantFrom('bar', 'mark', 'none'),
      pause: fc.constantFrom(null, 'restart', 'forever', 0, 1_800_000_000_000),
      badge: fc.boolean(),
      allowedSites: fc.uniqueArray(fc.domain().map((host) => host.toLowerCase())),
      keeps: fc.uniqueArray(
        fc.nat().map((made) => ({ ...keep, made, fingerprint: `f${made}` })),
        { selector: (one) => one.made },
      ),
    });
    fc.assert(
      fc.property(sound, (stored) => {
        const { settings, damaged } = validate(stored);
        expect(damaged).toEqual([]);
        expect(settings).toEqual({ ...DEFAULTS, ...stored });
      }),
    );
  });
});

describe('readWord', () => {
  it('folds white space and refuses what is too short or too long', () => {
    expect(readWord('  六合 \n 彩 ')).toBe('六合 彩');
    expect(readWord('赌')).toBeNull();
    expect(readWord('长'.repeat(MAX_WORD_LENGTH + 1))).toBeNull();
  });
});
