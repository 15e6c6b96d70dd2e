/** One tab (or popup) of Firefox, driven over WebDriver BiDi. */
import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi.ts';
import { Driven } from './driven.ts';

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export class Tab extends Driven {
  constructor(
    readonly bidi: Bidi,
    readonly context: string,
  ) {
    super();
  }

  /** Goes to an address and waits until it has loaded. Pages of an extension change process, which no wait survives. */
  async goto(url: string): Promise<void> {
    const own = url.startsWith('moz-extension:');
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: own ? 'none' : 'complete' });
    if (own) await this.waitFor((wanted) => document.readyState === 'complete' && location.href === wanted, url);
  }

  /** Starts to go to an address without waiting, for pages that come slowly. */
  async start(url: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'none' });
  }

  title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  /** Clicks the first element that matches, with the mouse. Waits for it. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.middleOf(selector);
    await this.#mouse([
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Moves the mouse over the first element that matches. */
  async hover(selector: string): Promise<void> {
    await this.#mouse([{ type: 'pointerMove', ...(await this.middleOf(selector)) }]);
  }

  /** Presses keys one after the other: characters, or WebDriver's names of keys. */
  async keys(...values: string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keys', actions }],
    });
  }

  /** Writes a picture as PNG: of what is seen, or of the whole page. */
  async screenshot(path: string, whole = false): Promise<void> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
      origin: whole ? 'document' : 'viewport',
    });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  /** Brings the tab to the front. */
  async activate(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  async #mouse(actions: readonly object[]): Promise<void> {
    const { context } = this;
    await this.bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  protected async run(expression: string): Promise<string> {
    const { context } = this;
    const answer = await this.bidi.send<Evaluated>('script.evaluate', {
      target: { context },
      awaitPromise: true,
      expression,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result?.value ?? '[null]';
  }
}
