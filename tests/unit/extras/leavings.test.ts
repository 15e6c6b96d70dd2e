import { expect, it } from 'vitest';
import { tidy } from '../../../lib/extras/leavings.ts';
import { Findings } from '../../../lib/page/hide/findings.ts';
import { Hider } from '../../../lib/page/hide/hider.ts';
import { Ledger } from '../../../lib/page/hide/ledger.ts';
import { Sheet } from '../../../lib/page/hide/sheet.ts';
import { documentOf, finding, range } from '../page/dom.ts';

it('gives back what an earlier copy of the script hid, and leaves the page’s own alone', () => {
  const document = documentOf(
    '<style>[abcdefghijkl=""]{color:red}</style><p abcdefghijkl="">甲</p><div>一二三四五<b>尾</b></div><div></div>',
  );
  const sheet = new Sheet(document);
  const hider = new Hider(sheet);
  const before = document.documentElement.outerHTML;
  const text = document.querySelector('div')?.firstChild as Text;
  const paragraph = document.querySelector('p') as HTMLElement;
  const findings = new Findings(new Ledger('f'), hider, (node) => hider.owns(node));
  findings.settle([finding(range(paragraph, paragraph)), finding({ text, start: 1, end: 3 })]);
  expect(document.documentElement.outerHTML).not.toBe(before);
  tidy(document);
  expect(document.documentElement.outerHTML).toBe(before);
});
