import { describe, expect, it } from 'vitest';
import { type HiddenNames, hiddenNames } from '../../../lib/outline/hiding.ts';
import { HIDE_BARE, HIDE_NONE } from '../../../lib/outline/outline.ts';
import { hidingAmong, hidingSelector, OwnHiding } from '../../../lib/outline/own-hiding.ts';
import { tagBits } from '../../../lib/outline/tags.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const PAGE = `<body><div id="a" class="x off">一</div><p style="display:none">二</p><p style="color:red">三</p>
<div class="off" style="text-indent:-999px">四</div><marquee width="1">五</marquee><form style="display:none"><input name="style">六</form>
<span class="offer">七</span></body>`;

/** What each element of the page answers when it is asked by itself. */
function oneByOne(document: Document, names: HiddenNames | null): Map<Node, number> {
  const own = new OwnHiding(names);
  const all = [...document.querySelectorAll('*')].map((e) => [e, own.of(e, tagBits(e.localName))] as const);
  return new Map(all.filter(([, bits]) => bits !== 0));
}

describe('hidingAmong', () => {
  it.each([
    ['no rules', ''],
    ['a few rules', '#a{display:none} .off{display:none}'],
    ['many rules', `${Array.from({ length: 40 }, (_, i) => `.n${i}{display:none}`).join('')}.off{display:none}`],
  ])('finds what asking every element finds: %s', (_, style) => {
    const document = parsePage(PAGE);
    const names = style === '' ? null : hiddenNames([style], []);
    const found = hidingAmong(document.querySelectorAll(`${hidingSelector(names)},marquee`), names);
    expect(found.size).toBeGreaterThan(2);
    expect(new Map(found)).toEqual(oneByOne(document, names));
  });

  it('says of an element without id and class that it is bare', () => {
    const document = parsePage(PAGE);
    const hidden = document.querySelector('p') as Element;
    expect(hidingAmong(document.querySelectorAll(hidingSelector(null)), null).get(hidden)).toBe(HIDE_NONE | HIDE_BARE);
  });
});
