import { describe, expect, it } from 'vitest';
import { Growth } from '../../../lib/page/growth.ts';
import { documentOf } from './dom.ts';

/** What nodes say. */
function texts(nodes: readonly Node[]): string[] {
  return nodes.map((node) => node.textContent ?? '');
}

describe('the growth of a document', () => {
  it('is all of it at first, then nothing', () => {
    const document = documentOf('<p>a</p>');
    const growth = new Growth(document);
    expect(growth.take()).toEqual([document.documentElement]);
    expect(growth.take()).toEqual([]);
  });

  it('is what stands behind the last end, the innermost first, each once', () => {
    const document = documentOf('<div><ul><li>a</li></ul></div>');
    const growth = new Growth(document);
    growth.take();
    const list = document.querySelector('ul');
    list?.querySelector('li')?.append(' and');
    list?.insertAdjacentHTML('beforeend', '<li>b</li><!-- c --><li>d</li>');
    document.querySelector('div')?.insertAdjacentHTML('beforeend', '<p>e</p>');
    document.body.insertAdjacentHTML('beforeend', '<footer><p>f</p></footer>');
    expect(texts(growth.take(true))).toEqual([' and', 'b', 'd', 'e', 'f']);
    document.querySelector('footer p')?.append(' g');
    expect(texts(growth.take(true))).toEqual([' g']);
  });

  it('is the text itself where the parser made it longer, and what comes into an element that was empty', () => {
    const document = documentOf('<p>a</p>');
    const growth = new Growth(document);
    growth.take();
    const text = document.querySelector('p')?.firstChild as Text | undefined;
    text?.appendData('b');
    expect(texts(growth.take(true))).toEqual(['ab']);
    document.body.insertAdjacentHTML('beforeend', '<div></div>');
    growth.take();
    document.querySelector('div')?.append('c');
    expect(texts(growth.take(true))).toEqual(['c']);
  });

  it('is all of it where something before the end has moved or gone', () => {
    const document = documentOf('<div><p>a</p></div>');
    const growth = new Growth(document);
    growth.take();
    document.querySelector('div')?.remove();
    expect(growth.take(true)).toEqual([document.documentElement]);
  });
});
