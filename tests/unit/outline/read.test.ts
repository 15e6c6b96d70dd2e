import { describe, expect, it } from 'vitest';
import * as O from '../../../lib/outline/outline.ts';
import { outlineOf, PageReader, type PageTexts, readOutline } from '../../../lib/outline/read.ts';
import { finish } from '../../../lib/text/steps.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const HOST = { host: 'news.example.com' };

function readPage(document: Document): PageTexts | null {
  return finish(new PageReader().page(document, HOST));
}

function read(body: string): PageTexts {
  return readPage(parsePage(`<title>页</title><body>${body}</body>`)) as PageTexts;
}

/** Each unit's text, marked where it does not stand in plain sight. */
function unitsOf({ texts }: PageTexts): string[] {
  return [...texts.texts.keys()]
    .filter((i) => texts.kind[i] !== O.ITEM_SPLIT)
    .map(
      (i) =>
        `${texts.hide[i] === 0 ? '' : '*'}${(texts.texts[i] as string).slice(texts.start[i], texts.end[i]).trim()}`,
    );
}

describe('readPage', () => {
  it('reads what is text of the page, and marks what is hidden or leaves the site', () => {
    const page =
      read(`<p>一</p><script>var a</script><div style="display:none"> <b>二</b><style>b{}</style><a href="http://x.test/">三</a></div>
      四<a href="http://x.test/">五 <b>六</b></a><a href="http://www.news.example.com/">七</a><a href="/8">八</a>
      <a href="//y.test">九</a><noscript>十</noscript><select><option>甲</option></select><marquee width="1">乙</marquee><p>丙</p>
      <a href="mailto:a@x.test">丁</a><map><area href="http://x.test/"></map>戊`);
    expect(unitsOf(page)).toEqual(['一', '*二', '*三', '四', '*五', '*六', '七', '八', '*九', '*乙', '丙', '丁', '戊']);
  });

  it('marks everything where the body hides itself', () => {
    const page = readPage(parsePage('<body style="display:none">一<p>二</p></body>'));
    expect(unitsOf(page as PageTexts)).toEqual(['*一', '*二']);
  });

  it('hides by rules of the page', () => {
    const page = read('<style>.k{text-indent:-999px}</style><p>一</p><p class="k">二</p><p>三</p>');
    expect(unitsOf(page)).toEqual(['一', '*二', '三']);
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

  it('answers null for a document without a body', () => {
    const document = parsePage('');
    document.body.remove();
    expect(readPage(document)).toBe(null);
    expect(readOutline(document, HOST).size).toBe(0);
  });
});

describe('outlineOf', () => {
  const BODY = `<ul><li><a href="http://x.test/">一</a></li><li>二</li></ul><h2>三</h2><p style="display:none">四</p>`;

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
            [outline.place[i], outline.link[i], outline.hide[i], outline.hosts[outline.host[i] as number]],
          ]),
      );
    expect([...placesOf(all).keys()]).toEqual(['一', '二', '三', '四']);
    expect([...placesOf(some).keys()]).toEqual(['一', '三', '四']);
    for (const [text, place] of placesOf(some)) expect(place).toEqual(placesOf(all).get(text));
    expect(placesOf(all).get('一')).toEqual([O.PLACE_LIST | O.PLACE_BARE_HOST, O.LINK_ALIEN, 0, 'x.test']);
  });
});
