/** Pages for the tests of picker and reports: honest text, and blocks that a user may want to hide. */

export const ARTICLE = [
  '区里的老菜市场翻修后重新开张，摊位从一百二十个增加到一百六十个，还装了电梯。',
  '管理方说，早市从五点半开始，周末延长到中午，停车两小时内免费。',
  '记者早上六点来到市场，蔬菜区已经很热闹。卖豆腐的老陈在这里做了十九年，他说新摊位有了上下水，收摊后冲洗方便多了，夏天也不再闷热。几位老街坊一边挑菜一边聊天，都说过道宽了，推着小车也能走。',
  '翻修从去年秋天开始，历时十个月，其间摊主们搬到隔壁的临时棚里营业。设计师保留了原来的红砖外墙和木梁，只在屋顶加了采光带，白天基本不用开灯，一年下来能省不少电费。',
  '市场二层新设了社区食堂和修补角，可以配钥匙、补鞋、磨刀。食堂中午供应两荤两素，老人凭证件可以打折。下一步还打算在周末晚上办读书会，请附近的中学生来讲讲自己喜欢的书。',
];

/** Names that no detector takes for spam: here it is the user who decides. */
export const SHOPS = ['城南五金', '河西花店', '东街面馆', '北门书屋', '桥头理发', '园区打印', '站前旅社', '湖边茶楼'];

export function shops(names: readonly string[] = SHOPS): string {
  const items = names.map((name, at) => `<li><a href="/shop${at}.html">${name}欢迎光临</a></li>`).join('');
  return `<div class="side"><h3>周边商户推荐</h3><ul id="shops">${items}</ul></div>`;
}

export function page(middle: string, head = ''): string {
  const [first, second, ...rest] = ARTICLE;
  const body = rest.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>菜市场</title>${head}</head><body><h1>菜市场开张</h1><p id="first">${first}</p>${middle}<p id="last">${second}</p>${body}</body></html>`;
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

/**
 * A page's script that counts everything a click or a key could set off, with every kind of listener, and opens
 * windows.
 */
export const SPY = `<script>
  window.heard = [];
  for (const type of ['pointerdown','pointerup','mousedown','mouseup','click','auxclick','dblclick','contextmenu','touchstart','touchend','keydown','keypress','keyup','focus','submit'])
    for (const target of [window, document])
      target.addEventListener(type, (event) => { if (event.isTrusted && type !== 'focus') { window.heard.push(type); window.open('about:blank'); } }, true);
  window.onclick = () => window.heard.push('onclick');
</script>`;
