import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onCommand } from '../../../lib/background/commands.ts';
import { openPopup } from '../../../lib/background/extension-pages.ts';
import { makeMenus, onMenu } from '../../../lib/background/menus.ts';
import { readSettings } from '../../../lib/settings/read-settings.ts';

const told = vi.fn();
const made = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  told.mockReset();
  made.mockReset();
  fakeBrowser.i18n.getMessage = (key) => String(key);
  fakeBrowser.tabs.sendMessage = (async (...args: unknown[]) => told(...args)) as typeof fakeBrowser.tabs.sendMessage;
  fakeBrowser.tabs.create = (async (what: unknown) => made(what)) as unknown as typeof fakeBrowser.tabs.create;
  fakeBrowser.runtime.getURL = (path: string) => `x://id/${path}`;
  fakeBrowser.tabs.query = (async () => [{ id: 7 }]) as unknown as typeof fakeBrowser.tabs.query;
});

const clicked = (menuItemId: string, more = {}) =>
  onMenu({ menuItemId, ...more } as unknown as Parameters<typeof onMenu>[0], 7);

describe('the context menu', () => {
  it('is made once, also where it is asked for twice', async () => {
    const items: unknown[] = [];
    fakeBrowser.contextMenus.removeAll = (async () =>
      items.splice(0)) as unknown as typeof fakeBrowser.contextMenus.removeAll;
    fakeBrowser.contextMenus.create = ((item: { id: string }) =>
      items.push(item.id)) as unknown as typeof fakeBrowser.contextMenus.create;
    await Promise.all([makeMenus(), makeMenus()]);
    expect(items).toEqual(['pick', 'keepAt', 'reportSelection', 'neverSpam']);
  });

  it('tells the frame in which it was opened; the picker goes to all', async () => {
    await clicked('keepAt', { frameId: 3 });
    await clicked('reportSelection', { frameId: 0 });
    await clicked('pick', { frameId: 3 });
    expect(told.mock.calls).toEqual([
      [7, { type: 'keepAt' }, { frameId: 3 }],
      [7, { type: 'reportSelection' }, { frameId: 0 }],
      [7, { type: 'pick', token: expect.stringMatching(/^[\w-]{36}$/) }, {}],
    ]);
  });

  it('takes a selected word as never spam, and opens the list for what is none', async () => {
    await clicked('neverSpam', { selectionText: ' 福利  彩票 ' });
    expect((await readSettings()).words.honest).toEqual(['福利 彩票']);
    await clicked('neverSpam', { selectionText: '长'.repeat(500) });
    expect((await readSettings()).words.honest).toHaveLength(1);
    expect(made).toHaveBeenCalledWith({ url: 'x://id/options.html#words' });
  });

  it('is not upset by a page without a content script', async () => {
    fakeBrowser.tabs.sendMessage = () => Promise.reject(new Error('Receiving end does not exist'));
    await expect(clicked('keepAt', { frameId: 3 })).resolves.toBeUndefined();
  });
});

describe('the shortcuts', () => {
  /** Connects to a page at an address, or to none. */
  function page(url: string | null): void {
    fakeBrowser.tabs.connect = (() => ({
      disconnect: () => undefined,
      onMessage: {
        addListener: (listener: (event: unknown) => void) =>
          url !== null && queueMicrotask(() => listener({ type: 'state', state: { url } })),
      },
      onDisconnect: { addListener: (listener: () => void) => url === null && queueMicrotask(listener) },
    })) as unknown as typeof fakeBrowser.tabs.connect;
  }

  it('show and hide everything in the tab in front', async () => {
    await onCommand('toggle-all');
    expect(told).toHaveBeenCalledWith(7, { type: 'toggleAll' }, {});
  });

  it('allow the site and sweep it again, whatever covered it', async () => {
    page('https://www.example.com/a');
    await onCommand('allow-site');
    expect((await readSettings()).allowedSites).toEqual(['www.example.com']);
    await fakeBrowser.storage.local.set({ 'settings.allowedSites': ['example.com', 'www.example.com', 'example.org'] });
    await onCommand('allow-site');
    expect((await readSettings()).allowedSites).toEqual(['example.org']);
  });

  it('do nothing where no page answers', async () => {
    page(null);
    await onCommand('allow-site');
    page('about:blank');
    await onCommand('allow-site');
    expect((await readSettings()).allowedSites).toEqual([]);
  });
});

describe('openPopup', () => {
  it('opens the same page in a tab where the browser refuses', async () => {
    fakeBrowser.action.openPopup = () => Promise.reject(new Error('needs a click'));
    await openPopup(7);
    expect(made).toHaveBeenCalledWith({ url: 'x://id/popup.html?tab=7' });
  });
});
