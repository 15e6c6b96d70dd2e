import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { Decisions } from '../../../lib/extras/decisions.ts';
import { Uses } from '../../../lib/extras/uses.ts';
import type { Entry } from '../../../lib/page/hide/entry.ts';
import { fingerprint } from '../../../lib/report/fingerprint.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import type { Settings } from '../../../lib/settings/schema.ts';

const DAY = 24 * 60 * 60 * 1000;
const PRINT = fingerprint(['某一段文字']);
const decision = { site: 'news.example', fingerprint: PRINT, made: 0, used: 0, label: '' };
const page = { URL: 'https://news.example/a', defaultView: null } as unknown as Document;
const entry = (state: string, kind: string): Entry =>
  ({ state, finding: { kind, segments: ['某一段文字'] } }) as unknown as Entry;

describe('uses of decisions', () => {
  const send = vi.fn(async () => ({ ok: true }));
  beforeEach(() => {
    send.mockClear();
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(send as never);
    vi.stubGlobal('chrome', browser);
    Object.assign(browser, { extension: { inIncognitoContext: false } });
  });
  const uses = (values: Partial<Settings>): Uses => {
    const made = new Uses(page, new Decisions());
    made.configure({ ...DEFAULTS, ...values });
    return made;
  };

  it('are told once a page and day, each to its own list', () => {
    const some = uses({ keeps: [decision], ownHides: [decision] });
    some.tell([entry('kept', 'farm'), entry('hidden', 'own')], DAY);
    some.tell([entry('kept', 'farm'), entry('hidden', 'own')], DAY);
    const about = { site: 'news.example', fingerprint: PRINT };
    expect(send.mock.calls).toEqual([
      [{ saozhu: 'settings.change', data: { type: 'touchKeep', ...about } }],
      [{ saozhu: 'settings.change', data: { type: 'touchOwnHide', ...about } }],
    ]);
  });

  it('are not told on the same day, for another site, or for a block that is not there', () => {
    uses({ keeps: [decision] }).tell([entry('kept', 'farm')], DAY - 1);
    uses({ keeps: [{ ...decision, site: 'other.example' }] }).tell([entry('kept', 'farm')], DAY);
    uses({ keeps: [decision] }).tell([entry('shown', 'farm')], DAY);
    expect(send).not.toHaveBeenCalled();
  });

  it('are never told from a private window', () => {
    Object.assign(browser, { extension: { inIncognitoContext: true } });
    uses({ keeps: [decision] }).tell([entry('kept', 'farm')], DAY);
    expect(send).not.toHaveBeenCalled();
  });
});
