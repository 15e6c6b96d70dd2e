/** Chromium for measuring: quiet, with a fine clock, and with a collector that can be called. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browsers/find.mjs';

export interface Bench {
  readonly context: BrowserContext;
  readonly version: string;
  close(): Promise<void>;
}

/** Starts Chromium, with the extension of a folder or without one. Pages come from the proxy at `proxyPort` alone. */
export async function startBrowser(proxyPort: number, extension: string | null): Promise<Bench> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge was found');
  const profile = await mkdtemp(join(tmpdir(), 'saozhu-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    viewport: { width: 1280, height: 800 },
    args: [
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--js-flags=--expose-gc',
      '--enable-precise-memory-info',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
    ],
  });
  if (extension && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return {
    context,
    version: product,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Slows a page's processor down by a factor; 1 for full speed. */
export async function throttle(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** A page's headers for a clock of 5 µs: cross-origin isolation. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
