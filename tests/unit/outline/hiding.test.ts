import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenNames, hidingOfMarquee, hidingOfStyle, writesHiddenBox } from '../../../lib/outline/hiding.ts';
import {
  HIDE_MARQUEE,
  HIDE_NONE,
  HIDE_OFFSCREEN,
  HIDE_RULE,
  HIDE_SCRIPT,
  HIDE_TINY,
} from '../../../lib/outline/outline.ts';

describe('hidingOfStyle', () => {
  it.each([
    ['display:none', HIDE_NONE],
    ['color:red; DISPLAY : none', HIDE_NONE],
    ['visibility:hidden', HIDE_NONE],
    ['position:absolute;left:-9000px', HIDE_OFFSCREEN],
    ['text-indent:-9999px', HIDE_OFFSCREEN],
    ['font-size:1px;color:#fff', HIDE_TINY],
    ['width:1px;height:1px;overflow:hidden', HIDE_TINY],
    ['margin-left:-20px', 0],
    ['font-size:1.2em', 0],
    ['font-size:0', 0],
    ['height:1px;background:#ccc', 0],
    ['display:block', 0],
    ['', 0],
  ])('%s', (style, bits) => {
    expect(hidingOfStyle(style)).toBe(bits);
  });
});

describe('hiding by other means', () => {
  it('knows marquees that nobody can read', () => {
    const marquee = (attributes: Record<string, string>) => hidingOfMarquee((name) => attributes[name] ?? null);
    expect(marquee({ scrollamount: '3000', width: '1', height: '5' })).toBe(HIDE_MARQUEE);
    expect(marquee({ scrollamount: '3', width: '300' })).toBe(0);
    expect(marquee({})).toBe(0);
  });

  it('reads simple rules, and scripts that hide by a split id', () => {
    const names = hiddenNames(
      ['.nav .sub{display:none} #box { position:absolute; left:-2000px } .shown{color:red}'],
      [
        'document.getElementById("t"+"e"+"s").style.display="n"+"one";',
        "document.getElementById('menu').style.display='block'",
      ],
    );
    expect([...names.classes]).toEqual([['sub', HIDE_RULE]]);
    expect(names.ids.get('box')).toBe(HIDE_RULE | HIDE_OFFSCREEN);
    expect(names.ids.get('tes')).toBe(HIDE_SCRIPT);
    expect(names.ids.has('menu')).toBe(false);
  });

  it('takes an id that a longer script hides for a tab or a pop-up', () => {
    const tabs = `function show(n){ ${'var pad = 1; '.repeat(20)} document.getElementById("box").style.display="none"; }`;
    expect(hiddenNames([], [tabs]).ids.get('box')).toBe(HIDE_RULE);
    expect(hiddenNames([], ['document.getElementById("box").style.display="none"']).ids.get('box')).toBe(HIDE_SCRIPT);
  });

  it('knows scripts that write an open hidden box', () => {
    expect(writesHiddenBox(`document.write("<div style='position: absolute; top: -987px;left: -987px;'>")`)).toBe(true);
    expect(writesHiddenBox(`document.write("<div style='disp"+"lay:none'>")`)).toBe(true);
    expect(writesHiddenBox(`document.write("<div style='display:none'>x</div>")`)).toBe(false);
    expect(writesHiddenBox(`document.write("<p>")`)).toBe(false);
    expect(writesHiddenBox(`document.write("<marquee scrollAmount=5000 width='1' height='5'>")`)).toBe(true);
    expect(writesHiddenBox(`document.write('<img src="/count" style="display:none">')`)).toBe(false);
  });

  it('is linear on adversarial text', () => {
    const braces = '{'.repeat(50_000);
    const colons = 'left:'.repeat(20_000);
    expect(hiddenNames([`none ${braces}${colons}`], [`getElementById(${'"'.repeat(50_000)}`]).ids.size).toBe(0);
  });
});

describe('rules of a style sheet', () => {
  /** Says the same of ordinary sheets, but takes time with the square of a sheet without braces. */
  const PLAIN = /([^{}]{1,300})\{([^{}]{1,600})\}/g;
  const pieces = [
    '{',
    '}',
    '#a',
    '.b',
    'display:none',
    ' ',
    ',',
    ';',
    'x'.repeat(299),
    'y'.repeat(598),
    '#c{display:none}',
  ];

  it('are those that a plain expression would find', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const style = `${parts.join('')}/*none*/`;
        const alone = [...style.matchAll(PLAIN)].map(([rule]) => hiddenNames([`${rule}/*none*/`], []));
        const found = hiddenNames([style], []);
        expect([...found.ids]).toEqual([...new Map(alone.flatMap(({ ids }) => [...ids]))]);
        expect([...found.classes]).toEqual([...new Map(alone.flatMap(({ classes }) => [...classes]))]);
      }),
      { numRuns: 400 },
    );
  });
});
