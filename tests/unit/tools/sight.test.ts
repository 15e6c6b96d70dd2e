import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { sightOf } from '../../../tools/sight/declarations.ts';
import { markupSight } from '../../../tools/sight/markup-sight.ts';
import { rulesOf } from '../../../tools/sight/rules.ts';
import { idsHiddenBy, openedBox } from '../../../tools/sight/scripts.ts';

/** What somebody sees of a page, by its markup. */
function seenOf(html: string): string {
  const document = parsePage(html);
  const sees = markupSight(document);
  const walker = document.createTreeWalker(document.body, 4);
  let seen = '';
  while (walker.nextNode() !== null) if (sees(walker.currentNode as Text)) seen += (walker.currentNode as Text).data;
  return seen.replace(/\s+/g, '');
}

describe('sightOf', () => {
  it.each([
    ['display:none', { box: false }],
    ['color:red; DISPLAY : none', { box: false }],
    ['display:"none"', { box: false }],
    ['display:block', { box: true }],
    ['visibility:hidden', { visible: false }],
    ['visibility:visible', { visible: true }],
    ['opacity:0', { away: true }],
    ['opacity: .0 !important', { away: true }],
    ['position:absolute;left:-9000px', { away: true }],
    ['text-indent:-9999px', { away: true }],
    ['transform:translateX(-9999px)', { away: true }],
    ['transform: scale(0)', { away: true }],
    ['position:absolute;clip:rect(0 0 0 0)', { away: true }],
    ['clip:rect(1px, 1px, 1px, 1px)', { away: true }],
    ['clip-path:inset(50%)', { away: true }],
    ['width:1px;height:1px;overflow:hidden', { away: true }],
    ['font-size:1px;color:#fff', { legible: false }],
    ['margin-left:-20px', {}],
    ['opacity:0.5', {}],
    ['font-size:1.2em', { legible: true }],
    ['font-size:0', { legible: true }],
    ['height:1px;background:#ccc', {}],
    ['clip:rect(0, auto, auto, 0)', {}],
    ['', {}],
  ])('%s', (style, sight) => {
    const told = Object.entries(sightOf(style)).filter(([name, value]) => name !== 'away' || value);
    expect(Object.fromEntries(told)).toEqual(sight);
  });
});

describe('markupSight', () => {
  it.each([
    ['the hidden attribute', '<p hidden>一<b>二</b></p>三', '三'],
    ['a hidden element that its style shows', '<p hidden style="display:block">一</p>', '一'],
    [
      'what is hidden inside of what is shown',
      '<div>一<p style="display:none">二<b style="display:inline">三</b></p></div>',
      '一',
    ],
    ['visibility given back', '<div style="visibility:hidden">一<p style="visibility:visible">二</p></div>', '二'],
    ['letters made large again', '<div style="font-size:1px">一<p style="font-size:14px">二</p></div>', '二'],
    ['details', '<details><summary>一</summary>二<p>三</p></details><details open>四</details>', '一四'],
    ['a dialog, a popover', '<dialog>一</dialog><dialog open>二</dialog><p popover>三</p>', '二'],
    ['marquees', '<marquee scrollamount="3000" width="1">一</marquee><marquee scrollamount="3">二</marquee>', '二'],
    ['what is no text of the page', '<script>一</script><textarea>二</textarea><template>三</template>四', '四'],
  ])('%s', (_what, body, seen) => {
    expect(seenOf(`<body>${body}</body>`)).toBe(seen);
  });

  it('reads simple rules, the weightiest of those that match', () => {
    const style = `.nav .sub{display:none} #box { position:absolute; left:-2000px } .shown{color:red}
      /* .plain{display:none} */ .on.sub{display:block} .a,.b>i{visibility:hidden} .plain:before{display:none}
      @media print{.plain{display:none}} @media screen{.wide{display:none}} @media (max-width:600px){.plain{display:none}}`;
    expect(
      seenOf(`<style>${style}</style><body><div class="sub">一</div><div class="nav"><p class="sub">二</p><p class="on sub">三</p></div>
        <p id="box">四</p><p class="shown plain">五</p><p class="a">六</p><p class="b"><i>七</i><u><i>八</i></u></p><p class="wide">九</p>`),
    ).toBe('一三五八');
  });

  it('believes scripts that hide by a split id, and not those that hide on a click', () => {
    const page = `<body><p id="tes">一</p><p id="menu">二</p><p id="tab">三</p>
      <script>document.getElementById("t"+"e"+"s").style.display="n"+"one";</script>
      <script>document.getElementById('menu').style.display='block'</script>
      <script>function close() { document.getElementById("tab").style.display="none"; }</script>`;
    expect(seenOf(page)).toBe('二三');
  });

  it('knows the box that a script opens, up to the script that closes it', () => {
    const open = `<script>document.write("<div style='position:absolute;left:-987px'>")</script>`;
    const page = `<body>${open}<a href="http://x.test">一</a>二<script>document.write("</div>")</script><p>三</p>`;
    expect(seenOf(page)).toBe('三');
  });

  it('finds the way out of a shadow root', () => {
    const document = parsePage('<div id="h" hidden></div><div id="s"></div>');
    const texts = ['h', 's'].map((id) => {
      const text = document.createTextNode('影');
      (document.getElementById(id) as Element).attachShadow({ mode: 'open' }).append(text);
      return text;
    });
    expect(texts.map(markupSight(document))).toEqual([false, true]);
  });
});

describe('scripts', () => {
  it('knows those that write an open tag', () => {
    expect(openedBox(`document.write("<div style='disp"+"lay:none'>")`)?.style).toBe('display:none');
    expect(openedBox(`document.write("<div style='display:none'>x</div>")`)).toBe(null);
    expect(openedBox(`document.write('<img src="/count" style="display:none">')`)).toBe(null);
    expect(openedBox('var a = 1')).toBe(null);
  });
});

describe('hostile markup', () => {
  /** Milliseconds that a reading takes. */
  const timeOf = (read: () => unknown) => {
    const start = performance.now();
    read();
    return performance.now() - start;
  };

  it('is read in linear time', () => {
    // Square time would be minutes, linear time is a tenth of a second on a busy machine.
    const n = 200_000;
    const MOST = 3000;
    const styles = [
      ' '.repeat(n),
      ':'.repeat(n),
      ';'.repeat(n),
      `opacity:${' '.repeat(n)}`,
      `clip:rect(${' '.repeat(n)}`,
    ];
    const sheets = [
      '{'.repeat(n),
      '{}'.repeat(n),
      '/*'.repeat(n),
      `a${' '.repeat(n)}{left:-900px}`,
      `${'@media '.repeat(n)}{`,
    ];
    const scripts = [
      `getElementById(${'"'.repeat(n)}`,
      `getElementById${' '.repeat(n)}`,
      'getElementById('.repeat(n / 20),
    ];
    for (const style of styles) expect(timeOf(() => sightOf(style))).toBeLessThan(MOST);
    for (const sheet of sheets) expect(timeOf(() => rulesOf([sheet]))).toBeLessThan(MOST);
    for (const script of scripts) expect(timeOf(() => idsHiddenBy(script))).toBeLessThan(MOST);
  });

  it('costs no more where it stands on thousands of elements', () => {
    const styled = Array.from({ length: 2000 }, (_, i) => `<p style="opacity:${' '.repeat(985)}${i}">一</p>`).join('');
    const document = parsePage(`<style>p p p p p p p p p q{display:none}</style><body>${styled}${'<p>'.repeat(400)}深`);
    const sees = markupSight(document);
    const spent = timeOf(() => [...document.querySelectorAll('*')].every((element) => sees(element)));
    expect(sees(document.querySelector('p') as Element)).toBe(false);
    expect(spent).toBeLessThan(1500);
  });
});
