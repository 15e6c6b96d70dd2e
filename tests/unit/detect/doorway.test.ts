/** Which pages are doorways, and what keeps a page from being one. */
import { describe, expect, it } from 'vitest';
import { hiddenItems, judgeOutline } from '../../../lib/detect/decide.ts';
import { DOORWAY, doorwayLogOdds } from '../../../lib/detect/doorway.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const HOST = 'door.example.com';
const GAMES = ['炸金花', '德州扑克', '二八杠', '龙虎斗', '百人牛牛', '跑得快'];
const lines = (count: number, line: (game: string, at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(GAMES[at % GAMES.length] as string, at)).join('');
const doorway = (title: string, count = 30) =>
  `<title>${title}</title><h1>真人棋牌平台</h1>${lines(count, (game, at) => `<li><a href="/${at}">${game}真人棋牌平台</a></li>`)}${lines(count, (game) => `<p>玩${game}，到真人棋牌平台。</p>`)}`;
const TITLE = '【官网】真人棋牌平台_棋牌游戏_真人棋牌平台_百度知道';

function logOddsOf(html: string): number {
  const document = parsePage(html);
  const title = document.title;
  const model = bundledModel();
  const outline = readOutline(document, { host: HOST });
  const judged = judgeOutline(outline, model, title);
  return doorwayLogOdds(outline, judged, hiddenItems(outline, judged.spans), model, { title, host: HOST });
}

describe('a doorway', () => {
  it('says in its title what all of it sells', () => {
    expect(logOddsOf(doorway(TITLE))).toBeGreaterThanOrEqual(DOORWAY);
  });

  it('is none under a title that speaks of no trade', () => {
    expect(logOddsOf(doorway('市图书馆新馆开放'))).toBe(Number.NEGATIVE_INFINITY);
  });

  it('is none where hardly anything would be left to judge', () => {
    expect(logOddsOf(doorway(TITLE, 2))).toBe(Number.NEGATIVE_INFINITY);
  });

  it('is none where a Simplified title stands over Traditional text', () => {
    const menus = '<p>這個問題從開會時說起，動員業者與書店，還進了電視，現場見過兩次。</p>'.repeat(20);
    expect(logOddsOf(doorway('网上赌场开户_真人棋牌平台') + menus)).toBe(Number.NEGATIVE_INFINITY);
    expect(logOddsOf(doorway('网上赌场开户_真人棋牌平台'))).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });

  it('is no honest article whose title was taken', () => {
    const prose = [
      '记者在现场看到，工人们正在为站厅铺设地砖，出入口的扶梯也已安装到位，预计下个月开始设备调试。',
      '居民李女士说，以前去市中心要换乘两趟公交车，路上将近一个小时，线路开通以后只要二十分钟。',
      '交通部门提醒，施工围挡将分批拆除，届时部分路口的信号灯会重新调整，请驾驶员留意现场的标志。',
    ];
    const article = prose
      .map((text) => `<p>${text}</p>`)
      .join('')
      .repeat(6);
    expect(logOddsOf(`<title>${TITLE}</title><h1>地铁四号线明年开通</h1>${article}`)).toBeLessThan(DOORWAY);
  });
});
