/** What stands beside spam in the same box stays, whether or not it holds text. */
import { pass } from '../harness/time.ts';
import { A, AD, B, C, farmLinks, HEAD, page, SPAM } from './harness/spam.ts';
import { expect, expectHidden, inBoth, seen } from './harness/test.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * The boxes of the elements that match, those in open shadow roots of .beside too; nothing where one is out of sight.
 * Runs in a page.
 */
function boxesOf(selector: string): Box[] {
  const roots = [document, ...[...document.querySelectorAll('.beside')].flatMap((host) => host.shadowRoot ?? [])];
  return roots
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const shown = getComputedStyle(element).visibility === 'visible';
      return { width: shown ? Math.round(width) : 0, height: shown ? Math.round(height) : 0 };
    });
}

const ICON =
  '<svg class="beside" width="40" height="30" viewBox="0 0 4 3"><rect width="4" height="3" fill="teal"/></svg>';

/** What stands beside, whose size counts (.beside), and the styles that it needs. */
const BESIDE: Readonly<Record<string, readonly [markup: string, style?: string]>> = {
  'a logo made of a background': [
    '<a class="beside" href="/"></a>',
    '.beside { display: block; width: 300px; height: 60px; background: teal; }',
  ],
  'a logo in a heading': [
    '<h2><a class="beside" href="/" title="本地新闻"></a></h2>',
    '.beside { display: inline-block; width: 300px; height: 60px; background: teal; }',
  ],
  'icon links': [
    '<a class="beside" href="/weibo"></a><a class="icon" href="/wechat"></a>',
    '.beside, .icon { display: inline-block; width: 32px; height: 32px; background: teal; }',
  ],
  'a box with generated content': ['<div class="beside"></div>', '.beside::before { content: "本周气温"; }'],
  'bars of a chart': [
    '<div class="chart"><i class="beside"></i><i></i><i></i></div>',
    '.chart { display: flex; height: 80px; align-items: flex-end; } .chart i { width: 20px; height: 70%; background: teal; }',
  ],
  'a drawing': [ICON],
  'a canvas': ['<canvas class="beside" width="120" height="50"></canvas>'],
  'a picture': [
    '<img class="beside" alt="" width="90" height="45" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==">',
  ],
  'a field and a button': [
    '<form><input class="beside" placeholder=""><button type="button"></button></form>',
    '.beside { width: 150px; height: 24px; }',
  ],
  'a progress bar': ['<progress class="beside" value="3" max="10"></progress>'],
  'an empty place that a script fills later': [
    '<div class="beside"></div><script>setTimeout(() => { for (const one of document.querySelectorAll(".beside")) one.textContent = "今日晴"; }, 400);</script>',
  ],
};

/** How the spam stands in the same box: one box for each. */
const SPAMS = [`<p class="spam">${HEAD}</p>`, `<div class="spam">${farmLinks(14).join(' ')}</div>`];

for (const [name, [markup, style = '']] of Object.entries(BESIDE))
  inBoth(`boxes: ${name} beside spam`, async (scene) => {
    const html = page(SPAMS.map((spam) => `<div class="top">${markup}${spam}</div>`).join(''), {
      head: `<style>${style}</style>`,
    });
    const plain = await scene.plain(html);
    await expect
      .poll(async () => (await plain.evaluate(boxesOf, '.beside')).every(({ height }) => height > 0))
      .toBe(true);
    const wanted = await plain.evaluate(boxesOf, '.beside');
    expect(wanted.length).toBe(SPAMS.length);
    const tab = await scene.open(html);
    await expectHidden(tab, SPAM);
    await expect.poll(() => tab.evaluate(boxesOf, '.beside'), { timeout: 3000 }).toEqual(wanted);
  });

inBoth('boxes: a custom element with an open shadow root beside spam', async (scene) => {
  const define = `<script>customElements.define('x-weather', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<b id="inner">今天多云，气温十八度</b>'; }
  });</script>`;
  const tab = await scene.open(
    page(`<div class="top"><x-weather class="beside"></x-weather><p>${HEAD}</p></div>`, { head: define }),
  );
  await expectHidden(tab, SPAM);
  await expect.poll(async () => (await tab.evaluate(boxesOf, '#inner'))[0]?.width).toBeGreaterThan(50);
});

inBoth('boxes: a closed shadow root beside spam', async (scene) => {
  const define = `<script>customElements.define('x-weather', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<b>今天多云，气温十八度</b>'; }
  });</script>`;
  const tab = await scene.open(
    page(`<div class="top"><x-weather class="beside"></x-weather><p>${HEAD}</p></div>`, { head: define }),
  );
  await expectHidden(tab, SPAM);
  await expect.poll(async () => (await tab.evaluate(boxesOf, '.beside'))[0]?.height).toBeGreaterThan(5);
});

/** Long enough for several looks at the whole page, in ms. */
const LOOKS = 4000;

inBoth('boxes: loose lines in a box stay hidden when the page is looked at again', async (scene) => {
  // Far down: what comes into view would be looked at by itself.
  const lines = `<div style="height:4000px"></div><div id="lines">${AD}<br>${AD}<p>${A}</p></div>`;
  const tab = await scene.open(page(`${lines}<div id="more"></div>`));
  await expectHidden(tab, SPAM);
  const end = Date.now() + LOOKS;
  while (Date.now() < end) {
    await tab.evaluate((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      document.getElementById('more')?.append(line);
    }, B + C);
    await pass(900, 'the page is quiet for so long before it is looked at');
    expect(await seen(tab, '#lines')).not.toMatch(SPAM);
  }
});
