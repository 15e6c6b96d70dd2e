/** A saved page as a browser's parser would build it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

export interface SavedPage {
  readonly document: Document;
  /** Host that the file's name carries (`g001-news.example.com.html`, `news.example.com-1a2b3c4d.html`), or ''. */
  readonly host: string;
}

/** Parses page source; linkedom's own parser differs from browsers on malformed pages, parse5's does not. */
export function parsePage(html: string): Document {
  const document = parseHTML(serialize(parse(html))).document as unknown as Document;
  joinTexts(document);
  return document;
}

/** linkedom starts a new text node at every entity; a browser's parser yields one. */
function joinTexts(document: Document): void {
  const walker = document.createTreeWalker(document, 4);
  const extra: Text[] = [];
  let first: Text | null = null;
  let parts: string[] = [];
  const flush = () => {
    if (first !== null && parts.length > 1) first.data = parts.join('');
  };
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (first !== null && node.previousSibling?.nodeType === 3) {
      parts.push(node.data);
      extra.push(node);
      continue;
    }
    flush();
    first = node;
    parts = [node.data];
  }
  flush();
  for (const node of extra) node.remove();
}

/** Reads a UTF-8 file. Throws as readFileSync does. */
export function readPage(file: string): SavedPage {
  return { document: parsePage(readFileSync(file, 'utf8')), host: hostInName(basename(file)) };
}

/** The host in a corpus file's name; '' where there is none. */
export function hostInName(name: string): string {
  const stem = name
    .replace(/\.html?$/i, '')
    .replace(/^(?:hard-)?(?:[a-z]\d{3}-)?/, '')
    .replace(/-[\da-f]{8}$/, '');
  return /^(?:[\w-]+\.)+[\w-]+$/.test(stem) ? stem.toLowerCase() : '';
}
