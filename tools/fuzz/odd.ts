/**
 * Makes odd pages by a seed: any markup in any nesting, names that clobber, lone surrogates, marks that turn text, with
 * honest text alone or with spam.
 */
import { Random } from './random.ts';
import { SPAM_LINES, sentence, spamLinks, stuffed } from './words.ts';

export interface OddPage {
  readonly html: string;
  readonly spam: boolean;
}

/** Honest pieces, some of them about what spam is about. */
const LINES = [
  '开放时间',
  '联系我们',
  '友情链接',
  '更多',
  '上一页 1 2 3 … 98 下一页',
  '热门推荐',
  '市民服务热线 12345',
  '¥128.00 包邮 已售3000+',
  'Copyright © 2026 All Rights Reserved 京ICP备00000000号',
  'The reading room is open again from 9 to 5.',
  '圖書館昨日重新開放，館長表示座位比從前多了一倍。',
  '警方昨日通报，一个跨境网络赌博团伙被摧毁，十二名嫌疑人已被刑事拘留。',
  '体彩中心公布了去年公益金的使用情况，一半用于社区健身器材。',
  '银行提醒市民，办理贷款要走正规渠道，不要轻信来电。',
  '楼下的棋牌室深夜喧哗，居委会上门劝导后已经提前打烊。',
  '足球赛因大雨改期，已经售出的门票继续有效。',
  '中小学生手机管理通知：上课时间统一保管',
  '关于举办第十二届青少年书法比赛的通知',
  '2026年11月30日 星期一 多云转晴 3℃~11℃',
] as const;
const KEYWORDS = ['图书馆', '阅览室', '借书指南', '少儿活动', '讲座预告', '馆藏目录', '志愿者', '失物招领'] as const;
const TAGS = (
  'div span p b i em a li ul ol dl dt dd table tr td th thead tbody section article main aside nav header footer form label button fieldset ' +
  'legend details summary h1 h2 h3 pre code blockquote figure figcaption center font marquee x-card object svg math mtext foreignObject ' +
  'template noscript select option textarea iframe ruby rt s u small sub sup address dialog menu video canvas map bdo nobr plaintext-not'
).split(' ');
const NAMES = [
  'body',
  'parentNode',
  'nextSibling',
  'firstChild',
  'children',
  'attributes',
  'nodeType',
  'style',
  'title',
  'textContent',
  'id',
] as const;
const STYLES = [
  'display:none',
  'display:flex',
  'display:grid',
  'display:contents',
  'position:absolute;left:-9999px',
  'opacity:0',
  `opacity:${' '.repeat(900)}`,
  'font-size:0',
  'float:left',
  'color:transparent',
  'writing-mode:vertical-rl',
  'all:unset',
] as const;
const ODDITIES = [
  '\u202e',
  '\u200b',
  '\ud800',
  '\u0000',
  '\ufeff',
  '&nbsp;',
  '&#x110000;',
  '&shy;',
  '\u0301'.repeat(40),
  '<!-- -->',
  '<![CDATA[x]]>',
  '\r\n',
] as const;
/** Elements in one page, and levels of them. */
const MAX_PIECES = 120;
const MAX_DEPTH = 40;

class Maker {
  #left: number;
  #count = 0;

  constructor(
    readonly random: Random,
    readonly spam: boolean,
  ) {
    this.#left = 10 + random.below(MAX_PIECES);
  }

  text(): string {
    const { random } = this;
    const odd = random.chance(0.1) ? random.pick(ODDITIES) : '';
    return (
      odd +
      random.pick([
        () => sentence(random, ++this.#count),
        () => sentence(random, ++this.#count) + sentence(random, ++this.#count),
        () => random.pick(LINES),
        () =>
          Array.from({ length: 2 + random.below(6) }, () => random.pick(KEYWORDS)).join(
            random.pick(['-', '_', '|', ' ', '，', '\n']),
          ),
        () => String(random.below(1_000_000)),
        () => '',
      ])()
    );
  }

  bad(): string {
    const { random } = this;
    return random.pick([
      () => random.pick(SPAM_LINES),
      () => stuffed(random, 2 + random.below(8)),
      () => spamLinks(random, 3 + random.below(12)).join(' | '),
    ])();
  }

  attributes(): string {
    const { random } = this;
    const all: string[] = [];
    if (random.chance(0.2)) all.push(`style="${random.pick(STYLES)}"`);
    if (random.chance(0.1)) all.push(`${random.pick(['id', 'name'])}="${random.pick(NAMES)}"`);
    if (random.chance(0.1)) all.push(`class="${random.pick(['comment', 'content', 'cm-editor', 'ad', 'foot'])}"`);
    if (random.chance(0.04))
      all.push(
        random.pick(['contenteditable', 'hidden', 'inert', 'popover', 'dir="rtl"', 'aria-label="x"', 'tabindex="0"']),
      );
    return all.map((one) => ` ${one}`).join('');
  }

  piece(depth: number): string {
    const { random } = this;
    if (this.#left-- <= 0 || depth > MAX_DEPTH) return this.text();
    if (this.spam && random.chance(0.12)) return this.bad();
    if (random.chance(0.3)) return this.text();
    const tag = random.pick(TAGS);
    const href =
      tag === 'a'
        ? ` href="${random.pick(['/', '/a.html', 'http://www.friend.example/', 'javascript:void 0', ''])}"`
        : '';
    const field = tag === 'form' && random.chance(0.5) ? `<input name="${random.pick(NAMES)}">` : '';
    const inner = Array.from({ length: random.below(6) }, () => this.piece(depth + 1)).join(
      random.pick(['', ' ', '\n']),
    );
    const root = random.chance(0.03)
      ? `<template shadowrootmode="${random.pick(['open', 'closed'])}"><p>${this.text()}</p><slot></slot></template>`
      : '';
    // Left open, or closed by another's end, every now and then.
    const end = random.chance(0.05) ? '' : random.chance(0.03) ? `</${random.pick(TAGS)}>` : `</${tag}>`;
    return `<${tag}${href}${this.attributes()}>${root}${field}${inner}${end}`;
  }
}

/** The page of a seed; two in three without spam. */
export function oddPage(seed: number, spam = seed % 3 === 0): OddPage {
  const random = new Random(seed * 7919 + 13);
  const maker = new Maker(random, spam);
  const title = random.chance(0.9) ? `<title>${maker.text()}</title>` : '';
  const doctype = random.chance(0.9) ? '<!DOCTYPE html>' : '';
  const body = Array.from({ length: 4 + random.below(12) }, () => maker.piece(0)).join('\n');
  return {
    html: `${doctype}<html${random.chance(0.5) ? ' lang="zh"' : ''}><head><meta charset="utf-8">${title}</head><body>${body}</body></html>`,
    spam,
  };
}
