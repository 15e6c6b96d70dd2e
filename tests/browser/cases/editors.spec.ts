/** What a user writes in is never touched. */
import { bundle } from './harness/bundle.ts';
import { A, AD, B, C, farm, farmLinks, HEAD, page, S, SPAM } from './harness/spam.ts';
import { type CaseTab, expect, expectSeen, inBoth, twoFrames } from './harness/test.ts';

const DRAFT = `<p>${A}${S}${B}</p><p>${AD}</p>${farm('class="draft"')}`;

/** Waits until later sweeps have taken place: spam that came after the draft is hidden. */
async function sweptAgain(tab: CaseTab): Promise<void> {
  await tab.evaluate((html) => {
    const later = document.createElement('div');
    later.id = 'later';
    later.innerHTML = html;
    document.body.append(later);
  }, farmLinks(12).join(' '));
  await tab.waitFor(() =>
    [...document.querySelectorAll('#later a')].every((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return [...range.getClientRects()].every(({ width, height }) => width === 0 || height === 0);
    }),
  );
  await tab.evaluate(twoFrames);
}

/** Fields that stand in the page itself: markup around the draft, and where it is found. */
const FIELDS: Readonly<Record<string, string>> = {
  'a contenteditable element': `<div id="field" contenteditable>${DRAFT}</div>`,
  'contenteditable="plaintext-only"': `<div id="field" contenteditable="plaintext-only">${DRAFT}</div>`,
  'an element below a contenteditable one': `<section contenteditable="true"><div id="field">${DRAFT}</div></section>`,
};

for (const [name, body] of Object.entries(FIELDS))
  inBoth(`editors: ${name} stays as written`, async (scene) => {
    const tab = await scene.open(page(body));
    await sweptAgain(tab);
    expect(await tab.evaluate(() => document.getElementById('field')?.innerHTML)).toBe(DRAFT);
    expect(await tab.evaluate(() => document.getElementById('field')?.attributes.length)).toBe(
      name.startsWith('an element below') ? 1 : 2,
    );
  });

inBoth('editors: an element that becomes editable after the sweep is given back as written', async (scene) => {
  const tab = await scene.open(page(`<div id="field">${DRAFT}</div>`));
  await tab.evaluate(() => document.getElementById('field')?.setAttribute('contenteditable', 'true'));
  await expect
    .poll(() => tab.evaluate(() => document.getElementById('field')?.innerHTML), { timeout: 5000 })
    .toBe(DRAFT);
  await sweptAgain(tab);
  expect(await tab.evaluate(() => document.getElementById('field')?.innerHTML)).toBe(DRAFT);
});

inBoth('editors: text areas and fields keep their text', async (scene) => {
  const tab = await scene.open(
    page(
      `<textarea id="area">${AD}${S}</textarea><input id="line" value="${HEAD}"><select id="choice"><option>${AD}</option></select>`,
    ),
  );
  await sweptAgain(tab);
  const kept = await tab.evaluate(() => ({
    area: document.querySelector<HTMLTextAreaElement>('#area')?.value,
    line: document.querySelector<HTMLInputElement>('#line')?.value,
    choice: document.querySelector<HTMLSelectElement>('#choice')?.value,
    attributes: ['area', 'line', 'choice'].map((id) => document.getElementById(id)?.attributes.length),
  }));
  expect(kept).toEqual({ area: `${AD}${S}`, line: HEAD, choice: AD, attributes: [1, 2, 1] });
});

/** How a frame's document comes to be written in. */
const FRAMES: Readonly<Record<string, (draft: string) => void>> = {
  'designMode before the text comes': (draft) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (!contentDocument) throw new Error('no document');
    contentDocument.designMode = 'on';
    contentDocument.body.innerHTML = draft;
  },
  'designMode once the text is there': (draft) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (!contentDocument) throw new Error('no document');
    contentDocument.body.innerHTML = draft;
    contentDocument.designMode = 'on';
  },
  'a document written by script': (draft) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (!contentDocument) throw new Error('no document');
    contentDocument.open();
    contentDocument.write(`<html><body>${draft}</body></html>`);
    contentDocument.close();
    contentDocument.designMode = 'on';
  },
  'a body that is editable': (draft) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (!contentDocument) throw new Error('no document');
    contentDocument.body.contentEditable = 'true';
    contentDocument.body.innerHTML = draft;
  },
};

for (const [name, write] of Object.entries(FRAMES))
  inBoth(`editors: a frame with ${name} stays as written`, async (scene) => {
    const tab = await scene.open(page('<iframe id="frame" width="500" height="300"></iframe>'));
    await tab.evaluate(write, DRAFT);
    await sweptAgain(tab);
    const inner = () =>
      tab.evaluate(() => (document.getElementById('frame') as HTMLIFrameElement).contentDocument?.body.innerHTML);
    await expect.poll(inner, { timeout: 5000 }).toBe(DRAFT);
    await sweptAgain(tab);
    expect(await inner()).toBe(DRAFT);
  });

inBoth('editors: a frame put into designMode long after its sweep is given back as written', async (scene) => {
  const tab = await scene.open(page('<iframe id="frame" width="500" height="300"></iframe>'));
  await tab.evaluate((draft) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (contentDocument) contentDocument.body.innerHTML = draft;
  }, DRAFT);
  const frameState = () =>
    tab.evaluate(() => {
      const body = (document.getElementById('frame') as HTMLIFrameElement).contentDocument?.body;
      return body ? { html: body.innerHTML, text: body.innerText } : null;
    });
  // The control: it had been swept.
  await expect.poll(async () => (await frameState())?.text, { timeout: 5000 }).not.toMatch(SPAM);
  await tab.evaluate(() => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    if (!contentDocument) return;
    contentDocument.designMode = 'on';
    contentDocument.body.focus();
    contentDocument.execCommand('selectAll');
    getSelection();
  });
  // A user who writes changes the document: that is when it can be seen that somebody does.
  await tab.evaluate((text) => {
    const { contentDocument } = document.getElementById('frame') as HTMLIFrameElement;
    contentDocument?.body.insertAdjacentHTML('beforeend', `<p>${text}</p>`);
  }, C);
  await expect.poll(async () => (await frameState())?.html, { timeout: 5000 }).toBe(`${DRAFT}<p>${C}</p>`);
});

interface EditorWindow {
  readonly editors: Record<string, (place: Element, html: string) => () => string>;
  read: () => string;
}

for (const name of ['ProseMirror', 'Quill', 'CodeMirror'])
  inBoth(`editors: ${name} keeps its document`, async (scene) => {
    scene.serve('/editors.js', { body: await bundle('editors.ts'), type: 'text/javascript; charset=utf-8' });
    const html = page('<div id="place"></div>', { head: '<script src="/editors.js"></script>' });
    const start = (which: string, draft: string) => {
      const own = window as unknown as EditorWindow;
      own.read = own.editors[which]?.(document.getElementById('place') as Element, draft) ?? (() => '');
    };
    const state = () => {
      const editable = document.querySelector('#place [contenteditable]');
      return { html: editable?.innerHTML, says: (window as unknown as EditorWindow).read() };
    };
    const draft = `<p>${A}${S}${B}</p><p>${AD}</p><p>${HEAD}</p>`;
    const plain = await scene.plain(html);
    await plain.evaluate(start, name, draft);
    await plain.evaluate(twoFrames);
    const wanted = await plain.evaluate(state);
    expect(wanted.says).toContain(S);
    const tab = await scene.open(html);
    await tab.evaluate(start, name, draft);
    await tab.evaluate(twoFrames);
    await sweptAgain(tab);
    expect(await tab.evaluate(state)).toEqual(wanted);
    await expectSeen(tab, A, B);
    // What is typed arrives, and only that.
    await tab.click('#place [contenteditable] p, #place .cm-line');
    await tab.type('xyz');
    await expect.poll(async () => (await tab.evaluate(state)).says).toContain('xyz');
    const { says } = await tab.evaluate(state);
    expect(says.replace('xyz', '')).toBe(wanted.says);
  });
