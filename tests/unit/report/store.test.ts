import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NewDraft } from '../../../lib/report/draft.ts';
import { openReport } from '../../../lib/report/open.ts';
import { readDraft } from '../../../lib/report/read.ts';
import {
  clearDrafts,
  deleteDraft,
  keptDrafts,
  listDrafts,
  loadDraft,
  MAX_REPORTS,
  mergeDrafts,
  readKeptDraft,
  replaceDrafts,
  sameReports,
  storeDraft,
  updateDraft,
} from '../../../lib/report/store.ts';
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

  it('come beside those that are there; the later one stays', async () => {
    await replaceDrafts([named('a', 5, { note: 'new' }), named('b', 5, { note: 'old' })]);
    await mergeDrafts([named('a', 4), named('b', 6, { note: 'later' }), named('c', 1)]);
    expect((await kept()).map(({ id, note }) => [id[0], note])).toEqual([
      ['a', 'new'],
      ['b', 'later'],
      ['c', ''],
    ]);
  });

  it('take no more room than there is, and drafts not handed on stay longest', async () => {
    const id = (at: number) => at.toString(16).padStart(32, '0');
    const many = Array.from({ length: MAX_REPORTS }, (_, at) => draft({ id: id(at), changed: at, state: 'saved' }));
    await mergeDrafts([...many, named('a', 0), named('b', 0)]);
    const ids = (await kept()).map((one) => one.id);
    expect(ids).toHaveLength(MAX_REPORTS);
    expect(ids).toEqual(expect.arrayContaining(['a'.repeat(32), 'b'.repeat(32)]));
    expect(ids).not.toContain(id(0));
    expect(ids).not.toContain(id(1));
  });

  it('leave nothing half done where the storage fails', async () => {
    await replaceDrafts([named('a', 1)]);
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(mergeDrafts([named('b', 2)])).rejects.toThrow('full');
    set.mockRestore();
    expect((await kept()).map(({ id }) => id[0])).toEqual(['a']);
  });

  it('of private windows are neither saved nor taken', async () => {
    await storeDraft(input(), true, 1);
    expect(await keptDrafts()).toEqual([]);
    expect(readKeptDraft(draft({ inPrivate: true }))).toBeNull();
    expect(readKeptDraft(draft())).toEqual(draft());
    await replaceDrafts([]);
    expect(await listDrafts()).toHaveLength(1);
  });
});

describe('a stored draft', () => {
  it('is read back only when it is sound', () => {
    expect(readDraft(draft())).toEqual(draft());
    for (const bad of [
      null,
      1,
      [],
      {},
      { ...draft(), version: 2 },
      { ...draft(), id: '../x' },
      { ...draft(), more: 1 },
    ]) {
      expect(readDraft(bad)).toBeNull();
    }
    expect(readDraft({ ...draft(), state: 'sent' })).toBeNull();
    expect(readDraft({ ...draft(), blocks: [] })).toBeNull();
    expect(readDraft({ ...draft(), made: Number.NaN })).toBeNull();
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
