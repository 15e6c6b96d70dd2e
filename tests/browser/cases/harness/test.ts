/**
 * Playwright's runner for the cases: `inBoth` makes a test of each browser out of one story. Browsers and the page
 * server are shared by all tests of a worker; every page has a host name of its own.
 */
import { test as bare, expect } from '@playwright/test';
import { type FixedPage, PageServer, type PageSource } from '../../../../tools/browsers/pages.ts';
import { startBrowser } from './browsers.ts';
import { isSwept, outer, seenText } from './seen.ts';
import { type CaseBrowser, type CaseTab, KINDS, type Kind } from './tabs.ts';

class Stage {
  readonly #browsers = new Map<string, Promise<CaseBrowser>>();
  readonly #allowed: string[] = [];
  #hosts = 0;

  constructor(readonly pages: PageServer) {}

  browser(kind: Kind, extension: boolean): Promise<CaseBrowser> {
    const key = `${kind} ${extension}`;
    const running = this.#browsers.get(key) ?? startBrowser(kind, this.pages.port, extension);
    this.#browsers.set(key, running);
    return running;
  }

  /** A host that no page stood on before. */
  host(): string {
    return `p${this.#hosts++}.example.com`;
  }

  async allow(kind: Kind, host: string): Promise<void> {
    this.#allowed.push(host);
    await (await this.browser(kind, true)).set({ allowedSites: this.#allowed });
  }

  async disallow(kind: Kind, host: string): Promise<void> {
    this.#allowed.splice(0, this.#allowed.length, ...this.#allowed.filter((each) => each !== host));
    await (await this.browser(kind, true)).set({ allowedSites: this.#allowed });
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers.values()) await (await browser).close();
    await this.pages.close();
  }
}

/** What a test has in hand: pages in one browser, with us and without. */
export class Scene {
  readonly #tabs: CaseTab[] = [];
  readonly host: string;

  constructor(
    readonly kind: Kind,
    readonly stage: Stage,
  ) {
    this.host = stage.host();
  }

  /** Puts a page or script at a path of the test's own host; gives its address. */
  serve(path: string, source: PageSource): string {
    return this.stage.pages.serve(`http://${this.host}${path}`, source);
  }

  /** Opens a page in the browser with the extension and waits until its control has been swept. */
  async open(html: string | FixedPage): Promise<CaseTab> {
    const tab = await this.load(html);
    await tab.waitFor(isSwept);
    return tab;
  }

  /** The query with which the page has asked for a path of its host; undefined until it has. */
  askedFor(path: string): string | undefined {
    const start = `http://${this.host}${path}?`;
    const request = this.stage.pages.requests.find(({ url }) => url.startsWith(start));
    return request && decodeURIComponent(request.url.slice(start.length));
  }

  /** Opens a page in the browser with the extension, without a wait for the sweep. */
  async load(html: PageSource): Promise<CaseTab> {
    return this.#opened(true, html);
  }

  /** Opens a page at an address of any host, in the browser with the extension, without a wait for the sweep. */
  async at(url: string, source: PageSource): Promise<CaseTab> {
    const browser = await this.stage.browser(this.kind, true);
    const tab = await browser.open(this.stage.pages.serve(url, source));
    this.#tabs.push(tab);
    return tab;
  }

  /** Opens the same page without us: what the case's outcome is measured by. */
  async plain(html: PageSource): Promise<CaseTab> {
    return this.#opened(false, html);
  }

  /** Allows the test's host: what was swept is given back. */
  async allow(): Promise<void> {
    await this.stage.allow(this.kind, this.host);
  }

  /** Takes that back. */
  async disallow(): Promise<void> {
    await this.stage.disallow(this.kind, this.host);
  }

  /** Stops or resumes the sweep everywhere. */
  async pause(on: boolean): Promise<void> {
    await (await this.stage.browser(this.kind, true)).set({ pause: on ? 'forever' : null });
  }

  /** Stores settings. */
  async set(values: Readonly<Record<string, unknown>>): Promise<void> {
    await (await this.stage.browser(this.kind, true)).set(values);
  }

  /** What the popup on a tab says, once it says what is waited for. */
  async popup(tab: CaseTab, wanted: RegExp): Promise<string> {
    return (await this.stage.browser(this.kind, true)).popupSays(tab, wanted);
  }

  async end(): Promise<void> {
    for (const tab of this.#tabs) await tab.close();
  }

  async #opened(extension: boolean, source: PageSource): Promise<CaseTab> {
    const url = this.serve(`/${this.#tabs.length}.html`, source);
    const browser = await this.stage.browser(this.kind, extension);
    const tab = await browser.open(url);
    this.#tabs.push(tab);
    return tab;
  }
}

interface Shared {
  readonly stage: Stage;
}

const test = bare.extend<object, Shared>({
  stage: [
    async ({}, use) => {
      const stage = new Stage(await PageServer.start());
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** A guard against what never ends, in ms; a busy machine may take its time. */
const TIMEOUT = 90_000;

/** One story, told in Chromium and in Firefox. */
export function inBoth(title: string, story: (scene: Scene) => Promise<void>): void {
  for (const kind of KINDS) inOne(kind, title, story);
}

/** A story that only one of the browsers can tell; its title says why. */
export function inOne(kind: Kind, title: string, story: (scene: Scene) => Promise<void>): void {
  test(`${kind}: ${title}`, async ({ stage }) => {
    test.setTimeout(TIMEOUT);
    const scene = new Scene(kind, stage);
    try {
      await story(scene);
    } finally {
      await scene.end();
    }
  });
}

/** The text under a selector that a user sees. */
export function seen(tab: CaseTab, selector = 'html'): Promise<string> {
  return tab.evaluate(seenText, selector);
}

/** Waits until no text under a selector that a user sees matches. */
export async function expectHidden(tab: CaseTab, spam: RegExp, selector = 'html'): Promise<void> {
  await expect.poll(() => seen(tab, selector), `spam in ${selector}`).not.toMatch(spam);
}

/** Expects honest texts to be seen now. */
export async function expectSeen(tab: CaseTab, ...texts: readonly string[]): Promise<void> {
  const now = (await seen(tab)).replaceAll('\n', '');
  for (const text of texts) expect(now).toContain(text);
}

/** Allows the host and waits until the page is, byte for byte, what is wanted. */
export async function expectGivenBack(scene: Scene, tab: CaseTab, wanted: string): Promise<void> {
  await scene.allow();
  await expect.poll(() => tab.evaluate(outer)).toBe(wanted);
}

export { type CaseTab, expect, KINDS };

/**
 * Presses the words of the first bar at or below a selector, with the mouse: a bar's words stand where its line begins.
 */
export async function pressBar(tab: CaseTab, selector: string): Promise<void> {
  const place = await tab.waitFor((wanted: string) => {
    const bar = document.querySelector(`${wanted}[role=button], ${wanted} [role=button]`);
    bar?.scrollIntoView({ block: 'center' });
    const box = bar?.getBoundingClientRect();
    return box && box.height > 0 ? { x: box.x + 24, y: box.y + box.height / 2 } : null;
  }, selector);
  if (place) await tab.clickAt(place.x, place.y);
}

/** Two frames later: what a page's change has brought about by then, a user sees without a flicker. Runs in a page. */
export function twoFrames(): Promise<boolean> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
}

/** Looks again and again for so many ms: the texts are seen each time. */
export async function expectSeenFor(tab: CaseTab, ms: number, ...texts: readonly string[]): Promise<void> {
  const end = Date.now() + ms;
  do await expectSeen(tab, ...texts);
  while (Date.now() < end);
}
