import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSweepDetector } from '../../../lib/detect/sweep-detector.ts';
import { Sweep } from '../../../lib/page/sweep.ts';
import { PAGE_DEFAULTS } from '../../../lib/settings/page-settings.ts';
import { ALONE, SilentObserver } from './alone.ts';
import { documentOf } from './dom.ts';

describe('a page that has been swept', () => {
  let wholes = 0;

  beforeEach(() => {
    wholes = 0;
    vi.stubGlobal('MutationObserver', SilentObserver);
  });
  afterEach(() => vi.unstubAllGlobals());

  function swept(document = documentOf('<p>市议会星期二开会。</p>')): Sweep {
    const sweep = new Sweep(document, {
      ...ALONE,
      source: (options) => {
        const detector = createSweepDetector({ ...options, url: 'http://www.example.com/' });
        return {
          ...detector,
          pageSteps(document) {
            wholes++;
            return detector.pageSteps(document);
          },
        };
      },
    });
    sweep.start();
    sweep.configure(PAGE_DEFAULTS);
    return sweep;
  }

  it('is not swept again because it has loaded', () => {
    const sweep = swept();
    expect(wholes).toBe(1);
    sweep.arrived(false);
    sweep.arrived(true);
    expect(wholes).toBe(1);
  });

  it('is not swept again at its end, where nothing came since it was swept while it was read', () => {
    const document = documentOf('<p>市议会星期二开会。</p>');
    const state = vi.fn(() => 'loading');
    Object.defineProperty(document, 'readyState', { get: state });
    const sweep = swept(document);
    expect(wholes).toBe(1);
    state.mockReturnValue('interactive');
    sweep.arrived(false);
    expect(wholes).toBe(1);
  });

  it('is not swept by the defaults where it waits for its settings', () => {
    const sweep = new Sweep(documentOf('<p>市议会星期二开会。</p>'), {
      ...ALONE,
      waits: () => true,
      source: (options) => createSweepDetector({ ...options, url: 'http://www.example.com/' }),
    });
    sweep.start();
    sweep.goOn();
    expect(sweep.status).toBe('working');
    sweep.configure(PAGE_DEFAULTS);
    expect(sweep.status).toBe('on');
  });

  it('is swept again where something else than the page changed, and by other settings', () => {
    const sweep = swept();
    sweep.again();
    expect(wholes).toBe(2);
    sweep.configure({ ...PAGE_DEFAULTS, words: { spam: ['一个词'], honest: [] } });
    expect(wholes).toBe(3);
  });
});
