import { describe, expect, it } from 'vitest';
import { Budget } from '../../../lib/sweep/budget.ts';
import { hasHan } from '../../../lib/sweep/gate.ts';
import { TitleKeeper } from '../../../lib/sweep/title.ts';
import { documentOf } from './dom.ts';

describe('the gate', () => {
  it('opens for Han characters of every plane, and for nothing else', () => {
    for (const text of ['abc中', '㐀', '𠮷野家', '豈']) expect(hasHan([documentOf(`<p>${text}</p>`).body])).toBe(true);
    for (const text of ['abc', 'かな', '한글', '😀', '', '，。'])
      expect(hasHan([documentOf(`<p>${text}</p>`).body])).toBe(false);
  });
});

describe('a budget', () => {
  it('is spent, and refills with time', () => {
    const budget = new Budget(3, 100);
    expect([budget.spend(2, 1000), budget.spend(1, 1010), budget.spend(1, 1020)]).toEqual([true, true, false]);
    expect(budget.spend(3, 1100)).toBe(true);
  });
});

describe('the title', () => {
  const finding = { found: '赌场-棋牌_新闻', repaired: '新闻' };

  function hijacked() {
    const document = documentOf('');
    const node = document.querySelector('title')!.firstChild as Text;
    node.data = finding.found;
    return { document, node, keeper: new TitleKeeper(document) };
  }

  it('is replaced, and given back as it was', () => {
    const { document, node, keeper } = hijacked();
    keeper.set(finding);
    expect(document.title).toBe('新闻');
    keeper.withdraw();
    expect(node.data).toBe(finding.found);
    expect(document.querySelector('title')!.firstChild).toBe(node);
  });

  it('stays replaced when the page sets it again, until the page has its way', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    document.querySelector('title')!.textContent = finding.found;
    keeper.check();
    expect(document.title).toBe('新闻');
    for (let round = 0; round < 40; round++) {
      document.querySelector('title')!.textContent = finding.found;
      keeper.check();
    }
    expect(document.title).toBe(finding.found);
  });

  it('is the page’s own again when it becomes another', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    document.querySelector('title')!.textContent = '(1) 新消息';
    keeper.check();
    keeper.withdraw();
    expect(document.title).toBe('(1) 新消息');
  });

  it('shows the page’s own while the page is judged', () => {
    const { document, keeper } = hijacked();
    keeper.set(finding);
    expect(keeper.lifted(() => document.title)).toBe(finding.found);
    expect(document.title).toBe('新闻');
  });
});
