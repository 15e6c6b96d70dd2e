import { describe, expect, it } from 'vitest';
import { type Known, needsExtras } from '../../../lib/page/load-extras.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';

const NOTHING: Known = {
  settings: { ...DEFAULTS, simplify: false },
  hasDecisions: false,
  report: { title: null, verdict: 'infected' },
  hintsAtMirror: false,
};
const title = { found: '坏', repaired: null };

describe('the second script', () => {
  it('is not needed for findings alone', () => {
    expect(needsExtras(NOTHING)).toBe(false);
  });

  it.each<[string, Partial<Known>, boolean]>([
    ['decisions of the user', { hasDecisions: true }, true],
    ['a hijacked title', { report: { title, verdict: 'infected' } }, true],
    [
      'a hijacked title that is to stay',
      { report: { title, verdict: 'infected' }, settings: { ...NOTHING.settings, repairTitle: false } },
      false,
    ],
    ['a doorway', { report: { title: null, verdict: 'doorway' } }, true],
    ['a word that mirror programs leave', { hintsAtMirror: true }, true],
    ['the wish for Simplified', { settings: { ...NOTHING.settings, simplify: true } }, true],
  ])('%s', (_, known, needed) => {
    expect(needsExtras({ ...NOTHING, ...known })).toBe(needed);
  });
});
