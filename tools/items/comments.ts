/**
 * `npm run items -- comments`: spam posted into the comment lists of real pages. In each list of
 * ../shared/corpus/more that holds at least four comments every third one's own text is replaced by two hijacked
 * titles; counted is which comments go, whole or in part. The shipped model has seen these texts: the count is of
 * items, not of detection. What honest comment goes, and what spam goes in part, is listed on standard error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDetector } from '../../lib/detect/full-detector.ts';
import type { Finding, Part } from '../../lib/detect/types.ts';
import { restOfItem } from '../../lib/items/rest-of-item.ts';
import { areAlike, mayBeItem } from '../../lib/items/similar-siblings.ts';
import { wholeItems } from '../../lib/items/whole-items.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { readPage } from '../corpus/saved-page.ts';
import { markupSight } from '../sight/markup-sight.ts';

/** Comments of a list, at least; Han characters of a comment's own text; texts of one that are looked at. */
const LIST = 4;
const OWN_TEXT = 10;
const MAX_TEXTS = 60;
/** Han characters of a text that is neither a name nor a tool. */
const OTHER_TEXT = 8;
/** Every so many-th comment is spam. */
const EVERY = 3;
/** Stands with each comment of a list: pages that do not say it as often need not be parsed. */
const ANSWERED = /回复|回覆|评论|評論|留言|发表于|發表於|楼主|reply/gi;
const HAN = /[\u3400-\u9fff]/g;

interface Comment {
  readonly element: Element;
  /** Its longest text. */
  readonly text: Text;
  /** Is that all it says beside names, dates and tools? Else a heading or a quotation keeps it in place. */
  readonly isAll: boolean;
}

interface Counts {
  lists: number;
  pages: number;
  spam: number;
  whole: number;
  part: number;
  /** Of spam: comments that say something else too, which may not go whole. */
  mixed: number;
  mixedPart: number;
  honest: number;
  lost: number;
}

/** Counts over the pages of a folder. @param spam texts that are posted */
export function countComments(folder: string, spam: readonly string[], say: (text: string) => void): Counts {
  const counts: Counts = { lists: 0, pages: 0, spam: 0, whole: 0, part: 0, mixed: 0, mixedPart: 0, honest: 0, lost: 0 };
  let next = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
    const file = join(folder, name);
    if ((readFileSync(file, 'utf8').match(ANSWERED)?.length ?? 0) < LIST) continue;
    const { document, host } = readPage(file);
    const lists = commentLists(document);
    if (lists.length === 0) continue;
    counts.pages++;
    counts.lists += lists.length;
    const posted = new Set<Comment>();
    for (const list of lists)
      list.forEach((comment, at) => {
        if (at % EVERY !== 1) return;
        comment.text.data = spam[next++ % spam.length] as string;
        posted.add(comment);
      });
    const found = findingsOf(document, host);
    for (const comment of lists.flat()) {
      const goes = howMuch(comment, found);
      if (posted.has(comment)) {
        if (!comment.isAll) {
          counts.mixed++;
          if (goes === 'part') counts.mixedPart++;
          if (goes !== 'whole') continue;
        } else {
          counts.spam++;
          if (goes !== 'none') counts[goes]++;
          if (goes !== 'part') continue;
        }
      } else {
        counts.honest++;
        if (goes === 'none') continue;
        counts.lost++;
      }
      say(
        `${posted.has(comment) ? 'spam ' : ''}${goes}: ${name}: ${(comment.element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)}`,
      );
    }
  }
  return counts;
}

function findingsOf(document: Document, host: string): Finding[] {
  const isSeen = markupSight(document);
  const options = {
    url: `http://${host}/`,
    words: { spam: [], honest: [] },
    isSeen: (node: Node) => isSeen(node as Text),
  };
  const { lexicon } = bundledModel();
  return wholeItems(createDetector(options).page(document).findings, lexicon);
}

function howMuch({ element }: Comment, findings: readonly Finding[]): 'whole' | 'part' | 'none' {
  let goes: 'part' | 'none' = 'none';
  for (const { parts } of findings)
    for (const part of parts) {
      if (covers(part, element)) return 'whole';
      if (stands(part, element)) goes = 'part';
    }
  return goes;
}

function covers(part: Part, element: Element): boolean {
  if ('text' in part) return false;
  for (let at: ChildNode | null = part.first; at !== null; at = at === part.last ? null : at.nextSibling)
    if (at.contains(element)) return true;
  return false;
}

function stands(part: Part, element: Element): boolean {
  return element.contains('text' in part ? part.text : part.first);
}

/** Lists of comments: alike siblings, each with a date or a tool and a text of its own. */
function commentLists(document: Document): Comment[][] {
  const lists: Comment[][] = [];
  const taken = new Set<Element>();
  for (const parent of document.querySelectorAll('body *')) {
    if (taken.has(parent)) continue;
    const children = [...parent.children].filter((child) => mayBeItem(child));
    const [model] = children;
    if (children.length < LIST || model === undefined) continue;
    const list = children.filter((child) => areAlike(child, model)).flatMap(commentOf);
    if (list.length < LIST) continue;
    lists.push(list);
    // What stands in a comment is no list beside it.
    for (const { element } of list) for (const below of element.querySelectorAll('*')) taken.add(below);
  }
  return lists;
}

function commentOf(element: Element): Comment[] {
  const { lexicon } = bundledModel();
  if (restOfItem(element, () => undefined, lexicon)?.isComment !== true) return [];
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let longest: Text | null = null;
  let others = 0;
  for (let count = 0; count < MAX_TEXTS; count++) {
    const text = walker.nextNode() as Text | null;
    if (text === null) break;
    if (text.parentElement?.closest('script,style') !== null) continue;
    const isLong = hanOf(text) > OTHER_TEXT;
    if (isLong) others++;
    if (text.parentElement.closest('a,h1,h2,h3,h4') === null && text.data.length > (longest?.data.length ?? 0))
      longest = text;
  }
  if (longest === null || hanOf(longest) < OWN_TEXT) return [];
  return [{ element, text: longest, isAll: others <= 1 }];
}

function hanOf(text: Text): number {
  return text.data.match(HAN)?.length ?? 0;
}
