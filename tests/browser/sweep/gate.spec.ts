/** What a page costs that holds no Chinese text: the gate turns it away before any weight is decoded. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { HONEST } from './pages.ts';

const URL_ = 'http://news.example.com/gate.html';
/** The lexicon's table of keys alone has more entries. */
const TABLE = 30_000;

interface World {
  readonly id: number;
  readonly auxData?: { readonly type?: string };
}

/** The content script's own world in a page. */
async function contentWorld(session: CDPSession): Promise<number> {
  const worlds: World[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context as World));
  await session.send('Runtime.enable');
  const own = worlds.find((world) => world.auxData?.type === 'isolated');
  if (own === undefined) throw new Error('no content script here');
  return own.id;
}

/** How many integer arrays as large as a table of weights the content script holds. */
async function tables(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const contextId = await contentWorld(session);
  const prototype = await session.send('Runtime.evaluate', { expression: 'Int32Array.prototype', contextId });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () { return this.filter((one) => one.length > ${TABLE}).length; }`,
    returnByValue: true,
  });
  await session.detach();
  return result.value as number;
}

test('a frame without Han text holds no decoded weights', async ({ page, pages, extension }) => {
  await extension.worker();
  await page.goto(
    pages.serve(URL_, `<!doctype html><title>News</title><p>${'The council met on Tuesday. '.repeat(200)}</p>`),
  );
  await page.waitForTimeout(300);
  expect(await tables(page)).toBe(0);
  await page.evaluate((text) => document.body.append(text), HONEST[0] ?? '');
  await expect.poll(() => tables(page)).toBeGreaterThan(0);
});
