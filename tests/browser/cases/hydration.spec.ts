/** Pages that a server has rendered, hydrated before and after the sweep by the real frameworks. */
import type { AppWindow, FarmLink, Told } from '../../fixtures/cases/shown.ts';
import { CHAPTERS } from '../../fixtures/cases/shown.ts';
import { html as vueHtml } from '../../fixtures/cases/vue-server.ts';
import { pass } from '../harness/time.ts';
import { bundle, serverModule } from './harness/bundle.ts';
import { A, B, farmLinks, page, S, SPAM } from './harness/spam.ts';
import { type CaseTab, expect, expectHidden, expectSeen, inBoth, type Scene } from './harness/test.ts';

interface Framework {
  readonly script: () => Promise<string>;
  readonly markup: (told: Told) => Promise<string>;
}

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  'Vue 3': { script: () => bundle('vue-page.ts'), markup: vueHtml },
  'React 18': {
    script: () => bundle('react-page.ts', { variant: 'react18' }),
    markup: async (told) => reactHtml(told),
  },
  'React 19': { script: () => bundle('react-page.ts'), markup: async (told) => reactHtml(told) },
  'Svelte 5': { script: () => bundle('svelte-page.ts'), markup: svelteHtml },
};

/** When a page is hydrated: while it loads, or so many ms after it has been swept. */
const MOMENTS: Readonly<Record<string, number | null>> = {
  'while the page loads': null,
  'as soon as it is swept': 0,
  'long after': 800,
};
const TYPED = 'abc';

const FARM: readonly FarmLink[] = farmLinks(12).map((link) => {
  const [, href = '', text = ''] = /href="([^"]+)">([^<]+)/.exec(link) ?? [];
  return { href, text };
});

/** React's markup by hand, as its server writes it; that it fits is seen where the page runs without us. */
function reactHtml({ farm, paragraph }: Told): string {
  const links = farm.map(({ href, text }) => `<a href="${href}">${text}</a>`).join('');
  const chapters = CHAPTERS.map((name, at) => `<a href="/c${at}" class="chapter c${at}" id="c${at}">${name}</a>`);
  return `<div class="app"><div class="links">${links}</div><nav>${chapters.join('')}</nav><p id="m">${paragraph}</p><input id="typed"/></div>`;
}

async function svelteHtml(told: Told): Promise<string> {
  const { html } = (await serverModule('svelte-server.ts')) as { html: (told: Told) => string };
  return html(told);
}

async function pageOf(scene: Scene, { script, markup }: Framework, told: Told): Promise<string> {
  scene.serve('/app.js', { body: await script(), type: 'text/javascript; charset=utf-8' });
  const data = JSON.stringify(told).replaceAll('<', '\\u003c');
  return page(`<div id="app">${await markup(told)}</div>`).replace(
    '</body>',
    `<script>window.told = ${data}</script><script src="/app.js"></script></body>`,
  );
}

interface Links {
  readonly links: readonly string[];
  readonly troubles: readonly string[];
  readonly typed: string;
  readonly sameField: boolean;
}

/** Each chapter's text with its address, class, id and what its handler says. Runs in a page. */
function stateOf(): Links {
  const app = window as unknown as AppWindow & { field: Element | null };
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.chapter')].map((link) => {
    app.clicked = '';
    link.click();
    return [link.textContent, link.getAttribute('href'), link.className, link.id, app.clicked].join(' ');
  });
  const field = document.querySelector<HTMLInputElement>('#typed');
  return { links, troubles: app.troubles, typed: field?.value ?? '', sameField: field === app.field };
}

/** Types into the field before the page is hydrated, and keeps the field to know it again. */
async function typeInto(tab: CaseTab): Promise<void> {
  await tab.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>('#typed');
    Object.assign(window, { field });
    if (field) field.value = text;
  }, TYPED);
}

const isHydrated = () => (window as unknown as AppWindow).hydrated === true;

/**
 * Runs the page with and without us; both must come to the same links, fields and troubles.
 * @param wait ms after the sweep, null for while it loads.
 * @param startsAnew true where the framework may render the page anew: then only its links must be the same.
 */
async function compare(
  scene: Scene,
  framework: Framework,
  paragraph: string,
  wait: number | null,
  startsAnew = false,
): Promise<CaseTab> {
  const html = await pageOf(scene, framework, { farm: FARM, paragraph, when: wait === null ? 'loading' : 'told' });
  const [plain, tab] = [await scene.plain(html), await scene.open(html)];
  await expectHidden(tab, SPAM);
  for (const each of [plain, tab]) await typeInto(each);
  if (wait !== null) {
    await pass(wait, 'the framework takes over so long after the page has come');
    for (const each of [plain, tab]) await each.evaluate(() => (window as unknown as AppWindow).hydrateNow());
  }
  for (const each of [plain, tab]) await each.waitFor(isHydrated);
  const wanted = await plain.evaluate(stateOf);
  expect(wanted.links).toEqual(CHAPTERS.map((name, at) => `${name} /c${at} chapter c${at} c${at} ${name}`));
  expect(wanted).toMatchObject({ troubles: [], typed: TYPED, sameField: true });
  const found = await tab.evaluate(stateOf);
  expect(startsAnew ? found.links : found).toEqual(startsAnew ? wanted.links : wanted);
  await expectHidden(tab, SPAM);
  return tab;
}

for (const [name, framework] of Object.entries(FRAMEWORKS)) {
  for (const [moment, wait] of Object.entries(MOMENTS))
    inBoth(`hydration: ${name} ${moment}, a farm before links`, async (scene) => {
      const tab = await compare(scene, framework, `${A}${B}`, wait);
      await expectSeen(tab, A, B, ...CHAPTERS);
    });

  inBoth(`hydration: ${name} changes its state on a swept page`, async (scene) => {
    const tab = await compare(scene, framework, `${A}${B}`, null);
    await tab.evaluate(() => (window as unknown as AppWindow).addChapter('讲座与朗读'));
    await expect
      .poll(async () => (await tab.evaluate(stateOf)).links.at(-1))
      .toBe('讲座与朗读 /c4 chapter c4 c4 讲座与朗读');
    await tab.evaluate(() => (window as unknown as AppWindow).showFarm(false));
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('#app .links').length)).toBe(0);
    await tab.evaluate(() => (window as unknown as AppWindow).showFarm(true));
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('#app .links a').length)).toBe(FARM.length);
    await expectHidden(tab, SPAM);
    await expectSeen(tab, A, B, ...CHAPTERS, '讲座与朗读');
  });

  inBoth(`hydration: ${name} over a text in which a stretch is hidden`, async (scene) => {
    // React compares texts when it hydrates, and renders anew where one differs: any edit of a text before that does
    // it.
    const tab = await compare(scene, framework, `${A}${S}${B}`, 300, name.startsWith('React'));
    await expectSeen(tab, A, B, ...CHAPTERS);
  });
}
