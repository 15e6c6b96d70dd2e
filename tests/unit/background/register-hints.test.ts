import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsChanged } from '../../../lib/background/known-settings.ts';
import {
  askingPatterns,
  mayLackHints,
  registerHints,
  waitingPatterns,
} from '../../../lib/background/register-hints.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import type { Decision, Settings } from '../../../lib/settings/schema.ts';

const NOW = 1_000_000;
const EVERYWHERE = ['http://*/*', 'https://*/*'];

interface Script {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
  readonly allFrames: boolean;
}

const decision = (site: string): Decision => ({ site, fingerprint: 'f', made: 1, used: 2, label: '' });

describe('frames that wait for their settings', () => {
  it('stand on the sites where nothing is to be hidden, with all that these cover', () => {
    const of = (...allowedSites: string[]) => waitingPatterns({ ...DEFAULTS, allowedSites }, NOW);
    expect(of()).toEqual([]);
    expect(of('news.example.com', 'intranet', 'localhost:8080', '192.0.2.7')).toEqual([
      '*://*.news.example.com/*',
      '*://intranet/*',
      '*://*.localhost/*',
      '*://192.0.2.7/*',
    ]);
    expect(of('example.com', 'example.com:8443')).toEqual(['*://*.example.com/*']);
    expect(of('file:///home/me/', '[2001:db8::7]')).toEqual([]);
  });

  it('stand on those where the user keeps something', () => {
    expect(waitingPatterns({ ...DEFAULTS, keeps: [decision('a.example')] }, NOW)).toEqual(['*://*.a.example/*']);
  });

  it('are all of them while the user pauses, and none when that has run out', () => {
    const of = (pause: number | 'forever') => waitingPatterns({ ...DEFAULTS, pause }, NOW);
    expect(of('forever')).toEqual(EVERYWHERE);
    expect(of(NOW + 1)).toEqual(EVERYWHERE);
    expect(of(NOW - 1)).toEqual([]);
  });
});

describe('frames that ask early', () => {
  const of = (values: Partial<Settings>) => askingPatterns({ ...DEFAULTS, ...values });

  it('are none by the defaults, nor where nothing is to be hidden', () => {
    expect(of({})).toEqual([]);
    expect(of({ allowedSites: ['a.example'], pause: 'forever', badge: false, searchEngine: 'baidu' })).toEqual([]);
  });

  it('are all of them where a setting of all sites is another', () => {
    for (const values of [
      { words: { spam: ['私彩'], honest: [] } },
      { words: { spam: [], honest: ['私彩'] } },
      { simplify: true },
      { bars: 'none' },
      { repairArtefact: false },
      { repairTitle: false },
      { mirrorNotice: false },
      { results: false },
      { resultNotes: false },
    ] satisfies Partial<Settings>[])
      expect(of(values), JSON.stringify(values)).toEqual(EVERYWHERE);
  });

  it('stand on the sites of the user’s decisions, and are all where one has no pattern or they are many', () => {
    expect(
      of({ keeps: [decision('a.example'), decision('file:///home/')], ownHides: [decision('b.example')] }),
    ).toEqual(['*://*.a.example/*', '*://*.b.example/*']);
    expect(of({ ownHides: [decision('[2001:db8::7]')] })).toEqual(EVERYWHERE);
    expect(of({ allowedSites: ['[2001:db8::7]'] })).toEqual(EVERYWHERE);
    const many = Array.from({ length: 600 }, (_, at) => at);
    const keeps = many.map((at) => decision(`k${at}.example`));
    expect(of({ keeps })).toHaveLength(600);
    expect(of({ keeps, ownHides: many.map((at) => decision(`h${at}.example`)) })).toEqual(EVERYWHERE);
  });
});

describe('what is registered', () => {
  let scripts: Script[] = [];
  let fails = false;
  const named = (id: string) => scripts.find((script) => script.id === id);

  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
    scripts = [];
    fails = false;
    const put = async ([script]: readonly Script[], isNew: boolean) => {
      if (fails || script === undefined || (named(script.id) === undefined) !== isNew) throw new Error('not so');
      scripts = [...scripts.filter(({ id }) => id !== script.id), script];
    };
    Object.assign(browser, {
      scripting: {
        // Not in the order in which they were given.
        getRegisteredContentScripts: async ({ ids }: { ids: readonly string[] }) =>
          scripts
            .filter(({ id }) => ids.includes(id))
            .map((script) => ({ ...script, matches: script.matches.toReversed() })),
        registerContentScripts: (all: readonly Script[]) => put(all, true),
        updateContentScripts: (all: readonly Script[]) => put(all, false),
        unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) => {
          scripts = scripts.filter(({ id }) => !ids.includes(id));
        },
      },
    });
  });

  async function store(values: Record<string, unknown>): Promise<void> {
    await fakeBrowser.storage.local.set(values);
    await settingsChanged(Object.fromEntries(Object.keys(values).map((key) => [key, { newValue: 1 }])), registerHints);
  }

  it('follows the settings, each script by itself', async () => {
    await store({ 'settings.allowedSites': ['a.example'], 'settings.simplify': true });
    const one = { allFrames: true, runAt: 'document_start' };
    expect(named('wait')).toMatchObject({ ...one, matches: ['*://*.a.example/*'], js: ['wait.js'] });
    expect(named('ask-early')).toMatchObject({ ...one, matches: EVERYWHERE, js: ['ask-early.js'] });
    await store({ 'settings.allowedSites': ['a.example', 'b.example'], 'settings.simplify': false });
    expect(named('wait')).toMatchObject({ matches: ['*://*.a.example/*', '*://*.b.example/*'] });
    expect(named('ask-early')).toBeUndefined();
    await store({ 'settings.allowedSites': [] });
    expect(scripts).toEqual([]);
  });

  it('is registered once, and anew where the browser has lost it', async () => {
    await store({ 'settings.simplify': true });
    expect(await registerHints()).toBe(false);
    scripts = [];
    expect(await registerHints()).toBe(true);
    expect(named('ask-early')).toBeDefined();
  });

  it('is taken for unknown to pages that come just after, and for as long as it fails', async () => {
    vi.useFakeTimers({ now: NOW });
    await store({ 'settings.simplify': true });
    expect(mayLackHints(NOW + 5000)).toBe(true);
    expect(mayLackHints(NOW + 20_000)).toBe(false);
    scripts = [];
    fails = true;
    expect(await registerHints()).toBe(false);
    expect(mayLackHints(NOW + 20_000)).toBe(true);
    fails = false;
    await registerHints();
    expect(mayLackHints(NOW + 20_000)).toBe(false);
    vi.useRealTimers();
  });
});
