import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Draft, NewDraft } from '../../../lib/report/draft.ts';
import {
  clearDrafts,
  deleteDraft,
  keptDrafts,
  listDrafts,
  loadDraft,
  MAX_REPORTS,
  mergeDrafts,
  readKeptDraft,
  sameReports,
  storeDraft,
  updateDraft,
} from '../../../lib/report/draft-store.ts';
import { openReport } from '../../../lib/report/open-report.ts';
import { readDraft } from '../../../lib/report/read-draft.ts';
import { block, draft } from './samples.ts';

const input = (text = '友情链接本地新闻天气预报'): NewDraft => ({
  kind: 'falsePositive',
  address: 'https://news.example/a?b',
  finding: null,
  blocks: [block([text])],
});

beforeEach(() => fakeBrowser.reset());

describe('reports in storage', () => {
  it('come back, change and go', async () => {
    const made = await storeDraft(input(), false, 5);
    expect(await loadDraft(made.id)).toEqual(made);
    await updateDraft({ ...made, note: '说明', state: 'copied' });
    expect(await loadDraft(made.id)).toMatchObject({ note: '说明', state: 'copied' });
    await deleteDraft(made.id);
    expect(await loadDraft(made.id)).toBeNull();
    expect(await listDrafts()).toEqual([]);
  });

  it('of private windows never touch the disk', async () => {
    const made = await storeDraft(input(), true, 5);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await loadDraft(made.id)).toMatchObject({ inPrivate: true });
    await updateDraft({ ...made, note: 'x' });
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await listDrafts()).toHaveLength(1);
  });

  it('are bounded: what was handed on goes first, then the oldest', async () => {
    const first = await storeDraft(input(), false, 1);
    const second = await storeDraft(input(), false, 2);
    await updateDraft({ ...second, state: 'opened' });
    for (let at = 3; at <= MAX_REPORTS; at++) await storeDraft(input(), false, at);
    expect(await listDrafts()).toHaveLength(MAX_REPORTS);
    await storeDraft(input(), false, 1000);
    expect(await loadDraft(second.id)).toBeNull();
    expect(await loadDraft(first.id)).not.toBeNull();
    await storeDraft(input(), false, 1001);
    expect(await loadDraft(first.id)).toBeNull();
    expect(await listDrafts()).toHaveLength(MAX_REPORTS);
  });

  it('lose none of the older ones where there is no room for the new one, which lies in memory', async () => {
    for (let at = 1; at <= MAX_REPORTS; at++) await storeDraft(input(), false, at);
    const before = await browser.storage.local.get(null);
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const made = await storeDraft(input(), false, 1000);
    expect(await browser.storage.local.get(null)).toEqual(before);
    expect(await loadDraft(made.id)).toEqual({ ...made, noRoom: true });
    await updateDraft({ ...made, note: '说明' });
    expect(await loadDraft(made.id)).toMatchObject({ note: '说明' });
    expect(await keptDrafts()).toHaveLength(MAX_REPORTS);
  });

  it('with a false date outlast none with a true one', async () => {
    const now = 1_700_000_000_000;
    await browser.storage.local.set({ [`report.${'f'.repeat(32)}`]: draft({ id: 'f'.repeat(32), changed: 8e15 }) });
    for (let at = 1; at < MAX_REPORTS; at++) await storeDraft(input(), false, now - at);
    await storeDraft(input(), false, now);
    expect(await loadDraft('f'.repeat(32))).toBeNull();
    expect(await keptDrafts()).toHaveLength(MAX_REPORTS);
  });

  it('are cleared with damaged ones, and nothing else is', async () => {
    await storeDraft(input(), false, 1);
    await storeDraft(input(), true, 1);
    await browser.storage.local.set({ 'report.damaged': 1, 'settings.bars': 'bar' });
    expect(await listDrafts()).toHaveLength(2);
    await clearDrafts();
    expect(await browser.storage.local.get(null)).toEqual({ 'settings.bars': 'bar' });
    expect(await listDrafts()).toEqual([]);
  });

  it('of the same block are recognised', async () => {
    const one = draft({ id: 'a'.repeat(32) });
    const same = draft({ id: 'b'.repeat(32), made: 9 });
    const other = draft({ id: 'c'.repeat(32), blocks: [block(['别的内容'])] });
    const missed = draft({ id: 'd'.repeat(32), kind: 'missed' });
    expect(sameReports(one, [one, same, other, missed])).toEqual([same]);
  });
});

describe('reports of a backup', () => {
  const named = (letter: string, changed: number, more: object = {}) =>
    draft({ id: letter.repeat(32), changed, ...more });
  const kept = async () => (await keptDrafts()).sort((a, b) => (a.id < b.id ? -1 : 1));

  const put = (drafts: readonly Draft[]) =>
    browser.storage.local.set(Object.fromEntries(drafts.map((one) => [`report.${one.id}`, one])));
  const id = (at: number) => at.toString(16).padStart(32, '0');

  it('come beside those that are there; the later one stays', async () => {
    await put([named('a', 5, { note: 'new' }), named('b', 5, { note: 'old' })]);
    expect(await mergeDrafts([named('a', 4), named('b', 6, { note: 'later' }), named('c', 1)])).toMatchObject({
      leftOut: 0,
    });
    expect((await kept()).map(({ id, note }) => [id[0], note])).toEqual([
      ['a', 'new'],
      ['b', 'later'],
      ['c', ''],
    ]);
  });

  it('push out none of one’s own, whatever their dates; how many found no room is said', async () => {
    await put([named('a', 1, { state: 'saved' }), named('b', 2)]);
    const many = Array.from({ length: MAX_REPORTS }, (_, at) => draft({ id: id(at), changed: 8e15 - at }));
    expect((await mergeDrafts(many)).leftOut).toBe(2);
    const ids = (await kept()).map((one) => one.id);
    expect(ids).toHaveLength(MAX_REPORTS);
    expect(ids).toEqual(expect.arrayContaining(['a'.repeat(32), 'b'.repeat(32), id(0)]));
    expect(ids).not.toContain(id(MAX_REPORTS - 1));
  });

  it('are taken back without what came later', async () => {
    await put([named('a', 1, { note: 'own' }), named('b', 2)]);
    const { undo } = await mergeDrafts([named('a', 3, { note: 'file' }), named('c', 4), named('d', 5)]);
    await updateDraft(named('d', 9, { note: 'edited since' }));
    const made = await storeDraft(input(), false, 10);
    await undo();
    expect(Object.fromEntries((await keptDrafts()).map(({ id, note }) => [id, note]))).toEqual({
      ['a'.repeat(32)]: 'own',
      ['b'.repeat(32)]: '',
      ['d'.repeat(32)]: 'edited since',
      [made.id]: '',
    });
  });

  it('leave nothing half done where the storage fails', async () => {
    await put([named('a', 1)]);
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(mergeDrafts([named('b', 2)])).rejects.toThrow('full');
    set.mockRestore();
    expect((await kept()).map(({ id }) => id[0])).toEqual(['a']);
  });

  it('of private windows are neither saved nor taken', async () => {
    await storeDraft(input(), true, 1);
    expect(await keptDrafts()).toEqual([]);
    expect(readKeptDraft(draft({ inPrivate: true }), Date.now())).toBeNull();
    expect(readKeptDraft(draft(), Date.now())).toEqual(draft());
    expect(readKeptDraft(draft({ made: 8e15, changed: 8e15 }), 7)).toEqual(draft({ made: 7, changed: 7 }));
  });
});

describe('a stored draft', () => {
  it('is read back only when it is sound', () => {
    expect(readDraft(draft())).toEqual(draft());
    for (const bad of [null, 1, [], {}, { ...draft(), version: 2 }, { ...draft(), id: '../x' }]) {
      expect(readDraft(bad)).toBeNull();
    }
    expect(readDraft({ ...draft(), state: 'sent' })).toBeNull();
    expect(readDraft({ ...draft(), blocks: [] })).toBeNull();
    expect(readDraft({ ...draft(), made: Number.NaN })).toBeNull();
    expect(readDraft({ ...draft(), changed: 9e15 })).toBeNull();
    expect(readDraft({ ...draft(), more: 'x'.repeat(9) })).toEqual(draft());
  });
});

describe('opening a report', () => {
  it('stores what a page sent and opens the report page on it', async () => {
    const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    await openReport(input(), null);
    const [stored] = await listDrafts();
    expect(create).toHaveBeenCalledWith({ url: browser.runtime.getURL(`report.html?draft=${stored?.id}`) });
    expect(stored?.inPrivate).toBe(false);
  });

  it('keeps it in memory for a private window, and when that cannot be told', async () => {
    vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    const get = vi.spyOn(browser.tabs, 'get').mockResolvedValue({ incognito: true, index: 3 } as never);
    await openReport(input(), 7);
    get.mockRejectedValue(new Error('no such tab'));
    await openReport(input(), 8);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await listDrafts()).toHaveLength(2);
  });

  it('refuses what is no draft', async () => {
    await expect(openReport({ ...input(), blocks: 'x' }, null)).rejects.toThrow('blocks');
    await expect(openReport({ ...input(), extra: 1 }, null)).rejects.toThrow('unknown field');
  });
});
