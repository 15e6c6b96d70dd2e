/** A document that is parsed is looked at in frames, and no text is forgotten between two of them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Loading } from '../../../lib/page/loading.ts';
import { documentOf } from './dom.ts';

const LINE = '市议会星期二开会';

let frame: (() => void) | null;
let wake: (() => void) | null;
let now: number;

beforeEach(() => {
  frame = null;
  wake = null;
  now = 1000;
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    frame = act;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = null;
  });
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(private readonly report: () => void) {}
      observe = () => {
        wake = this.report;
      };
      disconnect = () => {
        wake = null;
      };
    },
  );
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => void vi.unstubAllGlobals());

/**
 * A document that is looked at from now on. What was told stands in `told`; `append` is what the parser does.
 * @param readingMs what the first reading costs
 */
function begin(html: string, readingMs = 0) {
  const document = documentOf(html);
  // What stands in it comes later.
  document.querySelector('title')?.remove();
  const root = document.documentElement;
  let cost = readingMs;
  Object.defineProperty(document, 'documentElement', {
    get() {
      now += cost;
      return root;
    },
  });
  const told: string[] = [];
  new Loading(document, (text) => void told.push(text)).start();
  cost = 0;
  return {
    told,
    append(text: string) {
      document.body.append(text);
      wake?.();
    },
    nextFrame() {
      const act = frame;
      frame = null;
      act?.();
    },
  };
}

describe('a document that is parsed', () => {
  it('tells what came in the frame after it', () => {
    const { told, append, nextFrame } = begin('');
    append(LINE);
    expect(told).toEqual([]);
    nextFrame();
    expect(told).toEqual([expect.stringContaining(LINE)]);
  });

  it('sleeps while nothing comes', () => {
    const { nextFrame } = begin(LINE);
    nextFrame();
    expect(frame).toBeNull();
    expect(wake).not.toBeNull();
  });

  it('tells what came too soon after a costly reading, without anything more to come', () => {
    const { told, append, nextFrame } = begin('', 10);
    append(LINE);
    nextFrame();
    expect(told).toEqual([]);
    now += 1000;
    nextFrame();
    expect(told).toEqual([expect.stringContaining(LINE)]);
  });
});
