/**
 * Pages of the cases: an honest article, spam that no detector overlooks, and a farm that shows that a sweep took
 * place.
 */

import { SPAM_WORDS } from '../../../../tools/fuzz/words.ts';

/** Spam between two honest sentences. */
export const S = '网上赌场开户送彩金，小额贷款秒批无抵押，高清电影在线观看。';
/** An advertisement that fills an element by itself. */
export const AD = '【推荐】真人百家乐注册送彩金，澳门新葡京棋牌官网，手机下注秒到账 www.bjl-88w.example';
/** A stuffed line. */
export const HEAD =
  '澳门新葡京官网-真人百家乐-赌场开户-注册送彩金-时时彩平台-棋牌娱乐城-网上赌场-澳门威尼斯人-百家乐网址';
/** Honest sentences that stand before and after the spam. */
export const A = '图书馆的修缮工程昨天下午全部完成，阅览室今天重新向市民开放。';
export const B = '馆长说，新书架用的是本地的杉木，孩子们的座位也比从前多了一倍。';
/** An honest comment, as one that loads late. */
export const C = '我上周带女儿去过，二楼的儿童区采光很好，就是停车位少了一些。';

/** What no user may see of S, AD, HEAD and the farm. */
export const SPAM = /赌场|百家乐|新葡京|彩金|棋牌|时时彩|娱乐城|秒批|在线观看/;

export const TITLE = '图书馆修缮完成重新开放';

const ARTICLE = [
  '工程从去年秋天开始，历时九个月，施工队更换了全部的屋瓦和窗框，也重新铺设了电线和暖气管道。',
  '一楼大厅保留了上世纪六十年代的水磨石地面，只在破损的地方做了修补，颜色和原来的几乎一样。',
  '记者在现场看到，上午九点不到，门口已经有三十多位读者排队，其中不少是附近小学的学生和老人。',
  '住在隔壁街的周先生说，他从小在这里看书，现在带着孙子来，觉得灯光比以前亮堂，桌椅也结实。',
  '负责设计的建筑师介绍，屋顶加装了一层隔热材料，夏天室内的温度预计可以降低三到四度。',
  '图书馆今后每周二闭馆，其余各天从早上八点半开到晚上八点，周末下午安排了讲座和朗读活动。',
];

/** Links to foreign hosts. @param count how many. */
export function farmLinks(count = 16): string[] {
  return Array.from({ length: count }, (_, at) => {
    const word = SPAM_WORDS[at % SPAM_WORDS.length];
    return `<a href="http://www.${'bcdfghkmpqrtwxz'[at % 15]}b${at * 37 + 11}.example/">${word}</a>`;
  });
}

/** A box of such links. @param attributes of the box, as they stand in the tag. */
export function farm(attributes = 'id="farm"', count = 16): string {
  return `<div ${attributes}>${farmLinks(count).join(' ')}</div>`;
}

/** The honest article. */
export function article(): string {
  return `<article id="article"><h1>${TITLE}</h1>${ARTICLE.map((text) => `<p>${text}</p>`).join('')}</article>`;
}

/** The article's sentences. */
export const HONEST: readonly string[] = [TITLE, ...ARTICLE];

export interface PageParts {
  /** Markup of the head, behind the title. */
  readonly head?: string;
  readonly title?: string;
  /** Left out: the control, a farm after everything. */
  readonly farm?: string;
}

/** A whole page: the article, the case's own markup, the farm. */
export function page(body: string, parts: PageParts = {}): string {
  const { head = '', title = TITLE, farm: control = farm() } = parts;
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${article()}\n${body}\n${control}</body></html>`;
}

/** The same page as a browser writes it down again: what `outerHTML` gives where nobody has touched it. */
export function asWritten(html: string): string {
  return html.replace(/^<!DOCTYPE html>/i, '');
}
