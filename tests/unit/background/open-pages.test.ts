import { describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { sweepOpenPages } from '../../../lib/background/open-pages.ts';

describe('pages that are open at the installation', () => {
  it('get the manifest’s scripts in all frames; a page that lets nothing in keeps no other from it', async () => {
    const scripts = [{ matches: [], js: ['content-scripts/content.js'] }];
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ content_scripts: scripts } as never);
    const query = vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 1 }, {}, { id: 2 }, { id: 3 }] as never);
    const executeScript = vi.fn(({ target }: { target: { tabId: number } }) =>
      target.tabId === 1 ? Promise.reject(new Error('no')) : Promise.resolve([]),
    );
    Object.assign(browser, { scripting: { executeScript } });
    await expect(sweepOpenPages()).resolves.toBeUndefined();
    expect(query).toHaveBeenCalledWith({ discarded: false });
    expect(executeScript.mock.calls.map(([asked]) => asked)).toEqual(
      [1, 2, 3].map((tabId) => ({ target: { tabId, allFrames: true }, files: ['content-scripts/content.js'] })),
    );
  });
});
