import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { DecisionUses } from '../../../lib/extras/decision-uses.ts';
import { Decisions } from '../../../lib/extras/decisions.ts';
import type { Entry } from '../../../lib/page/hide/entry.ts';
import { fingerprint } from '../../../lib/report/fingerprint.ts';
import { PAGE_DEFAULTS, type PageSettings } from '../../../lib/settings/page-settings.ts';

const DAY = 24 * 60 * 60 * 1000;
const PRINT = fingerprint(['某一段文字']);
const decision = { fingerprint: PRINT, used: 0 };
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
  const uses = (values: Partial<PageSettings>): DecisionUses => {
    const made = new DecisionUses(new Decisions());
    made.configure({ ...PAGE_DEFAULTS, ...values });
    return made;
  };

  it('are told once a page and day, each to its own list', () => {
    const some = uses({ keeps: [decision], ownHides: [decision] });
    some.tell([entry('kept', 'farm'), entry('hidden', 'own')], DAY);
    some.tell([entry('kept', 'farm'), entry('hidden', 'own')], DAY);
    expect(send.mock.calls).toEqual([
      [{ saozhu: 'site.change', data: { type: 'used', list: 'keeps', fingerprint: PRINT } }],
      [{ saozhu: 'site.change', data: { type: 'used', list: 'ownHides', fingerprint: PRINT } }],
    ]);
  });

  it('are not told on the same day, or for a block that is not there', () => {
    uses({ keeps: [decision] }).tell([entry('kept', 'farm')], DAY - 1);
    uses({ keeps: [decision] }).tell([entry('shown', 'farm')], DAY);
    expect(send).not.toHaveBeenCalled();
  });

  it('are never told from a private window', () => {
    Object.assign(browser, { extension: { inIncognitoContext: true } });
    uses({ keeps: [decision] }).tell([entry('kept', 'farm')], DAY);
    expect(send).not.toHaveBeenCalled();
  });
});
