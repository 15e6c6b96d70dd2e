import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSweepDetector } from '../../../lib/detect/sweep-detector.ts';
import { Sweep } from '../../../lib/page/sweep.ts';
import { PAGE_DEFAULTS } from '../../../lib/settings/page-settings.ts';
import { ALONE, SilentObserver } from './alone.ts';
import { documentOf } from './dom.ts';

const decoded = vi.hoisted(() => ({ times: 0 }));

vi.mock('../../../lib/model/packed.ts', async (original) => {
  const packed = await original<typeof import('../../../lib/model/packed.ts')>();
  return {
    ...packed,
    unpack: (text: string) => {
      decoded.times++;
      return packed.unpack(text);
    },
  };
});

/** Sweeps a page as the content script does; returns how many detectors were made. */
function sweep(body: string, settings = PAGE_DEFAULTS): { made: number; status: string } {
  vi.stubGlobal('MutationObserver', SilentObserver);
  let made = 0;
  const swept = new Sweep(documentOf(body), {
    ...ALONE,
    source: (options) => {
      made++;
      return createSweepDetector({ ...options, url: 'http://www.example.com/' });
    },
  });
  swept.start();
  swept.configure(settings);
  swept.arrived(false);
  swept.arrived(true);
  return { made, status: swept.status };
}

describe('what a sweep makes', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is no detector and no weights where there is no Chinese text, or nothing is to be hidden', () => {
    expect(sweep('<p>The council met on Tuesday.</p><p>こんにちは</p><p>12,000 €</p>')).toEqual({
      made: 0,
      status: 'idle',
    });
    const paused = { ...PAGE_DEFAULTS, pause: Number.MAX_SAFE_INTEGER };
    expect(sweep('<p>市议会星期二开会。</p>', paused)).toEqual({ made: 0, status: 'paused' });
    expect(decoded.times).toBe(0);
  });

  it('is a detector for each page with Chinese text, and the weights once', () => {
    expect(sweep('<p>市议会星期二开会。</p>').made).toBe(1);
    expect(sweep('<p>市议会星期三开会。</p>').made).toBe(1);
    expect(decoded.times).toBe(1);
  });
});
