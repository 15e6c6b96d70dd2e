/** Forms whose fields carry the names of properties that a walk over the page reads. */
import { farm, HEAD, page, SPAM } from './harness/spam.ts';
import { expect, expectHidden, expectSeen, inBoth, seen, twoFrames } from './harness/test.ts';

/** Names by which a walk goes, and a few that reading a node needs. */
const WALK = ['nextSibling', 'parentNode', 'previousSibling', 'firstChild', 'childNodes', 'nodeType', 'data'];
const READ = [
  'lastChild', 'parentElement', 'children', 'firstElementChild', 'nextElementSibling', 'previousElementSibling',
  'attributes', 'getAttribute', 'setAttribute', 'removeAttribute', 'hasAttribute', 'tagName', 'localName', 'nodeName',
  'nodeValue', 'textContent', 'innerText', 'ownerDocument', 'isConnected', 'style', 'className', 'classList', 'id',
  'shadowRoot', 'getRootNode', 'contains', 'closest', 'matches', 'querySelector', 'querySelectorAll', 'hidden',
  'getBoundingClientRect', 'getClientRects', 'checkVisibility', 'isContentEditable', 'namespaceURI', 'length',
  'tabIndex', 'title', 'dataset', 'compareDocumentPosition', 'addEventListener', 'dispatchEvent', 'href', 'host',
  'assignedSlot', 'offsetParent', 'scrollIntoView', 'focus', 'replaceWith', 'remove', 'append', 'normalize',
]; // biome-ignore format: a list of words

const HONEST_LINE = '报名参加周末的朗读活动，请填写姓名和电话。';

/** A form with spam in and around it, and fields of those names within or outside. */
function form(names: readonly string[], inside: boolean, id = 'f'): string {
  const fields = names.map((name) => `<input ${inside ? '' : `form="${id}" `}name="${name}">`).join('');
  return `${inside ? '' : fields}<form id="${id}">${inside ? fields : ''}<p>${HONEST_LINE}</p><p>${HEAD}</p>${farm('class="inner"', 12)}</form>`;
}

/** How long a page may take to answer, in ms: one that hangs never does. */
const ANSWERS = 10_000;

function hung(): Promise<boolean> {
  return new Promise((done) => setTimeout(() => done(false), ANSWERS));
}

async function expectSwept(
  scene: Parameters<Parameters<typeof inBoth>[1]>[0],
  html: string,
  late: string,
): Promise<void> {
  const tab = await scene.load(html);
  const answer = async () => {
    if (late)
      await tab.evaluate((markup) => {
        const place = document.createElement('div');
        place.innerHTML = markup;
        document.body.append(place);
      }, late);
    await tab.evaluate(twoFrames);
    return true;
  };
  expect(await Promise.race([answer(), hung()]), 'the page answers').toBe(true);
  await expect.poll(() => seen(tab, '#farm'), { timeout: 8000 }).toBe('');
  await expectHidden(tab, SPAM);
  await expectSeen(tab, HONEST_LINE);
}

for (const name of WALK)
  inBoth(`clobbering: the smallest form with a field named ${name}`, async (scene) => {
    const tab = await scene.open(page(''));
    const added = tab.evaluate(async (field) => {
      document.body.insertAdjacentHTML('beforeend', `<input form="f" name="${field}"><form id="f">请填写姓名</form>`);
      await new Promise((next) => setTimeout(next, 300));
      return true;
    }, name);
    expect(await Promise.race([added, hung()]), 'the page answers').toBe(true);
    await expect.poll(() => seen(tab, '#farm'), { timeout: 8000 }).toBe('');
  });

for (const [which, names] of [
  ['a walk goes by', WALK],
  ['reading goes by', READ],
] as const)
  for (const inside of [true, false])
    for (const late of [true, false])
      inBoth(
        `clobbering: all names that ${which}, ${inside ? 'inside' : 'outside'} the form, ${late ? 'by script' : 'by the parser'}`,
        (scene) => {
          const markup = form(names, inside);
          return expectSwept(scene, page(late ? '' : markup), late ? markup : '');
        },
      );

inBoth('clobbering: the document’s own properties, by names of forms and pictures', (scene) => {
  const names = [
    'body',
    'head',
    'documentElement',
    'title',
    'createElement',
    'createTreeWalker',
    'styleSheets',
    'readyState',
    'querySelectorAll',
    'designMode',
    'activeElement',
    'defaultView',
    'caretPositionFromPoint',
  ];
  const markup = names.map((name) => `<form name="${name}"></form><img name="${name}" alt="">`).join('');
  return expectSwept(scene, page(`${markup}<p>${HONEST_LINE}</p>`), '');
});

inBoth('clobbering: prototypes that the page has bent', (scene) => {
  const bend = `<script>
    for (const [owner, names] of [[Node.prototype, ['nextSibling', 'firstChild', 'parentNode', 'textContent']], [Element.prototype, ['attributes', 'children']], [CharacterData.prototype, ['data', 'length']]])
      for (const name of names) Object.defineProperty(owner, name, { configurable: true, get() { return null; }, set() {} });
    Element.prototype.getAttribute = () => null;
    Element.prototype.setAttribute = () => {};
    CharacterData.prototype.replaceData = () => {};
    window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };
  </script>`;
  return expectSwept(scene, page(`<p>${HONEST_LINE}</p><p id="late"></p>${bend}`), '');
});
