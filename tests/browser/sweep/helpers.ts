/** What several of the sweep's tests ask of a page. */

import { type CDPSession, expect, type Page, type Worker } from '@playwright/test';
import { pass } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';

interface AXNode {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** A button in a bar, which stands in a closed shadow root: found the way a screen reader finds it. */
export interface FoundButton {
  readonly name: string;
  readonly expanded: boolean | undefined;
  readonly id: number;
}

/** All that can be pressed by key: buttons, and parts of lists and tables that are bars. */
export async function buttons(page: Page): Promise<FoundButton[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  return nodes
    .filter(
      (node) =>
        node.backendDOMNodeId !== undefined &&
        (node.role?.value === 'button' ||
          (/^(?:listitem|cell|term|definition|row)$/.test(node.role?.value ?? '') && isFocusable(node))),
    )
    .map((node) => ({
      name: node.name?.value ?? '',
      expanded: node.properties?.find((property) => property.name === 'expanded')?.value.value as boolean | undefined,
      id: node.backendDOMNodeId ?? 0,
    }));
}

function isFocusable(node: AXNode): boolean {
  return node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true) ?? false;
}

/** A bar's words. */
export const BAR = /^已折叠/;

/** Opens the panel of the nth bar. */
export async function openBar(page: Page, nth = 0): Promise<void> {
  await press(page, BAR, nth);
  await expect.poll(async () => (await buttons(page)).map(({ name }) => name)).toContain('关闭');
}

/** A panel's buttons count when they have been seen for half a second. */
const SEEN_MS = 600;

/** Waits until what has just come can be pressed. */
export async function untilSeen(): Promise<void> {
  await pass(SEEN_MS, 'a button counts when it has been seen for half a second');
}

/** Presses a button by its name, as a mouse does. */
export async function press(page: Page, name: string | RegExp, nth = 0): Promise<void> {
  const fits = (one: string) => (typeof name === 'string' ? one === name : name.test(one));
  let found: readonly FoundButton[] = [];
  const names = async () => {
    found = await buttons(page);
    return found.map((one) => one.name).filter(fits).length;
  };
  await expect.poll(names, `buttons ${name}`).toBeGreaterThan(nth);
  const button = found.filter((one) => fits(one.name))[nth] as FoundButton;
  if (!BAR.test(button.name)) await untilSeen();
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: button.id });
  const [x, y] = await middle(session, button.id);
  await session.detach();
  await page.mouse.click(x, y);
}

/** A point that is pressed: near the left, for a bar stands at the beginning of its box. */
async function middle(session: CDPSession, backendNodeId: number): Promise<[number, number]> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
  return [x1 + Math.min(10, (x3 - x1) / 2), y1 + Math.min(13, (y3 - y1) / 2)];
}

/** Sets stored settings as the background would, without a page of the extension. */
export async function set(worker: Worker, values: Record<string, unknown>): Promise<void> {
  await worker.evaluate(storeSettings, values);
}

/**
 * Runs in a page or worker of the extension, in either browser. A fresh install writes every setting's default down
 * shortly after its start; what is set before would be lost to that.
 */
export async function storeSettings(values: Record<string, unknown>): Promise<void> {
  interface Area {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: object): Promise<void>;
  }
  interface Api {
    storage: { local: Area };
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const { local } = (browser ?? chrome ?? { storage: { local: null as never } }).storage;
  while (!('settings.version' in (await local.get('settings.version'))))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await local.set(values);
}

/** Everything a user can see. */
export function seenText(page: Page): Promise<string> {
  return page.evaluate(paintedText);
}

/** The page as markup, and the text nodes' number: what must be the same with the sweep taken back. */
export function markup(page: Page): Promise<{ html: string; nodes: number }> {
  return page.evaluate(() => {
    let nodes = 0;
    const walker = document.createNodeIterator(document, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) nodes++;
    return { html: new XMLSerializer().serializeToString(document), nodes };
  });
}
