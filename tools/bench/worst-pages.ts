/**
 * Pages made to cost as much as possible. Each holds an honest article and a farm of links, so that one can see whether
 * they are still told apart.
 */

const PROSE = '据介绍，三号线二期工程已完成全部车站主体结构施工，预计明年底前投入试运行。';
const ARTICLE = [
  '市政府昨日召开新闻发布会，介绍今年前三季度城市轨道交通建设的进展情况。',
  PROSE,
  '负责人表示，施工期间将继续优化交通组织方案，尽量减少对沿线居民出行的影响。',
  '此外，沿线还将新增十二处口袋公园，供周边居民散步休憩。',
];
const SPAM = ['澳门百家乐娱乐城', '真人棋牌赌场', '彩票网上投注平台', '百家乐赌场开户', '棋牌娱乐城送彩金'];
/** A word of the farm: seen nowhere else on these pages. */
export const FARM_WORD = SPAM[0] as string;

const FARM = `<ul id="farm">${Array.from({ length: 24 }, (_, at) => `<li><a href="http://www.bet${at}.example.net/">${SPAM[at % SPAM.length]}|${SPAM[(at + 2) % SPAM.length]}</a></li>`).join('')}</ul>`;

/** A whole page around what costs. */
function page(costly: string, head = ''): string {
  const article = ARTICLE.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>轨道交通建设稳步推进</title>${head}</head><body><article id="article"><h1>轨道交通建设稳步推进</h1>${article}</article>${costly}${FARM}</body></html>`;
}

/**
 * Made by a script, since parsers nest no deeper than 512; not laid out, since Chromium itself crashes on such a depth.
 */
const NEST = `<div hidden id="deep"></div><script>
let at = document.getElementById('deep');
for (let i = 0; i < 10000; i++) {
  const inner = document.createElement('div');
  at.append('第' + i + '层的文字', inner);
  at = inner;
}
for (; at.id !== 'deep'; at = at.parentNode) at.append('尾');
</script>`;

const SHADOWS = `<div id="hosts"></div><script>
for (let i = 0; i < 5000; i++) {
  const host = document.createElement('div');
  host.attachShadow({ mode: i % 2 ? 'open' : 'closed' }).innerHTML = '<p>${PROSE}</p><slot></slot>';
  host.append('${PROSE}');
  document.getElementById('hosts').append(host);
}
</script>`;

const FRAME = `<p>${PROSE}</p>${FARM}`.replaceAll('"', '&quot;');

/** An article with so many frames, each with a farm of its own. */
export function framed(count: number): string {
  return page(`<iframe srcdoc="${FRAME}"></iframe>`.repeat(count));
}

/**
 * The pages, made when asked for: one of them has 30 MB. The long text is not laid out, which would cost the browser
 * far more than the sweep.
 */
export const WORST: readonly (readonly [name: string, make: () => string])[] = [
  ['10,000 nested elements', () => page(NEST)],
  ['a text of 10 million characters', () => page(`<p hidden>${PROSE.repeat(10_000_000 / PROSE.length)}</p>`)],
  ['200,000 siblings', () => page(`<p>${PROSE.slice(0, 12)}</p>`.repeat(200_000))],
  ['100,000 separators', () => page(`<p>${'新闻|'.repeat(50_000)}</p><p>${'-'.repeat(50_000)}</p>`)],
  ['100,000 breaks', () => page(`<p>${'新闻<br>'.repeat(100_000)}</p>`)],
  ['5,000 shadow roots', () => page(SHADOWS)],
  ['500 frames', () => framed(500)],
];
