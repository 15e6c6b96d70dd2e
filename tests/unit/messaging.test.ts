import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, senderOf } from '../../lib/background/answer.ts';
import { isCut, request } from '../../lib/messaging.ts';

const BASE = 'chrome-extension://abcdef/';
const OWN = { id: 'abcdef', url: `${BASE}options.html` };
const PAGE = { id: 'abcdef', url: 'https://news.example/a', frameId: 0, tab: { id: 7, url: 'https://news.example/a' } };

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { id: 'abcdef', getURL: (path: string) => BASE + path });
});

let listener: ((message: unknown, sender: object) => unknown) | undefined;

/** Sends a request as if from there; undefined where nobody answers. */
async function send(sender: object, saozhu: string, data: unknown = null): Promise<unknown> {
  return listener?.({ saozhu, data }, sender);
}

function answering(handlers: Parameters<typeof answer>[0]): () => void {
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((heard) => {
    listener = heard as typeof listener;
  });
  return answer(handlers);
}

describe('a request', () => {
  it('carries data there and the answer back', async () => {
    const change = vi.fn(() => ({ ok: false, reason: 'full' }) as const);
    answering({ own: { 'settings.change': change }, pages: {} });
    expect(await send(OWN, 'settings.change', { type: 'reset' })).toEqual({ ok: false, reason: 'full' });
    expect(change).toHaveBeenCalledWith({ type: 'reset' }, null);
  });

  it('fails where the handler fails', async () => {
    const wake = (): null => {
      throw new Error('no window');
    };
    answering({ own: { wake }, pages: {} });
    await expect(send(OWN, 'wake')).rejects.toThrow('no window');
  });

  it('is left to others where it is not known', async () => {
    answering({ own: { wake: () => null }, pages: {} });
    expect(await send(OWN, 'toString')).toBeUndefined();
    expect(listener?.('text', OWN)).toBeUndefined();
  });

  it('fails without throwing where the extension is gone', async () => {
    Object.assign(fakeBrowser.runtime, { id: undefined });
    fakeBrowser.runtime.sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(isCut()).toBe(true);
    await expect(request('wake', null)).rejects.toThrow('invalidated');
  });
});

describe('a sender', () => {
  const own = vi.fn(() => ({ ok: true }) as const);
  const page = vi.fn(() => null);

  it('of a page may ask what pages may, and its tab, frame and urls are the browser’s word', async () => {
    answering({ own: { 'settings.change': own }, pages: { count: page } });
    expect(await send(PAGE, 'settings.change', { type: 'reset' })).toBeUndefined();
    expect(await send({ ...PAGE, frameId: 3, origin: 'https://ads.example' }, 'count', { hidden: 1 })).toBeNull();
    expect(own).not.toHaveBeenCalled();
    expect(page).toHaveBeenCalledWith(
      { hidden: 1 },
      {
        tab: 7,
        frame: 3,
        document: null,
        urls: ['https://news.example/a', 'https://ads.example', 'https://news.example/a'],
      },
    );
  });

  it('may be a page that has no tab yet', () => {
    expect(senderOf({ ...PAGE, tab: undefined } as never)).toMatchObject({ tab: null, urls: [PAGE.url] });
  });

  it('of the extension may not ask what only a page can mean', async () => {
    answering({ own: { wake: () => null }, pages: { 'extras.load': page } });
    expect(await send(OWN, 'extras.load')).toBeUndefined();
  });

  it.each([
    ['another extension', { ...OWN, id: 'other' }],
    ['an address of ours in a process of a page', { ...OWN, origin: 'https://news.example' }],
    ['a page without a frame', { ...PAGE, frameId: undefined }],
    ['an address that only begins like ours', { ...OWN, url: 'chrome-extension://abcdefg/options.html' }],
  ])('is nobody: %s', (_name, sender) => {
    expect(senderOf(sender as never)).toBeNull();
  });
});
