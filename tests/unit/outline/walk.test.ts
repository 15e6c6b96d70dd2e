import { describe, expect, it } from 'vitest';
import * as O from '../../../lib/outline/outline.ts';
import { outlineOfRange, PageReader, readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

function readRange(first: Node, last: Node, options: { host: string }): O.Outline {
  return outlineOfRange(first, new PageReader().range(first, last), options, new O.Outline());
}

function outlineOf(html: string, host = 'example.com') {
  return readOutline(parsePage(html), { host });
}

function itemOf(outline: O.Outline, text: string): number {
  return outline.texts.findIndex((one, i) => outline.kind[i] !== O.ITEM_ELEMENT && one.includes(text));
}

describe('readOutline', () => {
  it('keeps texts in document order and leaves out what is no text of the page', () => {
    const outline = outlineOf(
      '<p>一<b>二</b>三</p><script>四</script><style>五</style><noscript>六</noscript><textarea>七</textarea><svg><title>八</title></svg><p> </p><p>九</p>',
    );
    expect(outline.texts.filter((text) => text !== '')).toEqual(['一', '二', '三', '九']);
  });

  it('hands links down', () => {
    const outline = outlineOf(
      '<div><a href="http://other.net/"><b>远</b></a><a href="/near">近</a></div><a href="http://bbs.example.com/">家</a>',
    );
    const far = itemOf(outline, '远');
    expect(outline.link[far]).toBe(O.LINK_ALIEN);
    expect(outline.hosts[outline.host[far] as number]).toBe('other.net');
    expect((outline.place[far] as number) & O.PLACE_BARE_HOST).not.toBe(0);
    expect(outline.link[itemOf(outline, '近')]).toBe(O.LINK_OWN);
    expect(outline.link[itemOf(outline, '家')]).toBe(O.LINK_OWN);
  });

  it('says of a link in a page what it says in a range', () => {
    const hrefs = [
      '/a',
      'b.html?u=http://far.net/',
      '',
      '#top',
      'javascript:void(0)',
      'JavaScript:;',
      ' javascript:;',
      'mailto:a@b.c',
      'tel:1',
      'about:blank',
      '//far.net/x',
      ' http://far.net/some/long/path.html',
      'http://www.example.com/x',
      'https://example.com/',
      'http://example.com.far.net/',
      'http://bbs.example.com/',
      'HTTP://FAR.NET',
      'ftp://far.net/',
    ];
    const links = hrefs.map((href, i) => `<a href="${href}">链${i}。</a>`).join('');
    const document = parsePage(
      `<a>无</a><map><area href="http://far.net/">区</map>${links}<a style="color:red" href="/z">末</a>`,
    );
    const whole = readOutline(document, { host: 'example.com' });
    const { firstChild, lastChild } = document.body;
    const each = readRange(firstChild as Node, lastChild as Node, { host: 'example.com' });
    const told = (outline: O.Outline) =>
      outline.texts.flatMap((text, i) => {
        const link = outline.link[i] as number;
        const alien = link === O.LINK_ALIEN ? [outline.hosts[outline.host[i] as number], outline.place[i]] : [];
        return text === '' ? [] : [[text, link, ...alien]];
      });
    expect(told(whole)).toEqual(told(each));
    expect(new Set(told(whole).map(([, link]) => link)).size).toBe(4);
  });

  it('divides long texts into units that cover them', () => {
    const text = '第一句话说得很长很长。第二句话也说得很长很长。第三句。';
    const outline = outlineOf(`<p>${text}</p>`);
    const units = [...outline.kind.slice(0, outline.size)].flatMap((kind, i) => (kind === O.ITEM_UNIT ? [i] : []));
    expect(units.map((i) => text.slice(outline.start[i], outline.end[i])).join('')).toBe(text);
    expect(units.length).toBeGreaterThan(1);
  });

  it('is not led astray by clobbered forms', () => {
    const outline = outlineOf(
      '<form><input name="parentNode"><input name="localName"><p>表单里的字</p></form><p>后面</p>',
    );
    expect(outline.texts.filter((text) => text !== '')).toEqual(['表单里的字', '后面']);
  });

  it('takes deep nesting', () => {
    const outline = outlineOf(`${'<div>'.repeat(3000)}深处${'</div>'.repeat(3000)}`);
    expect(itemOf(outline, '深处')).toBeGreaterThan(0);
  });

  it('takes what is nested deeper than parsers nest as children of the last one above, each element once', () => {
    const depth = 5000;
    const document = parsePage('<p>前</p><div id="deep"></div><p>后</p>');
    let at = document.getElementById('deep') as Element;
    for (let i = 0; i < depth; i++) {
      const inner = document.createElement('div');
      at.append(`第${i}层`, inner);
      at = inner;
    }
    for (let up: Element | null = at; up !== null && up.id !== 'deep'; up = up.parentElement) up.append('尾');
    const outline = readOutline(document, { host: '' });
    expect(outline.texts.filter((text) => text !== '')).toHaveLength(2 * depth + 2);
    // Texts, and the elements above them but for those that are too deep: no work that grows with the square of the
    // depth.
    expect(outline.size).toBeLessThan(2 * depth + 1300);
  });

  it('has nothing to say of a document without text', () => {
    expect(outlineOf('<body></body>').texts.filter((text) => text !== '')).toEqual([]);
  });
});

describe('a range', () => {
  it('makes the siblings roots and hands down what stands above', () => {
    const document = parsePage('<nav><p>一</p><p>二</p><p>三</p></nav>');
    const paragraphs = document.querySelectorAll('p');
    const second = paragraphs[1] as Element;
    const third = paragraphs[2] as Element;
    const outline = readRange(second, third, { host: '' });
    expect(outline.texts.filter((text) => text !== '')).toEqual(['二', '三']);
    expect(outline.parent[0]).toBe(-1);
    expect((outline.place[itemOf(outline, '三')] as number) & O.PLACE_CHROME).not.toBe(0);
  });

  it('reads nothing inside a script', () => {
    const document = parsePage('<script>字</script>');
    const text = document.querySelector('script')?.firstChild as Node;
    expect(readRange(text, text, { host: '' }).size).toBe(0);
  });

  it('ends at its last sibling, and climbs from each by itself', () => {
    const document = parsePage(
      '<ul>头<li><a href="http://x.test/"><b>一</b></a>二</li><h2>三</h2>四<script>字</script><li>五</li><li>六</li></ul>',
    );
    const list = document.querySelector('ul') as Element;
    const outline = readRange(list.firstChild as Node, list.children[3] as Node, { host: '' });
    const placed = outline.texts.flatMap((text, i) =>
      text === ''
        ? []
        : [
            `${text} ${outline.parent[i] === -1 ? 'root' : ''}${outline.link[i]}${(outline.place[i] as number) & O.PLACE_HEADING}`,
          ],
    );
    expect(placed).toEqual(['头 root00', '一 20', '二 00', '三 01', '四 root00', '五 00']);
    expect(outline.hosts).toEqual(['', 'x.test']);
  });
});
