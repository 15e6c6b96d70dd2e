import { describe, expect, it } from 'vitest';
import { Decisions } from '../../../lib/extras/decisions.ts';
import { Findings } from '../../../lib/page/hide/findings.ts';
import { Hider } from '../../../lib/page/hide/hider.ts';
import { Ledger } from '../../../lib/page/hide/ledger.ts';
import { Sheet } from '../../../lib/page/hide/sheet.ts';
import { documentOf, finding, range } from './dom.ts';

function sweepOf(body: string) {
  const document = documentOf(body);
  const sheet = new Sheet(document);
  const hider = new Hider(sheet);
  const ledger = new Ledger('f');
  const memory = new Decisions();
  ledger.rememberBy(memory);
  const findings = new Findings(ledger, hider, (node) => hider.owns(node));
  const before = document.documentElement.outerHTML;
  const hidden = () => [...document.querySelectorAll(`[${sheet.attribute}=""]`)].map((element) => element.textContent);
  return { document, sheet, hider, ledger, memory, findings, before, hidden };
}

describe('hiding', () => {
  it('marks elements and leaves the page exactly as it was', () => {
    const { document, findings, hider, before, hidden } = sweepOf('<p id="a">甲</p><p>乙</p><p>丙</p>');
    const [a, b] = [...document.querySelectorAll('p')];
    findings.settle([finding(range(a!, b!))]);
    expect(hidden()).toEqual(['甲', '乙']);
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('splits a text, keeps the page’s own node, and makes it one again', () => {
    const { document, findings, hider, before, hidden } = sweepOf('<div>一二三四五六七<b>八</b></div>');
    const text = document.querySelector('div')!.firstChild as Text;
    findings.settle([finding({ text, start: 1, end: 3 }, { text, start: 5, end: 6 })]);
    expect(hidden()).toEqual(['二三', '六']);
    expect(document.querySelector('div')!.textContent).toBe('一二三四五六七八');
    expect(document.querySelector('div')!.firstChild).toBe(text);
    hider.withdraw();
    expect(text.data).toBe('一二三四五六七');
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('clears overlapping stretches up instead of failing', () => {
    const { document, findings, hider, before, hidden } = sweepOf('<div>一二三四五六<b>尾</b></div>');
    const text = document.querySelector('div')!.firstChild as Text;
    findings.settle([finding({ text, start: 0, end: 4 }), finding({ text, start: 2, end: 99 })]);
    expect(hidden().join('')).toBe('一二三四五六');
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('collapses an ancestor in which nothing visible is left, and opens it when something comes', () => {
    const { document, findings, hider, sheet } = sweepOf(
      '<footer><div><ul><li>甲</li><li>乙</li></ul><!-- c --><br></div></footer><p>文</p>',
    );
    const [a, b] = [...document.querySelectorAll('li')];
    findings.settle([finding(range(a!)), finding(range(b!))]);
    const footer = document.querySelector('footer')!;
    expect(footer.getAttribute(sheet.attribute)).toBe('');
    const added = document.createElement('p');
    added.textContent = '正文';
    document.querySelector('div')!.append(added);
    hider.came(added);
    expect(footer.hasAttribute(sheet.attribute)).toBe(false);
    expect(a!.hasAttribute(sheet.attribute)).toBe(true);
  });

  it('collapses no ancestor with a picture or a field in it', () => {
    for (const kept of ['<img src="x">', '<span><input></span>', '字']) {
      const { document, findings, sheet } = sweepOf(`<footer><p>甲</p>${kept}</footer>`);
      findings.settle([finding(range(document.querySelector('p')!))]);
      expect(document.querySelector('footer')!.hasAttribute(sheet.attribute)).toBe(false);
    }
  });

  it('never hides the body, nor where the reader writes', () => {
    const { document, findings, hidden } = sweepOf(
      '<div contenteditable="true"><p>甲</p></div><textarea>乙</textarea>',
    );
    findings.settle([finding(range(document.querySelector('p')!)), finding(range(document.body))]);
    expect(document.body.hasAttribute('style')).toBe(false);
    expect(hidden()).not.toContain('甲');
  });

  it('gives table cells their own way, so that the others stay in place', () => {
    const { document, findings, sheet } = sweepOf('<table><tr><td>甲</td><td>文</td></tr></table>');
    findings.settle([finding(range(document.querySelector('td')!))]);
    expect(document.querySelector('td')!.getAttribute(sheet.attribute)).toBe('c');
  });

  it('answers an important display in a style attribute and gives the attribute back as it was', () => {
    const { document, findings, hider, before } = sweepOf('<p style="color:red; display:block !IMPORTANT">甲</p>');
    findings.settle([finding(range(document.querySelector('p')!))]);
    expect(document.querySelector('p')!.style.display).toContain('none');
    hider.withdraw();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('what the page does meanwhile', () => {
  it('takes a new text of the page for the whole', () => {
    const { document, findings, hider } = sweepOf('<div>一二三四</div>');
    const text = document.querySelector('div')!.firstChild as Text;
    findings.settle([finding({ text, start: 1, end: 3 })]);
    text.data = '新';
    hider.textChanged(text);
    expect(document.querySelector('div')!.innerHTML).toBe('新');
  });

  it('mends a text that was moved away from its pieces', () => {
    const { document, findings, hider } = sweepOf('<div>一二三四</div><p></p>');
    const text = document.querySelector('div')!.firstChild as Text;
    findings.settle([finding({ text, start: 1, end: 3 })]);
    document.querySelector('p')!.append(text);
    hider.came(text);
    expect(document.querySelector('p')!.innerHTML).toBe('一二三四');
    expect(document.querySelector('div')!.innerHTML).toBe('');
  });

  it('puts the attribute back when the page takes it', () => {
    const { document, findings, hider, sheet } = sweepOf('<p>甲</p>');
    const p = document.querySelector('p')!;
    findings.settle([finding(range(p))]);
    p.removeAttribute(sheet.attribute);
    expect(hider.defend(p)).toBe(true);
    expect(hider.defend(p)).toBe(false);
    expect(p.getAttribute(sheet.attribute)).toBe('');
  });

  it('forgets what has left the page', () => {
    const { document, findings, ledger } = sweepOf('<p>甲</p><p>乙</p>');
    const [a, b] = [...document.querySelectorAll('p')];
    findings.settle([finding(range(a!)), finding(range(b!))]);
    a!.remove();
    expect(findings.prune()).toBe(true);
    expect(ledger.entries.map((entry) => entry.anchor)).toEqual([b]);
    expect([...a!.attributes]).toEqual([]);
    expect(findings.prune()).toBe(false);
  });

  it('forgets a collapsed ancestor that has left the page with what it held', () => {
    const { document, findings, sheet } = sweepOf('<footer><p>甲</p></footer><p>文</p>');
    const footer = document.querySelector('footer')!;
    findings.settle([finding(range(document.querySelector('p')!))]);
    expect(footer.getAttribute(sheet.attribute)).toBe('');
    footer.remove();
    findings.prune();
    expect(footer.hasAttribute(sheet.attribute)).toBe(false);
  });

  it('keeps no place that has left the page in an entry that grows', () => {
    const { document, findings, ledger } = sweepOf('<ul><li>甲</li><li>乙</li><li>丙</li></ul><p>文</p>');
    const [a, b, c] = [...document.querySelectorAll('li')];
    findings.settle([finding(range(a!, b!))]);
    a!.remove();
    findings.add([finding(range(b!, c!))]);
    expect(ledger.entries.map((entry) => entry.targets)).toEqual([[{ element: b }, { element: c }]]);
    expect([...a!.attributes]).toEqual([]);
  });
});

describe('entries', () => {
  it('stay the same through later sweeps, with what the reader decided', () => {
    const { document, findings, ledger, hider, hidden } = sweepOf('<p>甲</p><p>乙</p>');
    const [a, b] = [...document.querySelectorAll('p')];
    findings.settle([finding(range(a!))]);
    const entry = ledger.entries[0]!;
    ledger.decide(entry, 'shown');
    hider.update(entry);
    expect(hidden()).toEqual([]);
    findings.settle([finding(range(a!, b!))]);
    expect(ledger.entries).toEqual([entry]);
    expect(entry.state).toBe('shown');
    expect(hidden()).toEqual([]);
  });

  it('give way to what a whole sweep no longer finds', () => {
    const { document, findings, ledger, before } = sweepOf('<p>甲</p><div>一二三</div>');
    const text = document.querySelector('div')!.firstChild as Text;
    findings.add([finding(range(document.querySelector('p')!)), finding({ text, start: 0, end: 2 })]);
    expect(ledger.entries).toHaveLength(2);
    findings.settle([]);
    expect(ledger.entries).toHaveLength(0);
    expect(document.body.outerHTML).toBe(before.slice(before.indexOf('<body'), before.indexOf('</html>')));
  });

  it('of a doorway are shown, those that the reader keeps are kept', () => {
    const { document, findings, ledger, memory, hidden } = sweepOf('<p>甲</p>');
    findings.spare(true, []);
    findings.settle([finding(range(document.querySelector('p')!))]);
    expect(ledger.entries[0]!.state).toBe('shown');
    findings.spare(false, [memory.printOf(ledger.entries[0]!)]);
    findings.settle([finding(range(document.querySelector('p')!))]);
    expect(ledger.entries[0]!.state).toBe('kept');
    findings.spare(false, []);
    findings.settle([finding(range(document.querySelector('p')!))]);
    expect(hidden()).toEqual(['甲']);
  });
});

describe('decisions', () => {
  function twins() {
    const { document, findings, ledger } = sweepOf('<p>甲乙丙丁</p><p>甲乙丙丁</p>');
    const [a, b] = [...document.querySelectorAll('p')];
    const sweep = () => findings.settle([finding(range(a!)), finding(range(b!))]);
    sweep();
    return { ledger, sweep };
  }

  it('undone for one of two findings of the same words are undone for both', () => {
    const { ledger, sweep } = twins();
    const states = () => ledger.entries.map((entry) => entry.state);
    ledger.decide(ledger.entries[0]!, 'kept');
    sweep();
    expect(states()).toEqual(['kept', 'kept']);
    ledger.decide(ledger.entries[0]!, 'hidden');
    sweep();
    expect(states()).toEqual(['hidden', 'hidden']);
  });

  it('to show one of two leave the other hidden', () => {
    const { ledger, sweep } = twins();
    ledger.decide(ledger.entries[0]!, 'shown');
    sweep();
    expect(ledger.entries.map((entry) => entry.state)).toEqual(['shown', 'hidden']);
  });

  it('made before there was a memory are remembered when it comes', () => {
    const document = documentOf('<p>甲乙丙丁</p><p>甲乙丙丁</p>');
    const hider = new Hider(new Sheet(document));
    const ledger = new Ledger('f');
    const findings = new Findings(ledger, hider, (node) => hider.owns(node));
    const [a, b] = [...document.querySelectorAll('p')];
    findings.settle([finding(range(a!))]);
    ledger.decide(ledger.entries[0]!, 'kept');
    ledger.rememberBy(new Decisions());
    findings.settle([finding(range(a!)), finding(range(b!))]);
    expect(ledger.entries.map((entry) => entry.state)).toEqual(['kept', 'kept']);
  });

  it('hide nothing on a site with keeps before these can be known again', () => {
    const document = documentOf('<p>甲乙丙丁</p>');
    const hider = new Hider(new Sheet(document));
    const ledger = new Ledger('f');
    const findings = new Findings(ledger, hider, (node) => hider.owns(node));
    const sweep = () => findings.settle([finding(range(document.querySelector('p')!))]);
    findings.spare(false, ['1']);
    sweep();
    expect(ledger.entries[0]!.state).toBe('shown');
    ledger.rememberBy(new Decisions());
    sweep();
    expect(ledger.entries[0]!.state).toBe('hidden');
  });
});
