import { describe, expect, it } from 'vitest';
import { type Known, needsExtras } from '../../../lib/page/load-extras.ts';
import { PAGE_DEFAULTS } from '../../../lib/settings/page-settings.ts';

const NOTHING: Known = {
  settings: { ...PAGE_DEFAULTS, simplify: false },
  report: { title: null, verdict: 'infected' },
  hintsAtMirror: false,
  isSearch: false,
  isInItem: false,
};
const decided = [{ fingerprint: 'a', used: 0 }];
const title = { found: '坏', repaired: null };

describe('the second script', () => {
  it('is not needed for findings alone', () => {
    expect(needsExtras(NOTHING)).toBe(false);
  });

  it.each<[string, Partial<Known>, boolean]>([
    ['what the user keeps', { settings: { ...NOTHING.settings, keeps: decided } }, true],
    ['what the user hides', { settings: { ...NOTHING.settings, ownHides: decided } }, true],
    ['a hijacked title', { report: { title, verdict: 'infected' } }, true],
    [
      'a hijacked title that is to stay',
      { report: { title, verdict: 'infected' }, settings: { ...NOTHING.settings, repairTitle: false } },
      false,
    ],
    ['a doorway', { report: { title: null, verdict: 'doorway' } }, true],
    ['a word that mirror programs leave', { hintsAtMirror: true }, true],
    ['results of a search', { isSearch: true }, true],
    ['spam that fills an item of a list', { isInItem: true }, true],
    ['the wish for Simplified', { settings: { ...NOTHING.settings, simplify: true } }, true],
  ])('%s', (_, known, needed) => {
    expect(needsExtras({ ...NOTHING, ...known })).toBe(needed);
  });
});
