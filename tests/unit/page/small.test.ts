import { describe, expect, it } from 'vitest';
import { Budget } from '../../../lib/page/budget.ts';
import { hasHan } from '../../../lib/page/has-han.ts';
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
