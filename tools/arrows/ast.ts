/** The little of a syntax tree that the architecture check needs. */
import { parseSync } from 'vite';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Parses TypeScript or TSX; throws with the parser's message on broken code. */
export function parse(path: string, code: string): Node {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return program as unknown as Node;
}

/** Calls back on every node with its parent, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

/** The node under a key, when a node stands there. */
export function child(node: Node, key: string): Node | null {
  const value = node[key];
  return isNode(value) ? value : null;
}

/** The name of a member access that is not computed (`a.name`, `a?.name`), else ''. */
export function memberName(node: Node | null): string {
  if (node?.type !== 'MemberExpression') return '';
  const name = child(node, 'property')?.[node.computed ? 'value' : 'name'];
  return typeof name === 'string' ? name : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
