import { describe, expect, it } from 'vitest';
import * as O from '../../../lib/outline/outline.ts';
import { outlineOf, PageReader, type PageTexts, readOutline } from '../../../lib/outline/read-page.ts';
import { finish } from '../../../lib/text/steps.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const HOST = { host: 'news.example.com' };

function readPage(document: Document): PageTexts | null {
  return finish(new PageReader().page(document, HOST));
}

function read(body: string): PageTexts {
  return readPage(parsePage(`<title>页</title><body>${body}</body>`)) as PageTexts;
}

/** Each unit's text. */
function unitsOf({ texts }: PageTexts): string[] {
  return [...texts.texts.keys()]
    .filter((i) => texts.kind[i] !== O.ITEM_SPLIT)
    .map((i) => (texts.texts[i] as string).slice(texts.start[i], texts.end[i]).trim());
}

describe('PageReader', () => {
  it('reads what a browser shows as text, whatever the page does to keep it from view', () => {
    const page = read(`<p>一</p><script>var a</script><div style="display:none"> <b>二</b><style>b{}</style></div>
      四<a href="http://x.test/">五 <b>六</b></a><noscript>十</noscript><textarea>九</textarea><iframe>九</iframe>
      <select><option>甲</option></select><template>九</template><button>乙</button><label>丙</label>
      <object data="/none">丁</object><math><mi>戊</mi></math>
      <svg><title>九</title><style>九</style><text>己</text><foreignObject><p>庚</p></foreignObject></svg>`);
    expect(unitsOf(page)).toEqual([...'一二四五六乙丙丁戊己庚']);
  });

  it('reads text beside the body, before it and in a second one', () => {
    const document = parsePage('<title>题</title><body><p>一</p></body>');
    const root = document.documentElement;
    const add = (name: string, text: string, before: Element | null, to: Element = root) => {
      const element = document.createElement(name);
      element.append(text);
      to.insertBefore(element, before);
    };
    add('div', '前', document.body);
    add('body', '头', null, document.head);
    add('div', '后', null);
    add('body', '再', null);
    const page = readPage(document) as PageTexts;
    expect(unitsOf(page)).toEqual([...'头前一后再']);
    const outline = outlineOf(page, null, new O.Outline());
    const names = outline.whole.map((item) => (outline.nodes[item] as Element).localName);
    expect(names).toEqual(['html', 'head', 'body', 'body', 'body']);
  });

  it('divides long texts as the outline does', () => {
    const body = `<p>${'今天的天气很好。我们一起去公园。'.repeat(4)}</p><p>短</p>`;
    const { texts } = read(body);
    const outline = readOutline(parsePage(`<body>${body}</body>`), HOST);
    const unitsIn = (o: O.Outline) =>
      [...o.texts.keys()]
        .filter((i) => o.kind[i] === O.ITEM_UNIT || o.kind[i] === O.ITEM_TEXT)
        .map((i) => [o.start[i], o.end[i]]);
    expect(unitsIn(texts).length).toBeGreaterThan(4);
    expect(unitsIn(texts)).toEqual(unitsIn(outline));
  });

  it('answers null for an empty document', () => {
    const document = parsePage('');
    document.documentElement.remove();
    expect(readPage(document)).toBe(null);
    expect(readOutline(document, HOST).size).toBe(0);
  });
});

describe('outlineOf', () => {
  const BODY = `<ul><li><a href="http://x.test/">一</a></li><li>二</li></ul><h2>三</h2><p>四</p>`;

  it('gives wanted texts the places that they have among all', () => {
    const page = read(BODY);
    const all = outlineOf(page, null, new O.Outline());
    const some = outlineOf(page, Uint8Array.of(1, 0, 1, 1), new O.Outline());
    const placesOf = (outline: O.Outline) =>
      new Map(
        [...outline.texts.keys()]
          .filter((i) => outline.kind[i] === O.ITEM_TEXT)
          .map((i) => [
            outline.texts[i],
            [outline.place[i], outline.link[i], outline.hosts[outline.host[i] as number]],
          ]),
      );
    expect([...placesOf(all).keys()]).toEqual(['一', '二', '三', '四']);
    expect([...placesOf(some).keys()]).toEqual(['一', '三', '四']);
    for (const [text, place] of placesOf(some)) expect(place).toEqual(placesOf(all).get(text));
    expect(placesOf(all).get('一')).toEqual([O.PLACE_LIST | O.PLACE_BARE_HOST, O.LINK_ALIEN, 'x.test']);
  });
});
