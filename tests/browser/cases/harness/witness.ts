/** What a page can notice of an extension. All of it runs in the page, from its first script on. */

/** Everything that the page has noticed, as plain values; two browsers that differ in nothing visible give the same. */
export interface Noticed {
  readonly [what: string]: unknown;
}

/**
 * The first script of the page: remembers its own nodes and watches every change that it did not make itself. Sets
 * `notice`, which gives what was noticed by then.
 */
export const WITNESS = `<script>
(() => {
  const records = [];
  const observer = new MutationObserver((list) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of list)
      records.push([type, target.nodeName, attributeName, [...addedNodes].map((node) => node.nodeName).join(), [...removedNodes].map((node) => node.nodeName).join()].join(' '));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true, attributeOldValue: true, characterDataOldValue: true });
  const events = [];
  const types = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keypress', 'keyup', 'focusin', 'focusout', 'scroll', 'selectionchange', 'visibilitychange', 'copy', 'paste', 'beforeinput', 'input', 'message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'transitionrun', 'animationstart', 'resize', 'hashchange'];
  for (const type of types) addEventListener(type, (event) => events.push([event.type, event.target?.nodeName ?? 'window', event.isTrusted, event.defaultPrevented].join(' ')), true);
  const calls = [];
  for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Element.prototype, 'setAttribute'], [Node.prototype, 'insertBefore'], [Node.prototype, 'appendChild'], [Document.prototype, 'createElement'], [EventTarget.prototype, 'addEventListener'], [CharacterData.prototype, 'replaceData'], [window, 'getComputedStyle'], [window, 'requestAnimationFrame'], [window, 'setTimeout'], [window, 'postMessage']]) {
    const real = owner[name];
    owner[name] = function (...args) { calls.push(name); return real.apply(this, args); };
  }
  const values = (names) => Object.fromEntries(names.map((name) => [name, String(window[name])]));
  const styles = () => {
    const sums = {};
    for (const element of document.querySelectorAll('*'))
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        let text = '';
        for (const name of style) text += name + style.getPropertyValue(name);
        let sum = 0;
        for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
        sums[element.nodeName + (part ?? '')] = ((sums[element.nodeName + (part ?? '')] ?? 0) + sum) | 0;
      }
    return sums;
  };
  const shape = (object) => Object.getOwnPropertyNames(object).sort().map((name) => {
    const found = Object.getOwnPropertyDescriptor(object, name);
    return [name, typeof found.value, found.enumerable, found.configurable, typeof found.value === 'function' && /\\[native code\\]/.test(Function.prototype.toString.call(found.value))].join(' ');
  });
  const tree = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node.nodeName + ' ' + (node.nodeValue ?? '').length + ' ' + (node.attributes ? [...node.attributes].map(({ name, value }) => name + '=' + value).join() : ''));
    return nodes;
  };
  window.notice = () => ({
    records: (observer.takeRecords(), records),
    // Browsers send a few of them when they get to it: their order and the number of selection changes tell nothing.
    events: events.filter((event) => !event.startsWith('selectionchange')).sort(),
    calls: calls.filter((name) => name !== 'getComputedStyle'),
    tree: tree(),
    html: document.documentElement.outerHTML,
    text: document.documentElement.innerText,
    styles: styles(),
    sheets: [...document.styleSheets].map((sheet) => sheet.cssRules.length),
    adopted: document.adoptedStyleSheets.length,
    highlights: CSS.highlights ? CSS.highlights.size : 0,
    animations: document.getAnimations().length,
    fonts: document.fonts.size,
    active: document.activeElement?.nodeName,
    selection: [getSelection().rangeCount, getSelection().toString()],
    windowNames: Object.getOwnPropertyNames(window).sort(),
    documentNames: Object.getOwnPropertyNames(document).sort(),
    prototypes: [Node, Element, HTMLElement, Document, CharacterData, Text, EventTarget, MutationObserver, History, Navigator, Window].map((one) => shape(one.prototype)),
    chrome: [typeof window.chrome, typeof window.chrome?.runtime, typeof window.browser],
    values: values(['length', 'name', 'status', 'closed', 'origin', 'innerWidth', 'scrollX', 'scrollY', 'devicePixelRatio']),
    resources: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    marks: performance.getEntriesByType('mark').length + performance.getEntriesByType('measure').length,
    title: document.title,
    storage: [localStorage.length, sessionStorage.length, document.cookie],
    frames: document.querySelectorAll('iframe').length,
    roots: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
    boxes: [...document.querySelectorAll('body *')].map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].map((each) => Math.round(each * 10) / 10).join(); }),
  });
})();
</script>`;
