import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageSender } from '../../../lib/background/answer.ts';
import { knownSettings, settingsChanged } from '../../../lib/background/known-settings.ts';
import { changeForSite, frameSites, pageSettings } from '../../../lib/background/site-requests.ts';
import type { SiteChange } from '../../../lib/messages.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import type { Decision, Settings } from '../../../lib/settings/schema.ts';
import { changeSettings } from '../../../lib/settings/write-settings.ts';

const from = (...urls: string[]): PageSender => ({ tab: 1, frame: 0, document: null, urls });
const NEWS = from('https://news.example.com/a', 'https://news.example.com', 'https://news.example.com/a');
const decision = (site: string, fingerprint: string): Decision => ({
  site,
  fingerprint,
  made: 1,
  used: 2,
  label: '私',
});
const prepare = () => Promise.resolve();
const set = (values: Partial<Settings>) => changeSettings({ type: 'set', values });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
  fakeBrowser.storage.onChanged.addListener((changes) => void settingsChanged(changes as never, prepare));
  return settingsChanged({ 'settings.badge': {} }, prepare);
});

describe('what a page gets to know', () => {
  it('is its own site’s, without labels and sites', async () => {
    await set({
      allowedSites: ['secret.example', 'clinic.example'],
      keeps: [decision('example.com', 'a'), decision('secret.example', 'b')],
      ownHides: [decision('news.example.com', 'c'), decision('other.example.com', 'd')],
      words: { spam: ['彩票'], honest: [] },
    });
    const told = await pageSettings(NEWS);
    expect(told).toMatchObject({
      allowed: false,
      keeps: [{ fingerprint: 'a', used: 2 }],
      ownHides: [{ fingerprint: 'c', used: 2 }],
      words: { spam: ['彩票'], honest: [] },
    });
    expect(JSON.stringify(told)).not.toMatch(/secret|clinic|example|私/);
    expect(Object.keys(told)).not.toContain('allowedSites');
  });

  it.each([
    ['its own site', NEWS, true],
    [
      'a frame of another site in it',
      from('https://ads.example/', 'https://ads.example', 'https://www.example.com/'),
      true,
    ],
    ['a frame that the page wrote', from('about:srcdoc', 'null', 'https://www.example.com/'), true],
    ['another site', from('https://other.example/'), false],
    ['no site at all', from('about:blank'), false],
  ])('says whether it is allowed: %s', async (_name, sender, allowed) => {
    await set({ allowedSites: ['example.com'] });
    expect((await pageSettings(sender)).allowed).toBe(allowed);
  });

  it('holds no pause that has run out', async () => {
    await set({ pause: Date.now() - 1 });
    expect((await pageSettings(NEWS)).pause).toBeNull();
  });
});

describe('what a page may change', () => {
  const remember = { type: 'remember', list: 'keeps', fingerprint: 'f', label: 'x' } as const;
  const keeps = async () => (await knownSettings()).keeps.map(({ site, fingerprint }) => `${site} ${fingerprint}`);

  it('is of its own site, whatever the message says', async () => {
    expect(await changeForSite({ ...remember, site: 'com' } as SiteChange, NEWS)).toEqual({ ok: true });
    expect(await keeps()).toEqual(['news.example.com f']);
  });

  it('takes back what was decided for it or for a domain above it, and for no other', async () => {
    await set({ keeps: [decision('example.com', 'f'), decision('other.example', 'f'), decision('example.com', 'g')] });
    expect(await changeForSite({ type: 'forget', list: 'keeps', fingerprint: 'f' }, NEWS)).toEqual({ ok: true });
    expect(await keeps()).toEqual(['other.example f', 'example.com g']);
  });

  it('can be taken back at once, before the first change has been told', async () => {
    const made = changeForSite(remember, NEWS);
    const undone = changeForSite({ type: 'forget', list: 'keeps', fingerprint: 'f' }, NEWS);
    expect([await made, await undone]).toEqual([{ ok: true }, { ok: true }]);
    expect(await keeps()).toEqual([]);
  });

  it.each([
    { type: 'allowSite', site: 'com' },
    { type: 'reset' },
    { type: 'set', values: { words: { spam: ['新闻'], honest: [] } } },
    { type: 'merge', settings: DEFAULTS },
    { type: 'remember', list: 'allowedSites', fingerprint: 'f', label: 'x' },
    { type: 'remember', list: 'keeps', fingerprint: 7, label: 'x' },
    { type: 'forget', list: 'version', fingerprint: 'f' },
    {},
  ])('is nothing else: %j', async (change) => {
    await set({ allowedSites: ['a.example'], keeps: [decision('news.example.com', 'g')] });
    const before = await knownSettings();
    expect((await changeForSite(change as SiteChange, NEWS)).ok).toBe(false);
    expect(await knownSettings()).toEqual(before);
  });

  it('is nothing where the frame has no site', async () => {
    expect(await changeForSite(remember, from('about:blank', 'null'))).toEqual({ ok: false, reason: 'badSite' });
  });

  it('says where the storage is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await changeForSite(remember, NEWS)).toEqual({ ok: false, reason: 'storage' });
  });
});

describe('a change of the settings', () => {
  it('is told to all tabs, without what changed; and not where pages know nothing of it', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 3 }, { id: 4 }] as never);
    const send = vi.fn(async () => undefined);
    Object.assign(fakeBrowser.tabs, { sendMessage: send });
    const prepared = vi.fn(async () => expect(send).not.toHaveBeenCalled());
    await settingsChanged({ 'settings.badge': {}, 'settings.searchEngine': {}, 'report.x': {} }, prepared);
    const kept = [decision('a.example', 'f')];
    await settingsChanged({ 'settings.keeps': { oldValue: kept, newValue: [{ ...kept[0], used: 9 }] } }, prepared);
    expect(prepared).not.toHaveBeenCalled();
    expect(send).not.toHaveBeenCalled();
    await settingsChanged({ 'settings.keeps': { oldValue: kept, newValue: [] } }, prepared);
    expect(prepared).toHaveBeenCalledTimes(1);
    expect(send.mock.calls).toEqual([
      [3, { type: 'settingsChanged' }, {}],
      [4, { type: 'settingsChanged' }, {}],
    ]);
  });
});

it('sites of a frame are told from what the browser says of it, each once', () => {
  expect(frameSites(NEWS)).toEqual(['news.example.com']);
  expect(frameSites(from('about:blank', 'https://a.example', 'https://b.example/x'))).toEqual([
    'a.example',
    'b.example',
  ]);
});
