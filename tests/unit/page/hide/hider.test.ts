import { describe, expect, it, vi } from 'vitest';
import { Decisions } from '../../../../lib/extras/decisions.ts';
import { Edits } from '../../../../lib/page/hide/edits.ts';
import { Hider } from '../../../../lib/page/hide/hider.ts';
import { Ledger } from '../../../../lib/page/hide/ledger.ts';
import { Findings } from '../../../../lib/page/hide/place-findings.ts';
import { Sheet } from '../../../../lib/page/hide/sheet.ts';
import { documentOf, finding, range } from '../dom.ts';

vi.mock('../../../../lib/i18n.ts', () => ({ t: (key: string) => key, plural: (stem: string) => stem }));

function sweepOf(body: string) {
  const document = documentOf(body);
  const asked: string[] = [];
  const sheet = new Sheet(document, (rank) => {
    asked.push(rank);
    return Promise.resolve(true);
  });
  const hider = new Hider(sheet, new Edits());
  const ledger = new Ledger('f');
  const memory = new Decisions();
  ledger.rememberBy(memory);
  const findings = new Findings(ledger, hider);
  const before = document.documentElement.outerHTML;
  const values = () =>
    [...document.querySelectorAll(`[${sheet.attribute}]`)].map((one) => [
      one.textContent,
      one.getAttribute(sheet.attribute),
    ]);
  return { document, sheet, asked, hider, ledger, memory, findings, before, values };
}

const all = (document: Document, selector: string): Element[] => [...document.querySelectorAll(selector)];
const [BAR] = [expect.stringContaining('bars_hidden')];

describe('hiding', () => {
  it('makes the first element the bar, hides the others, and leaves the page exactly as it was', () => {
    const { document, findings, hider, before, values } = sweepOf('<p>甲</p><p>乙</p><p>丙</p>');
    const [a, b] = all(document, 'p');
    findings.settle([finding(range(a as Element, b))]);
    expect(values()).toEqual([
      ['甲', BAR],
      ['乙', ''],
    ]);
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('makes no bar of what can carry none', () => {
    const { document, findings, sheet } = sweepOf('<img><x-box>甲</x-box><p>乙</p>');
    const [a, b, c] = all(document, 'img,x-box,p');
    findings.settle([finding(range(a as Element, c))]);
    expect([a, b, c].map((one) => one?.getAttribute(sheet.attribute))).toEqual(['', '', BAR]);
  });

  it('leaves dots for a stretch, and the text its node', () => {
    const { document, findings, hider, before } = sweepOf('<div>一二三四五六七<b>八</b></div>');
    const text = document.querySelector('div')?.firstChild as Text;
    findings.settle([finding({ text, start: 1, end: 3 }, { text, start: 5, end: 6 })]);
    expect(text.data).toBe('一⋯四五⋯七');
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('asks for the rules of highlights at the first dots, and not for loose texts beside a bar', () => {
    const { document, findings, hider, asked } = sweepOf('<div>一<p>乙</p></div><b>二三四<i>五</i></b>');
    const box = document.querySelector('div') as Element;
    findings.settle([finding(range(box.firstChild as ChildNode, box.lastChild as ChildNode))]);
    expect(asked).toEqual(['user']);
    const text = document.querySelector('b')?.firstChild as Text;
    findings.add([finding({ text, start: 1, end: 2 })], [text]);
    expect(asked).toEqual(['user', 'author']);
    hider.withdraw();
    expect(asked).toEqual(['user', 'author', 'user', 'author']);
  });

  it('takes the element where a text is all of it', () => {
    const { document, findings, values } = sweepOf('<p>甲乙<!-- c --></p><p>丙<img></p>');
    const texts = all(document, 'p').map((one) => one.firstChild as Text);
    findings.settle(texts.map((text) => finding({ text, start: 0, end: text.data.length })));
    expect(values()).toEqual([['甲乙', BAR]]);
    expect(texts[1]?.data.trim()).toBe('⋯');
  });

  it('empties loose texts beside a bar, and leaves emptied parents alone', () => {
    const { document, findings, values, hider, before } = sweepOf('<footer><div>甲<p>乙</p>丙</div></footer>');
    const box = document.querySelector('div') as Element;
    findings.settle([finding(range(box.firstChild as ChildNode, box.lastChild as ChildNode))]);
    expect(values()).toEqual([['乙', BAR]]);
    expect(box.textContent?.trim()).toBe('乙');
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('leaves what has no text beside spam in the same box', () => {
    const { document, findings, values } = sweepOf(
      '<div><h2><a href="/"></a></h2><section><p>甲</p><p>乙<i></i></p></section><div id="later"></div></div>',
    );
    findings.settle([finding(range(document.querySelector('div') as Element))]);
    expect(values()).toEqual([['甲乙', BAR]]);
    expect(document.querySelector('div')?.getAttributeNames()).toEqual([]);
  });

  it('never touches what the user writes in', () => {
    const { document, findings, values } = sweepOf(
      '<div contenteditable=""><p contenteditable="false">甲</p></div><div class="CodeMirror"><textarea></textarea><pre>乙</pre></div><section><p>丙</p><textarea></textarea></section>',
    );
    findings.settle(all(document, 'p,pre,section').map((one) => finding(range(one))));
    expect(values()).toEqual([['丙', BAR]]);
  });

  it('shows and hides on request, and a reveal outlasts later sweeps', () => {
    const { document, findings, hider, ledger, sheet } = sweepOf('<p>甲</p>');
    const p = document.querySelector('p') as Element;
    findings.settle([finding(range(p))]);
    const [entry] = ledger.entries;
    if (entry === undefined) throw new Error('nothing found');
    ledger.decide(entry, 'shown');
    hider.update(entry);
    expect(p.getAttribute(sheet.attribute)).toBe('s');
    expect(p.getAttribute('role')).toBeNull();
    findings.settle([finding(range(p))]);
    expect(ledger.entries).toEqual([entry]);
    expect(p.getAttribute(sheet.attribute)).toBe('s');
    hider.point(entry);
    expect(p.getAttribute(sheet.attribute)).toBe('p');
    hider.point(null);
    ledger.decide(entry, 'hidden');
    hider.update(entry);
    expect(p.getAttribute(sheet.attribute)).toEqual(BAR);
  });

  it('drops what a later sweep does not find, and what has left the page, wherever it is', () => {
    const { document, findings, ledger, values } = sweepOf('<p>甲</p><p>乙</p>');
    const [a, b] = all(document, 'p') as [Element, Element];
    findings.settle([finding(range(a)), finding(range(b))]);
    findings.settle([finding(range(a))]);
    expect(values()).toEqual([['甲', BAR]]);
    a.remove();
    expect(findings.prune()).toBe(true);
    expect(a.getAttributeNames()).toEqual([]);
    expect(ledger.entries).toEqual([]);
  });

  it('shows what has changed inside, by itself', () => {
    const { document, findings, hider, values } = sweepOf('<ul><li>甲</li><li>乙</li></ul>');
    const [a, b] = all(document, 'li') as [Element, Element];
    findings.settle([finding(range(a, b))]);
    expect([...hider.hiddenAround([b.firstChild as Node])]).toEqual([b]);
    hider.releaseElement(b);
    expect(values()).toEqual([['甲', BAR]]);
  });

  it('empties a bar’s own text in its time, and gives it back with the bar', () => {
    const { document, findings, hider, ledger } = sweepOf('<p>甲</p>');
    const text = document.querySelector('p')?.firstChild as Text;
    findings.settle([finding(range(text.parentNode as Element))]);
    expect(text.data).toBe('甲');
    hider.empty(ledger.entries);
    expect(text.data.trim()).toBe('');
    const [entry] = ledger.entries;
    if (entry !== undefined) hider.clear(entry);
    expect(text.data).toBe('甲');
  });
});

describe('findings', () => {
  it('of keeps are shown', () => {
    const { document, findings, ledger, memory, values } = sweepOf('<p>甲</p>');
    const p = document.querySelector('p') as Element;
    const segments = Array.from({ length: 30 }, (_, at) => `词语${at}`);
    const found = { ...finding(range(p)), segments };
    findings.settle([found]);
    const [entry] = ledger.entries;
    findings.spare([entry === undefined ? '' : memory.printOf(entry)]);
    findings.settle([]);
    findings.settle([found]);
    expect(ledger.entries.map(({ state }) => state)).toEqual(['kept']);
    expect(values()).toEqual([]);
  });

  it('around known ones take their place, and the user’s decision', () => {
    const { document, findings, ledger, sheet } = sweepOf('<div><p>甲</p><p>乙</p></div>');
    const p = document.querySelector('p') as Element;
    const div = document.querySelector('div') as Element;
    findings.add([finding(range(p))], []);
    const [inner] = ledger.entries;
    if (inner !== undefined) ledger.decide(inner, 'shown');
    findings.add([finding(range(div))], []);
    expect(ledger.entries.map(({ state, decided }) => [state, decided])).toEqual([['shown', true]]);
    expect([div, p].map((one) => one.getAttribute(sheet.attribute))).toEqual(['s', null]);
  });
});
