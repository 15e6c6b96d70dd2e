/**
 * Firefox's toolbar popup: no browsing context of WebDriver's, so it is reached through the browser window's own
 * scripts.
 */
import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi.ts';
import { Driven } from './driven.ts';
import { runInWindow, windowOf } from './firefoxWindow.ts';

/** Finds the window and the popup in it; part of every script below. */
const FIND = `
  const top = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = () => [...top.document.querySelectorAll('browser')]
    .find((each) => each.getAttribute('webextension-view-type') === 'popup' && each.isRemoteBrowser);`;

export class FirefoxPopup extends Driven {
  #next = 1;

  private constructor(
    readonly bidi: Bidi,
    readonly window: string,
  ) {
    super();
  }

  /** Opens the popup of an add-on on the tab in front, and waits until it has loaded. */
  static async open(bidi: Bidi, addonId: string): Promise<FirefoxPopup> {
    const window = await windowOf(bidi);
    const self = new FirefoxPopup(bidi, window);
    await self.#inWindow(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = ExtensionParent.WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(top, false);`);
    await self.waitFor(() => location.href.includes('popup.html') && document.readyState === 'complete');
    return self;
  }

  /** Clicks the first element that matches, by script. Waits for it. */
  async click(selector: string): Promise<void> {
    await this.middleOf(selector);
    await this.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
  }

  /**
   * Clicks with a mouse's own events, which the browser takes for the user's: what only a user may ask for is given to
   * them alone.
   */
  async clickAsReader(selector: string): Promise<void> {
    const { x, y } = await this.middleOf(selector);
    const event = (type: string) =>
      `content.synthesizeMouseEvent('${type}', ${x}, ${y}, { button: 0, clickCount: 1 }, {});`;
    const script = event('mousedown') + event('mouseup');
    await this.#inWindow(
      `popup().messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(${JSON.stringify(script)}), false);`,
    );
  }

  /** Writes a picture of the popup as PNG. */
  async screenshot(path: string): Promise<void> {
    const url = await this.#inWindow(`
      const image = await popup().browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = top.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL();`);
    await writeFile(path, Buffer.from(url.replace(/^.*,/, ''), 'base64'));
  }

  async close(): Promise<void> {
    await this.#inWindow('popup()?.closest("panel")?.hidePopup();');
  }

  protected async run(expression: string): Promise<string> {
    const name = `saozhu-answer-${this.#next++}`;
    // A sandbox with the page as its prototype sees what the page sees, and its policy against eval does not bind it.
    const script = `(async () => {
      try {
        const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        sendAsyncMessage(${JSON.stringify(name)}, { value: await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox) });
      } catch (error) {
        sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) });
      }
    })()`;
    const answer = await this.#inWindow(`
      const open = popup();
      if (!open) return JSON.stringify({ error: 'the popup is closed' });
      return await new Promise((done) => {
        // A popup that closes takes its answers with it.
        const watch = top.setInterval(() => {
          if (popup() === open) return;
          top.clearInterval(watch);
          done(JSON.stringify({ error: 'the popup was closed' }));
        }, 100);
        open.messageManager.addMessageListener(${JSON.stringify(name)}, ({ data }) => done(JSON.stringify(data)));
        const script = ${JSON.stringify(script)};
        open.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
      });`);
    const { value, error } = JSON.parse(answer) as { value?: string; error?: string };
    if (error !== undefined) throw new Error(error);
    return value ?? '[null]';
  }

  #inWindow(body: string): Promise<string> {
    return runInWindow(this.bidi, this.window, `${FIND} ${body}`);
  }
}
