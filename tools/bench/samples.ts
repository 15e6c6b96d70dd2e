/**
 * Pages to measure on, of any size: a forum thread or a news page in Chinese, the same with spam, and an English page.
 * The same bytes on every run.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly name: string;
  readonly html: string;
  /** Huge pages and saved ones are measured at full speed alone: throttled they would take an hour. */
  readonly fullSpeedOnly: boolean;
}

export type Flavour = 'honest' | 'infected' | 'english';
export const FLAVOURS: readonly Flavour[] = ['honest', 'infected', 'english'];

/** Keywords of the spam in infected pages; the text filters get the first twenty of them as rules. */
export const KEYWORDS = [
  '澳门百家乐',
  '真人棋牌',
  '彩票投注',
  '在线观看',
  '贷款秒批',
  '赌场开户',
  '传奇私服',
  '娱乐城送',
  '网上赌球',
  '时时彩计划',
  '六合彩资料',
  '老虎机技巧',
  '电影天堂',
  '免费影院',
  '无抵押贷',
  '信用卡套',
  '私服发布',
  '棋牌送分',
  '博彩公司',
  '足球外围',
] as const;

const HONEST = [
  '市政府',
  '昨日',
  '召开',
  '会议',
  '研究',
  '部署',
  '下一阶段',
  '重点',
  '工作',
  '记者',
  '从有关部门',
  '了解到',
  '今年以来',
  '城市',
  '轨道',
  '交通',
  '建设',
  '稳步',
  '推进',
  '居民',
  '出行',
  '更加',
  '便捷',
  '专家',
  '认为',
  '这一',
  '措施',
  '将',
  '有效',
  '缓解',
  '高峰',
  '时段',
  '压力',
  '同时',
  '也',
  '为',
  '沿线',
  '商业',
  '发展',
  '带来',
  '新的',
  '机遇',
  '楼主',
  '说得',
  '很有道理',
  '我觉得',
  '还可以',
  '再',
  '看看',
  '谢谢',
  '分享',
];
const ENGLISH =
  'the city council met on tuesday to discuss plans for a new line which would link the harbour with the northern suburbs and cut travel times by a third'.split(
    ' ',
  );
/** Nodes that one comment makes: elements and texts, white space between them left out. */
const NODES_PER_COMMENT = 19;
const FARM_LINKS = 41;

/** A generator of numbers in 0..1 that gives the same row each time. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** So many saved pages from each half of the corpus, evenly over its names; none where there is no corpus. */
export function realPages(count: number): Sample[] {
  if (!existsSync(CORPUS)) {
    console.error('skipped: real pages (no ../shared/corpus here)');
    return [];
  }
  return ['clean', 'infected'].flatMap((half) => {
    const files = readdirSync(join(CORPUS, half))
      .filter((name) => /\.html?$/.test(name))
      .sort();
    const step = Math.max(1, Math.floor(files.length / count));
    return files
      .filter((_, at) => at % step === 0)
      .slice(0, count)
      .map((name, at) => ({
        name: `real ${half} ${at + 1}`,
        html: readFileSync(join(CORPUS, half, name), 'utf8'),
        fullSpeedOnly: true,
      }));
  });
}

/** A page of about so many nodes. */
export function samplePage(nodes: number, flavour: Flavour): string {
  const next = random(nodes);
  const words = flavour === 'english' ? ENGLISH : HONEST;
  const glue = flavour === 'english' ? ' ' : '';
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const sentence = (length: number): string =>
    `${Array.from({ length }, () => pick(words)).join(glue)}${glue === '' ? '。' : '. '}`;
  const comments = Array.from({ length: Math.max(1, Math.round(nodes / NODES_PER_COMMENT)) }, (_, at) => {
    const user = `${pick(words)}${at}`;
    return `<li class="comment" id="c${at}"><div class="head"><a href="/u/${at}" class="user">${user}</a> <span class="time">2024-${1 + (at % 12)}-${1 + (at % 28)}</span></div><p class="body">${sentence(12)}<b>${pick(words)}</b>${sentence(8)}</p><p>${sentence(10)}</p><div class="tools"><a href="/r/${at}">${glue === '' ? '回复' : 'reply'}</a> <a href="/l/${at}">${Math.floor(next() * 99)}</a></div></li>`;
  });
  const infected = flavour === 'infected';
  const head = infected ? `<p class="k">${KEYWORDS.slice(0, 8).join('-')}</p>` : '';
  const farm = infected ? farmOf(FARM_LINKS, pick) : '';
  const title = sentence(5);
  return `<!doctype html><html lang="${flavour === 'english' ? 'en' : 'zh'}"><head><meta charset="utf-8"><title>${title}</title><style>body{font:14px sans-serif;max-width:900px;margin:auto}.comment{border-bottom:1px solid #ddd}</style></head><body>${head}<div class="nav"><a href="/">${pick(words)}</a> <a href="/a">${pick(words)}</a> <a href="/b">${pick(words)}</a></div><h1>${title}</h1><ul class="comments">${comments.join('\n')}</ul>${farm}<div class="foot">${sentence(6)}</div></body></html>`;
}

/** The article part of a page that scripts add to, in the benchmarks of changes. */
export function commentsHtml(count: number, seed: number): string {
  const page = samplePage(count * NODES_PER_COMMENT, 'honest');
  return page.slice(page.indexOf('<li'), page.indexOf('</ul>')).replaceAll('id="c', `id="s${seed}-`);
}

function farmOf(links: number, pick: (list: readonly string[]) => string): string {
  const items = Array.from(
    { length: links },
    (_, at) => `<li><a href="http://www.k${at}.example.net/">${pick(KEYWORDS)}${pick(KEYWORDS)}</a></li>`,
  );
  return `<div class="friend">主站蜘蛛池模板<ul>${items.join('')}</ul></div>`;
}
