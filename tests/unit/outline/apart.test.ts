import { describe, expect, it } from 'vitest';
import * as O from '../../../lib/outline/outline.ts';
import {
  outlineOf,
  outlineOfRange,
  PageReader,
  type PageTexts,
  type ReaderOptions,
} from '../../../lib/outline/read-page.ts';
import { finish } from '../../../lib/text/steps.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const HOST = { host: '' };

/** Puts a shadow root with this text after a style into an element. */
function shadow(host: Element, text: string, mode: ShadowRootMode = 'open'): ShadowRoot {
  const root = host.attachShadow({ mode });
  const style = host.ownerDocument.createElement('style');
  style.append('p{}');
  const inner = host.ownerDocument.createElement('p');
  inner.append(text);
  root.append(style, inner);
  return root;
}

function outlineFor(document: Document, options: ReaderOptions = {}): O.Outline {
  const page = finish(new PageReader(options).page(document, HOST)) as PageTexts;
  expect(page.texts.texts.join('')).not.toContain('p{}');
  return outlineOf(page, null, new O.Outline());
}

function textsOf(outline: O.Outline): string[] {
  return outline.texts.filter((text) => text !== '');
}

describe('shadow roots', () => {
  it('are read in the place of their hosts', () => {
    const document = parsePage('<p>一</p><x-card>三</x-card><p>四</p><div></div><nav><x-tail></x-tail></nav>');
    shadow(document.querySelector('x-card') as Element, '二');
    shadow(document.querySelector('div') as Element, '五');
    shadow(document.querySelector('x-tail') as Element, '六');
    const outline = outlineFor(document);
    expect(textsOf(outline)).toEqual([...'一二三四五六']);
    const item = outline.texts.indexOf('六');
    expect((outline.place[item] as number) & O.PLACE_CHROME).not.toBe(0);
    const above = (at: number) => outline.parent[at] as number;
    expect((outline.nodes[above(above(item))] as Node).nodeType).toBe(11);
    expect((outline.nodes[above(above(above(item)))] as Element).localName).toBe('x-tail');
  });

  it('are read inside of one another, several in a row', () => {
    const document = parsePage('<x-a></x-a><x-b></x-b><p>末</p>');
    const outer = shadow(document.querySelector('x-a') as Element, '外');
    const inner = document.createElement('x-in');
    shadow(inner, '内');
    outer.prepend(inner);
    shadow(document.querySelector('x-b') as Element, '次');
    expect(textsOf(outlineFor(document))).toEqual([...'内外次末']);
  });

  it('are those that somebody else knows of, where told', () => {
    const document = parsePage('<p>一</p><x-shut></x-shut><x-open></x-open>');
    const closed = shadow(document.querySelector('x-shut') as Element, '闭', 'closed');
    shadow(document.querySelector('x-open') as Element, '开');
    const shadowOf = (element: Element) => (element.localName === 'x-shut' ? closed : null);
    expect(textsOf(outlineFor(document, { shadowOf }))).toEqual([...'一闭']);
  });

  it('are read in ranges, with what stands above their hosts', () => {
    const document = parsePage('<nav><p>一</p><x-card></x-card></nav>');
    const host = document.querySelector('x-card') as Element;
    const root = shadow(host, '影');
    for (const [first, texts] of [
      [host, '影'],
      [root.lastChild as Node, '影'],
    ] as const) {
      const outline = outlineOfRange(first, new PageReader().range(first, first), HOST, new O.Outline());
      expect(textsOf(outline)).toEqual([texts]);
      expect((outline.place[outline.texts.indexOf('影')] as number) & O.PLACE_CHROME).not.toBe(0);
    }
  });

  it('are read up to a bound, each once', () => {
    const document = parsePage('<main></main>');
    const main = document.querySelector('main') as Element;
    for (let i = 0; i < 6000; i++) {
      const host = document.createElement('x-many');
      host.attachShadow({ mode: 'open' }).append('多');
      main.append(host);
    }
    expect(textsOf(outlineFor(document))).toHaveLength(5000);
  });
});

describe('what the page said', () => {
  it('is read from whoever edited its texts', () => {
    const document = parsePage('<p>一</p><p>二</p><p>三</p><p>四</p>');
    const [, second, , fourth] = [...document.querySelectorAll('p')].map((one) => one.firstChild as Text);
    const said = {
      any: true,
      of: (text: Text) => (text === second ? '原来的二' : text === fourth ? '   ' : undefined),
    };
    expect(textsOf(outlineFor(document, { said }))).toEqual(['一', '原来的二', '三']);
    expect(textsOf(outlineFor(document, { said: { ...said, any: false } }))).toEqual([...'一二三四']);
  });
});
