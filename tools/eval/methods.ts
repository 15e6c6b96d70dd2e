/** What is measured beside the detector. A method says which items of a page's outline it would hide. */
import { itemText } from '../../lib/outline/item-text.ts';
import { LINK_NONE } from '../../lib/outline/outline.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { Hidden } from './judged-page.ts';

export type Method = (page: CorpusPage) => Hidden;

/** Terms that a word filter would hold. */
const STRONG_TERM = /娱乐城|百家乐|六合彩|时时彩|老虎机|真人荷官|博彩网|赌博网|私服发布|代孕公司|办假证|蜘蛛池/;

/** Hides each unit that holds a strong term. */
export const strongTerms: Method = ({ outline }) => {
  const hidden = new Uint8Array(outline.size);
  for (let i = 0; i < outline.size; i++) {
    const text = itemText(outline, i);
    if (text !== '' && STRONG_TERM.test(text)) hidden[i] = 1;
  }
  return { hidden, doorway: false };
};

const LABEL = /(?:友情链接|友情连接|合作伙伴|合作媒体|网站链接|蜘蛛池)\d*\s*[:：]/;
const LISTED = 6;

/** Hides what follows a label that farms stand under, where six links or more follow it in one block. */
export const labelAndSeparators: Method = ({ outline }) => {
  const hidden = new Uint8Array(outline.size);
  for (let i = 0; i < outline.size; i++) {
    if (!LABEL.test(outline.texts[i] as string)) continue;
    const links: number[] = [];
    let at = i + 1;
    for (; at < outline.size && links.length < 200; at++) {
      if (outline.texts[at] === '') continue;
      const text = (outline.texts[at] as string).trim();
      if (outline.link[at] !== LINK_NONE) links.push(at);
      else if (text.length > 3) break;
    }
    if (links.length >= LISTED) for (const link of links) hidden[link] = 1;
  }
  return { hidden, doorway: false };
};
