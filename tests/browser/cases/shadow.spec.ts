/** Spam in shadow roots and drawings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { A, AD, asWritten, B, C, farm, farmLinks, HEAD, page, S, SPAM } from './harness/spam.ts';
import { expect, expectGivenBack, expectHidden, expectSeen, inBoth, seen } from './harness/test.ts';

const INNER = `<p>${C}</p>${farm('class="inner"', 12)}<p>${A}${S}${B}</p>`;

/** Pages whose spam stands in open shadow roots, and what runs in them once they are swept. */
const ROOTS: Readonly<Record<string, string>> = {
  'a declarative one': `<div id="host"><template shadowrootmode="open">${INNER}</template></div>`,
  'a declarative one in another': `<div id="host"><template shadowrootmode="open"><div><template shadowrootmode="open">${INNER}</template></div></template></div>`,
  'one that a script attaches while the page loads': `<div id="host"></div><script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(INNER)};</script>`,
  'one that a script attaches later': `<div id="host"></div><script>setTimeout(() => { document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(INNER)}; window.attached = true; }, 900);</script>`,
  'one that a script fills later': `<div id="host"></div><script>const root = document.getElementById('host').attachShadow({ mode: 'open' }); setTimeout(() => { root.innerHTML = ${JSON.stringify(INNER)}; }, 900);</script>`,
  'a custom element upgraded later': `<x-list id="host"></x-list><script>setTimeout(() => customElements.define('x-list', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(INNER)}; } }), 900);</script>`,
};

for (const [name, body] of Object.entries(ROOTS))
  inBoth(`shadow roots: ${name}`, async (scene) => {
    const tab = await scene.open(page(body));
    // Where it comes later: it has come once its honest line is seen.
    await expect.poll(() => seen(tab, '#host'), { timeout: 8000 }).toContain(C);
    await expectHidden(tab, SPAM);
    await expectSeen(tab, A, B, C);
    await scene.allow();
    await expect.poll(() => seen(tab, '#host'), { timeout: 8000 }).toMatch(SPAM);
    const inner = await tab.evaluate(() => {
      const deepest = (host: Element): ShadowRoot | null => {
        const root = host.shadowRoot;
        const next = root && [...root.querySelectorAll('*')].find((each) => each.shadowRoot !== null);
        return next ? deepest(next) : root;
      };
      return deepest(document.getElementById('host') as Element)?.innerHTML;
    });
    expect(inner).toBe(INNER);
  });

inBoth('shadow roots: spam between the slots of a root', async (scene) => {
  const html = page(
    `<div id="host"><template shadowrootmode="open"><section><slot name="one"></slot><p>${HEAD}</p><slot></slot></section></template><p slot="one">${C}</p><div>${farmLinks(12).join(' ')}</div></div>`,
  );
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await expectSeen(tab, C);
});

inBoth('shadow roots: what is added to a swept root is swept', async (scene) => {
  const tab = await scene.open(page(ROOTS['a declarative one'] ?? ''));
  await expectHidden(tab, SPAM);
  await tab.evaluate(
    (ad, honest) => {
      const root = document.getElementById('host')?.shadowRoot as ShadowRoot;
      root.querySelector('p')?.insertAdjacentHTML('afterend', `<p>${ad}</p><p id="new">${honest}</p>`);
    },
    AD,
    '周末的朗读活动照常举行，不用预约。',
  );
  await expect.poll(() => seen(tab, '#host')).toContain('周末的朗读活动照常举行，不用预约。');
  await expectHidden(tab, SPAM);
});

inBoth('shadow roots: a page whose own rules in a root are important', async (scene) => {
  const style = '<style>:host, :host *, * { display: block !important; font-size: 16px !important; }</style>';
  const tab = await scene.open(
    page(`<div id="host"><template shadowrootmode="open">${style}${INNER}</template></div>`),
  );
  await expect.poll(() => seen(tab, '#host')).toContain(C);
  await expectHidden(tab, SPAM);
});

inBoth('drawings: spam in SVG text is hidden, or said to be out of reach', async (scene) => {
  const lines = farmLinks(12).map((link) => link.replace(/<[^>]+>/g, ''));
  const drawn = lines.map((line, at) => `<text x="10" y="${20 + at * 20}">${line}</text>`).join('');
  const html = page(`<svg id="svg" width="400" height="300"><title>开放时间</title>${drawn}</svg><p>${C}</p>`);
  const tab = await scene.open(html);
  await expectSeen(tab, C);
  const docs = readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(ROOT, 'docs', name), 'utf8'));
  const hidden = await expect
    .poll(() => seen(tab, '#svg'), { timeout: 2500 })
    .not.toMatch(SPAM)
    .then(() => true)
    .catch(() => false);
  if (!hidden) expect(docs.some((text) => /SVG/.test(text))).toBe(true);
  await expectGivenBack(scene, tab, asWritten(html));
});
