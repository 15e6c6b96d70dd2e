/** Pages for the sweep's browser tests: an honest article, and mild spam in the shapes that hacked pages show. */

export const HONEST = [
  '市政府昨日召开新闻发布会，介绍今年前三季度城市轨道交通建设的进展情况。',
  '据介绍，三号线二期工程已完成全部车站主体结构施工，预计明年底前投入试运行。',
  '负责人表示，施工期间将继续优化交通组织方案，尽量减少对沿线居民出行的影响。',
  '此外，沿线还将新增十二处口袋公园，供周边居民散步休憩。',
];

/** More of the same article: a page that is nearly all spam is a doorway, on which nothing is hidden unasked. */
const MORE = [
  '记者在现场看到，工人们正在铺设轨道，机械设备有序作业，安全员在一旁巡查，整个工地忙而不乱。',
  '家住附近的王女士说，她每天上班要换乘两次公交，单程超过一个小时，地铁开通以后预计可以节省一半的时间。',
  '规划部门的工作人员告诉记者，线路全长二十六公里，设站十八座，其中换乘站五座，全部为地下敷设。',
  '专家认为，轨道交通能够有效缓解早晚高峰的拥堵，也会带动沿线商业和住宅的发展，但仍需做好与公交的衔接。',
  '会上还通报了今年的安全生产情况，要求各参建单位落实责任，严把质量关，确保工程按期完成。',
  '下一步，建设单位将组织市民代表走进工地，听取意见和建议，并定期向社会公布工程的进度。',
];

const WORDS = [
  '澳门百家乐娱乐城',
  '真人棋牌赌场',
  '彩票网上投注平台',
  '在线观看免费电影',
  '贷款秒批不看征信',
  '百家乐赌场开户',
  '传奇私服发布网',
  '棋牌娱乐城送彩金',
];

/**
 * The user's own words that make every one of these spam, and the probe of recorder.ts: tests of the hiding itself then
 * don't lean on the model.
 */
export const OWN_WORDS = {
  spam: ['百家乐', '赌场', '彩票', '在线观看', '贷款秒批', '私服', '娱乐城', '探路词'],
  honest: [],
};

/** Keywords joined as in a stuffed head. */
export const HEAD = WORDS.join('-');
/** What the farm's links say, for tests to look for. */
export const FARM_WORDS = WORDS;

/** A list of links to unrelated hosts. */
export function farm(links = 24): string {
  const items = Array.from({ length: links }, (_, at) => {
    const word = `${WORDS[at % WORDS.length]}|${WORDS[(at + 3) % WORDS.length]}`;
    return `<li><a href="http://www.bet${at}.example.net/">${word}</a></li>`;
  });
  return `<ul id="farm">${items.join('')}</ul>`;
}

/** Keywords in one block of text. */
export function block(): string {
  return `<div class="links">${WORDS.join(' | ')}</div>`;
}

/** The article as paragraphs. */
export function article(): string {
  return `<article><h1>轨道交通建设稳步推进</h1>${[...HONEST, ...MORE].map((text) => `<p>${text}</p>`).join('')}</article>`;
}

/** A whole page. */
export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>轨道交通建设稳步推进</title>${head}</head><body>${body}</body></html>`;
}

/** An infected news page: stuffed head, article, farm in the footer. */
export const INFECTED = page(
  `<p>${HEAD}</p><div id="top"><a href="/">首页</a> <a href="/news">新闻</a></div>${article()}<footer><div class="links">${farm()}</div></footer>`,
);
