/** The same pages in Firefox. */

import type { Firefox } from '../../../tools/browsers/firefox.ts';
import { Stream } from '../../../tools/browsers/pages.ts';
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { pass } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { storeSettings } from './helpers.ts';
import { article, farm, HEAD, HONEST, INFECTED, OWN_WORDS, page as whole } from './pages.ts';
import { cut, frames, isProbeHidden, PROBE, RECORDER } from './recorder.ts';

const URL_ = 'http://news.example.com/a.html';

/** Sets stored settings as the background would. */
async function set(firefox: Firefox, values: Record<string, unknown>): Promise<void> {
  const own = await firefox.open(firefox.url('options.html'));
  await own.evaluate(storeSettings, values);
  await own.close();
}

test.beforeEach(async ({ firefox }) => {
  await set(firefox, { 'settings.words': OWN_WORDS });
});

function seen(tab: Tab): Promise<string> {
  return tab.evaluate(paintedText);
}

test('hides under a strict content policy, and a pause brings the page back exactly', async ({ pages, firefox }) => {
  const headers = {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  };
  const tab = await firefox.open(pages.serve(URL_, { body: INFECTED, headers }));
  await expect.poll(() => seen(tab)).not.toContain('娱乐城');
  for (const line of HONEST) expect(await seen(tab)).toContain(line);
  const bars = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll('[aria-label^="已折叠"]')].filter(
        (bar) => !/^(?:none|normal)$/.test(getComputedStyle(bar, '::before').content),
      ),
    );
  // Firefox computes the content as attr(…), which says that a bar is drawn and not what it says.
  await expect.poll(async () => (await bars()).length).toBe(2);
  // As soon as the browser has the rules as a sheet of the user's, nothing of ours stands in the page but attributes.
  await expect.poll(() => tab.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
  for (const line of HONEST) expect(await seen(tab)).toContain(line);
  expect(await seen(tab)).not.toContain('娱乐城');
  await set(firefox, { 'settings.pause': 'forever' });
  await expect.poll(() => tab.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)).toBe(INFECTED);
});

test('sweeps frames of every kind', async ({ pages, firefox }) => {
  const srcdoc = whole(`${article()}${farm()}`).replaceAll('"', '&quot;');
  const tab = await firefox.open(
    pages.serve(URL_, whole(`${article()}<iframe srcdoc="${srcdoc}"></iframe><iframe id="blank"></iframe>`)),
  );
  await tab.evaluate((html) => {
    const inner = (document.getElementById('blank') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = html;
  }, `${article()}${farm()}`);
  const texts = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.body.innerText ?? ''),
    );
  for (const at of [0, 1]) {
    await expect.poll(async () => (await texts())[at]).toContain(HONEST[1]);
    await expect.poll(async () => (await texts())[at], { message: `frame ${at}` }).not.toContain('娱乐城');
  }
});

test('paints no spam of a page that comes in pieces, nor of what a script inserts', async ({ pages, firefox }) => {
  const tab = await firefox.open(pages.serve('http://news.example.com/start.html', '<p>'));
  for (const size of [401, 1999]) {
    const stream = new Stream();
    const url = pages.serve(`${URL_}?${size}`, stream);
    const [head = '', body = ''] = INFECTED.replace('</head>', `${RECORDER}</head>`).split(/(?<=<body>)/);
    stream.write(head);
    stream.write(PROBE);
    // Says nothing before the first piece has come.
    const started = tab.start(url);
    await expect.poll(() => tab.evaluate(isProbeHidden).catch(() => false)).toBe(true);
    for (const piece of cut(body, size)) {
      stream.write(piece);
      await pass(40, 'a page that comes slowly');
    }
    stream.end();
    await started;
    await expect.poll(() => tab.evaluate(() => document.readyState)).toBe('complete');
    await tab.evaluate(
      async (html) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        document.body.insertAdjacentHTML('beforeend', html);
        await new Promise((resolve) => setTimeout(resolve, 200));
      },
      `<p>${HEAD}</p>${farm(5)}`,
    );
    await expect.poll(async () => (await tab.evaluate(frames)).all).toBeGreaterThan(3);
    expect(await tab.evaluate(frames)).toMatchObject({ dirty: 0, first: '' });
  }
});
