/** A page's script rewrites texts in which spam stood between honest sentences. */
import { bundle } from './harness/bundle.ts';
import { A, asWritten, B, C, farmLinks, HEAD, HONEST, page, S, SPAM } from './harness/spam.ts';
import {
  type CaseTab,
  expect,
  expectGivenBack,
  expectHidden,
  expectSeen,
  expectSeenFor,
  inBoth,
  type Scene,
  seen,
  twoFrames,
} from './harness/test.ts';

const MIXED = `<p id="m">${A}${S}${B}</p>`;
/** How long after a script's act a page is watched, in ms: later sweeps come in that time. */
const WATCHED = 400;

/** Opens the page and waits until the stretch is gone too. */
async function swept(scene: Scene, html: string): Promise<CaseTab> {
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A, B);
  return tab;
}

/** What the element's text holds once the site is allowed. */
async function allowedText(scene: Scene, tab: CaseTab): Promise<string> {
  await scene.allow();
  await expect.poll(() => seen(tab, '#farm'), { timeout: 8000 }).toMatch(SPAM);
  return tab.evaluate(() => document.getElementById('m')?.textContent ?? '');
}

inBoth('a stretch is hidden, and given back', async (scene) => {
  const html = page(MIXED);
  const tab = await swept(scene, html);
  await expectGivenBack(scene, tab, asWritten(html));
});

/** Acts that leave each text as it is: the page's own markup comes back byte for byte. */
const IDENTITIES: Readonly<Record<string, () => void>> = {
  'a text set to itself': () => {
    const text = document.getElementById('m')?.firstChild as Text;
    const { data } = text;
    text.data = data;
  },
  'every text of the page set to itself': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { nodeValue } = node;
      node.nodeValue = nodeValue;
    }
  },
  'an element made normal': () => document.getElementById('m')?.normalize(),
  'the page made normal': () => document.documentElement.normalize(),
  'a text split in two and joined again': () => {
    const element = document.getElementById('m') as HTMLElement;
    (element.firstChild as Text).splitText(9);
    element.normalize();
  },
  'a text appended to and cut back': () => {
    const text = document.getElementById('m')?.firstChild as Text;
    const { length } = text;
    text.appendData('待续');
    text.deleteData(length, 2);
  },
  'an element taken out and put back': () => {
    const element = document.getElementById('m') as HTMLElement;
    const next = element.nextSibling;
    const parent = element.parentNode as Node;
    element.remove();
    parent.insertBefore(element, next);
  },
};

for (const [name, act] of Object.entries(IDENTITIES))
  inBoth(`texts: ${name}`, async (scene) => {
    const html = page(MIXED);
    const tab = await swept(scene, html);
    await tab.evaluate(act);
    await tab.evaluate(twoFrames);
    await expectSeenFor(tab, WATCHED, A, B);
    await expectHidden(tab, SPAM);
    await expectGivenBack(scene, tab, asWritten(html));
  });

/** Acts that change the text: the honest sentences stay, whatever comes. */
const CHANGES: Readonly<Record<string, (a: string, b: string) => void>> = {
  'split, and the tail wrapped': () => {
    const text = document.getElementById('m')?.firstChild as Text;
    const tail = text.splitText(9);
    const wrapper = document.createElement('b');
    tail.replaceWith(wrapper);
    wrapper.append(tail);
  },
  'split, and the head wrapped': () => {
    const head = document.getElementById('m')?.firstChild as Text;
    head.splitText(9);
    const wrapper = document.createElement('i');
    head.replaceWith(wrapper);
    wrapper.append(head);
  },
  'replaced by an element now and the rest later, as translators do': () => {
    const element = document.getElementById('m') as HTMLElement;
    const wrap = (text: Text) => {
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    };
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3) as Text[];
    if (texts[0]) wrap(texts[0]);
    setTimeout(() => texts.slice(1).forEach(wrap), 300);
  },
  'replaced by fonts in fonts, all texts of the page': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      if (!text.data.trim()) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  },
  'set by textContent to what it reads': () => {
    const element = document.getElementById('m') as HTMLElement;
    const { textContent } = element;
    element.textContent = textContent;
  },
  'set by innerHTML to what it reads': () => {
    const element = document.getElementById('m') as HTMLElement;
    const { innerHTML } = element;
    element.innerHTML = innerHTML;
  },
  'a sentence wrapped by a range': (_, b) => {
    const text = document.getElementById('m')?.firstChild as Text;
    const at = text.data.indexOf(b);
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + b.length);
    range.surroundContents(document.createElement('mark'));
  },
  'every character in a span of its own': () => {
    const element = document.getElementById('m') as HTMLElement;
    const letters = [...(element.textContent ?? '')];
    element.replaceChildren(
      ...letters.map((letter) => Object.assign(document.createElement('span'), { textContent: letter })),
    );
  },
  'told again from the page’s own data': (a, b) => {
    const text = document.getElementById('m')?.firstChild as Text;
    text.data = `${a}${b}`;
  },
  'text put before the stretch': () => {
    const text = document.getElementById('m')?.firstChild as Text;
    text.insertData(0, '本报讯：');
  },
  'text put behind the stretch': () => {
    const text = document.getElementById('m')?.firstChild as Text;
    text.appendData('（完）');
  },
};

for (const [name, act] of Object.entries(CHANGES))
  inBoth(`texts: ${name}`, async (scene) => {
    const tab = await swept(scene, page(MIXED));
    await tab.evaluate(act, A, B);
    await tab.evaluate(twoFrames);
    await expectSeenFor(tab, WATCHED, A, B);
    await expectHidden(tab, SPAM);
    const text = await allowedText(scene, tab);
    expect(text).toContain(A);
    expect(text).toContain(B);
  });

inBoth('texts: turned into Traditional and back by the page', async (scene) => {
  const tab = await swept(scene, page(MIXED));
  const turn = (pairs: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      let { data } = node;
      for (const pair of pairs.split(' ')) data = data.replaceAll(pair[0] ?? '', pair[1] ?? '');
      node.data = data;
    }
  };
  const pairs = '图圖 书書 馆館 缮繕 阅閱 览覽 开開 长長 说說 孩孩 来來';
  const back = pairs.replaceAll(/(\S)(\S)/g, '$2$1');
  await tab.evaluate(turn, pairs);
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, WATCHED, '圖書館的修繕工程', '孩子们的座位也比从前多了一倍');
  await tab.evaluate(turn, back);
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, WATCHED, A, B);
  const text = await allowedText(scene, tab);
  expect(text).toContain(A);
  expect(text).toContain(B);
});

const TOOLS = '<script src="/tools.js"></script>';

inBoth('texts: pangu spaces the page', async (scene) => {
  scene.serve('/tools.js', { body: await bundle('text-tools.ts'), type: 'text/javascript; charset=utf-8' });
  const tab = await swept(scene, page(`${MIXED}<p id="latin">新馆的Wi-Fi网络今天也已开通。</p>`, { head: TOOLS }));
  await tab.evaluate(() => (window as unknown as { spacePage(): void }).spacePage());
  await tab.waitFor(() => /的 Wi/.test(document.getElementById('latin')?.textContent ?? ''));
  await expectSeenFor(tab, WATCHED, A, B);
  await expectHidden(tab, SPAM);
  expect(await allowedText(scene, tab)).toContain(B);
});

inBoth('texts: mark.js marks a word and takes the marks back', async (scene) => {
  scene.serve('/tools.js', { body: await bundle('text-tools.ts'), type: 'text/javascript; charset=utf-8' });
  const tab = await swept(scene, page(MIXED, { head: TOOLS }));
  await tab.evaluate(() => {
    const tools = window as unknown as { markWord(element: Element, word: string): () => void; undo: () => void };
    tools.undo = tools.markWord(document.body, '杉木');
  });
  await expect.poll(() => seen(tab, 'mark')).toBe('杉木');
  await expectSeenFor(tab, WATCHED, A, B);
  await tab.evaluate(() => (window as unknown as { undo(): void }).undo());
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, WATCHED, A, B);
  await expectHidden(tab, SPAM);
  const text = await allowedText(scene, tab);
  expect(text).toContain(A);
  expect(text).toContain(B);
});

inBoth('texts: a whole page in one text node, made normal', async (scene) => {
  const links = farmLinks(12).map((link) => link.replace(/<[^>]+>/g, ''));
  const html = page(`<pre id="m">${HEAD}\n${A}\n${HONEST.join('\n')}\n${B}\n${links.join(' | ')}</pre>`);
  const tab = await swept(scene, html);
  await tab.evaluate(() => document.body.normalize());
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, WATCHED, A, B, ...HONEST);
  await expectHidden(tab, SPAM);
  await expectGivenBack(scene, tab, asWritten(html));
});

inBoth('texts: two stretches in one text', async (scene) => {
  const html = page(`<p id="m">${A}${S}${B}${C}${S}${HONEST[1]}</p>`);
  const tab = await swept(scene, html);
  await tab.evaluate(() => {
    const text = document.getElementById('m')?.firstChild as Text;
    text.data = `${text.data}　`;
    text.data = text.data.trimEnd();
  });
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, WATCHED, A, B, C);
  await expectGivenBack(scene, tab, asWritten(html));
});
