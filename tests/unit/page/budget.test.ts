import { describe, expect, it } from 'vitest';
import { Budget } from '../../../lib/page/budget.ts';

describe('a budget', () => {
  it('is spent, and refills with time', () => {
    const budget = new Budget(3, 100);
    expect([budget.spend(2, 1000), budget.spend(1, 1010), budget.spend(1, 1020)]).toEqual([true, true, false]);
    expect(budget.spend(3, 1100)).toBe(true);
  });
});
