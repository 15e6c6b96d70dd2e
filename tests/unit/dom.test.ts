import { describe, expect, it } from 'vitest';
import { ancestors, childrenOf, fastParent, find, isText, siblings } from '../../lib/dom.ts';
import { parsePage } from '../../tools/corpus/saved-page.ts';

const LIST = '<ul><li>一</li>二<li>三</li><li>四</li></ul>';

function list(): Element {
  return find(parsePage(LIST), 'ul') as Element;
}

describe('walks are counted', () => {
  it('goes from one sibling to another and no further', () => {
    const [first, second, third] = childrenOf(list());
    expect([...siblings(first as ChildNode, third as ChildNode)]).toEqual([first, second, third]);
    expect([...siblings(first as ChildNode, null, 2)]).toEqual([first, second]);
    expect(isText(second as Node)).toBe(true);
  });

  it('ends on siblings that never end', () => {
    const ring = { nextSibling: null as unknown };
    ring.nextSibling = ring;
    expect([...siblings(ring as ChildNode, null, 50)]).toHaveLength(50);
  });

  it('ends on parents that never end', () => {
    const ring = { parentNode: null as unknown };
    ring.parentNode = ring;
    expect([...ancestors(ring as Node, 50)]).toHaveLength(50);
  });

  it('goes on when what it gave is taken out', () => {
    const parent = list();
    for (const child of childrenOf(parent)) child.remove();
    expect([...childrenOf(parent)]).toEqual([]);
  });

  it('asks for the parent of what is no form plainly', () => {
    const parent = list();
    expect(fastParent(find(parent, 'li') as Element, 'li')).toBe(parent);
  });
});
