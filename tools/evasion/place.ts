import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5';
import type { Dice } from './random.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Document = DefaultTreeAdapterTypes.Document;

/** Where a block is put into a page. */
export const PLACES = [
  'bodyStart',
  'middle',
  'beforeEnd',
  'bodyEnd',
  'afterHtml',
  'beforeDoctype',
  'inParagraph',
] as const;
export type Place = (typeof PLACES)[number];

function find(node: DefaultTreeAdapterTypes.Node, tag: string): Element | null {
  if (node.nodeName === tag) return node as Element;
  if (!('childNodes' in node)) return null;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found) return found;
  }
  return null;
}

function findAll(node: DefaultTreeAdapterTypes.Node, tag: string): Element[] {
  const self = node.nodeName === tag ? [node as Element] : [];
  return 'childNodes' in node ? self.concat(node.childNodes.flatMap((child) => findAll(child, tag))) : self;
}

function insertAt(parent: Element, index: number, block: string): void {
  const nodes = [...parseFragment(block).childNodes];
  for (const node of nodes) adapter.detachNode(node);
  for (const node of nodes) node.parentNode = parent;
  parent.childNodes.splice(index, 0, ...nodes);
}

/**
 * Splits one text of a paragraph at a random sign and puts the block between; false where no paragraph is long enough.
 */
function insertInParagraph(document: Document, block: string, dice: Dice): boolean {
  const texts = findAll(document, 'p').flatMap((paragraph) =>
    paragraph.childNodes.flatMap((node, index) =>
      node.nodeName === '#text' && 'value' in node && node.value.trim().length > 20 ? [{ paragraph, node, index }] : [],
    ),
  );
  if (texts.length === 0) return false;
  const { paragraph, node, index } = dice.pick(texts);
  const cut = 5 + dice.int(node.value.length - 10);
  const rest: DefaultTreeAdapterTypes.TextNode = {
    nodeName: '#text',
    value: node.value.slice(cut),
    parentNode: paragraph,
  };
  node.value = node.value.slice(0, cut);
  paragraph.childNodes.splice(index + 1, 0, rest);
  insertAt(paragraph, index + 1, block);
  return true;
}

/**
 * The page with a block put in at a place; the block's text carries its marks. `inParagraph` wants inline markup and
 * becomes `middle` on a page without prose.
 */
export function place(page: string, block: string, where: Place, dice: Dice): string {
  if (where === 'beforeDoctype') return block + page;
  if (where === 'afterHtml') return page + block;
  const document = parse(page);
  const body = find(document, 'body');
  if (body === null) throw new Error('a page without a body');
  const last = body.childNodes.length;
  if (where === 'inParagraph' && insertInParagraph(document, block, dice)) return serialize(document);
  const index = {
    bodyStart: 0,
    middle: Math.floor(last / 2),
    beforeEnd: Math.floor(last * 0.8),
    bodyEnd: last,
    inParagraph: Math.floor(last / 2),
  }[where];
  insertAt(body, index, block);
  return serialize(document);
}

/** The page with its title's text replaced (a page without a title gets none). */
export function retitle(page: string, title: string): string {
  const document = parse(page);
  const element = find(document, 'title');
  if (element) element.childNodes = [{ nodeName: '#text', value: title, parentNode: element }];
  return serialize(document);
}

/** The page with every text of its body, and its title, put through a function; scripts and styles stay. */
export function mapTexts(page: string, change: (text: string) => string): string {
  const document = parse(page);
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === 'script' || node.nodeName === 'style') return;
    if (node.nodeName === '#text' && 'value' in node) node.value = change(node.value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  return serialize(document);
}
