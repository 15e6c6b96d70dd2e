import { describe, expect, it } from 'vitest';
import { Marks } from '../../../../lib/page/hide/bar-attributes.ts';
import { documentOf } from '../dom.ts';

const NAME = 'abcdefghijkl';

function marksOf(body: string): { marks: Marks; document: Document; before: string; first: Element } {
  const document = documentOf(body);
  return {
    marks: new Marks(NAME),
    document,
    before: document.body.innerHTML,
    first: document.body.firstElementChild as Element,
  };
}

describe('marks', () => {
  it('lend a bar what it needs, and give back what was there', () => {
    const { marks, document, before, first } = marksOf('<p role="note" tabindex="-1" class="x">甲</p>');
    marks.set(first, '已折叠', '已折叠 3 字');
    expect(['role', 'tabindex', 'aria-label', 'aria-expanded', NAME].map((name) => first.getAttribute(name))).toEqual([
      'button',
      '0',
      '已折叠 3 字',
      'false',
      '已折叠',
    ]);
    marks.expand(first, true);
    expect(first.getAttribute('aria-expanded')).toBe('true');
    marks.set(first, null);
    expect(document.body.innerHTML).toBe(before);
  });

  it('leave lists and tables their roles', () => {
    const { marks, document } = marksOf('<ul><li>甲</li></ul>');
    const item = document.querySelector('li') as Element;
    marks.set(item, 'x', 'x');
    expect([item.getAttribute('role'), item.getAttribute('tabindex')]).toEqual([null, '0']);
  });

  it('leave the page its word on what was lent', () => {
    const { marks, first } = marksOf('<p>甲</p>');
    marks.set(first, 'x', 'x');
    first.setAttribute('tabindex', '5');
    marks.clear();
    expect(first.getAttributeNames().map((name) => [name, first.getAttribute(name)])).toEqual([['tabindex', '5']]);
  });

  it('come back where somebody took them, and go where they were copied to', () => {
    const { marks, document, first } = marksOf('<div role="note"><b>甲</b></div>');
    marks.set(first, 'x', 'y');
    first.removeAttribute(NAME);
    expect(marks.defend(first)).toBe(true);
    expect(first.getAttribute(NAME)).toBe('x');
    const box = document.createElement('section');
    box.append(first.cloneNode(true), first.cloneNode(true));
    marks.arrived(box);
    expect(box.innerHTML).toBe('<div role="note"><b>甲</b></div><div role="note"><b>甲</b></div>');
    marks.arrived(first);
    expect(first.getAttribute(NAME)).toBe('x');
    const alien = document.createElement('p');
    alien.setAttribute(NAME, 'x');
    expect(marks.defend(alien)).toBe(false);
    expect(alien.getAttributeNames()).toEqual([]);
  });
});
