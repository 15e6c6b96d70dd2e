import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { titleOf } from '../../../lib/detect/page-title.ts';
import { TitleKeeper } from '../../../lib/extras/title-keeper.ts';
import { Edits } from '../../../lib/page/hide/edits.ts';
import { ownTitle } from '../../../lib/page/own-title.ts';
import { documentOf } from '../page/dom.ts';

describe('the title', () => {
  const finding = { found: '赌场-棋牌_新闻', repaired: '新闻' };

  function hijacked() {
    const document = documentOf('');
    const node = document.querySelector('title')!.firstChild as Text;
    node.data = finding.found;
    const edits = new Edits();
    const waiting: (() => void)[] = [];
    const later = (work: () => void) => void waiting.push(work);
    return { document, node, edits, waiting, later, keeper: new TitleKeeper(document, edits, (text) => text, later) };
  }

  it('is replaced, and given back as it was', () => {
    const { document, node, keeper } = hijacked();
    keeper.set(finding);
    expect(document.title).toBe('新闻');
    keeper.withdraw();
    expect(node.data).toBe(finding.found);
    expect(document.querySelector('title')!.firstChild).toBe(node);
  });

  it('stays replaced when the page sets it again; where it does so without end, a moment later', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { document, keeper, waiting } = hijacked();
    keeper.set(finding);
    document.querySelector('title')!.textContent = finding.found;
    keeper.renew();
    expect(document.title).toBe('新闻');
    for (let round = 0; round < 200; round++) {
      document.querySelector('title')!.textContent = finding.found;
      keeper.renew();
    }
    expect(document.title).toBe(finding.found);
    expect(waiting).toHaveLength(1);
    vi.advanceTimersByTime(100);
    waiting[0]?.();
    expect(document.title).toBe('新闻');
  });

  it('carries what the page adds in front of it, and is back after it has blinked', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    const shown = ['(1) ', '（12）', '【新消息】', '', '[99+] '].map((added) => {
      document.querySelector('title')!.textContent = added + finding.found;
      keeper.renew();
      return document.title;
    });
    expect(shown).toEqual(['(1) 新闻', '（12）新闻', '【新消息】新闻', '新闻', '[99+] 新闻']);
    document.querySelector('title')!.textContent = '您有一条消息';
    keeper.renew();
    keeper.set(null);
    expect(document.title).toBe('您有一条消息');
    document.querySelector('title')!.textContent = `(2) ${finding.found}`;
    keeper.renew();
    expect(document.title).toBe('(2) 新闻');
  });

  it('is the page’s own again when it becomes another', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    document.querySelector('title')!.textContent = '(1) 新消息';
    keeper.renew();
    keeper.withdraw();
    expect(document.title).toBe('(1) 新消息');
  });

  it('is told to the detector as the page says it', () => {
    const { document, edits, keeper } = hijacked();
    keeper.set(finding);
    expect(ownTitle(document, edits)).toBe(finding.found);
    expect(titleOf(document)).toBe('新闻');
  });

  it('comes back when a later sweep finds it honest', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    keeper.set(null);
    expect(document.title).toBe(finding.found);
  });

  it('is mended as the page’s text is, also when that is learned later', () => {
    const { document, node, edits, later } = hijacked();
    let learned = false;
    const keeper = new TitleKeeper(document, edits, (text) => (learned ? text.replaceAll('(wǎng)', '') : text), later);
    const annotated = { found: finding.found, repaired: '舊漁網(wǎng)造浮島' };
    keeper.set(annotated);
    expect(document.title).toBe('舊漁網(wǎng)造浮島');
    learned = true;
    keeper.renew();
    expect(document.title).toBe('舊漁網造浮島');
    expect(keeper.shownFor(annotated)?.repaired).toBe('舊漁網造浮島');
    keeper.withdraw();
    expect(node.data).toBe(finding.found);
  });

  it('keeps a very long title of the page apart from a new one', () => {
    const { document, node, keeper } = hijacked();
    const long = '赌场-'.repeat(200);
    node.data = long;
    keeper.set({ found: long.slice(0, 300), repaired: '新闻' });
    document.querySelector('title')!.textContent = long;
    keeper.renew();
    expect(document.title).toBe('新闻');
  });
});
