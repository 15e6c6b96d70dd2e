/** Selections stay, and what is copied or written down again holds nothing of ours. */

import { foreignAttributes } from './harness/seen.ts';
import { A, AD, asWritten, B, C, HONEST, page, S, SPAM } from './harness/spam.ts';
import {
  type CaseTab,
  expect,
  expectGivenBack,
  expectHidden,
  expectSeen,
  inBoth,
  type Scene,
  seen,
} from './harness/test.ts';

const CLOCK = `<p id="clock"></p><script>setInterval(() => {
  document.getElementById('clock').textContent = '现在是 ' + Math.round(performance.now()) + ' 毫秒';
}, 120);</script>`;
/** How long a clock runs beside a selection, in ms. */
const CLOCK_RUNS = 900;

async function swept(scene: Scene, body: string): Promise<CaseTab> {
  const tab = await scene.open(page(body));
  await expectHidden(tab, SPAM);
  return tab;
}

/** Selects a sentence where it stands in #m, and keeps what was selected. Runs in a page. */
function selectIn(sentence: string): string {
  const walker = document.createTreeWalker(document.getElementById('m') as Element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(sentence);
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + sentence.length);
    break;
  }
  return getSelection()?.toString() ?? '';
}

const selected = () => getSelection()?.toString() ?? '';

for (const [name, sentence] of [
  ['behind the stretch', B],
  ['before the stretch', A],
] as const)
  inBoth(`selections: a sentence ${name} stays selected while a clock runs`, async (scene) => {
    const tab = await swept(scene, `<p id="m">${A}${S}${B}</p>${CLOCK}`);
    expect(await tab.evaluate(selectIn, sentence)).toBe(sentence);
    const end = Date.now() + CLOCK_RUNS;
    while (Date.now() < end) expect(await tab.evaluate(selected)).toBe(sentence);
  });

inBoth('selections: over two paragraphs with stretches, while more spam comes', async (scene) => {
  const tab = await swept(
    scene,
    `<p id="m">${A}${S}${B}</p><p id="n">${C}${S}${HONEST[1]}</p>${CLOCK}<div id="more"></div>`,
  );
  await tab.evaluate(
    (from, to) => {
      const find = (id: string) => document.getElementById(id)?.firstChild as Text;
      const [first, last] = [find('m'), find('n')];
      getSelection()?.setBaseAndExtent(first, first.data.indexOf(from), last, last.data.indexOf(to) + to.length);
    },
    B,
    C,
  );
  const before = await tab.evaluate(selected);
  expect(before).toContain(B);
  expect(before).toContain(C);
  await tab.evaluate((ad) => {
    (document.getElementById('more') as HTMLElement).innerHTML = `<p>${ad}</p>`;
  }, AD);
  await expectHidden(tab, SPAM);
  const end = Date.now() + CLOCK_RUNS;
  while (Date.now() < end) expect(await tab.evaluate(selected)).toBe(before);
});

inBoth('selections: one made before the text is swept keeps to its sentence', async (scene) => {
  const tab = await scene.open(page('<p id="m"></p>'));
  await tab.evaluate(
    (text, b) => {
      const element = document.getElementById('m') as HTMLElement;
      element.textContent = text;
      const node = element.firstChild as Text;
      getSelection()?.setBaseAndExtent(node, node.data.indexOf(b), node, node.data.length);
    },
    `${A}${S}${B}`,
    B,
  );
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(selected)).toBe(B);
});

inBoth('selections: the caret stays in a field while a clock runs', async (scene) => {
  const tab = await swept(scene, `<p id="m">${A}${S}${B}</p><input id="line" value="图书馆几点开门">${CLOCK}`);
  await tab.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#line');
    field?.focus();
    field?.setSelectionRange(2, 5);
  });
  const state = () =>
    tab.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#line');
      return [document.activeElement === field, field?.selectionStart, field?.selectionEnd];
    });
  const end = Date.now() + CLOCK_RUNS;
  while (Date.now() < end) expect(await state()).toEqual([true, 2, 5]);
});

/** The post that is copied: honest paragraphs, a stretch, spam in elements of its own. */
const POST = `<div id="post"><p>${A}</p><p>${C}${S}${B}</p><p>${AD}</p><ul><li>${HONEST[1]}</li><li>${AD}</li></ul><p>${HONEST[2]}</p></div>`;
const ATTRIBUTES = ['id', 'contenteditable', 'style', 'class'];

inBoth('copies: what is copied and pasted into a field holds nothing of ours', async (scene) => {
  const tab = await swept(scene, `${POST}<div id="field" contenteditable style="min-height:40px"></div>`);
  await tab.front();
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('post') as Element));
  await tab.chord('copy');
  await tab.click('#field');
  await tab.chord('paste');
  await expect.poll(() => seen(tab, '#field')).toContain(HONEST[2]);
  const pasted = await seen(tab, '#field');
  for (const sentence of [A, B, C, HONEST[1] ?? '']) expect(pasted).toContain(sentence);
  expect(pasted).not.toMatch(/已折叠|扫蛛/);
  await expect.poll(() => tab.evaluate(foreignAttributes, '#field', ATTRIBUTES)).toEqual([]);
  const shape = await tab.evaluate(() => {
    const field = document.getElementById('field') as HTMLElement;
    return { html: field.innerHTML.length, named: field.innerHTML.includes('已折叠') };
  });
  expect(shape.named).toBe(false);
  // Browsers write each element's styles into what is copied: a few KB for six blocks, and none of a bar's 10 KB.
  expect(shape.html).toBeLessThan(6000);
});

inBoth('copies: the text that a selection gives holds no word of ours', async (scene) => {
  const tab = await swept(scene, POST);
  const text = await tab.evaluate(() => {
    getSelection()?.selectAllChildren(document.getElementById('post') as Element);
    return getSelection()?.toString() ?? '';
  });
  for (const sentence of [A, B, C]) expect(text).toContain(sentence);
  expect(text).not.toMatch(SPAM);
  expect(text).not.toMatch(/已折叠|扫蛛/);
});

inBoth('copies: markup that a script puts into an editor loses what is ours', async (scene) => {
  const tab = await swept(scene, `${POST}<div id="field" contenteditable></div>`);
  await tab.evaluate(() => {
    const field = document.getElementById('field') as HTMLElement;
    field.innerHTML = document.getElementById('post')?.innerHTML ?? '';
  });
  await expect.poll(() => tab.evaluate(foreignAttributes, '#field', ATTRIBUTES)).toEqual([]);
  await expectSeen(tab, A, B, C);
});

inBoth('copies: markup that a script puts into a text area holds no element of ours', async (scene) => {
  const tab = await swept(scene, `${POST}<textarea id="field"></textarea>`);
  const shape = await tab.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#field') as HTMLTextAreaElement;
    field.value = document.getElementById('post')?.innerHTML ?? '';
    const copy = document.implementation.createHTMLDocument('').body;
    copy.innerHTML = field.value;
    return [...copy.querySelectorAll('*')].map((element) => element.localName).join(' ');
  });
  expect(shape).toBe('p p p ul li li p');
});

inBoth('copies: a list added to by innerHTML stays whole, swept and unmarked', async (scene) => {
  const list = `<ul id="list"><li>${A}</li><li>${AD}</li><li>${C}${S}${B}</li></ul>`;
  const tab = await swept(scene, list);
  for (const text of [HONEST[3] ?? '', HONEST[4] ?? ''])
    await tab.evaluate((more) => {
      (document.getElementById('list') as HTMLElement).innerHTML += `<li>${more}</li>`;
    }, text);
  await expectSeen(tab, A, B, C, HONEST[3] ?? '', HONEST[4] ?? '');
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(() => document.querySelectorAll('#list > li').length)).toBe(5);
  await scene.allow();
  await expect.poll(() => seen(tab, '#list')).toMatch(SPAM);
  expect(await tab.evaluate(foreignAttributes, '#list', ['id'])).toEqual([]);
  await expectSeen(tab, A, B, C);
});

inBoth('copies: a part of the page written anew from its own markup is given back as it was', async (scene) => {
  const html = page(`<div id="box"><p>${A}</p><p>${AD}</p></div>`);
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await tab.evaluate(() => {
    const box = document.getElementById('box') as HTMLElement;
    const { innerHTML } = box;
    box.innerHTML = innerHTML;
  });
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A);
  await expectGivenBack(scene, tab, asWritten(html));
});

/** Longer than it takes until a bar's own text is taken out of find-in-page, in ms. */
const EMPTIED = 15_000;

for (const [what, html] of [
  ['paragraphs', `<p>${A}</p><p>${AD}</p>`],
  ['items of a list', `<ul><li>${A}</li><li>${AD}</li></ul>`],
  ['loose lines', `${AD}<p>${A}</p>${AD}<a href="http://www.bjl-88w.example/">${AD}</a>`],
] as const) {
  inBoth(`copies: ${what} written anew from their own markup, long after, are given back`, async (scene) => {
    const whole = page(`<div id="box">${html}</div>`);
    const tab = await scene.open(whole);
    await expectHidden(tab, SPAM);
    const said = () => tab.evaluate(() => document.getElementById('box')?.textContent ?? '');
    await expect.poll(said, { timeout: EMPTIED }).not.toMatch(/^\S*百家乐/);
    await tab.evaluate(() => {
      const box = document.getElementById('box') as HTMLElement;
      const { innerHTML } = box;
      box.innerHTML = innerHTML;
    });
    await expectSeen(tab, A);
    await expectHidden(tab, SPAM);
    await expectGivenBack(scene, tab, asWritten(whole));
  });
}
