/**
 * The look of what stands in the top layer. Sizes are in px: em and rem belong to the page. Colours are those of
 * assets/style/variables.css.
 */
/** Where it stands: below something in the window's coordinates, or in the upper corner. */
export type Anchor = DOMRect | 'corner';

/** How far it keeps off the window's edges (px). */
const EDGE = 8;
/** The room that it wants (px): where there is less to the right or below, it stands further left, or above. */
const WIDTH = 420;
const HEIGHT = 140;

/** Rules for the shadow root. `:host` with `!important` outranks whatever the page says of the element outside. */
export function surfaceStyle(anchor: Anchor, dark: boolean, view: Window): string {
  const [text, ground, line, accent] = dark
    ? ['#d5d7d2', '#232524', '#3a3e3b', '#7fcbb5']
    : ['#4c4842', '#f7f6f3', '#e2dfd8', '#1f6f5c'];
  return `
:host{all:initial!important;position:fixed!important;${placeOf(anchor, view)}display:block!important;
visibility:visible!important;opacity:1!important;z-index:2147483647!important;pointer-events:auto!important;
user-select:none!important;direction:ltr!important;color-scheme:${dark ? 'dark' : 'light'}!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.box{display:flex;flex-wrap:wrap;align-items:center;gap:2px 12px;padding:6px 12px;
max-width:min(${WIDTH}px,calc(100vw - ${2 * EDGE}px));
font:13px/20px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;text-align:left;
color:${text};background:${ground};border:1px solid ${line};border-radius:8px;box-shadow:0 4px 16px rgba(0,0,0,.18)}
span{flex:1 1 100%;overflow-wrap:anywhere}
button{all:unset;box-sizing:border-box;cursor:pointer;color:${accent};min-height:24px;padding:2px 0;font:inherit;
border-radius:3px}
button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid ${accent};outline-offset:2px}
ul{flex:1 1 100%;margin:0 0 4px;padding:0 0 0 18px}
@media (forced-colors:active){.box{border-color:CanvasText}button{color:LinkText}}`;
}

function placeOf(anchor: Anchor, view: Window): string {
  if (anchor === 'corner') return `inset:${EDGE}px ${EDGE}px auto auto!important;`;
  const { innerWidth, innerHeight } = view;
  const left = Math.max(EDGE, Math.min(anchor.left, innerWidth - WIDTH - EDGE));
  const isBelow = anchor.bottom + HEIGHT < innerHeight;
  const side = isBelow
    ? `top:${Math.max(EDGE, anchor.bottom + 4)}px!important;bottom:auto!important;`
    : `bottom:${Math.max(EDGE, innerHeight - anchor.top + 4)}px!important;top:auto!important;`;
  return `left:${left}px!important;right:auto!important;${side}`;
}
