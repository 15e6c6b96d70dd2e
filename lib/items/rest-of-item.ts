/** What stands in an item beside the spam: names, dates, addresses and tools of the item itself, or honest text? */
import { NEAR_TRADE } from '../detect/strength.ts';
import { dataOf, nameOf, parentElementOf, textsBelow } from '../dom.ts';
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import { TAG_SKIP, tagBits } from '../outline/tags.ts';
import { emptyShape } from '../text/symbols.ts';

/** A stretch of a text that is spam; undefined where none of it is. */
export type SpamIn = (text: Text) => readonly [start: number, end: number] | undefined;

/** What was found in an item. */
export interface Rest {
  /** Visible characters of the spam, and of everything else that is neither name, date, address nor tool. */
  readonly spam: number;
  readonly other: number;
  /** May what else stands in the item go with the spam? */
  readonly isNothing: boolean;
  /** Does the item bear a date, or tools to answer it? */
  readonly isComment: boolean;
  /** Its texts, in order. */
  readonly texts: readonly string[];
}

/** Texts of one item that are looked at, and characters in all: beyond this it is no item that goes as one. */
const MAX_TEXTS = 120;
const MAX_CHARS = 4000;
/**
 * Han characters of a name, a place or a tool, of such in Latin letters and digits, how many characters of such there
 * are in an item at most, and how many of them.
 */
const SHORT_HAN = 8;
const SHORT_LATIN = 24;
const MAX_SHORT = 24;
const MAX_SHORTS = 6;
/** So many Han characters of honest text, and no more, may go with the spam: what is left of a name that was cut. */
const MAX_HONEST = 2;

/** Dates, times, numbers, addresses of hosts and mail. */
const PLAIN =
  /\d{1,4}\s*[-/.年月:：]\s*\d{1,2}(?:\s*[-/.月日:：]\s*\d{1,2})*\s*[日号]?|\d+\s*(?:秒|分钟|分鐘|小时|小時|天|周|个月|個月|年)[前后後]|(?:https?:\/\/)?(?:[\w*-]+\.)+[\w*]{1,6}(?:[/?#][\w./?=&%#~-]*)?|#?\d+\s*[楼樓层層#]?/g;
/** Tools of comments and posts, and what stands before a name or a date. */
const TOOLS =
  /回复|回覆|回應|答复|引用|举报|舉報|支持|反对|反對|点赞|點贊|顶|踩|收藏|分享|转发|轉發|删除|刪除|编辑|編輯|只看该作者|发表于|發表於|发表|評論|评论|留言|发布|网友|網友|游客|訪客|匿名|用户|会员|來自|来自|发言|说道?|說道?|展开|收起|楼主|沙发|板凳|点击|查看|浏览|阅读|作者|时间|日期|邮箱|主页|reply|quote|report|like|says?|posted|by|on|at|IP|QQ|Email/gi;
const SPEAKS = /回复|回覆|回應|引用|举报|舉報|发表于|發表於|评论|評論|留言|网友|網友|楼主|reply|quote|says/i;
const DATED = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}:\d{2}|\d+\s*(?:分钟|分鐘|小时|小時|天)前/;
const HAN = /[\u3400-\u9fff]/g;
const LATIN = /[a-z\d]/gi;

/** Reads an item; null where it is too large to be one. */
export function restOfItem(item: Element, spamIn: SpamIn, lexicon: Lexicon): Rest | null {
  const texts: string[] = [];
  let [spam, other, short, shorts, honest, chars, count] = [0, 0, 0, 0, 0, 0, 0];
  let isComment = false;
  const walker = textsBelow(item);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const parent = parentElementOf(node);
    if (parent === null || (tagBits(nameOf(parent)) & TAG_SKIP) !== 0) continue;
    const data = dataOf(node);
    if (data.trim() === '') continue;
    chars += data.length;
    if (++count > MAX_TEXTS || chars > MAX_CHARS) return null;
    texts.push(data);
    const found = spamIn(node);
    if (found !== undefined) spam += lengthOf(data.slice(found[0], found[1]));
    for (const left of found === undefined ? [data] : [data.slice(0, found[0]), data.slice(found[1])]) {
      isComment ||= SPEAKS.test(left) || DATED.test(left);
      const read = left.replace(PLAIN, ' ').replace(TOOLS, ' ').trim();
      const han = read.match(HAN)?.length ?? 0;
      const latin = read.match(LATIN)?.length ?? 0;
      if (han + latin === 0) continue;
      if (han <= SHORT_HAN && latin <= SHORT_LATIN) {
        short += han + latin / 3;
        shorts++;
        continue;
      }
      other += han + latin;
      if (!speaksOfTrade(read, lexicon)) honest += Math.max(han, latin / 3);
    }
  }
  return {
    spam,
    other,
    // Short texts are somebody's name or a tool beside a comment; in a table's row or on a card they are what the item
    // is for.
    isNothing: honest <= MAX_HONEST && (isComment ? short <= MAX_SHORT && shorts <= MAX_SHORTS : shorts === 0),
    isComment,
    texts,
  };
}

/** Do the words of a text speak for a trade, all in all? */
function speaksOfTrade(text: string, lexicon: Lexicon): boolean {
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  lexicon.score(text, 0, text.length, score, emptyShape());
  return score.sum > 0 && score.peak > NEAR_TRADE;
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}
