/** What several of the sweep's tests ask of a page. */
import type { CDPSession, Page, Worker } from '@playwright/test';

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

/** All buttons of the page that have one of these names. */
export async function buttons(page: Page): Promise<FoundButton[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  return nodes
    .filter((node) => node.role?.value === 'button' && node.backendDOMNodeId !== undefined)
    .map((node) => ({
      name: node.name?.value ?? '',
      expanded: node.properties?.find((property) => property.name === 'expanded')?.value.value as boolean | undefined,
      id: node.backendDOMNodeId ?? 0,
    }));
}

/** Presses a button by its name, as a mouse does. */
export async function press(page: Page, name: string | RegExp, nth = 0): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    const button = (await buttons(page)).filter((one) =>
      typeof name === 'string' ? one.name === name : name.test(one.name),
    )[nth];
    if (button !== undefined) {
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: button.id });
      const [x, y] = await middle(session, button.id);
      await session.detach();
      await page.mouse.click(x, y);
      return;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no button ${name}; there are: ${(await buttons(page)).map((one) => one.name).join(', ')}`);
}

async function middle(session: CDPSession, backendNodeId: number): Promise<[number, number]> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
  return [(x1 + x3) / 2, (y1 + y3) / 2];
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

/** Everything a reader can see or copy. */
export function seenText(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.innerText ?? '');
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
