import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsChanged } from '../../../lib/background/known-settings.ts';
import { keepWaiting, waitingPatterns } from '../../../lib/background/waiting-sites.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';

const NOW = 1_000_000;

interface Script {
  readonly id: string;
  readonly matches: readonly string[];
}

describe('frames that wait for their settings', () => {
  let scripts: Script[] = [];

  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
    scripts = [];
    const one = async (all: readonly Script[]) => {
      scripts = [...all];
    };
    Object.assign(browser, {
      scripting: {
        getRegisteredContentScripts: () => Promise.resolve(scripts),
        registerContentScripts: (all: readonly Script[]) =>
          scripts.length > 0 ? Promise.reject(new Error('twice')) : one(all),
        updateContentScripts: (all: readonly Script[]) =>
          scripts.length === 0 ? Promise.reject(new Error('unknown')) : one(all),
        unregisterContentScripts: () => one([]),
      },
    });
  });

  async function store(values: Record<string, unknown>): Promise<void> {
    await fakeBrowser.storage.local.set(values);
    await settingsChanged(Object.fromEntries(Object.keys(values).map((key) => [key, { newValue: 1 }])));
    await keepWaiting();
  }

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

  it('are all of them while the user pauses, and none when that has run out', () => {
    const of = (pause: number | 'forever') => waitingPatterns({ ...DEFAULTS, pause }, NOW);
    expect(of('forever')).toEqual(['http://*/*', 'https://*/*']);
    expect(of(NOW + 1)).toEqual(['http://*/*', 'https://*/*']);
    expect(of(NOW - 1)).toEqual([]);
  });

  it('are registered, changed and taken out as the settings change', async () => {
    await store({ 'settings.allowedSites': ['a.example'] });
    expect(scripts).toMatchObject([{ matches: ['*://*.a.example/*'], js: ['wait.js'], allFrames: true }]);
    await store({ 'settings.allowedSites': ['a.example', 'b.example'] });
    expect(scripts).toMatchObject([{ matches: ['*://*.a.example/*', '*://*.b.example/*'] }]);
    await store({ 'settings.allowedSites': [] });
    expect(scripts).toEqual([]);
  });
});
