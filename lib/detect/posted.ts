/**
 * What others have posted into a page: comments, replies, reviews. Sections are told by the names that the site gives
 * them, which nobody can choose who posts there.
 */
import { caller, find, findAll, holds, isElement, parentElementOf, textOf } from '../dom.ts';
import type { Part } from './types.ts';

const POSTED = ['comment', 'reply', 'replies', 'review', 'pinglun', 'liuyan', 'guestbook', 'disqus']
  .flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`])
  .join(',');
/** Sections that are looked at. */
const MAX_SECTIONS = 2000;

const closest = caller(globalThis.Element?.prototype, 'closest');

/** The text of an element without that of sections in it that others have posted to. */
export function ownTextOf(root: Element): string {
  let text = textOf(root);
  const heading = find(root, 'h1,h2');
  let last: Element | null = null;
  let at = 0;
  for (const section of Array.from(findAll(root, POSTED)).slice(0, MAX_SECTIONS)) {
    // A name for the whole page ("with-comments") says nothing.
    if ((heading !== null && holds(section, heading)) || (last !== null && holds(last, section))) continue;
    last = section;
    const posted = textOf(section);
    at = text.indexOf(posted, at);
    if (at < 0) break;
    text = text.slice(0, at) + text.slice(at + posted.length);
  }
  return text;
}

/** Is there spam that nobody has posted, but whoever made the page? */
export function hasOwnSpam(found: readonly { readonly parts: readonly Part[] }[]): boolean {
  return found.some(({ parts }) => parts.some((part) => !isPosted(part)));
}

function isPosted(part: Part): boolean {
  const node = 'text' in part ? part.text : part.first;
  const element = isElement(node) ? node : parentElementOf(node);
  return element !== null && closest(element, POSTED) !== null;
}
