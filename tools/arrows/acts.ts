/**
 * What code does, beside its imports: browser APIs and DOM writes in pure parts, requests and markup from strings
 * anywhere.
 */
import { child, memberName, type Node, walk } from './ast.ts';

/** Globals that only a browser has. */
const BROWSER_GLOBALS = new Set(
  'browser chrome window self navigator localStorage sessionStorage getComputedStyle requestAnimationFrame requestIdleCallback MutationObserver'.split(
    ' ',
  ),
);

/** Globals that reach the network. */
const NETWORK_GLOBALS = new Set('fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection'.split(' '));

/** Methods of nodes that change the page; none of them is a method of strings, arrays, maps or sets. */
const WRITING_METHODS = new Set(
  (
    'append prepend before after remove replaceWith replaceChildren appendChild insertBefore removeChild replaceChild ' +
    'insertAdjacentElement insertAdjacentText setAttribute setAttributeNS removeAttribute toggleAttribute setAttributeNode ' +
    'attachShadow splitText appendData insertData deleteData replaceData setProperty removeProperty surroundContents ' +
    'insertNode deleteContents extractContents'
  ).split(' '),
);

/** Properties of nodes that change the page when set. */
const WRITTEN_PROPERTIES = new Set(
  'textContent innerText outerText nodeValue className innerHTML outerHTML'.split(' '),
);

/** Properties whose own properties change the page when set. */
const WRITTEN_BAGS = new Set(['style', 'dataset', 'attributes']);

/** Markup written from strings, and code made from strings. */
const MARKUP_PROPERTIES = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const MARKUP_METHODS = new Set(['insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment']);
const CODE_GLOBALS = new Set(['eval', 'Function']);

/** What a page can put something else in the place of, so that it is read through lib/dom.ts alone. */
const RAW_DOM = new Set(
  (
    'parentNode parentElement nextSibling previousSibling firstChild lastChild childNodes children nodeType nodeName data ' +
    'textContent innerText firstElementChild lastElementChild nextElementSibling previousElementSibling localName tagName ' +
    'isConnected ownerDocument querySelector querySelectorAll getElementsByTagName getAttribute hasAttribute closest body ' +
    'documentElement readyState'
  ).split(' '),
);

/**
 * Says what a file does that its part may not: one line of words each, with its place in the code. `raw`: may it read
 * nodes past lib/dom.ts?
 */
export function actProblems(tree: Node, pure: boolean, raw: boolean): { start: number; words: string }[] {
  const problems: { start: number; words: string }[] = [];
  const say = (node: Node, words: string) => problems.push({ start: node.start, words });
  walk(tree, (node, parent) => {
    const global = node.type === 'Identifier' && isReference(node, parent) ? String(node.name) : '';
    if (NETWORK_GLOBALS.has(global)) say(node, `no request ever: ${global}`);
    if (CODE_GLOBALS.has(global) && isCalled(node, parent)) say(node, `no code from strings: ${global}`);
    if (pure && BROWSER_GLOBALS.has(global)) say(node, `a pure part may not use ${global}`);
    if (node.type === 'CallExpression') {
      const callee = child(node, 'callee');
      const method = memberName(callee);
      if (method === 'sendBeacon') say(node, 'no request ever: sendBeacon');
      if (MARKUP_METHODS.has(method) || isDocumentWrite(callee)) say(node, `no markup from strings: ${method}`);
      if (pure && writes(callee, method, node)) say(node, `a pure part may not write to a page: ${method}()`);
    }
    if (!raw && RAW_DOM.has(memberName(node)))
      say(node, `a page's nodes are read through lib/dom.ts: ${memberName(node)}`);
    const target = node.type === 'AssignmentExpression' ? child(node, 'left') : null;
    const name = memberName(target);
    if (MARKUP_PROPERTIES.has(name)) say(node, `no markup from strings: ${name}`);
    if (pure && target && (WRITTEN_PROPERTIES.has(name) || WRITTEN_BAGS.has(memberName(child(target, 'object'))))) {
      say(node, `a pure part may not write to a page: ${name} =`);
    }
  });
  return problems;
}

function writes(callee: Node | null, method: string, call: Node): boolean {
  if (WRITING_METHODS.has(method)) return true;
  // Strings are normalized with a form named, text nodes without.
  if (method === 'normalize') return Array.isArray(call.arguments) && call.arguments.length === 0;
  const object = callee && memberName(child(callee, 'object'));
  return object === 'classList' && method !== 'contains';
}

function isDocumentWrite(callee: Node | null): boolean {
  const object = callee && child(callee, 'object');
  return /^write(ln)?$/.test(memberName(callee)) && object?.name === 'document';
}

/** Whether an identifier stands for a value, not for a property's, parameter's or type's name. */
function isReference(node: Node, parent: Node | null): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent.type === 'Property') return parent.value === node && parent.shorthand !== true;
  return (
    !/^TS|Specifier$|^(MethodDefinition|PropertyDefinition|LabeledStatement|ArrowFunctionExpression|FunctionExpression|FunctionDeclaration|VariableDeclarator|AssignmentPattern|ObjectPattern|ArrayPattern)$/.test(
      parent.type,
    ) ||
    (parent.type === 'ArrowFunctionExpression' && parent.body === node) ||
    (parent.type === 'VariableDeclarator' && parent.init === node) ||
    (parent.type === 'PropertyDefinition' && parent.value === node) ||
    /^TS(As|Satisfies|NonNull)Expression$/.test(parent.type)
  );
}

function isCalled(node: Node, parent: Node | null): boolean {
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node;
}
