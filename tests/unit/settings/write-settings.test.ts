import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import { readSettings, watchSettings } from '../../../lib/settings/read-settings.ts';
import { changeSettings, mendSettings } from '../../../lib/settings/write-settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

const allow = (site: string) => changeSettings({ type: 'allowSite', site });
const stored = () => fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>;

describe('changeSettings', () => {
  it('keeps both of two changes made at once', async () => {
    const answers = await Promise.all([
      allow('a.example'),
      allow('b.example'),
      changeSettings({ type: 'set', values: { badge: false } }),
    ]);
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await readSettings()).toEqual({ ...DEFAULTS, allowedSites: ['a.example', 'b.example'], badge: false });
  });

  it('writes only what changed', async () => {
    await allow('a.example');
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await changeSettings({ type: 'set', values: { bars: 'mark' } });
    await changeSettings({ type: 'set', values: { bars: 'mark' } });
    expect(set.mock.calls).toEqual([[{ 'settings.bars': 'mark' }]]);
  });

  it('says why it refuses, and goes on', async () => {
    expect(await allow('no site')).toEqual({ ok: false, reason: 'badSite' });
    expect(await allow('a.example')).toEqual({ ok: true });
  });

  it('says when the storage fails, and goes on', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    expect(await allow('a.example')).toEqual({ ok: false, reason: 'storage' });
    expect(await allow('b.example')).toEqual({ ok: true });
    expect((await readSettings()).allowedSites).toEqual(['b.example']);
  });

  it('puts damaged values aside before it writes', async () => {
    await fakeBrowser.storage.local.set({
      'settings.version': 1,
      'settings.bars': 'huge',
      'settings.allowedSites': ['a.example', 7],
    });
    await allow('b.example');
    const items = await stored();
    expect(items['settings.allowedSites']).toEqual(['a.example', 'b.example']);
    expect(items['settings.bars']).toBe('bar');
    expect(items['settings.damaged']).toMatchObject([
      { field: 'allowedSites', value: '["a.example",7]' },
      { field: 'bars', value: '"huge"' },
    ]);
  });
});

describe('mendSettings', () => {
  it('writes nothing where all is well', async () => {
    await mendSettings();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await mendSettings();
    expect(set).not.toHaveBeenCalled();
  });

  it('removes what is no setting any more', async () => {
    await fakeBrowser.storage.local.set({ 'settings.version': 1, 'settings.care': 'thorough' });
    await mendSettings();
    expect(await stored()).toEqual({ 'settings.version': 1 });
  });

  it('keeps a bounded number of damaged values, cut where they are long', async () => {
    for (let at = 0; at < 25; at++) {
      await fakeBrowser.storage.local.set({ 'settings.version': 1, 'settings.bars': at + 'x'.repeat(60_000) });
      await mendSettings();
    }
    const asides = (await stored())['settings.damaged'] as { value: string }[];
    expect(asides).toHaveLength(20);
    expect(asides.at(-1)?.value.startsWith('"24x')).toBe(true);
    expect(asides.at(-1)?.value.length).toBe(50_000);
  });

  it('keeps what fits of a newer schema, and the version becomes ours', async () => {
    await fakeBrowser.storage.local.set({
      'settings.version': 9,
      'settings.badge': false,
      'settings.bars': 'hologram',
    });
    await mendSettings();
    expect(await readSettings()).toEqual({ ...DEFAULTS, badge: false });
    expect((await stored())['settings.version']).toBe(1);
  });
});

describe('watchSettings', () => {
  it('tells the settings first, then each change with what was before', async () => {
    const seen: [string, string | undefined][] = [];
    const stop = watchSettings((settings, before) => seen.push([settings.bars, before?.bars]));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await changeSettings({ type: 'set', values: { bars: 'mark' } });
    stop();
    await changeSettings({ type: 'set', values: { bars: 'none' } });
    expect(seen).toEqual([
      ['bar', undefined],
      ['mark', 'bar'],
    ]);
  });

  it('misses no change made while it reads for the first time', async () => {
    let release: (items: Record<string, unknown>) => void = () => undefined;
    const slow = new Promise<Record<string, unknown>>((resolve) => {
      release = resolve;
    });
    vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValueOnce(slow as never);
    const seen = vi.fn();
    const stop = watchSettings(seen);
    await fakeBrowser.storage.local.set({ 'settings.bars': 'mark' });
    release({ 'settings.badge': false });
    await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
    expect(seen).toHaveBeenCalledWith({ ...DEFAULTS, bars: 'mark', badge: false }, null);
    stop();
  });

  it('reads damaged changes as defaults and is not woken by other keys', async () => {
    const seen = vi.fn();
    const stop = watchSettings(seen);
    await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
    await fakeBrowser.storage.local.set({ other: 1 });
    expect(seen).toHaveBeenCalledTimes(1);
    await fakeBrowser.storage.local.set({ 'settings.keeps': 'rubbish' });
    expect(seen.mock.lastCall?.[0]).toEqual(DEFAULTS);
    stop();
  });

  it('tells when a timed pause has run out', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    await changeSettings({ type: 'set', values: { pause: 1_000_000 + 3_600_000 } });
    const pauses: unknown[] = [];
    const stop = watchSettings((settings) => pauses.push(settings.pause));
    await vi.advanceTimersByTimeAsync(10);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(pauses).toEqual([4_600_000, null]);
    expect((await readSettings()).pause).toBeNull();
    stop();
  });
});
