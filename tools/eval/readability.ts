/** What a reader mode would do: everything that is not in the article which @mozilla/readability finds is gone. */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { type CorpusPage, foldSpace } from '../corpus/corpus.ts';
import { parsePage } from '../corpus/saved-page.ts';
import type { Method } from './methods.ts';

/** A page in which it finds no article stays as it is. */
export const readerMode: Method = (page) => {
  const hidden = new Uint8Array(page.outline.size);
  const left = articleTexts(page);
  if (left === null) return { hidden, doorway: false };
  const keeps = page.runs.map((run) => {
    const count = left.get(run) ?? 0;
    left.set(run, count - 1);
    return count > 0;
  });
  for (let i = 0; i < hidden.length; i++) {
    const run = page.runOf[i] as number;
    if (run >= 0 && !keeps[run]) hidden[i] = 1;
  }
  return { hidden, doorway: false };
};

/** How often each text stands in the article; null where there is none. */
function articleTexts({ file }: CorpusPage): Map<string, number> | null {
  const document = parsePage(readFileSync(file, 'utf8'));
  let article: Element | null = null;
  try {
    new Readability(document as unknown as globalThis.Document, {
      serializer: (node) => {
        article = node as unknown as Element;
        return '';
      },
    }).parse();
  } catch {
    return null;
  }
  if (article === null) return null;
  const texts = new Map<string, number>();
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const text = foldSpace(node.textContent ?? '');
      if (text !== '') texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child);
  };
  walk(article);
  return texts;
}
