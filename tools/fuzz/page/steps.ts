/** What scripts of pages do to texts and rows: each step by its name. */
import type { Place, Step } from './mutator.ts';

export const STEPS: Readonly<Record<string, Step>> = {
  'append a row': (page) => {
    const row = page.row(page.mixture());
    page.list.append(row.element);
    page.rows.push(row);
  },
  'insert a row': (page) => {
    const at = page.random.below(page.rows.length + 1);
    const row = page.row(page.mixture());
    page.list.insertBefore(row.element, page.rows[at]?.element ?? null);
    page.rows.splice(at, 0, row);
  },
  'append a paragraph': (page) => {
    const { text, says } = page.mixture();
    const element = Object.assign(document.createElement('p'), { textContent: text });
    page.texts.append(element);
    page.paragraphs.push({ element, says });
  },
  'use a row again': (page) => {
    const row = page.random.pick(page.rows);
    const { text, says } = page.mixture();
    (row.element.lastElementChild as HTMLElement).textContent = text;
    row.says = says;
  },
  'use all rows again': (page) => {
    for (const row of page.rows) {
      const { text, says } = page.mixture();
      const body = row.element.lastElementChild as HTMLElement;
      const first = body.firstChild;
      if (first?.nodeType === 3 && body.childNodes.length === 1) (first as Text).data = text;
      else body.textContent = text;
      row.says = says;
    }
  },
  'replace a paragraph’s text': (page) => {
    const place = page.random.pick(page.paragraphs);
    const { text, says } = page.mixture();
    place.element.textContent = text;
    place.says = says;
  },
  'set each text to itself': (page) => {
    for (const node of page.textNodes(page.place().element)) {
      const { data } = node;
      node.data = data;
    }
  },
  'split a text': (page) => {
    const nodes = page.textNodes(page.place().element);
    const node = nodes[page.random.below(nodes.length)];
    if (!node || node.length < 2) return;
    const tail = node.splitText(1 + page.random.below(node.length - 1));
    if (page.random.chance(0.5)) return;
    const wrapper = document.createElement('span');
    tail.replaceWith(wrapper);
    wrapper.append(tail);
  },
  normalise: (page) => {
    page.random.pick<Element>([page.place().element, page.texts, page.list, document.body]).normalize();
  },
  'clone a row': (page) => {
    const row = page.random.pick(page.rows);
    const element = row.element.cloneNode(true) as HTMLElement;
    page.list.append(element);
    page.rows.push({ element, says: [...row.says] });
  },
  'clone a row and fill the copy': (page) => {
    const element = page.random.pick(page.rows).element.cloneNode(true) as HTMLElement;
    const { text, says } = page.mixture();
    const late = page.random.chance(0.5);
    if (late) page.list.append(element);
    (element.lastElementChild as HTMLElement).textContent = text;
    if (!late) page.list.append(element);
    page.rows.push({ element, says });
  },
  'move a row': (page) => {
    const [row] = page.rows.splice(page.random.below(page.rows.length), 1);
    if (!row) return;
    const at = page.random.below(page.rows.length + 1);
    page.list.insertBefore(row.element, page.rows[at]?.element ?? null);
    page.rows.splice(at, 0, row);
  },
  'turn the list round': (page) => {
    page.rows.reverse();
    page.list.replaceChildren(...page.rows.map(({ element }) => element));
  },
  'remove a row': (page) => {
    if (page.rows.length < 4) return;
    const [row] = page.rows.splice(page.random.below(page.rows.length), 1);
    row?.element.remove();
  },
  'add to the list by innerHTML': (page) => {
    const says = [page.say()];
    page.list.innerHTML += `<li><b>读者：</b><span>${says[0]}</span></li>`;
    page.again();
    page.rows.push({ element: page.list.lastElementChild as HTMLElement, says });
  },
  'write markup anew': (page) => {
    const box = page.random.pick([page.texts, page.list]);
    const { innerHTML } = box;
    box.innerHTML = innerHTML;
    page.again();
  },
  'wrap texts as a translator does': (page) => {
    for (const node of page.textNodes(page.place().element)) {
      const font = document.createElement('font');
      font.append(node.data);
      node.replaceWith(font);
    }
  },
  'exchange letters': (page) => {
    const pairs = [
      ['馆', '館'],
      ['说', '說'],
      ['们', '們'],
      ['开', '開'],
    ] as const;
    const [one, other] = page.random.pick(pairs);
    if (page.random.chance(0.5)) page.exchange(one, other);
    else page.exchange(other, one);
  },
  'add a sentence to a text': (page) => {
    const place = page.random.pick(page.paragraphs);
    const nodes = page.textNodes(place.element);
    const said = page.say();
    const node = nodes.at(-1);
    if (!node) place.element.textContent = said;
    else if (page.random.chance(0.5)) node.appendData(said);
    else nodes[0]?.insertData(0, said);
    place.says.push(said);
  },
  'add a text node': (page) => {
    const place = page.random.pick(page.paragraphs);
    const said = page.say();
    place.element.append(document.createTextNode(said));
    place.says.push(said);
  },
  'delete a sentence': (page) => {
    const place = page.place();
    const said = place.says.at(-1);
    const node = said && page.textNodes(place.element).find(({ data }) => data.includes(said));
    if (!said || !node) return;
    node.deleteData(node.data.indexOf(said), said.length);
    place.says.pop();
  },
  'mark a sentence': (page) => {
    const place = page.place();
    const said = place.says.at(-1);
    const node = said && page.textNodes(place.element).find(({ data }) => data.includes(said));
    if (!said || !node) return;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(said));
    range.setEnd(node, node.data.indexOf(said) + said.length);
    range.surroundContents(document.createElement('mark'));
  },
  'take a box out, change it and put it back': (page) => {
    const box = page.random.pick([page.texts, page.list]);
    const next = box.nextSibling;
    const parent = box.parentNode as Node;
    box.remove();
    const rows = page.rows.slice(0, 2);
    for (const row of box === page.list ? rows : []) {
      const { text, says } = page.mixture();
      (row.element.lastElementChild as HTMLElement).textContent = text;
      row.says = says;
    }
    parent.insertBefore(box, next);
  },
  'stream a paragraph': async (page) => {
    const element = document.createElement('p');
    const node = document.createTextNode('');
    element.append(node);
    page.texts.append(element);
    const place: Place = { element, says: [] };
    page.paragraphs.push(place);
    const { text, says } = page.mixture();
    for (let at = 0; at < text.length; at += 13) {
      node.appendData(text.slice(at, at + 13));
      if (page.random.chance(0.5)) await new Promise((next) => setTimeout(next, page.random.below(15)));
    }
    place.says = says;
  },
};
