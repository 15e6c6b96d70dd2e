/** The page that the tests of the extension's own pages act on. */
import { article, farm, page } from '../sweep/pages.ts';

const MORE = [
  '记者在现场看到，工人们正在为站厅铺设地砖，出入口的扶梯也已安装到位，预计下个月开始设备调试。',
  '居民李女士说，以前去市中心要换乘两趟公交车，路上将近一个小时，线路开通以后只要二十分钟。',
  '设计单位介绍，沿线车站的装修借鉴了本地的建筑风格，每一站都选用了不同的主色，方便老人和孩子辨认。',
  '交通部门提醒，施工围挡将分批拆除，届时部分路口的信号灯会重新调整，请驾驶员留意现场的指示标志。',
  '专家认为，轨道交通改变的不只是出行时间，也会带动沿线的商业和住房，需要提前做好学校和医院的规划。',
];

/** An article of honest length above a farm, which stands in a plain block: there every degree of care hides all of it. */
export const INFECTED = page(
  `${article()}<section>${MORE.map((text) => `<p>${text}</p>`).join('')}</section><div>${farm(16)}</div>`,
);

const TRADE = ['百家乐开户', '真人娱乐城注册', '彩票计划软件', '棋牌游戏送彩金', '时时彩平台', '六合彩特码'];
const PROMISES = ['手机下注秒到账', '首存送彩金', '信誉第一老品牌', '二十四小时在线客服', '提款无上限'];

/** A page with nothing honest on it: links of a gambling site to its own pages, and lines that praise it. */
export const DOORWAY = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${TRADE.slice(0, 3).join('_')}_官网</title></head><body><h1>${TRADE[0]}官网</h1><ul>${Array.from(
  { length: 30 },
  (_, at) => `<li><a href="/${at}.html">${TRADE[at % TRADE.length]}${PROMISES[at % PROMISES.length]}${at}</a></li>`,
).join('')}</ul>${Array.from(
  { length: 20 },
  (_, at) =>
    `<p>${TRADE[at % TRADE.length]}，${TRADE[(at + 2) % TRADE.length]}，${PROMISES[at % PROMISES.length]}，${PROMISES[(at + 3) % PROMISES.length]}，第${at}期开奖结果。</p>`,
).join('')}</body></html>`;
