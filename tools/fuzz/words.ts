/** Honest sentences and spam that the generated pages are made of. */
import type { Random } from './random.ts';

const PLACES = [
  '图书馆',
  '少年宫',
  '城南菜市场',
  '河边步道',
  '老火车站',
  '儿童医院',
  '市民广场',
  '第三中学',
  '植物园',
  '陶瓷博物馆',
];
const WHEN = ['昨天下午', '上个星期', '今年春天', '国庆前后', '雨季到来之前', '开学第一周'];
const WHO = [
  '负责维修的工程师',
  '住在附近的刘老师',
  '社区的志愿者',
  '一位带着孙子的老人',
  '值班的保安',
  '来写生的学生',
];
const WHAT = [
  '把门口的台阶改成了坡道，推婴儿车的人方便多了',
  '数了数院子里的银杏，一共二十七棵，最老的有九十岁',
  '说新装的路灯比从前亮，晚上散步不用再带手电筒',
  '在公告栏贴出了开放时间，周一休息，节假日照常',
  '带来两箱旧书，希望有人愿意接着把它们读完',
  '种下的一排木槿已经开花，紫色和白色的都有',
  '请大家记得随手关灯，冬天暖气也要省着用',
  '提醒骑车的人在拐角处慢行，那里常有孩子跑出来',
];

/** Spam words, as lines, brands and links carry them. */
export const SPAM_WORDS: readonly string[] = [
  '澳门新葡京官网',
  '真人百家乐赌场',
  '赌场开户送彩金',
  '网上赌场注册',
  '时时彩投注平台',
  '棋牌娱乐城下载',
  '百家乐网址大全',
  '威尼斯人赌场',
  '小额贷款秒批无抵押',
];

/** Spam that fills an element or a stretch by itself. */
export const SPAM_LINES: readonly string[] = [
  '网上赌场开户送彩金，小额贷款秒批无抵押，高清电影在线观看。',
  '【推荐】真人百家乐注册送彩金，澳门新葡京棋牌官网，手机下注秒到账 www.bjl-88w.example',
  '澳门威尼斯人赌场开户，百家乐棋牌娱乐城，注册就送彩金八十八元。',
];

/** A sentence that no other on the page equals. @param n its number. */
export function sentence(random: Random, n: number): string {
  return `${WHEN[n % WHEN.length]}，${random.pick(PLACES)}的第${n}则消息里，${random.pick(WHO)}${random.pick(WHAT)}。`;
}

/** Keywords in a row. */
export function stuffed(random: Random, count: number): string {
  const mark = random.pick(['-', '_', '|', ' ', '，']);
  return Array.from({ length: count }, () => random.pick(SPAM_WORDS)).join(mark);
}

/** Links to foreign hosts. */
export function spamLinks(random: Random, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const host = `www.${random.pick([...'bcdfghkmpqrtwxz'])}${random.pick([...'aeiou'])}${at * 37 + random.below(30)}.example`;
    return `<a href="http://${host}/">${random.pick(SPAM_WORDS)}</a>`;
  });
}
