/** Open shadow roots, declarative ones too: a document's queries do not look into them. */
import { childrenOf, findAll, isAttached, isElement, nameOf } from '../dom.ts';

const get = globalThis.Element && Object.getOwnPropertyDescriptor(globalThis.Element.prototype, 'shadowRoot')?.get;

/** Elements besides custom ones that can have a shadow root. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
/** Shadow roots of a page that are swept. */
const MAX_ROOTS = 500;
/** Elements that are asked whether they have one. */
const MAX_ELEMENTS = 50_000;

export class Roots {
  readonly #known = new Set<ShadowRoot>();
  readonly #found: (root: ShadowRoot) => void;

  /** @param found is told of each one that was not known. */
  constructor(found: (root: ShadowRoot) => void) {
    this.#found = found;
  }

  /** Looks for shadow roots in and below a node, and in those for further ones. */
  look(node: Node): void {
    if (get === undefined || !isElement(node)) return;
    const nodes: Node[] = [node];
    let left = MAX_ELEMENTS;
    for (let at = nodes.pop(); at !== undefined; at = nodes.pop()) {
      const own = isElement(at) ? [at] : [];
      for (const element of [...own, ...findAll(at as ParentNode, '*')]) {
        if (left-- <= 0 || this.#known.size >= MAX_ROOTS) return;
        const name = nameOf(element);
        if (!HOSTS.has(name) && !name.includes('-')) continue;
        const root = get.call(element) as ShadowRoot | null;
        if (root === null || this.#known.has(root)) continue;
        this.#known.add(root);
        this.#found(root);
        nodes.push(root);
      }
    }
  }

  /** What stands in those that still stand in the page. */
  contents(): Node[] {
    return [...this.#known].flatMap((root) => (isAttached(root) ? [...childrenOf(root)] : []));
  }

  clear(): void {
    this.#known.clear();
  }
}
