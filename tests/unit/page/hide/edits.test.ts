import { describe, expect, it } from 'vitest';
import { DOTS, Edits } from '../../../../lib/page/hide/edits.ts';
import { documentOf } from '../dom.ts';

const ENTRY = {};

function textOf(data: string): { edits: Edits; text: Text } {
  const text = documentOf(`<p>${data}</p>`).querySelector('p')?.firstChild as Text;
  return { edits: new Edits(), text };
}

/** Hides the stretches that stand in brackets, and takes the brackets out. */
function hide(marked: string): { edits: Edits; text: Text; said: string } {
  const said = marked.replace(/[[\]]/g, '');
  const { edits, text } = textOf(said);
  const stretches = [...marked.matchAll(/\[([^\]]*)\]/g)].map(({ 1: spam = '', index }, nth) => ({
    start: index - 2 * nth,
    end: index - 2 * nth + spam.length,
    out: DOTS,
  }));
  edits.hide(text, ENTRY, stretches);
  return { edits, text, said };
}

describe('the keeper of edits', () => {
  it('leaves dots for stretches, knows what the page said, and gives it back', () => {
    const { edits, text, said } = hide('甲乙丙[坏话坏话]丁戊己[更坏的]庚');
    expect(text.data).toBe('甲乙丙⋯丁戊己⋯庚');
    expect([edits.any, edits.of(text), edits.said(text)]).toEqual([true, said, said]);
    edits.clear();
    expect([text.data, edits.any, edits.of(text)]).toEqual([said, false, undefined]);
  });

  it('hides for several, and shows for one of them', () => {
    const { edits, text, said } = hide('甲乙[坏话]丙丁戊');
    const other = {};
    edits.hide(text, other, [{ start: said.indexOf('丁'), end: said.length, out: DOTS }]);
    expect(text.data).toBe('甲乙⋯丙⋯');
    edits.hide(text, ENTRY, []);
    expect(text.data).toBe('甲乙坏话丙⋯');
    edits.hide(text, other, []);
    expect([text.data, edits.any]).toEqual([said, false]);
  });

  it('clears overlapping stretches up', () => {
    const { edits, text } = textOf('一二三四五六七');
    edits.hide(text, {}, [{ start: 0, end: 4, out: DOTS }]);
    edits.hide(text, {}, [{ start: 2, end: 99, out: DOTS }]);
    expect(text.data).toBe('⋯⋯');
    edits.clear();
    expect(text.data).toBe('一二三四五六七');
  });

  it('tells of every write, and where a stretch stands after it', () => {
    const { edits, text, said } = hide('引發(fa)了[坏话坏话]，技術(shu)進步。');
    const shown = (): string | null => {
      const range = edits.shownRange(text, said.indexOf('坏'), said.indexOf('，'));
      return range && text.data.slice(...range);
    };
    const told: (string | null)[] = [];
    edits.written = () => queueMicrotask(() => told.push(shown()));
    expect(shown()).toBe(DOTS);
    const mend = (from: string): string => from.replace(/\([a-z]+\)/g, '');
    edits.mend(text, said, mend(said), mend);
    expect(shown()).toBe(DOTS);
    text.data = `新${text.data}`;
    expect(shown()).toBe(null);
    edits.changed(text);
    return Promise.resolve().then(() => expect(told).toHaveLength(2));
  });

  it('repairs and hides in the same text, in whatever order, and undoes either by itself', () => {
    const mend = (text: string): string => text.replace(/\([a-z]+\)/g, '');
    const said = '引發(fa)了坏话坏话，技術(shu)進步。';
    const { edits, text } = textOf(said);
    expect(edits.mend(text, said, mend(said), mend)).toBe(true);
    expect(text.data).toBe('引發了坏话坏话，技術進步。');
    edits.hide(text, ENTRY, [{ start: said.indexOf('坏'), end: said.indexOf('，'), out: DOTS }]);
    expect(text.data).toBe('引發了⋯，技術進步。');
    expect(edits.said(text)).toBe(said);
    edits.unmendAll();
    expect(text.data).toBe('引發(fa)了⋯，技術(shu)進步。');
    edits.clear();
    expect(text.data).toBe(said);
  });

  it('repairs nothing that was worked out from another text', () => {
    const { edits, text } = textOf('甲(jia)乙');
    text.data = '丙丁';
    expect(edits.mend(text, '甲(jia)乙', '甲乙', (one) => one)).toBe(false);
    expect(text.data).toBe('丙丁');
  });

  it('leaves the page its word where it has written since', () => {
    const { edits, text } = hide('甲乙丙[坏话坏话]丁戊己');
    text.data = '都是新的';
    expect(edits.changed(text)).toBe('changed');
    expect(edits.of(text)).toBeUndefined();
    edits.clear();
    expect(text.data).toBe('都是新的');
  });

  it('tells a page that puts back what it said from one that writes what stands there', () => {
    const { edits, text, said } = hide('甲乙丙[坏话坏话]丁戊己');
    expect(edits.changed(text)).toBe('same');
    text.data = said;
    expect(edits.changed(text)).toBe('undone');
    expect(edits.any).toBe(false);
  });

  it.each([
    ['adds to it', (shown: string) => `${shown}，又及`, '甲乙丙坏话坏话丁戊己，又及'],
    ['puts spaces in', (shown: string) => [...shown].join(' '), '甲 乙 丙 坏话坏话 丁 戊 己'],
    ['writes all words otherwise', (shown: string) => shown.replace(/[一-龥]/g, '字'), '字字字坏话坏话字字字'],
  ])('knows its dots again where a page %s', (_, change, own) => {
    const { edits, text } = hide('甲乙丙[坏话坏话]丁戊己');
    text.data = change(text.data);
    edits.changed(text);
    expect(edits.of(text)).toBe(own);
    edits.clear();
    expect(text.data).toBe(own);
  });

  it('follows a text that is taken apart, and one that is copied', () => {
    const { edits, text } = hide('甲乙丙[坏话坏话]丁戊己[更坏的]庚辛');
    const { parentNode, ownerDocument } = text;
    const tail = ownerDocument.createTextNode(text.data.slice(5));
    text.data = text.data.slice(0, 5);
    parentNode?.append(tail);
    const copy = ownerDocument.createTextNode('丙⋯丁');
    edits.changed(text);
    edits.arrived(tail);
    edits.arrived(copy);
    expect([text, tail, copy].map((one) => edits.of(one))).toEqual([
      '甲乙丙坏话坏话丁',
      '戊己更坏的庚辛',
      '丙坏话坏话丁',
    ]);
    edits.dropFound();
    expect([text.data, tail.data, copy.data]).toEqual(['甲乙丙坏话坏话丁', '戊己更坏的庚辛', '丙坏话坏话丁']);
  });

  it('takes no dots of the page for its own', () => {
    const { edits, text } = hide('甲乙丙[坏话坏话]丁戊己');
    const more = text.ownerDocument.createTextNode('更多⋯');
    const bare = text.ownerDocument.createTextNode('⋯');
    edits.arrived(more);
    edits.arrived(bare);
    expect([edits.of(more), edits.of(bare)]).toEqual([undefined, undefined]);
  });

  it('shows the page its own texts for a while', () => {
    const { edits, text, said } = hide('甲乙丙[坏话坏话]丁戊己');
    expect(edits.lifted(() => text.data)).toBe(said);
    expect(text.data).toBe('甲乙丙⋯丁戊己');
  });
});
