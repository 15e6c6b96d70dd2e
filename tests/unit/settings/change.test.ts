import { describe, expect, it } from 'vitest';
import type { SettingsChange } from '../../../lib/messages.ts';
import { applyChange } from '../../../lib/settings/change.ts';
import { DEFAULTS, MAX_DECISIONS, MAX_LABEL_LENGTH, MAX_SITES, MAX_WORDS } from '../../../lib/settings/defaults.ts';
import type { Settings } from '../../../lib/settings/schema.ts';

const DAY = 24 * 60 * 60 * 1000;
const keep = { site: 'example.com', fingerprint: 'f', made: 5, used: 5, label: 'x' };

function applied(change: SettingsChange, settings: Settings = DEFAULTS, now = 1000): Settings {
  const outcome = applyChange(settings, change, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.settings;
}

describe('applyChange', () => {
  it('sets several values at once, or none', () => {
    expect(applied({ type: 'set', values: { bars: 'mark', badge: false } })).toEqual({
      ...DEFAULTS,
      bars: 'mark',
      badge: false,
    });
    const bad = { type: 'set', values: { badge: false, bars: 'huge' } } as unknown as SettingsChange;
    expect(applyChange(DEFAULTS, bad, 0)).toEqual({ ok: false, reason: 'badValue' });
  });

  it('allows a site once, and takes it off again', () => {
    const allowed = applied({ type: 'allowSite', site: 'example.com' });
    expect(applied({ type: 'allowSite', site: 'example.com' }, allowed)).toBe(allowed);
    expect(applied({ type: 'disallowSite', site: 'example.com' }, allowed).allowedSites).toEqual([]);
  });

  it('allows a site in place of others in one step', () => {
    const some = { ...DEFAULTS, allowedSites: ['a.example', 'b.example', 'c.example'] };
    const change = { type: 'allowSite', site: 'd.example', insteadOf: ['a.example', 'c.example'] } as const;
    expect(applied(change, some).allowedSites).toEqual(['b.example', 'd.example']);
  });

  it('allows many sites at once, or none', () => {
    const some = applied(
      { type: 'allowSites', sites: ['a.example', 'b.example', 'a.example'] },
      { ...DEFAULTS, allowedSites: ['b.example'] },
    );
    expect(some.allowedSites).toEqual(['b.example', 'a.example']);
    expect(applyChange(DEFAULTS, { type: 'allowSites', sites: ['a.example', 'no site'] }, 0)).toEqual({
      ok: false,
      reason: 'badSite',
    });
  });

  it('refuses what is no site, and more sites than there is room for', () => {
    expect(applyChange(DEFAULTS, { type: 'allowSite', site: 'a b' }, 0)).toEqual({ ok: false, reason: 'badSite' });
    const full = {
      ...DEFAULTS,
      allowedSites: Array.from({ length: MAX_SITES }, (_, at) => `s${at}.example`),
    };
    expect(applyChange(full, { type: 'allowSite', site: 'example.com' }, 0)).toEqual({ ok: false, reason: 'full' });
  });

  it('remembers a keep once, with the time and a label of bounded length', () => {
    const change = {
      type: 'remember',
      list: 'keeps',
      site: 'example.com',
      fingerprint: 'f',
      label: `${'字'.repeat(MAX_LABEL_LENGTH - 1)}😀`,
    } as const;
    const once = applied(change, DEFAULTS, 7);
    expect(once.keeps).toEqual([
      { site: 'example.com', fingerprint: 'f', made: 7, used: 7, label: '字'.repeat(MAX_LABEL_LENGTH - 1) },
    ]);
    expect(applied(change, once, 9).keeps).toHaveLength(1);
    expect(applied({ type: 'forget', list: 'keeps', site: 'example.com', fingerprint: 'f' }, once).keeps).toEqual([]);
  });

  it.each([0, 8e15])('lets the decision go that was unused for longest, or dated falsely (%d)', (falsely) => {
    const keeps = Array.from({ length: MAX_DECISIONS }, (_, at) => ({
      ...keep,
      fingerprint: `f${at}`,
      used: at === 3 ? falsely : at + 10,
    }));
    const next = applied(
      { type: 'remember', list: 'keeps', site: 'example.com', fingerprint: 'new', label: '' },
      { ...DEFAULTS, keeps },
    );
    expect(next.keeps).toHaveLength(MAX_DECISIONS);
    expect(next.keeps.some((one) => one.fingerprint === 'f3')).toBe(false);
    expect(next.keeps.at(-1)?.fingerprint).toBe('new');
  });

  it('notes the use of a keep by the day', () => {
    const settings = { ...DEFAULTS, keeps: [keep] };
    const touch = { type: 'used', list: 'keeps', site: 'example.com', fingerprint: 'f' } as const;
    expect(applied(touch, settings, DAY).keeps[0]?.used).toBe(5);
    expect(applied(touch, settings, DAY + 6).keeps[0]?.used).toBe(DAY + 6);
    const hides = { ...DEFAULTS, ownHides: [keep] };
    expect(applied({ ...touch, list: 'ownHides' }, hides, DAY + 6).ownHides[0]?.used).toBe(DAY + 6);
  });

  it('keeps own hides apart from keeps', () => {
    const next = applied({ type: 'remember', list: 'ownHides', site: 'example.com', fingerprint: 'f', label: 'x' });
    expect(next.ownHides).toHaveLength(1);
    expect(next.keeps).toEqual([]);
    const forget = { type: 'forget', list: 'ownHides', site: 'example.com', fingerprint: 'f' } as const;
    expect(applied(forget, next).ownHides).toEqual([]);
  });

  it('adds a word once, folded, and takes it off', () => {
    const once = applied({ type: 'addWord', list: 'spam', word: ' 六合  彩 ' });
    expect(once.words).toEqual({ spam: ['六合 彩'], honest: [] });
    expect(applied({ type: 'addWord', list: 'spam', word: '六合 彩' }, once)).toBe(once);
    expect(applied({ type: 'removeWord', list: 'spam', word: '六合 彩' }, once).words.spam).toEqual([]);
    expect(applyChange(DEFAULTS, { type: 'addWord', list: 'honest', word: '字' }, 0)).toEqual({
      ok: false,
      reason: 'badWord',
    });
    const full = { ...DEFAULTS, words: { spam: [], honest: Array.from({ length: MAX_WORDS }, (_, at) => `词${at}`) } };
    expect(applyChange(full, { type: 'addWord', list: 'honest', word: '新词' }, 0)).toEqual({
      ok: false,
      reason: 'full',
    });
  });

  it('brings a file in, less what is damaged, and resets everything', () => {
    const other: Settings = { ...DEFAULTS, bars: 'none', keeps: [keep] };
    expect(applied({ type: 'merge', settings: other })).toEqual(other);
    const odd = { ...other, badge: 'no', keeps: [keep, { ...keep, site: '' }], more: 'x' } as unknown as Settings;
    expect(applied({ type: 'merge', settings: odd })).toEqual(other);
    expect(applied({ type: 'reset' }, other)).toEqual(DEFAULTS);
  });

  it.each([
    7,
    {},
    { type: 'unknown' },
    { type: 'set', values: null },
    { type: 'remember', list: 'keeps', site: 'example.com', fingerprint: 3, label: 'x' },
    { type: 'remember', list: 'keeps' },
    { type: 'remember', list: 'version', site: 'example.com', fingerprint: 'f', label: 'x' },

    { type: 'addWord', list: 'other', word: '六合彩' },
  ])('refuses the malformed change %j', (change) => {
    expect(applyChange(DEFAULTS, change as unknown as SettingsChange, 0).ok).toBe(false);
  });
});
