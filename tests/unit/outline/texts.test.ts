import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { Outline } from '../../../lib/outline/outline.ts';
import { TextReader } from '../../../lib/outline/texts.ts';
import { splitUnits } from '../../../lib/text/split-units.ts';

/** A range as browsers have it, as far as it is asked: the texts from one to another, and sections of XML with them. */
class TextRange {
  static asked = 0;
  #first: Text | undefined;
  #last: Text | undefined;

  setStart(node: Text): void {
    this.#first = node;
  }

  setEnd(node: Text): void {
    this.#last = node;
  }

  toString(): string {
    TextRange.asked++;
    const all = (this.#first as Text).ownerDocument.createTreeWalker((this.#first as Text).ownerDocument, 4 | 8);
    let text = '';
    let inside = false;
    for (let node = all.nextNode(); node !== null; node = all.nextNode()) {
      inside ||= node === this.#first;
      if (inside) text += (node as Text).data;
      if (node === this.#last) break;
    }
    return text;
  }
}

/** What is read of a page, with ranges that know their texts or without any. */
function textsOf(
  body: string,
  withRanges: boolean,
  prepare: (document: Document) => readonly Node[] = () => [],
): string[] {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`);
  TextRange.asked = 0;
  const left = new Set(prepare(document));
  // Methods are called as the prototype has them, which all of linkedom's documents share.
  const prototype = Object.getPrototypeOf(document);
  if (withRanges) prototype.createRange = () => new TextRange();
  try {
    const into = new Outline();
    const reader = new TextReader(splitUnits);
    reader.begin(into, () => ({ left, roots: null }));
    reader.enter(document.body, { left, roots: null });
    while (reader.more(7));
    reader.end();
    return into.texts.map((text, i) => `${into.kind[i]}:${text.slice(into.start[i], into.end[i])}`);
  } finally {
    if (withRanges) delete prototype.createRange;
  }
}

const PARAGRAPHS = Array.from(
  { length: 30 },
  (_, i) => `<p>第${i}段。这是一段不算短的文字，说的是今天的天气！明天呢？后天再说。</p>\n<p> </p><b>${i}</b>`,
).join('');

describe('TextReader', () => {
  it('reads the same from neighbouring texts as one string and from each by itself', () => {
    const html = PARAGRAPHS;
    const joined = textsOf(html, true);
    expect(TextRange.asked).toBeGreaterThan(5);
    const single = textsOf(html, false);
    expect(TextRange.asked).toBe(0);
    expect(joined).toEqual(single);
    expect(joined.filter((text) => text.startsWith('1:')).slice(0, 2)).toEqual(['1:0', '1:1']);
  });

  it('copies nothing that is none of the page’s text', () => {
    const html = `<p>一</p><p>二</p><script>${'x'.repeat(50)}</script><p>三</p><p>四</p>`;
    const scripts = (document: Document) =>
      [...document.querySelectorAll('script')].map((script) => script.firstChild as Node);
    const texts = textsOf(html, true, scripts);
    expect(texts).toEqual(['1:一', '1:二', '1:三', '1:四']);
    expect(TextRange.asked).toBe(2);
  });

  it('reads sections of XML with the texts around them', () => {
    const html = '<p>一</p><p id="x"></p><p>二</p>';
    const section = (document: Document): Node[] => {
      document.querySelector('#x')?.append(document.createCDATASection('三'));
      return [];
    };
    expect(textsOf(html, true, section)).toEqual(['1:一', '1:三', '1:二']);
    expect(TextRange.asked).toBe(1);
  });

  it('cuts a huge text, and copies it with no others', () => {
    const html = `<p>一</p><p>${'大'.repeat(300_000)}</p><p>二</p>`;
    const texts = textsOf(html, true);
    expect(TextRange.asked).toBe(0);
    expect(texts.map((text) => text.length - 2)).toEqual([1, 100_000, 1]);
  });
});
