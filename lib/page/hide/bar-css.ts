/**
 * The CSS of bars, which the sheet holds: how a hidden element becomes its own bar, in every display. Colours are those
 * of assets/style/variables.css.
 */
import type { BarStyle } from '../../settings/schema.ts';

// Values of the attribute. Any other one is the words of a bar.
/** Hidden, without a bar. */
export const HIDE = '';
/** Shown again by the user: outlined. */
export const SHOW = 's';
/** Shown, and pointed at from the popup. */
export const POINT = 'p';

// Flags at the end of a bar's words: characters without a width, so that they can stand in what is painted.
/** The bar is pointed at from the popup. */
export const POINTED = '\u200b';
/** The page is dark here. */
export const DARK = '\u200c';
/** The words stand under what is shown, and nothing is hidden. */
export const NOTE = '\u2060';
/** The box keeps its size, as others float beside it. */
export const KEEPS_BOX = '\u200d';

/** Names of highlights: the attribute's, and one of these. */
export const MARK = 'm';
/** Stretches that are not edited yet. */
export const CLEAR = 'h';

/** Impossible identities: they raise a rule of the style element above the page's own `!important` ones. */
const WEIGHT = ':not(#a#b#c#d)'.repeat(2);

/** Declarations that nothing outranks. */
function all(declarations: string): string {
  return declarations.replace(/;/g, '!important;');
}

/** Nothing of the page's own moves what is hidden. */
const STILL = 'transition:none;animation:none;';
const GONE = all(`display:none;${STILL}`);
/** Of a box nothing but the bar in it is seen, or takes the mouse. */
const PASSIVE =
  'text-shadow:none;list-style:none;background:none;box-shadow:none;outline:0;user-select:none;pointer-events:none;' +
  `-webkit-text-fill-color:transparent;${STILL}`;
/** The box is cleared of all that the page gave it but its width and its place. */
const BOX = all(
  'font-size:0;line-height:0;letter-spacing:0;word-spacing:0;text-indent:0;text-decoration:none;' +
    'border:0;padding:0;min-height:0;height:auto;opacity:1;' +
    `appearance:none;filter:none;clip-path:none;mask:none;content-visibility:visible;${PASSIVE}`,
);
/** A box that keeps its size: all that is in it stays where it is, and is not seen. */
const KEPT_BOX = all(`color:transparent;border-color:transparent;${PASSIVE}`);
const FAMILY = 'system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
const UNSEEN = all(`visibility:hidden;opacity:0;${STILL}`);
/** Words that are painted beside or in place of what is in an element: seen and pressed, as all is initially. */
const WORDS = 'all:initial;content:attr(@);grid-column:1/-1;margin:2px 0;overflow-wrap:anywhere;';
const BAR = all(
  `${WORDS}display:inline-block;box-sizing:border-box;max-width:100%;` +
    `padding:1px 8px;flex:none;align-self:flex-start;justify-self:start;font:13px/20px ${FAMILY};` +
    'color:#66615a;background:#f7f6f3;' +
    'border:1px solid #e2dfd8;border-radius:6px;text-align:left;cursor:pointer;' +
    'user-select:none;-webkit-text-fill-color:currentcolor;',
);
/** A line under what it speaks of, in that one's own colour: it can be read on any ground. */
const NOTED = all(`${WORDS}display:block;clear:both;font:12px/18px ${FAMILY};color:inherit;opacity:.75;`);
const DARK_BAR = all('color:#a9aca6;background:#232524;border-color:#3a3e3b;');

/** An outline around an element or its bar. */
const outline = (look: string): string => all(`outline:${look};outline-offset:1px;`);

const IN_ROW = all('display:block;width:max-content;max-width:none;margin-right:-100vw;white-space:nowrap;');

/** The rules of the user's sheet. */
export function userRules(attribute: string, style: BarStyle): string {
  const is = (value: string): string => `[${attribute}="${value}"]${WEIGHT}`;
  const note = `[${attribute}*="${NOTE}"]`;
  const shown = `[${attribute}="${SHOW}"],[${attribute}="${POINT}"],${note}`;
  const gone = style === 'none' ? `[${attribute}]:not(${shown})${WEIGHT}` : is(HIDE);
  const rules = [
    `${gone}{${GONE}}`,
    // A cell keeps its place, or the row's other cells would move.
    `:is(td,th)${gone}{${all('display:table-cell;')}${BOX}}`,
    `:is(td,th)${gone}>*{${GONE}}`,
    `${is(SHOW)}{${outline('1px dashed #b0703c')}}`,
    `${is(POINT)}{${outline('3px solid #d9822b')}}`,
    `${note}::after{${NOTED.replace('@', attribute)}}`,
  ];
  if (style === 'none') return rules.join('\n');
  const bar = (flags = ''): string => `[${attribute}]${flags}:not([${attribute}=""],${shown})${WEIGHT}`;
  const flag = (one: string): string => `[${attribute}*="${one}"]`;
  const body =
    BAR.replace('@', attribute) + (style === 'mark' ? all('content:"⋯";padding:0 5px;border-radius:8px;') : '');
  return rules
    .concat(
      `${bar(`:not(${flag(KEEPS_BOX)})`)}{${BOX}}`,
      `${bar(`:not(${flag(KEEPS_BOX)})`)}>*{${GONE}}`,
      `${bar(flag(KEEPS_BOX))}{${KEPT_BOX}}`,
      `${bar(flag(KEEPS_BOX))}>*{${UNSEEN}}`,
      `${bar()}::before{${body}}`,
      `${bar()}::after,${bar()}::marker{${all('content:none;')}}`,
      `${bar(flag(KEEPS_BOX))}::before{${all('position:absolute;')}}`,
      `${bar(flag(DARK))}::before{${DARK_BAR}}`,
      `${bar()}:focus-visible::before{${outline('2px solid #1f6f5c')}}`,
      `${bar(flag(DARK))}:focus-visible::before{${all('outline-color:#7fcbb5;')}}`,
      `${bar(flag(POINTED))}::before{${outline('3px solid #d9822b')}}`,
      // In a row the bar stands in a cell that the browser makes: it lies over the hidden ones, and must not widen its
      // column.
      `:is(tr,tbody,thead,tfoot,table)${bar()}::before{${IN_ROW}}`,
      `@media (forced-colors:active){${bar()}::before{${all('border-color:CanvasText;')}}}`,
      `@media print{${bar()}{${GONE}}}`,
    )
    .join('\n');
}

/** The rules of highlights. */
export function authorRules(attribute: string): string {
  return [
    `::highlight(${attribute}${CLEAR}){color:transparent;text-shadow:none}`,
    // On a ground of its own text's colour, thinned: right on light pages and dark ones.
    `::highlight(${attribute}${MARK}){background-color:color-mix(in srgb,currentcolor 18%,transparent)}`,
    `::highlight(${attribute}${SHOW}){text-decoration:underline dashed #b0703c}`,
    `::highlight(${attribute}${POINT}){color:#000;background-color:#f3bd85}`,
  ].join('\n');
}
