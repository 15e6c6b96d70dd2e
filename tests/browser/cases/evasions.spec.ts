/** Spam that a user sees in places where a sweep could overlook it. What is out of reach is named in docs/LIMITS.md. */

import { outer } from './harness/seen.ts';
import { A, AD, B, farmLinks, HEAD, HONEST, page, S, SPAM, TITLE } from './harness/spam.ts';
import { type CaseTab, expect, expectGivenBack, expectHidden, expectSeen, inBoth, seen } from './harness/test.ts';

const LINKS = farmLinks(12).join(' ');

/** Spam that stands in the page from the beginning. */
const STANDING: Readonly<Record<string, string>> = {
  'beside an empty contenteditable element': `<div id="case"><i contenteditable></i><p>${AD}</p>${LINKS}</div>`,
  'around an empty contenteditable element, as text': `<div id="case">${AD}<i contenteditable></i></div>`,
  'beside an element that is not editable': `<div id="case"><i contenteditable="false"></i><p>${AD}</p>${LINKS}</div>`,
  'in an element that is not editable': `<div id="case" contenteditable="false"><p>${AD}</p>${LINKS}</div>`,
  'beside an empty text area': `<div id="case"><textarea hidden></textarea><p>${AD}</p>${LINKS}</div>`,
  'in an element that is called like an editor': `<div id="case" class="cm-editor"><p>${AD}</p>${LINKS}</div>`,
  'in an object': `<object id="case"><p>${AD}</p>${LINKS}</object>`,
  'in a text of an object': `<object id="case">${AD}</object>`,
  'in a formula': `<math id="case"><mtext>${AD}</mtext></math>`,
  'in a formula, as HTML': `<math id="case"><annotation-xml encoding="text/html"><p>${AD}</p></annotation-xml><mtext><span>${HEAD}</span></mtext></math>`,
  'in HTML in a drawing': `<svg id="case" width="600" height="200"><foreignObject width="600" height="200"><div><p>${AD}</p>${LINKS}</div></foreignObject></svg>`,
  'in a text of HTML in a drawing': `<svg id="case" width="600" height="200"><foreignObject width="600" height="200"><p>${A}${S}${B}</p></foreignObject></svg>`,
};

for (const [name, html] of Object.entries(STANDING))
  inBoth(`evasions: spam ${name}`, async (scene) => {
    const whole = page(html);
    const plain = await scene.plain(whole);
    await expectSpam(plain, '#case');
    const tab = await scene.open(whole);
    await expectHidden(tab, SPAM, '#case');
    await expectSeen(tab, ...HONEST);
    if (html.includes(A)) await expectSeen(tab, A, B);
    await expectGivenBack(scene, tab, await plain.evaluate(outer));
  });

/** Is the spam there to be seen where nobody sweeps? Else a case shows nothing. */
async function expectSpam(tab: CaseTab, selector: string): Promise<void> {
  await expect.poll(() => seen(tab, selector)).toMatch(SPAM);
}

/** Spam that a script puts where no parser does. Run in a page. */
const PUT: Readonly<Record<string, (html: string) => void>> = {
  'beside the body': (html) => {
    const box = document.createElement('div');
    box.id = 'case';
    box.innerHTML = html;
    document.documentElement.append(box);
  },
  'before the head': (html) => {
    const box = document.createElement('section');
    box.id = 'case';
    box.innerHTML = html;
    document.documentElement.prepend(box);
  },
  'in a second body in the head': (html) => {
    const style = document.createElement('style');
    style.textContent = 'head, head > body { display: block }';
    const body = document.createElement('body');
    body.id = 'case';
    body.innerHTML = html;
    document.head.append(style, body);
  },
  'as text of a second body': (html) => {
    const body = document.createElement('body');
    body.id = 'case';
    body.innerHTML = html;
    body.querySelectorAll('a').forEach((link) => {
      link.replaceWith(link.textContent ?? '', ' | ');
    });
    document.documentElement.append(body);
  },
};

for (const [name, put] of Object.entries(PUT))
  inBoth(`evasions: spam ${name}`, async (scene) => {
    const html = `<p>${AD}</p>${LINKS}`;
    const plain = await scene.plain(page(''));
    await plain.evaluate(put, html);
    await expectSpam(plain, '#case');
    const tab = await scene.open(page(''));
    await tab.evaluate(put, html);
    await expectHidden(tab, SPAM, '#case');
    await expectSeen(tab, ...HONEST);
  });

/** How a page shows what it kept from view. Run in a page. */
const SHOWN: Readonly<Record<string, (box: string) => void>> = {
  'an inline display': (box) => {
    for (const element of document.querySelectorAll<HTMLElement>(box)) element.style.display = 'block';
  },
  'an inline display of an element in it': (box) => {
    for (const element of document.querySelectorAll<HTMLElement>(`${box}, ${box} p`)) element.style.display = 'block';
  },
  'a rule that is put in': (box) => {
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: `${box}{display:block!important}` }),
    );
  },
  'a rule of a sheet': (box) => {
    document.styleSheets[0]?.insertRule(`${box}{display:block!important}`, 0);
  },
  'a constructed sheet': (box) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${box}{display:block!important}`);
    document.adoptedStyleSheets = [sheet];
  },
  'an attribute of its own': () => {
    document.documentElement.setAttribute('data-ready', '1');
  },
};

for (const [name, show] of Object.entries(SHOWN))
  inBoth(`evasions: spam that is shown later by ${name}`, async (scene) => {
    const style = '<style>[data-ready] #case{display:block!important}</style>';
    const whole = page(`<div id="case" style="display:none"><p>${AD}</p>${LINKS}</div>`, { head: style });
    const plain = await scene.plain(whole);
    expect(await seen(plain, '#case')).not.toMatch(SPAM);
    await plain.evaluate(show, '#case');
    await expectSpam(plain, '#case');
    const tab = await scene.open(whole);
    await tab.evaluate(show, '#case');
    await expectHidden(tab, SPAM, '#case');
    await expectSeen(tab, ...HONEST);
  });

inBoth('evasions: spam in XML that a sheet lays out', async (scene) => {
  const css = 'items, item { display: block; margin: 8px }';
  scene.serve('/look.css', { body: css, type: 'text/css' });
  const items = [...HONEST, AD, ...Array.from({ length: 6 }, () => HEAD)].map((text) => `<item>${text}</item>`);
  const body = `<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type="text/css" href="/look.css"?><items>${items.join('\n')}</items>`;
  const source = { body, type: 'text/xml; charset=utf-8' };
  await expectSpam(await scene.plain(source), 'items');
  const tab = await scene.load(source);
  await expectHidden(tab, SPAM, 'items');
  expect(await seen(tab, 'items')).toContain(HONEST[1]);
});

inBoth('evasions: a hijacked title behind a drawing’s', async (scene) => {
  const script = `<script>const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'title'));
    svg.firstChild.textContent = '图标'; document.head.prepend(svg);</script>`;
  const tab = await scene.open(page('', { head: script, title: `澳门新葡京官网_真人百家乐_赌场开户送彩金-${TITLE}` }));
  await tab.waitFor((wanted: string) => document.title === wanted, TITLE);
  expect(await tab.evaluate(() => document.querySelector('svg')?.textContent)).toBe('图标');
});

inBoth('evasions: a hijacked title that is set every 10 ms', async (scene) => {
  const hijacked = `澳门新葡京官网_真人百家乐_赌场开户送彩金-${TITLE}`;
  const tab = await scene.open(page('', { title: hijacked }));
  await tab.waitFor((wanted: string) => document.title === wanted, TITLE);
  const titles = await tab.evaluate(async (title) => {
    setInterval(() => {
      document.title = title;
    }, 10);
    // Long enough for any number of writes that a page could be taken to need.
    await new Promise((next) => setTimeout(next, 4000));
    const all: string[] = [];
    for (let at = 0; at < 40; at++) {
      await new Promise((next) => requestAnimationFrame(next));
      all.push(document.title);
    }
    return all;
  }, hijacked);
  expect(titles.filter((title) => title !== TITLE).length).toBeLessThanOrEqual(4);
});
