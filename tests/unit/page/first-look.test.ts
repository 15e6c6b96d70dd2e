import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { FirstLook } from '../../../lib/page/first-look.ts';
import { documentOf } from './dom.ts';

const HONEST = '<p>市议会星期二开会，研究了下一阶段的重点工作。</p>';
const SPAM = '<p>澳门百家乐真人棋牌彩票投注</p>';

type Report = (records: readonly Partial<MutationRecord>[]) => void;

/** Looks at a page that has been parsed; returns what was told. */
function look(html: string) {
  let report: Report = () => {};
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = () => {};
      disconnect = () => {};
      takeRecords = () => [];
      constructor(callback: Report) {
        report = callback;
      }
    },
  );
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  const document = documentOf(html);
  const told = { han: 0, lexicon: 0, found: [] as (readonly Node[])[] };
  const first = new FirstLook(document, {
    lexicon: () => {
      told.lexicon++;
      return bundledModel().lexicon;
    },
    han: () => {
      told.han++;
    },
    rested: () => {},
    found: (came) => told.found.push(came),
  });
  first.start();
  const add = (more: string): Element => {
    document.body.insertAdjacentHTML('beforeend', more);
    const node = document.body.lastElementChild as Element;
    const none = [] as unknown as NodeList;
    const addedNodes = [node] as unknown as NodeList;
    report([{ type: 'childList', target: document.body, addedNodes, removedNodes: none }]);
    return node;
  };
  return { told, first, add };
}

describe('the first look', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks for nothing where there is no Chinese text', () => {
    expect(look('<p>The council met on Tuesday. Casino viagra poker.</p>').told).toEqual({
      han: 0,
      lexicon: 0,
      found: [],
    });
  });

  it('asks for settings and leaves it there where none of it speaks of a trade', () => {
    const { told } = look(HONEST);
    expect(told.han).toBe(1);
    expect(told.found).toEqual([]);
  });

  it('finds what speaks of a trade in the text or the title, once', () => {
    expect(look(HONEST + SPAM).told.found).toEqual([[]]);
    expect(look(`<title>澳门百家乐_真人棋牌_彩票投注</title>${HONEST}`).told.found).toEqual([[]]);
  });

  it('finds it in what comes later, and says where', () => {
    const { told, add } = look(HONEST);
    add(HONEST);
    expect(told.found).toEqual([]);
    const node = add(SPAM);
    expect(told.found).toEqual([[node]]);
    add(SPAM);
    expect(told.found).toHaveLength(1);
  });

  it('reads what stood there before the first Chinese text', () => {
    const { told, add } = look('<p>Nothing yet.</p>');
    add(HONEST);
    expect(told.han).toBe(1);
    expect(told.found).toEqual([]);
  });

  it('finds what was put together piece by piece once the page is quiet', () => {
    const { told, add } = look(HONEST);
    add('<p><b>百</b><b>家</b></p>');
    add('<p><b>乐</b><b>娱</b></p>');
    add('<p><b>乐</b><b>城</b></p>');
    vi.advanceTimersByTime(10_000);
    expect(told.found).toHaveLength(1);
  });

  it('looks no more once it was ended', () => {
    const { told, first, add } = look(HONEST);
    first.end();
    add(SPAM);
    expect(told.found).toEqual([]);
  });
});
