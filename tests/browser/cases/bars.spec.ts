/** Bars in every display: for keys, for a screen reader, for the eye, in three languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { ROOT } from '../../../tools/browsers/builds.ts';
import type { Language } from '../../../tools/project/languages.ts';
import { startBrowser } from './harness/browsers.ts';
import type { ChromiumTab } from './harness/chromiumTab.ts';
import { A, AD, B, C, farm, HEAD, page, S, SPAM } from './harness/spam.ts';
import { type CaseTab, expect, expectHidden, expectSeen, inBoth, inOne, KINDS, type Scene } from './harness/test.ts';

/** Spam in every display that becomes a bar. */
const DISPLAYS: Readonly<Record<string, string>> = {
  block: `<div>${AD}</div>`,
  inline: `<p>${A}<span>${HEAD}</span>${B}</p>`,
  'list item': `<ul><li>${C}</li><li>${AD}</li><li>${A}</li></ul>`,
  'table cell': `<table><tr><td>${A}</td><td>${AD}</td></tr><tr><td>${B}</td><td>${C}</td></tr></table>`,
  'table row': `<table><tr><td>一楼</td><td>${A}</td></tr><tr><td>${AD}</td><td>${HEAD}</td></tr><tr><td>二楼</td><td>${B}</td></tr></table>`,
  'table body': `<table><thead><tr><th>楼</th><th>事</th></tr></thead><tbody><tr><td>${AD}</td><td>${HEAD}</td></tr></tbody><tbody><tr><td>二楼</td><td>${B}</td></tr></tbody></table>`,
  'flex item': `<div style="display:flex"><div>${A}</div><div>${AD}</div></div>`,
  'grid item': `<div style="display:grid;grid-template-columns:1fr 1fr"><div>${AD}</div><div>${B}</div></div>`,
  contents: `<div><div style="display:contents"><p>${AD}</p></div><p>${B}</p></div>`,
  details: `<details open><summary>公告</summary><div>${AD}</div></details>`,
  fieldset: `<fieldset><legend>推荐</legend>${farm('class="box"', 12)}</fieldset>`,
  'definition list': `<dl><dt>地址</dt><dd>${C}</dd><dt>推荐</dt><dd>${AD}</dd></dl>`,
  stretch: `<p>${A}${S}${B}</p>`,
};

/** Each display with an honest line between, so that one finding does not join the next. */
function allDisplays(): string {
  return Object.entries(DISPLAYS)
    .map(([name, markup]) => `<section><h2>${name}</h2>${markup}<p>${C}</p></section>`)
    .join('\n');
}

const DARK = '<style>body { background: #16181c; color: #ddd } a { color: #9cf }</style>';

async function swept(scene: Scene, head = ''): Promise<CaseTab> {
  const tab = await scene.open(page(`<main>${allDisplays()}</main>`, { head }));
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A, B, C);
  return tab;
}

interface Bar {
  readonly label: string;
  readonly boxes: number;
  readonly content: string;
  readonly color: string;
  readonly background: string;
}

/** What the keyboard can reach that is not the page's own, as it is drawn. Runs in a page. */
function barsOf(): Bar[] {
  return [...document.querySelectorAll<HTMLElement>('[tabindex][aria-label]')].map((bar) => {
    const before = getComputedStyle(bar, '::before');
    const label = bar.getAttribute('aria-label') ?? '';
    return {
      label,
      boxes: bar.getClientRects().length,
      content: before.content,
      color: before.color,
      background: before.backgroundColor,
    };
  });
}

inBoth('bars: each display has one, drawn and named', async (scene) => {
  const tab = await swept(scene);
  const bars = await tab.evaluate(barsOf);
  expect(bars.length).toBeGreaterThan(4);
  for (const bar of bars) {
    expect(bar.label).toMatch(/^已折叠/);
    expect(bar.boxes).toBeGreaterThan(0);
    expect(bar.content).not.toMatch(/^(?:none|normal)$/);
    expect(bar.color).not.toBe(bar.background);
  }
});

inBoth('bars: the keyboard comes to each, in the page’s order, and past it', async (scene) => {
  const tab = await swept(scene);
  const labels = (await tab.evaluate(barsOf)).length;
  await tab.front();
  const order: number[] = [];
  for (let steps = 0; steps < labels + 6; steps++) {
    await tab.key('Tab');
    const at = await tab.evaluate(() =>
      [...document.querySelectorAll('[tabindex][aria-label]')].indexOf(document.activeElement as Element),
    );
    if (at >= 0) order.push(at);
    if (order.length === labels) break;
  }
  expect(order).toEqual(Array.from({ length: labels }, (_, at) => at));
});

for (const [ground, head] of [
  ['light', ''],
  ['dark', DARK],
] as const)
  inOne(
    'chromium',
    `bars: nothing that axe knows is wrong with them on a ${ground} page (axe needs Playwright)`,
    async (scene) => {
      const tab = await swept(scene, head);
      const axe = new AxeBuilder({ page: (tab as ChromiumTab).page });
      const { violations } = await axe.disableRules(['region', 'landmark-one-main', 'heading-order']).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`),
      ).toEqual([]);
    },
  );

inBoth('bars: on a window of 360 px nothing is wider than without us', async (scene) => {
  const html = page(`<main>${allDisplays()}</main>`, { head: '<meta name="viewport" content="width=device-width">' });
  const widths = () => document.documentElement.scrollWidth;
  const [plain, tab] = [await scene.plain(html), await scene.load(html)];
  for (const each of [plain, tab]) await each.setViewport(360, 700);
  await expectHidden(tab, SPAM);
  expect(await tab.evaluate(widths)).toBeLessThanOrEqual(await plain.evaluate(widths));
});

inOne('chromium', 'bars: in forced colours they are drawn in the user’s (emulated by Playwright)', async (scene) => {
  const tab = await swept(scene);
  await (tab as ChromiumTab).page.emulateMedia({ forcedColors: 'active' });
  const forced = await tab.evaluate(() => {
    const bar = document.querySelector('[tabindex][aria-label]') as Element;
    const before = getComputedStyle(bar, '::before');
    const probe = document.createElement('i');
    probe.style.cssText = 'border: 1px solid CanvasText; color: CanvasText; background: Canvas';
    document.body.append(probe);
    const { color, backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return { border: before.borderTopColor, text: before.color, canvasText: color, canvas: backgroundColor };
  });
  expect(forced.border).toBe(forced.canvasText);
  expect(forced.text).not.toBe(forced.canvas);
});

/** The grounds that marks in texts are painted on. Runs in a page. */
function grounds(): string[] {
  const stretch = [...document.querySelectorAll('p')].find((one) => one.textContent?.includes('⋯')) as Element;
  return [...CSS.highlights.keys()].map((name) => getComputedStyle(stretch, `::highlight(${name})`).backgroundColor);
}

inBoth('bars: the user may have marks, or nothing, in their place', async (scene) => {
  const tab = await swept(scene);
  // The browser puts the rules of highlights in, which it does a moment after the text is hidden.
  await expect.poll(() => tab.evaluate(grounds)).not.toContain('rgba(0, 0, 0, 0)');
  const painted = await tab.evaluate(grounds);
  expect(painted).toHaveLength(1);
  try {
    await scene.set({ bars: 'mark' });
    await expect
      .poll(async () => (await tab.evaluate(barsOf)).every(({ content }) => content === '"⋯"'), { timeout: 5000 })
      .toBe(true);
    await expect.poll(() => tab.evaluate(grounds)).toEqual(painted);
    await scene.set({ bars: 'none' });
    await expect
      .poll(
        () =>
          tab.evaluate(() =>
            [...document.querySelectorAll('[tabindex][aria-label]')].every(
              (bar) => bar.getClientRects().length === 0 || bar.matches('td, th'),
            ),
          ),
        { timeout: 5000 },
      )
      .toBe(true);
    await expectHidden(tab, SPAM);
    await expectSeen(tab, A, B, C);
  } finally {
    await scene.set({ bars: 'bar' });
  }
});

/** The words of a bar in a language, with their numbers left open. */
function wordsIn(language: Language): RegExp {
  const texts = JSON.parse(readFileSync(join(ROOT, 'assets/locales', language, 'bars.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;
  const words = ['links', 'chars'].map((kind) => texts[`bars_hidden_${kind}_other`]?.message ?? '');
  return new RegExp(`^(?:${words.map((each) => each.replace('$1', '\\d+')).join('|')})`);
}

// Firefox has no Traditional Chinese of its own on every machine.
for (const kind of KINDS)
  for (const language of kind === 'chromium' ? (['zh_TW', 'en'] as const) : (['en'] as const))
    inOne(kind, `bars: they speak ${language}`, async (scene) => {
      const browser = await startBrowser(kind, scene.stage.pages.port, true, language);
      try {
        const tab = await browser.open(scene.serve('/bars.html', page(`<div>${AD}</div>`)));
        await expectHidden(tab, SPAM);
        const words = wordsIn(language);
        await expect.poll(async () => (await tab.evaluate(barsOf)).map(({ label }) => label)[0] ?? '').toMatch(words);
      } finally {
        await browser.close();
      }
    });
