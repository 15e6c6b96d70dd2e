/** Rows, columns and scripts that count a page's children work as without us. */
import { A, AD, B, C, HONEST, page, S, SPAM } from './harness/spam.ts';
import { expect, expectHidden, expectSeen, inBoth, type Scene, twoFrames } from './harness/test.ts';

/** Where each honest item stands: its row among the rows, and its left edge. Runs in a page. */
function places(selector: string): string[] {
  const items = [...document.querySelectorAll(selector)].filter((item) => item.classList.contains('honest'));
  const boxes = items.map((item) => item.getBoundingClientRect());
  const rows = [...new Set(boxes.map(({ top }) => Math.round(top)))].sort((one, other) => one - other);
  return boxes.map(({ top, left }) => `row ${rows.indexOf(Math.round(top))} at ${Math.round(left)}`);
}

/** The items stand as they do in a browser without us. */
async function expectSamePlaces(scene: Scene, html: string, selector: string): Promise<void> {
  const plain = await scene.plain(html);
  const wanted = await plain.evaluate(places, selector);
  expect(wanted.length).toBeGreaterThan(2);
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await tab.evaluate(twoFrames);
  expect(await tab.evaluate(places, selector)).toEqual(wanted);
}

/** Items of which the second is spam. */
function items(tag: string, count = 11): string {
  return Array.from({ length: count }, (_, at) =>
    at === 1 ? `<${tag}><b>${AD}</b></${tag}>` : `<${tag} class="honest"><b>第${at}本新书</b></${tag}>`,
  ).join('');
}

const GRIDS: Readonly<Record<string, readonly [tag: string, box: string, style: string]>> = {
  'a floated grid with nth-child rules': [
    'li',
    'ul',
    '#g { width: 640px; padding: 0; list-style: none } #g li { float: left; width: 145px; height: 90px; overflow: hidden; margin-right: 20px } #g li:nth-child(4n) { margin-right: 0 }',
  ],
  'a grid of named columns': [
    'div',
    'div',
    '#g { display: grid; grid-template-columns: repeat(4, 150px); grid-auto-rows: 90px } #g > div { overflow: hidden }',
  ],
  'a wrapping flex row': [
    'div',
    'div',
    '#g { display: flex; flex-wrap: wrap; width: 640px } #g > div { flex: 0 0 160px; height: 90px; overflow: hidden }',
  ],
  'items beside one another': [
    'li',
    'ul',
    '#g { width: 640px; padding: 0; font-size: 0 } #g li { display: inline-block; width: 160px; height: 90px; font-size: 14px; overflow: hidden; vertical-align: top }',
  ],
};

for (const [name, [tag, box, style]] of Object.entries(GRIDS))
  inBoth(`layout: ${name}`, (scene) =>
    expectSamePlaces(
      scene,
      page(`<${box} id="g">${items(tag)}</${box}><div style="clear:both"></div>`, {
        head: `<style>${style}</style>`,
      }),
      '#g > *',
    ),
  );

inBoth('layout: cells of a table stay in their columns', (scene) => {
  const cell = (at: number) =>
    at === 5 ? `<td><p>${AD}</p></td>` : `<td class="honest"><div class="honest">第${at}号阅览室</div></td>`;
  const rows = Array.from(
    { length: 4 },
    (_, row) => `<tr>${[0, 1, 2, 3].map((column) => cell(row * 4 + column)).join('')}</tr>`,
  );
  const style = '<style>#g { table-layout: fixed; width: 640px }</style>';
  return expectSamePlaces(scene, page(`<table id="g">${rows.join('')}</table>`, { head: style }), '#g td');
});

inBoth('layout: a script that counts on each child’s first element', async (scene) => {
  const tab = await scene.open(page(`<ul id="g">${items('li')}</ul>`));
  await expectHidden(tab, SPAM);
  const painted = await tab.evaluate(() => {
    const list = document.getElementById('g') as HTMLElement;
    for (const item of list.children) (item.firstElementChild as HTMLElement).style.color = 'teal';
    return list.children.length;
  });
  expect(painted).toBe(11);
  await expectSeen(tab, '第0本新书', '第10本新书');
});

inBoth('layout: rules by first, last, only and next sibling hold', async (scene) => {
  const style = `<style>#g li { border: 0 solid } #g li:first-child { border-top-width: 3px } #g li + li { border-left-width: 2px }
    #g li:last-child { border-bottom-width: 4px } #g li:nth-of-type(odd) { border-right-width: 5px }</style>`;
  const html = page(`<ul id="g">${items('li')}</ul>`, { head: style });
  const borders = () =>
    [...document.querySelectorAll('#g > .honest')].map((item) => getComputedStyle(item).borderWidth);
  const wanted = await (await scene.plain(html)).evaluate(borders);
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(borders)).toEqual(wanted);
});

inBoth('layout: a stretch in a flex row stays one item', async (scene) => {
  const style = '<style>#g { display: flex; gap: 20px } #g span { flex: none }</style>';
  const html = page(`<div id="g">${A}${S}${B}<span id="more">更多</span></div>`, { head: style });
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A, B);
  const columns = await tab.evaluate(() => {
    const range = document.createRange();
    const box = document.getElementById('g') as HTMLElement;
    const lefts = [...box.childNodes].flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ left }) => Math.round(left));
    });
    return new Set(lefts).size;
  });
  expect(columns).toBe(2);
});

inBoth('layout: one line with an ellipsis stays one line', async (scene) => {
  const style =
    '<style>#g { width: 500px; line-height: 20px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }</style>';
  const html = page(`<p id="g">${A}${S}${B}</p>`, { head: style });
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(() => document.getElementById('g')?.getBoundingClientRect().height)).toBe(20);
});

inBoth('layout: a paragraph clamped to two lines stays clamped', async (scene) => {
  const style =
    '<style>#g { width: 400px; line-height: 20px; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }</style>';
  const tab = await scene.open(page(`<p id="g">${A}${S}${B}${HONEST[2]}</p>`, { head: style }));
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(() => document.getElementById('g')?.getBoundingClientRect().height)).toBe(40);
});

inBoth('layout: a stretch in a nested inline element keeps its line', async (scene) => {
  const html = page(`<p id="g">${A}<span>${C}${S}${B}</span>${HONEST[1]}</p>`);
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A, B, C);
  expect(await tab.evaluate(() => document.querySelectorAll('#g *').length)).toBe(1);
});
