/** The picker's look. Sizes in px: em and rem belong to the page. */

/**
 * Rules for the picker's shadow root; `:host` with `!important` outranks whatever the page says of the element outside.
 */
export function pickerStyle(dark: boolean): string {
  const [text, ground, line, accent, onAccent] = dark
    ? ['#ece7de', '#26241f', '#6b6459', '#f0b67a', '#26241f']
    : ['#37322a', '#fffdf8', '#a79c8a', '#8a4b12', '#ffffff'];
  return `
:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;
margin:0!important;padding:0!important;
border:0!important;background:none!important;overflow:visible!important;display:block!important;
visibility:visible!important;opacity:1!important;
pointer-events:none!important;z-index:2147483647!important;direction:ltr!important;
color-scheme:${dark ? 'dark' : 'light'}!important}
*{box-sizing:border-box}
.cover{position:fixed;inset:0;pointer-events:auto;cursor:crosshair}
.box{position:fixed;pointer-events:none;border:2px dashed ${accent};background:rgba(217,130,43,.14);border-radius:3px}
.box.taken{border-style:solid;background:rgba(217,130,43,.34)}
.box.taken::before{content:"\\2713";position:absolute;top:0;right:0;padding:0 5px;font:bold 14px/20px sans-serif;
color:${onAccent};background:${accent}}
.bar{position:fixed;left:50%;transform:translateX(-50%);width:max-content;max-width:min(calc(100% - 16px),640px);
pointer-events:auto;cursor:default;
display:flex;flex-wrap:wrap;align-items:center;gap:6px;padding:8px;color:${text};background:${ground};
border:1px solid ${line};border-radius:8px;
box-shadow:0 4px 18px rgba(0,0,0,.3);
font:14px/20px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;letter-spacing:normal;
text-align:left}
.bar.low{bottom:8px}
.bar.high{top:8px}
.status{flex:1 1 100%;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
button{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;min-width:36px;
min-height:36px;padding:4px 10px;
cursor:pointer;font:inherit;color:${text};border:1px solid ${line};border-radius:6px;text-align:center}
button.main{color:${onAccent};background:${accent};border-color:${accent}}
button:focus-visible,button.focus{outline:3px solid ${accent};outline-offset:2px}
button[aria-disabled=true]{opacity:.55}
@media (pointer:coarse){button{min-width:44px;min-height:44px}}
@media (forced-colors:active){.box{border-color:Highlight}button{border-color:ButtonText}}`;
}
