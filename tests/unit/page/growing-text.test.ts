import { describe, expect, it } from 'vitest';
import { GrowingText } from '../../../lib/page/growing-text.ts';
import { documentOf } from './dom.ts';

const LONG = '市议会星期二开会，研究了下一阶段的重点工作，记者从有关部门了解到，今年以来居民出行更加便捷。';

describe('the text of a growing document', () => {
  it('is all of it at first, then nothing', () => {
    const growing = new GrowingText(documentOf(`<p>${LONG}</p>`));
    expect(growing.take()).toContain(LONG);
    expect(growing.take(true)).toBe('');
    expect(growing.all).toContain(LONG);
  });

  it('is what came at the end, with a little of what stands before it', () => {
    const document = documentOf(`<p>${LONG}</p><p>百家</p>`);
    const growing = new GrowingText(document);
    growing.take();
    document.body.append('乐');
    const came = growing.take(true);
    expect(came).toContain('百家乐');
    expect(came?.length).toBeLessThan(LONG.length);
  });

  it('is all of it where something before the end was changed', () => {
    const document = documentOf(`<div>甲</div><p>${LONG}</p>`);
    const growing = new GrowingText(document);
    growing.take();
    document.querySelector('div')?.append('乙');
    expect(growing.take(true)).toContain(`甲乙${LONG}`);
  });
});
