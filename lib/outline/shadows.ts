/** Where a page keeps text in shadow roots: which elements may have one, found by one query. */
import { findAll, hostOfShadow, isElement, nameOf, openShadowOf, textsAndElementsBelow } from '../dom.ts';

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
  const found = new Map<Node, ShadowRoot>();
  let asked = 0;
  for (const host of findAll(root, MAY_BE_HOSTS)) {
    if (!mayBeHost(host)) continue;
    if (++asked > MAX_ASKED) break;
    const shadow = shadowOf(host);
    if (shadow !== null) found.set(host, shadow);
  }
  return found.size === 0 ? null : byText(root, found, []);
}

/** The same of a node and what is below it. */
export function rootsOf(node: Node, shadowOf: ShadowOf): RootsByText | null {
  if (!isElement(node)) return null;
  const below = rootsBelow(node, shadowOf);
  const own = mayBeHost(node) ? shadowOf(node) : null;
  if (own === null) return below;
  const found = new Map([...(below?.values() ?? [])].flat().map((shadow) => [hostOfShadow(shadow) as Node, shadow]));
  return byText(node, found, [own]);
}

/**
 * One walk for all of them: asking from each host for the next text would cost their number times the page, where no text follows.
 * @param first those that come before everything else
 */
function byText(root: Node, found: ReadonlyMap<Node, ShadowRoot>, first: readonly ShadowRoot[]): RootsByText {
  const roots: RootsByText = new Map();
  let waiting = [...first];
  let left = found.size;
  const walker = textsAndElementsBelow(root);
  let node = walker.nextNode();
  for (; node !== null && (left > 0 || waiting.length > 0); node = walker.nextNode()) {
    const shadow = found.get(node);
    if (shadow !== undefined) {
      waiting.push(shadow);
      left--;
    } else if (waiting.length > 0 && !isElement(node)) {
      roots.set(node, waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) roots.set(null, waiting);
  return roots;
}
