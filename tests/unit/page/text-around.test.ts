import { describe, expect, it } from 'vitest';
import { textAround } from '../../../lib/page/text-around.ts';
import { documentOf } from './dom.ts';

describe('the text around a node', () => {
  it('is that of a short node with its short neighbours', () => {
    const document = documentOf('<p>去<i>百</i> 家<b>乐</b>玩</p>');
    expect(textAround(document.querySelector('b') as Node)).toBe('去百 家乐玩');
  });

  it('is its own where it is long, and takes nothing from neighbours that hold elements', () => {
    const long = '市议会星期二开会。'.repeat(6);
    const document = documentOf(`<div><p>百家</p><p>${long}</p></div>`);
    expect(textAround(document.querySelectorAll('p')[1] as Node)).toBe(long);
    const nested = documentOf('<div><ul><li>一</li><li>二</li></ul><p>三</p></div>');
    expect(textAround(nested.querySelector('p') as Node)).toBe('三');
  });
});
