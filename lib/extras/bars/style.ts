/** The look of the bars. Sizes are in px: em and rem belong to the page. Colours are those of assets/style/variables.css. */
import type { Place } from './place.ts';

/** How far a bar keeps off the page's edge, in px. */
const EDGE_MARGIN = 8;

/** What is pointed at in the popup. */
export const POINT_COLOUR = '#d9822b';

/** Rules for the shadow root of one bar. `:host` with `!important` outranks whatever the page says of the element outside. */
export function barStyle(dark: boolean): string {
  const [text, ground, line, accent] = dark
    ? ['#a9aca6', '#232524', '#3a3e3b', '#7fcbb5']
    : ['#66615a', '#f7f6f3', '#e2dfd8', '#1f6f5c'];
  return `
:host{all:initial!important;contain:layout style!important;user-select:none!important;direction:ltr!important;color-scheme:${dark ? 'dark' : 'light'}!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 9px;padding:1px 8px;width:fit-content;max-width:100%;overflow:hidden;
font:13px/20px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;letter-spacing:normal;text-align:left;
color:${text};background:${ground};border:1px solid ${line};border-radius:6px}
.pointed{outline:3px solid ${POINT_COLOUR};outline-offset:-1px}
span:not(.bar){flex:0 1 auto;min-width:0;overflow-wrap:anywhere}
.mark{display:inline-flex;vertical-align:baseline;padding:0 5px;border-radius:8px;gap:0 8px}
button{all:unset;box-sizing:border-box;cursor:pointer;color:${accent};min-height:24px;padding:2px 0;font:inherit;border-radius:3px}
button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid ${accent};outline-offset:-2px}
.mark button{min-height:0;padding:0 3px}
ul{flex:1 1 100%;margin:0 0 4px;padding:0 0 0 18px}
li{margin:0}
@media (forced-colors:active){.bar{border-color:CanvasText}button{color:LinkText}}`;
}

/** How a host stands in the page: these go into its own `:host` rule too, against the page's styles. */
export function placeStyle(inline: boolean, { width, float, edge }: Pick<Place, 'width' | 'float' | 'edge'>): string {
  const common = 'visibility:visible!important;opacity:1!important;';
  if (inline) return `:host{display:inline!important;${common}}`;
  const side = edge ? EDGE_MARGIN : 0;
  return `:host{display:block!important;${common}flex:0 1 auto!important;grid-column:1/-1!important;align-self:flex-start!important;width:auto!important;max-width:calc(min(100%,${Math.floor(width)}px) - ${2 * side}px)!important;margin:4px ${side}px!important;float:${float}!important;clear:none!important}`;
}
