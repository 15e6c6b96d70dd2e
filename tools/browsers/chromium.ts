/** Starts Chromium with the built extension, shut off from the network, and opens its real toolbar popup. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { DEFAULT_LANGUAGE, type Language, tagOf } from '../project/languages.ts';
import { buildFolder } from './builds.ts';
import { Popup } from './chromiumPopup.ts';
import { findBrowser } from './find.mjs';
import { firstDay } from './firstDay.ts';

export interface ChromiumOptions {
  /** Port of the PageServer: the browser's only way out. Left out: the real network. */
  readonly proxyPort?: number | undefined;
  /** Language of the browser and so of the extension; the default one when left out. */
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark' | 'no-preference' | undefined;
  readonly viewport?: { width: number; height: number };
  /** false opens a window; true when left out. */
  readonly headless?: boolean;
  /** Folder of the extension; the Chromium build when left out, null for none. */
  readonly extension?: string | null;
  /** true starts without the extension, for `install` to bring it while pages are open. */
  readonly later?: boolean;
  /** true keeps left pages in the back-forward cache as browsers do; Playwright turns that off. */
  readonly pageCache?: boolean;
  /** Folder of a profile that was used before, with the extension in it; a new one when left out. */
  readonly profile?: string;
}

/** How long an extension may take to show its service worker, in ms. */
const WORKER_TIMEOUT = 15_000;

export class Chromium {
  private constructor(
    readonly context: BrowserContext,
    /** The extension's id; '' when started without one. */
    readonly id: string,
    readonly profile: string,
  ) {}

  static async launch(options: ChromiumOptions = {}): Promise<Chromium> {
    const executablePath = findBrowser('chromium');
    if (!executablePath) throw new Error('no Chromium, Chrome or Edge was found');
    const extension = options.extension === undefined ? buildFolder('chrome') : options.extension;
    const headless = options.headless ?? true;
    // Chrome and Edge ignore --load-extension (since 137); they take extensions over the debugging pipe alone.
    const first = options.later ? null : extension;
    const overPipe = options.later || !/chromium/i.test(executablePath);
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'saozhu-chromium-')));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      ignoreDefaultArgs: [
        ...(overPipe ? ['--disable-extensions'] : []),
        ...(options.pageCache ? ['--disable-back-forward-cache'] : []),
      ],
      // Whoever browses in a window keeps the sandbox; root has none, and tests see only pages of the local server.
      chromiumSandbox: !headless && process.getuid?.() !== 0,
      viewport: headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
      colorScheme: options.colorScheme ?? 'light',
      // chrome.i18n follows LANGUAGE alone, not --lang (and needs the package chromium-l10n).
      env: { ...process.env, LANGUAGE: tagOf(options.language ?? DEFAULT_LANGUAGE).replace('-', '_') },
      args: [
        ...(extension ? loadingArguments(extension, overPipe) : []),
        // Loopback goes through the proxy too, so that pages can stand on localhost and any port.
        ...(options.proxyPort
          ? [`--proxy-server=http://127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>']
          : []),
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
      ],
    });
    try {
      if (first && overPipe) await loadOverPipe(context, first);
      const id = first ? new URL((await workerOf(context)).url()).host : '';
      if (first && !options.profile) await firstDay(async () => context.pages().map((page) => page.url()));
      return new Chromium(context, id, profile);
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Installs the extension in a browser that was started with `later`, and waits for its page of the first day. */
  async install(): Promise<void> {
    await this.update();
    await firstDay(async () => this.context.pages().map((page) => page.url()));
  }

  /** Loads the extension once more, as an update does. Only in a browser that was started with `later`. */
  async update(): Promise<void> {
    await loadOverPipe(this.context, buildFolder('chrome'));
  }

  /** The extension's service worker, started again when it had gone to sleep. */
  worker(): Promise<Worker> {
    return workerOf(this.context);
  }

  /** Address of one of the extension's own pages. */
  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /**
   * Opens the real toolbar popup on a tab, which is brought to the front; on the newest page of the web when left out
   * (the extension opens a tab of its own at its first start).
   * @param path the popup's page, where it is not the usual one.
   */
  async openPopup(tab?: Page, path = 'popup.html'): Promise<Popup> {
    const others = this.context.pages().filter((each) => !each.url().startsWith('chrome-extension:'));
    await (tab ?? others.at(-1))?.bringToFront();
    const browser = this.context.browser();
    if (!browser) throw new Error('the browser is gone');
    const worker = await this.worker();
    const page = this.url(path);
    const session = await browser.newBrowserCDPSession();
    await worker.evaluate(() => (globalThis as unknown as PopupOpener).chrome.action.openPopup());
    for (;;) {
      const { targetInfos } = await session.send('Target.getTargets');
      const target = targetInfos.find((info) => info.type === 'page' && info.url.startsWith(page));
      if (target) return Popup.attach(session, target.targetId);
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.clean();
  }

  /** Throws the profile away; for when the browser has ended by itself. */
  async clean(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface PopupOpener {
  readonly chrome: { readonly action: { openPopup(): Promise<void> } };
}

function loadingArguments(extension: string, overPipe: boolean): string[] {
  return overPipe
    ? ['--enable-unsafe-extension-debugging']
    : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

async function loadOverPipe(context: BrowserContext, path: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path });
}

async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: WORKER_TIMEOUT }));
}
