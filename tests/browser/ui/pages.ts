/** The page that the tests of the extension's own pages act on. */
import { article, farm, page } from '../sweep/pages.ts';

const MORE = [
  '记者在现场看到，工人们正在为站厅铺设地砖，出入口的扶梯也已安装到位，预计下个月开始设备调试。',
  '居民李女士说，以前去市中心要换乘两趟公交车，路上将近一个小时，线路开通以后只要二十分钟。',
  '设计单位介绍，沿线车站的装修借鉴了本地的建筑风格，每一站都选用了不同的主色，方便老人和孩子辨认。',
  '交通部门提醒，施工围挡将分批拆除，届时部分路口的信号灯会重新调整，请驾驶员留意现场的指示标志。',
  '专家认为，轨道交通改变的不只是出行时间，也会带动沿线的商业和住房，需要提前做好学校和医院的规划。',
];

/** An article of honest length above a farm, which stands in a plain block: there all of it is hidden. */
export const INFECTED = page(
  `${article()}<section>${MORE.map((text) => `<p>${text}</p>`).join('')}</section><div>${farm(16)}</div>`,
);

const GAMES = [
  '欢乐斗地主',
  '炸金花',
  '牛牛',
  '捕鱼达人',
  '德州扑克',
  '麻将血战到底',
  '百人牛牛',
  '龙虎斗',
  '二八杠',
  '跑得快',
];
const LINES = 40;
const linesOf = (line: (at: number, game: string) => string): string =>
  Array.from({ length: LINES }, (_, at) => line(at, GAMES[at % GAMES.length] ?? '')).join('');

/**
 * A page with nothing honest on it, most of it too mild to be hidden by itself: a list of games and lines that praise
 * them.
 */
export const DOORWAY = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>【官网】真人棋牌平台_棋牌游戏_真人棋牌平台_百度知道</title></head><body><h1>真人棋牌平台</h1><ul>${linesOf(
  (at, game) => `<li><a href="/${at}.html">${game}真人棋牌平台${at}</a></li>`,
)}</ul>${linesOf((at, game) => `<p>玩${game}真人棋牌平台，下注${at}元起，送彩金。</p>`)}</body></html>`;
