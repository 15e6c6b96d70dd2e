import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import { formed } from '../../../lib/settings/forms.ts';
import { FIELDS, type Field } from '../../../lib/settings/keys.ts';
import { readField } from '../../../lib/settings/validate.ts';

const keep = { site: 'example.com', fingerprint: '12.abcd', made: 1, used: 2, label: '友情链接' };

describe('the form of a setting', () => {
  it('takes what is sound as it is', () => {
    const sound: readonly [Field, unknown][] = [
      ...FIELDS.map((field): [Field, unknown] => [field, DEFAULTS[field]]),
      ['allowedSites', ['example.com', 'file:///home/me/']],
      ['words', { spam: ['彩票'], honest: ['六合'] }],
      ['keeps', [keep]],
      ['ownHides', [keep, { ...keep, site: 'other.example' }]],
      ['pause', 'forever'],
      ['pause', 1_800_000_000_000],
      ['bars', 'none'],
    ];
    for (const [field, value] of sound) {
      expect(readField(field, value)).toEqual({ value, damaged: false });
      expect(formed(field, value)).toEqual(value);
    }
  });

  it('takes the default for what is damaged, and the entries of a list that have a form', () => {
    for (const field of FIELDS) expect(formed(field, undefined)).toEqual(DEFAULTS[field]);
    expect(formed('bars', 'huge')).toBe('bar');
    expect(formed('bars', 1)).toBe('bar');
    expect(formed('pause', { until: 'never' })).toBeNull();
    expect(formed('badge', 'no')).toBe(true);
    expect(formed('allowedSites', ['example.com', 7, null])).toEqual(['example.com']);
    expect(formed('keeps', [keep, 'x', null, { ...keep, site: 1 }, [keep]])).toEqual([keep]);
    expect(formed('words', { spam: ['彩票', 3], honest: 'none' })).toEqual(DEFAULTS.words);
  });

  it('never throws, and gives what it would give again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.anything(), (field, stored) => {
        const value = formed(field, stored);
        expect(formed(field, value)).toEqual(value);
      }),
    );
  });
});
