/** A draft that is edited in several pages at once. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EditedDraft } from '../../../entrypoints/report/edited-draft.ts';
import { loadDraft, updateDraft } from '../../../lib/report/draft-store.ts';
import { draft } from '../report/samples.ts';

const stored = draft();

/** The draft, open in a page. */
async function opened(failed: (failed: boolean) => void = () => {}): Promise<EditedDraft> {
  const edited = new EditedDraft(stored.id, failed);
  await edited.read();
  return edited;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ [`report.${stored.id}`]: stored });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => Promise<void>) => act() } });
});

afterEach(() => void vi.unstubAllGlobals());

it('writes what was edited on top of what another page has stored', async () => {
  const [one, other] = [await opened(), await opened()];
  one.edit({ note: '第一页的说明' });
  await one.save();
  other.edit({ state: 'copied' });
  await other.save();
  expect(await loadDraft(stored.id)).toMatchObject({ note: '第一页的说明', state: 'copied' });
});

it('shows an edit before it is stored, and keeps it when another page writes', async () => {
  const edited = await opened();
  edited.edit({ note: '说明' });
  expect(edited.current?.note).toBe('说明');
  await updateDraft({ ...stored, state: 'saved' });
  const { before, now } = await edited.read();
  expect([before?.state, now?.state, now?.note]).toEqual([stored.state, 'saved', '说明']);
});

it('brings nothing back that was deleted elsewhere', async () => {
  const edited = await opened();
  edited.edit({ note: '说明' });
  await fakeBrowser.storage.local.remove(`report.${stored.id}`);
  expect((await edited.read()).now).toBeNull();
  await edited.save();
  expect(await loadDraft(stored.id)).toBeNull();
});

it('keeps an edit that could not be stored, says so, and stores it with the next one', async () => {
  const said: boolean[] = [];
  const edited = await opened((failed) => said.push(failed));
  const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  edited.edit({ note: '说明' });
  await edited.save();
  expect([said, edited.current?.note]).toEqual([[true], '说明']);
  full.mockRestore();
  edited.edit({ state: 'copied' });
  await edited.save();
  expect(said).toEqual([true, false]);
  expect(await loadDraft(stored.id)).toMatchObject({ note: '说明', state: 'copied' });
});
