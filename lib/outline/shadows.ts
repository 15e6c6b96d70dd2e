/** Where a page keeps text in shadow roots: which elements may have one, found by one query. */
import { findAll, isElement, isText, nameOf, openShadowOf, textsBelow } from '../dom.ts';

/** The shadow root of an element, closed ones too where the browser tells extensions of them; null where it has none. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** Shadow roots below a node, by the first text that follows the beginning of their hosts; those that none follows by null. */
export type RootsByText = Map<Node | null, ShadowRoot[]>;

/** An element's own open shadow root. */
export const shadowOfElement: ShadowOf = (element) => openShadowOf(element) ?? null;

/** Elements asked for their shadow roots below one node: in Chromium a question costs 1.5 µs. */
const MAX_ASKED = 5000;

/** Of elements without a hyphen in their name these alone can have a shadow root. */
const HOSTS = 'div,span,section,p,article,main,aside,header,footer,nav,blockquote,h1,h2,h3,h4,h5,h6,body'.split(',');
/** The most frequent of the others, by how frequent they are: the sooner one is named, the cheaper the query. */
const OTHERS = (
  'a,li,img,br,td,tr,script,input,i,em,b,strong,ul,option,dd,dt,dl,font,table,tbody,link,meta,style,label,button,ol,form,' +
  'iframe,hr,center,small,select,th,thead,noscript,title,html,head,svg,path,time,textarea,u,ins,s,sup,sub,g,use,code,pre,' +
  'figure,figcaption,picture,source,video,fieldset,legend,object,param,embed,area,map,big,cite,col,colgroup,caption,base'
).split(',');

/**
 * Everything of a rare name, and of the frequent names that can be hosts those without any content: what else stands in a host is not
 * shown unless the shadow root asks for it, and asking each div and span would cost as much as the page's whole classification.
 */
const MAY_BE_HOSTS = `:not(${mixed().join()}),:is(${HOSTS.join()}):empty`;

/** All names, alternately of both lists: both have the most frequent first. */
function mixed(): string[] {
  const names = OTHERS.flatMap((name, at) => [name, HOSTS[at]]);
  return names.filter((name) => name !== undefined);
}

function mayBeHost(element: Element): boolean {
  const name = nameOf(element);
  return name.includes('-') || HOSTS.includes(name);
}

/** The shadow roots of elements below a node, those inside other shadow roots left out; null where there is none. */
export function rootsBelow(root: Element | ShadowRoot, shadowOf: ShadowOf): RootsByText | null {
  let roots: RootsByText | null = null;
  let walker: TreeWalker | null = null;
  let asked = 0;
  for (const host of findAll(root, MAY_BE_HOSTS)) {
    if (!mayBeHost(host)) continue;
    if (++asked > MAX_ASKED) break;
    const shadow = shadowOf(host);
    if (shadow === null) continue;
    walker ??= textsBelow(root);
    walker.currentNode = host;
    roots ??= new Map();
    add(roots, walker.nextNode(), shadow);
  }
  return roots;
}

/** The same of a node and what is below it. */
export function rootsOf(node: Node, shadowOf: ShadowOf): RootsByText | null {
  if (isText(node) || !isElement(node)) return null;
  const roots = rootsBelow(node, shadowOf);
  const own = mayBeHost(node) ? shadowOf(node) : null;
  if (own === null) return roots;
  const all: RootsByText = new Map();
  add(all, textsBelow(node).nextNode(), own);
  for (const [text, shadows] of roots ?? []) for (const shadow of shadows) add(all, text, shadow);
  return all;
}

function add(roots: RootsByText, text: Node | null, shadow: ShadowRoot): void {
  const same = roots.get(text);
  if (same === undefined) roots.set(text, [shadow]);
  else same.push(shadow);
}
