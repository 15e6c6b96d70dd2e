/** Starts Firefox with the built extension over WebDriver BiDi, shut off from the network. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bidi } from './bidi.ts';
import { buildFolder, geckoId } from './builds.ts';
import { findBrowser } from './find.mjs';
import { FirefoxPopup } from './firefoxPopup.ts';
import { type FirefoxOptions, preferences } from './firefoxPreferences.ts';
import { runInWindow, windowOf } from './firefoxWindow.ts';
import { firstDay } from './firstDay.ts';
import { Tab } from './tab.ts';

/** How long Firefox may take to say where it listens, in ms. */
const START_TIMEOUT = 30_000;

/**
 * How long Firefox may take to end, in ms. Once a tab was discarded it waits for a minute, for the state of a page that
 * is no more (measured: 62 s, else 1 to 3).
 */
const END_TIMEOUT = 8000;

/** How long a page that the extension opens may take to come, in ms. */
const PAGE_TIMEOUT = 15_000;

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

export class Firefox {
  #newest: Tab | null = null;

  private constructor(
    readonly bidi: Bidi,
    readonly process: ChildProcess,
    readonly profile: string,
    readonly uuid: string,
    readonly addonId: string,
  ) {}

  static async launch(options: FirefoxOptions = {}): Promise<Firefox> {
    const executable = findBrowser('firefox');
    if (!executable) throw new Error('no Firefox was found');
    const extension = options.extension === undefined ? buildFolder('firefox') : options.extension;
    const addonId = extension ? geckoId(extension) : '';
    const uuid = randomUUID();
    const profile = await mkdtemp(join(tmpdir(), 'saozhu-firefox-'));
    await writeFile(join(profile, 'user.js'), preferences(options, addonId, uuid));
    const child = spawn(
      executable,
      [
        ...((options.headless ?? true) ? ['--headless'] : []),
        '--no-remote',
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
        '--profile',
        profile,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    try {
      const bidi = await Bidi.connect(`${await listeningAt(child)}/session`);
      if (extension) {
        await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
        await firstDay(async () =>
          (await bidi.send<Tree>('browsingContext.getTree', {})).contexts.map(({ url }) => url),
        );
      }
      return new Firefox(bidi, child, profile, uuid, addonId);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Address of one of the extension's own pages. */
  url(path: string): string {
    return `moz-extension://${this.uuid}/${path}`;
  }

  /** Opens a new tab on an address and waits until it has loaded. */
  async open(url: string): Promise<Tab> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const tab = new Tab(this.bidi, context);
    this.#newest = tab;
    await tab.goto(url);
    return tab;
  }

  /** The tab, whoever opened it, that holds an address, or one of the extension's own pages. Waits for it. */
  async find(address: string): Promise<Tab> {
    const wanted = /^\w+:/.test(address) ? address : this.url(address);
    const end = Date.now() + PAGE_TIMEOUT;
    for (;;) {
      const { contexts } = await this.bidi.send<Tree>('browsingContext.getTree', {});
      const found = contexts.find(({ url }) => url.startsWith(wanted));
      if (found) return new Tab(this.bidi, found.context);
      if (Date.now() > end) throw new Error(`no tab holds ${address}`);
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  /** All tabs, in the order of their making. */
  async tabs(): Promise<Tab[]> {
    const { contexts } = await this.bidi.send<Tree>('browsingContext.getTree', {});
    return contexts.map(({ context }) => new Tab(this.bidi, context));
  }

  /**
   * Says yes to what the browser asks the user; false where it asks nothing. It heeds no click in a question's first
   * half second.
   */
  async sayYes(): Promise<boolean> {
    const asked = await this.inWindow(`
      const question = Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('popupnotification');
      question?.button?.click();
      return question ? 'yes' : '';`);
    return asked !== '';
  }

  /** Installs the extension once more, as an update does. */
  async update(): Promise<void> {
    await this.bidi.send('webExtension.install', { extensionData: { type: 'path', path: buildFolder('firefox') } });
  }

  /**
   * Runs the body of an async function in the browser's own window, where `policy` is the extension's; its answer is
   * text.
   */
  async inWindow(body: string): Promise<string> {
    const id = JSON.stringify(this.addonId);
    return runInWindow(
      this.bidi,
      await windowOf(this.bidi),
      `const policy = WebExtensionPolicy.getByID(${id}); ${body}`,
    );
  }

  /** Opens the real toolbar popup on a tab, which is brought to the front; on the tab opened last when left out. */
  async openPopup(tab?: Tab): Promise<FirefoxPopup> {
    await (tab ?? this.#newest)?.activate();
    return FirefoxPopup.open(this.bidi, this.addonId);
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.process.once('exit', done));
    const kill = () => void this.process.kill('SIGKILL');
    const timer = setTimeout(kill, END_TIMEOUT);
    await this.bidi.send('browser.close', {}).catch(kill);
    await gone;
    clearTimeout(timer);
    this.bidi.close();
    await this.clean();
  }

  /** Throws the profile away; for when the browser has ended by itself. */
  async clean(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Reads from Firefox's messages where it listens. */
function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`Firefox did not start:\n${said}`)), START_TIMEOUT);
    child.once('exit', (code) => failed(new Error(`Firefox ended with ${code}:\n${said}`)));
    child.stderr?.on('data', (data) => {
      said = (said + data).slice(-4000);
      const match = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (!match?.[1]) return;
      clearTimeout(timer);
      found(match[1]);
    });
  });
}
