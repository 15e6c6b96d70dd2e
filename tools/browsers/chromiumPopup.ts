/** Chromium's toolbar popup. Playwright knows nothing of it, so it is driven over the browser's own protocol. */
import { writeFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';
import { Driven } from './driven.ts';

interface Evaluated {
  readonly result: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The popup has closed before it answered, as a press in it may have wanted. */
class PopupClosed extends Error {
  constructor(method: string) {
    super(`${method}: the popup has closed`);
  }
}

export class Popup extends Driven {
  #next = 1;

  private constructor(
    readonly session: CDPSession,
    readonly target: string,
    readonly sessionId: string,
  ) {
    super();
  }

  /** Attaches to a popup that is open, and waits until it has loaded. */
  static async attach(session: CDPSession, target: string): Promise<Popup> {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: target, flatten: false });
    const popup = new Popup(session, target, sessionId);
    await popup.waitFor(() => document.readyState === 'complete');
    return popup;
  }

  /** Clicks the first element that matches, with the mouse. Waits for it. The click may close the popup. */
  async click(selector: string): Promise<void> {
    const event = { ...(await this.middleOf(selector)), button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event }).catch((error: unknown) => {
      if (!(error instanceof PopupClosed)) throw error;
    });
  }

  /** Moves the mouse over the first element that matches. */
  async hover(selector: string): Promise<void> {
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...(await this.middleOf(selector)) });
  }

  /** Writes a picture of the popup as PNG. */
  async screenshot(path: string): Promise<void> {
    const { data } = (await this.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await this.session.send('Target.closeTarget', { targetId: this.target });
  }

  /** One command of Chrome's protocol, sent to the popup. @throws PopupClosed where it closes before it answers */
  send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#next++;
    const { session, sessionId } = this;
    return new Promise((resolve, reject) => {
      const done = () => {
        session.off('Target.receivedMessageFromTarget', listen);
        session.off('Target.detachedFromTarget', closed);
      };
      const closed = (event: { sessionId: string }) => {
        if (event.sessionId !== sessionId) return;
        done();
        reject(new PopupClosed(method));
      };
      const listen = (event: { sessionId: string; message: string }) => {
        if (event.sessionId !== sessionId) return;
        const answer = JSON.parse(event.message) as Answer;
        if (answer.id !== id) return;
        done();
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      };
      session.on('Target.receivedMessageFromTarget', listen);
      session.on('Target.detachedFromTarget', closed);
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  }

  protected async run(expression: string): Promise<string> {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', options)) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? '[null]';
  }
}
