/** Odd, huge and hostile pages: no exception, nothing wrongly hidden, the page stays usable. */

import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { seenText, set } from './helpers.ts';
import { article, farm, HEAD, HONEST, INFECTED, OWN_WORDS, page as whole } from './pages.ts';
import { paintedLinks } from './recorder.ts';

const URL_ = 'http://news.example.com/odd.html';

test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  return errors;
}

const ODD: readonly [name: string, body: string, type: string][] = [
  [
    'a page without a body',
    '<!doctype html><html><head><title>标题</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>',
    'text/html; charset=utf-8',
  ],
  ['an empty page', '', 'text/html; charset=utf-8'],
  ['plain text', `${HONEST.join('\n')}\n`, 'text/plain; charset=utf-8'],
  ['XML', `<?xml version="1.0"?><items><item>${HONEST[0]}</item></items>`, 'text/xml; charset=utf-8'],
  [
    'an SVG picture',
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="50"><title>图</title><text y="20">${HONEST[0]}</text></svg>`,
    'image/svg+xml; charset=utf-8',
  ],
  ['JSON', JSON.stringify({ text: HONEST }), 'application/json; charset=utf-8'],
  ['a PDF file', '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF', 'application/pdf'],
];

for (const [name, body, type] of ODD) {
  test(`leaves ${name} as it is`, async ({ page, pages }) => {
    const errors = errorsOf(page);
    await page.goto(pages.serve(URL_, { body, type })).catch((error: unknown) => {
      // A browser without a viewer downloads the PDF instead of showing it.
      if (type !== 'application/pdf') throw error;
    });
    await stays(
      400,
      () => errors,
      (found) => expect(found).toEqual([]),
    );
    if (type.startsWith('text/plain')) expect(await seenText(page)).toContain(HONEST[2]);
    expect(errors).toEqual([]);
  });
}

test('sweeps XHTML', async ({ page, pages }) => {
  const errors = errorsOf(page);
  const body = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>新闻</title></head><body><p>${HEAD}</p>${article()}${farm()}</body></html>`;
  await page.goto(pages.serve(URL_, { body, type: 'application/xhtml+xml; charset=utf-8' }));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  expect(await seenText(page)).toContain(HONEST[1]);
  expect(errors).toEqual([]);
});

test('sweeps about:blank and srcdoc frames, and frames of other sites', async ({ page, pages }) => {
  const other = pages.serve('http://other.example.org/frame.html', INFECTED);
  const srcdoc = whole(`${article()}${farm()}`).replaceAll('"', '&quot;');
  await page.goto(
    pages.serve(
      URL_,
      whole(
        `${article()}<iframe srcdoc="${srcdoc}"></iframe><iframe src="${other}"></iframe><iframe id="blank"></iframe>`,
      ),
    ),
  );
  await page.evaluate((html) => {
    const inner = (document.getElementById('blank') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = html;
  }, `${article()}${farm()}`);
  for (const frame of page.frames()) {
    await expect.poll(() => frame.evaluate(paintedText), { message: frame.url() }).toContain(HONEST[0]);
    await expect.poll(() => frame.evaluate(paintedText), { message: frame.url() }).not.toContain('娱乐城');
  }
});

test('sweeps a page that writes itself anew', async ({ page, pages }) => {
  const errors = errorsOf(page);
  const script = `<script>addEventListener('load', () => { document.open(); document.write(${JSON.stringify(whole(`${article()}${farm()}`)).replaceAll('</', '<\\/')}); document.close(); });</script>`;
  await page.goto(pages.serve(URL_, whole(`<p>${HONEST[0]}</p>`, script)));
  await expect.poll(() => seenText(page)).toContain(HONEST[3]);
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  expect(errors).toEqual([]);
});

test('sweeps under a strict content policy with trusted types, without a violation', async ({ page, pages }) => {
  const errors = errorsOf(page);
  const headers = {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  };
  await page.goto(pages.serve(URL_, { body: INFECTED, headers }));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  const bar = () =>
    page.evaluate(() => {
      const element = document.querySelector('[aria-label]') as Element;
      return { height: element.getBoundingClientRect().height, words: getComputedStyle(element, '::before').content };
    });
  await expect.poll(async () => (await bar()).words).toContain('已折叠');
  expect((await bar()).height).toBeGreaterThan(20);
  expect(errors).toEqual([]);
});

test('sweeps a page whose names are clobbered', async ({ page, pages }) => {
  const errors = errorsOf(page);
  const names = [
    'parentNode',
    'nextSibling',
    'firstChild',
    'childNodes',
    'textContent',
    'insertBefore',
    'setAttribute',
    'attributes',
    'nodeType',
    'isConnected',
    'localName',
    'removeAttribute',
    'ownerDocument',
    'style',
    'contains',
  ];
  const form = `<form id="f">${names.map((name) => `<input name="${name}" type="hidden">`).join('')}<p>${HEAD}</p>${farm()}</form>`;
  const images = [
    'body',
    'head',
    'title',
    'documentElement',
    'readyState',
    'defaultView',
    'createElement',
    'createElementNS',
    'URL',
    'querySelector',
    'createTreeWalker',
    'cookie',
  ].map((name) => `<img name="${name}" alt="">`);
  await page.goto(pages.serve(URL_, whole(`${images.join('')}${article()}${form}`)));
  // The page's own names are taken: read as the prototype has it.
  const seen = () =>
    page.evaluate(() =>
      String(Reflect.get(HTMLElement.prototype, 'innerText', document.getElementsByTagName('html')[0])),
    );
  await expect.poll(seen).not.toContain('娱乐城');
  expect(await seen()).toContain(HONEST[2]);
  expect(errors).toEqual([]);
});

test('outlives a page that takes out our stylesheet and sets its own', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
    document.adoptedStyleSheets = [];
    const own = document.createElement('style');
    own.textContent = '#farm, #farm *, body * { display: block !important; visibility: visible !important }';
    document.head.append(own);
  });
  await stays(
    100,
    () => seenText(page),
    (text) => expect(text).not.toContain('娱乐城'),
  );
});

test('stays usable with 200,000 nodes', async ({ page, pages }) => {
  test.setTimeout(120_000);
  const errors = errorsOf(page);
  const paragraphs = Array.from({ length: 66_000 }, (_, at) => `<p>${HONEST[at % 4]}<b>${at}</b></p>`).join('');
  await page.goto(pages.serve(URL_, whole(`${HEAD}${paragraphs}${farm()}`)), { timeout: 60_000 });
  const text = await page.evaluate(() => document.body.textContent?.length ?? 0);
  expect(text).toBeGreaterThan(2_000_000);
  await expect.poll(() => page.evaluate(paintedLinks)).toBe(0);
  const hidden = await page.evaluate(
    () => [...document.querySelectorAll('p')].filter((p) => p.getClientRects().length === 0).length,
  );
  expect(hidden).toBe(0);
  expect(errors).toEqual([]);
});
