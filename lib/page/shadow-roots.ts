/** Open shadow roots, declarative ones too: a document's queries do not look into them. */
import { childrenOf, findAll, isAttached, isElement, nameOf } from '../dom.ts';

const get = globalThis.Element && Object.getOwnPropertyDescriptor(globalThis.Element.prototype, 'shadowRoot')?.get;

/** Elements besides custom ones that can have a shadow root. */
const NAMES = 'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
const HOSTS = new Set(NAMES.split(','));
/** The most frequent elements, custom ones not among them. */
const FREQUENT = `${NAMES},a,li,br,td,img,dd,tr,ul,input,em,i,b`;
/**
 * What is asked at first: asking each element costs more than a look at the page, and what else stands in a host is
 * seldom hidden.
 */
const LIKELY = `:is(${NAMES}):empty,:not(${FREQUENT})`;
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

  /**
   * Looks for shadow roots in and below a node, and in those for further ones.
   * @param all asks hosts with children of their own too, if they are no custom elements
   */
  look(node: Node, all: boolean): void {
    if (get === undefined || !isElement(node)) return;
    const nodes: Node[] = [node];
    let left = MAX_ELEMENTS;
    for (let at = nodes.pop(); at !== undefined; at = nodes.pop()) {
      const own = isElement(at) ? [at] : [];
      for (const element of [...own, ...findAll(at as ParentNode, all ? '*' : LIKELY)]) {
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
