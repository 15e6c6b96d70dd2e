/** The look of the bars. Sizes are in px: em and rem belong to the page. */

/** Rules for the shadow root of one bar. `:host` with `!important` outranks whatever the page says of the element outside. */
export function barStyle(dark: boolean): string {
  const [text, ground, line, accent] = dark
    ? ['#d8d4cc', '#2b2a27', '#57534b', '#f0b67a']
    : ['#4c463c', '#f7f4ee', '#d8d0c2', '#8a4b12'];
  return `
:host{all:initial!important;contain:layout style!important;direction:ltr!important;color-scheme:${dark ? 'dark' : 'light'}!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 10px;padding:1px 9px;width:fit-content;max-width:100%;overflow:hidden;
font:13px/20px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;letter-spacing:normal;text-align:left;
color:${text};background:${ground};border:1px solid ${line};border-radius:6px}
.pointed{outline:3px solid #d9822b;outline-offset:-1px}
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
export function placeStyle(inline: boolean, width: number, float: string): string {
  const common = 'visibility:visible!important;opacity:1!important;';
  if (inline) return `:host{display:inline!important;${common}}`;
  return `:host{display:block!important;${common}flex:0 1 auto!important;grid-column:1/-1!important;align-self:flex-start!important;width:auto!important;max-width:min(100%,${Math.floor(width)}px)!important;margin:4px 0!important;float:${float}!important;clear:none!important}`;
}
