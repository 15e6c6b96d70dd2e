import { describe, expect, it } from 'vitest';
import { hasHan } from '../../../lib/page/has-han.ts';
import { documentOf } from './dom.ts';

describe('the gate', () => {
  it('opens for Han characters of every plane, and for nothing else', () => {
    for (const text of ['abc中', '㐀', '𠮷野家', '豈']) expect(hasHan([documentOf(`<p>${text}</p>`).body])).toBe(true);
    for (const text of ['abc', 'かな', '한글', '😀', '', '，。'])
      expect(hasHan([documentOf(`<p>${text}</p>`).body])).toBe(false);
  });
});
