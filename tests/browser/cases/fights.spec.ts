/** What is tried against us: hidden stays hidden, or the popup says that we gave up. */
import { pass } from '../harness/time.ts';
import { A, AD, B, C, farm, HEAD, HONEST, page, S, SPAM } from './harness/spam.ts';
import { type CaseTab, expect, expectHidden, expectSeen, inBoth, type Scene, seen } from './harness/test.ts';

const GAVE_UP = /已停止清扫/;
const MIXED = `<p id="m">${A}${S}${B}</p>`;

/** Spam is out of sight; or, where the page undid it again and again, the popup says that we gave up. */
async function expectHiddenOrGivenUp(scene: Scene, tab: CaseTab): Promise<void> {
  const hidden = await expect
    .poll(() => seen(tab), { timeout: 3000 })
    .not.toMatch(SPAM)
    .then(() => true)
    .catch(() => false);
  if (!hidden) expect(await scene.popup(tab, GAVE_UP)).toMatch(GAVE_UP);
  await expectSeen(tab, ...HONEST);
}

/** Scripts that undo what they did not do themselves, without end. Each counts its rounds in `undone`. */
const UNDOERS: Readonly<Record<string, string>> = {
  'takes away attributes that it did not set': `
    const known = new Set(['id', 'href', 'class', 'lang', 'charset']);
    const strip = (element) => { for (const { name } of [...element.attributes]) if (!known.has(name)) { element.removeAttribute(name); undone++; } };
    new MutationObserver((records) => { for (const { target } of records) strip(target); }).observe(document, { subtree: true, attributes: true });
    document.querySelectorAll('*').forEach(strip);`,
  'takes them away by a clock': `
    const known = new Set(['id', 'href', 'class', 'lang', 'charset']);
    setInterval(() => { for (const element of document.querySelectorAll('body *')) for (const { name } of [...element.attributes]) if (!known.has(name)) { element.removeAttribute(name); undone++; } }, 60);`,
  'writes its texts back': `
    const kept = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentNode.localName !== 'script') kept.set(node, ORIGINAL.find((text) => text.slice(0, 9) === node.data.slice(0, 9)) ?? node.data);
    const restore = (node) => { if (kept.has(node) && node.data !== kept.get(node)) { node.data = kept.get(node); undone++; } };
    new MutationObserver((records) => { for (const { target } of records) restore(target); }).observe(document, { subtree: true, characterData: true });
    kept.forEach((_, node) => restore(node));`,
  'removes whatever it did not put into its list': `
    const list = document.getElementById('list'); const own = new Set(list.children);
    const known = new Set(['id', 'href', 'class']);
    setInterval(() => { for (const child of [...list.children]) { if (!own.has(child)) { child.remove(); undone++; } else for (const { name } of [...child.attributes]) if (!known.has(name)) { child.removeAttribute(name); undone++; } } }, 60);`,
};

/** Has the page begin to undo. Runs in a page. */
function fight(): void {
  (window as unknown as { fight(): void }).fight();
}

/** Rounds in a second and a half that tell an end from a fight that goes on. */
const QUIET = 1500;

for (const [name, script] of Object.entries(UNDOERS))
  inBoth(`fights: a page that ${name}`, async (scene) => {
    const body = `${MIXED}<ul id="list"><li>${C}</li><li>${AD}</li><li>${HEAD}</li></ul>`;
    const original = JSON.stringify([`${A}${S}${B}`]);
    const html = page(
      `${body}<script>var undone = 0; const ORIGINAL = ${original}; function fight() { ${script} }</script>`,
    );
    const tab = await scene.open(html);
    await expectHidden(tab, SPAM);
    await tab.evaluate(fight);
    const rounds = () => tab.evaluate(() => (window as unknown as { undone: number }).undone);
    await expect.poll(rounds, { timeout: 5000 }).toBeGreaterThan(0);
    // It comes to rest: the page no longer finds anything to undo.
    await expect
      .poll(
        async () => {
          const before = await rounds();
          await pass(QUIET, 'a fight that goes on has many rounds in this time');
          return (await rounds()) - before;
        },
        { timeout: 20_000, message: 'rounds in a while' },
      )
      .toBe(0);
    await expectSeen(tab, A, B, C);
    await expectHiddenOrGivenUp(scene, tab);
    await tab.front();
    if (SPAM.test(await seen(tab))) expect(await scene.popup(tab, GAVE_UP)).toMatch(GAVE_UP);
  });

/** The page knows what it said: what it reads later may be emptied. */
const REMEMBER = `const texts = new Map([...list.children].map((child) => [child, child.textContent]));
  const again = (element, copy) => { copy.textContent = texts.get(element); texts.set(copy, copy.textContent); };`;

/** Scripts that put fresh copies of what was hidden in its place, without end. */
const COPIERS: Readonly<Record<string, string>> = {
  'at once': `
    const known = new Set(['id', 'href', 'class']);
    const renew = (element) => {
      if (!element.isConnected || ![...element.attributes].some(({ name }) => !known.has(name))) return;
      const copy = document.createElement(element.localName);
      again(element, copy);
      element.replaceWith(copy); undone++;
    };
    new MutationObserver((records) => { for (const { target } of records) renew(target); }).observe(list, { subtree: true, attributes: true });
    list.querySelectorAll('*').forEach(renew);`,
  'a little later': `
    const known = new Set(['id', 'href', 'class']);
    // Each copy comes back to its own place, also where its neighbour is away at that moment.
    const places = new Map([...list.children].map((child, at) => [child, at]));
    setInterval(() => { for (const child of [...list.children]) if ([...child.attributes].some(({ name }) => !known.has(name))) {
      const copy = document.createElement(child.localName); again(child, copy); places.set(copy, places.get(child)); child.remove(); undone++;
      setTimeout(() => list.insertBefore(copy, [...list.children].find((one) => places.get(one) > places.get(copy)) ?? null), 20);
    } }, 60);`,
};

for (const [when, script] of Object.entries(COPIERS))
  inBoth(`fights: a page that puts fresh copies in place of what was hidden, ${when}, is left alone`, async (scene) => {
    const items = [C, AD, HEAD].map((text) => `<li>${text}</li>`).join('');
    const html = page(
      `<ul id="list">${items}</ul><script>var undone = 0; const list = document.getElementById('list'); ${REMEMBER} function fight() { ${script} }</script>`,
    );
    const tab = await scene.open(html);
    await expectHidden(tab, SPAM);
    await tab.evaluate(fight);
    await tab.front();
    expect(await scene.popup(tab, GAVE_UP)).toMatch(GAVE_UP);
    await expect.poll(() => tab.evaluate(() => document.getElementById('list')?.innerHTML)).toBe(items);
    expect(await tab.evaluate(() => (window as unknown as { undone: number }).undone)).toBeLessThan(100);
    await expectSeen(tab, ...HONEST);
  });

/** What pages write into their style sheets and styles to stay in sight. */
const STYLES: Readonly<Record<string, string>> = {
  'a layer of important rules': `@layer a, b; @layer a { * { display: revert !important; font-size: 16px !important; visibility: visible !important; } #bad, #bad *, #farm, #farm * { display: block !important; font-size: 16px !important; height: auto !important; } }`,
  'important rules of high specificity': `#bad#bad#bad, #bad#bad#bad *, html body #farm#farm#farm * { display: block !important; font-size: 18px !important; content-visibility: visible !important; opacity: 1 !important; }`,
  'transitions that allow discrete changes': `* { transition: all 3600s allow-discrete !important; transition-behavior: allow-discrete !important; } @starting-style { * { display: block; font-size: 16px; } }`,
  'transitions that begin late': `#bad, #bad *, #farm, #farm * { transition: display 1s 3600s allow-discrete, font-size 1s 3600s, content-visibility 1s 3600s allow-discrete !important; }`,
  animations: `@keyframes stay { from, to { display: block; font-size: 16px; visibility: visible; } } #bad, #bad *, #farm, #farm * { animation: stay 1s infinite both !important; }`,
  'all: unset': `#bad, #bad *, #farm, #farm * { all: unset !important; }`,
  'display: contents': `#bad, #farm, #farm a { display: contents !important; }`,
  'generated content in the place of the bar': `#bad::before, #bad::after { content: "真人百家乐赌场开户" !important; font-size: 16px !important; display: block !important; }`,
};

for (const [name, style] of Object.entries(STYLES))
  inBoth(`against us: ${name}`, async (scene) => {
    const tab = await scene.open(page(`<div id="bad">${AD}</div>${MIXED}`, { head: `<style>${style}</style>` }));
    await expectHidden(tab, SPAM);
    await expectSeen(tab, A, B, ...HONEST);
    const generated = await tab.evaluate(() =>
      ['::before', '::after'].map((part) => {
        const element = document.getElementById('bad') as Element;
        const { content, display } = getComputedStyle(element, part);
        // Nothing is generated in an element without a box.
        return display === 'none' || element.getClientRects().length === 0 ? '' : content;
      }),
    );
    expect(generated.join('')).not.toMatch(SPAM);
  });

inBoth('against us: important inline styles, set again and again', async (scene) => {
  const inline = 'display: block !important; font-size: 16px !important; visibility: visible !important;';
  const tab = await scene.open(
    page(
      `<div id="bad" style="${inline}"><span style="${inline}">${AD}</span></div>
      <script>setInterval(() => { for (const one of document.querySelectorAll('#bad, #bad *, #farm, #farm *')) one.style.cssText = ${JSON.stringify(inline)}; }, 50);</script>`,
    ),
  );
  await expectHidden(tab, SPAM);
  const end = Date.now() + 600;
  while (Date.now() < end) expect(await seen(tab)).not.toMatch(SPAM);
});

/** What pages do to style sheets. */
const SHEETS: Readonly<Record<string, () => void>> = {
  'all style sheets disabled': () => {
    for (const sheet of document.styleSheets) sheet.disabled = true;
  },
  'all style sheets emptied': () => {
    for (const sheet of document.styleSheets) {
      try {
        while (sheet.cssRules.length > 0) sheet.deleteRule(0);
      } catch {
        // A sheet that is none of the page's own lets nobody in.
      }
    }
  },
  'all style elements emptied': () => {
    for (const element of document.querySelectorAll('style')) element.textContent = '';
  },
  'all style elements removed': () => {
    for (const element of document.querySelectorAll('style, link')) element.remove();
  },
  'adopted style sheets thrown out': () => {
    document.adoptedStyleSheets = [];
  },
  'all highlights cleared': () => {
    CSS.highlights?.clear();
  },
  'every element that stands outside the body removed': () => {
    for (const element of document.querySelectorAll('html > :not(head, body)')) element.remove();
  },
};

for (const [name, act] of Object.entries(SHEETS))
  inBoth(`against us: ${name}`, async (scene) => {
    const tab = await scene.open(
      page(`<div id="bad">${AD}</div>${MIXED}`, { head: '<style>p { margin: 8px }</style>' }),
    );
    await expectHidden(tab, SPAM);
    for (let round = 0; round < 5; round++) {
      await tab.evaluate(act);
      await expectHidden(tab, SPAM);
    }
    await expectSeen(tab, A, B, ...HONEST);
  });

for (const mode of ['open', 'closed'] as const)
  inBoth(
    `against us: a hidden element moved into ${mode === 'open' ? 'an open' : 'a closed'} shadow root`,
    async (scene) => {
      const tab = await scene.open(page(`<div id="bad">${AD}</div><div id="host"></div>`));
      await expectHidden(tab, SPAM);
      await tab.evaluate((how) => {
        const root = (document.getElementById('host') as HTMLElement).attachShadow({ mode: how });
        root.append(document.getElementById('bad') as HTMLElement);
        Object.assign(window, { root });
      }, mode);
      const width = () =>
        tab.evaluate(() => {
          const { root } = window as unknown as { root: ShadowRoot };
          const range = document.createRange();
          range.selectNodeContents(root.getElementById('bad')?.firstChild as Text);
          return range.getBoundingClientRect().width;
        });
      // Gone from sight, or said to be out of reach: nothing can look into a closed root.
      if (mode === 'open') await expect.poll(width, { timeout: 4000 }).toBe(0);
      await expectSeen(tab, ...HONEST);
    },
  );

inBoth('against us: a shadow root attached to a hidden element', async (scene) => {
  const tab = await scene.open(page(`<div id="bad">${AD}</div>`));
  await expectHidden(tab, SPAM);
  await tab.evaluate(() => {
    (document.getElementById('bad') as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
  });
  await expectHidden(tab, SPAM);
});

inBoth('against us: hundreds of attributes taken away at once', async (scene) => {
  const list = Array.from({ length: 120 }, (_, at) => `<li>${AD} ${at}</li>`).join('');
  const tab = await scene.open(
    page(
      `<ul id="list">${list}</ul>${HONEST.map((text) => `<p>${text}</p>`)
        .join('')
        .repeat(4)}`,
    ),
  );
  await expectHidden(tab, SPAM);
  for (let round = 0; round < 12; round++)
    await tab.evaluate(() => {
      for (const element of document.querySelectorAll('body *'))
        for (const { name } of [...element.attributes])
          if (!['id', 'href'].includes(name)) element.removeAttribute(name);
      return new Promise((next) => requestAnimationFrame(() => next(true)));
    });
  await expectHiddenOrGivenUp(scene, tab);
});

inBoth('against us: our attributes copied onto honest elements hide nothing', async (scene) => {
  const tab = await scene.open(page(`<div id="bad">${AD}</div><p id="good">${C}</p>`));
  await expectHidden(tab, SPAM);
  const copied = await tab.evaluate(() => {
    const names = [...document.querySelectorAll('#bad, #bad *, #farm, #farm *')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => !['id', 'href'].includes(name)),
    );
    const good = document.getElementById('good') as HTMLElement;
    for (const { name, value } of names) {
      good.setAttribute(name, value);
      document.querySelector('article p')?.setAttribute(name, '');
    }
    return names.length;
  });
  expect(copied).toBeGreaterThan(0);
  await expect.poll(() => seen(tab, '#good')).toBe(C);
  await expect.poll(() => seen(tab, 'article')).toContain(HONEST[1]);
  await expectHidden(tab, SPAM);
});

inBoth('against us: spam that is shown in the top layer', async (scene) => {
  const tab = await scene.open(
    page(`<dialog id="bad"><p>${AD}</p>${farm('class="more"', 12)}</dialog><div popover id="pop"><p>${HEAD}</p></div>`),
  );
  await tab.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#bad')?.showModal();
    document.getElementById('pop')?.showPopover();
  });
  await expectHidden(tab, SPAM);
});
