/**
 * Runs before everything else in a page: remembers each node that the parser puts in, and tells at the end whether all
 * is as it was.
 */
import { sight } from './sight.ts';

/** What a page is like, as two browsers can be compared by it. */
export interface Shape {
  /** Every node's name and its parent's number, in document order. */
  readonly nodes: readonly string[];
  /** The data of every text node but the title's, which may be mended, in document order. */
  readonly texts: readonly string[];
  readonly html: string;
  readonly seen: string;
  /** Nodes put in and taken out since the page began, without those behind the body. */
  readonly added: number;
  readonly removed: number;
  /** Whether each node is the one that stood at its place when the page had loaded. */
  readonly same: boolean;
}

let added = 0;
let removed = 0;
let loaded: readonly Node[] = [];

/** Only the extension puts elements behind the body: its style sheet, and the place of its panel. */
function isBeside(node: Node, parent: Node): boolean {
  return parent === document.documentElement && node.nodeType === 1 && !/^(?:HEAD|BODY|FRAMESET)$/.test(node.nodeName);
}

function count(node: Node): number {
  let all = 1;
  for (const child of node.childNodes) all += count(child);
  return all;
}

new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) if (!isBeside(node, record.target)) added += 1;
    for (const node of record.removedNodes) if (!isBeside(node, record.target)) removed += count(node);
  }
}).observe(document, { subtree: true, childList: true });

function tree(): Node[] {
  const nodes: Node[] = [];
  const walk = (parent: Node): void => {
    for (const node of parent.childNodes) {
      if (isBeside(node, parent)) continue;
      nodes.push(node);
      walk(node);
    }
  };
  walk(document);
  return nodes;
}

addEventListener('load', () => {
  loaded = tree();
});

function shape(): Shape {
  const nodes = tree();
  const numbers = new Map<Node | null, number>(nodes.map((node, at) => [node, at]));
  return {
    nodes: nodes.map((node) => `${node.nodeName} ${numbers.get(node.parentNode) ?? -1}`),
    texts: nodes
      .filter((node) => node.nodeType === 3 && node.parentNode?.nodeName !== 'TITLE')
      .map((node) => (node as Text).data),
    html: document.documentElement.outerHTML,
    seen: sight(),
    added,
    removed,
    same: nodes.length === loaded.length && nodes.every((node, at) => node === loaded[at]),
  };
}

Object.assign(window, { shape });
