/** Pages for the tests of picker and reports: honest text, and blocks that a reader may want to hide. */

export const ARTICLE = [
  '区里的老菜市场翻修后重新开张，摊位从一百二十个增加到一百六十个，还装了电梯。',
  '管理方说，早市从五点半开始，周末延长到中午，停车两小时内免费。',
];

/** Names that no detector takes for spam: here it is the reader who decides. */
export const SHOPS = ['城南五金', '河西花店', '东街面馆', '北门书屋', '桥头理发', '园区打印', '站前旅社', '湖边茶楼'];

export function shops(names: readonly string[] = SHOPS): string {
  const items = names.map((name, at) => `<li><a href="/shop${at}.html">${name}欢迎光临</a></li>`).join('');
  return `<div class="side"><h3>周边商户推荐</h3><ul id="shops">${items}</ul></div>`;
}

export function page(middle: string, head = ''): string {
  const [first, second] = ARTICLE;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>菜市场</title>${head}</head><body><h1>菜市场开张</h1><p id="first">${first}</p>${middle}<p id="last">${second}</p></body></html>`;
}

/** Farm of mild spam that the detector hides. */
export function farm(order: readonly number[] = [...Array(24).keys()]): string {
  const words = [
    '澳门百家乐娱乐城',
    '真人棋牌赌场',
    '彩票网上投注平台',
    '在线观看免费电影',
    '贷款秒批不看征信',
    '百家乐赌场开户',
    '传奇私服发布网',
    '棋牌娱乐城送彩金',
  ];
  const items = order.map(
    (at) => `<li><a href="http://www.bet${at}.example.net/">${words[at % 8]}|${words[(at + 3) % 8]}${at}</a></li>`,
  );
  return `<ul id="farm">${items.join('')}</ul>`;
}

/** A page's script that counts everything a click or a key could set off, with every kind of listener, and opens windows. */
export const SPY = `<script>
  window.heard = [];
  for (const type of ['pointerdown','pointerup','mousedown','mouseup','click','auxclick','dblclick','contextmenu','touchstart','touchend','keydown','keypress','keyup','focus','submit'])
    for (const target of [window, document])
      target.addEventListener(type, (event) => { if (event.isTrusted && type !== 'focus') { window.heard.push(type); window.open('about:blank'); } }, true);
  window.onclick = () => window.heard.push('onclick');
</script>`;
