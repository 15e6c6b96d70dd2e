/** `npm start` without a display: pictures before and after, the popup, and a table of what was hidden. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { Chromium } from '../browsers/chromium.ts';
import type { Driven } from '../browsers/driven.ts';
import { Firefox } from '../browsers/firefox.ts';
import { type Frames, readFrames } from './list-findings.ts';
import type { PreparedPage } from './page.ts';
import { table } from './table.ts';
import { openTrouble, startTrouble } from './troubles.ts';

const OUTPUT = join(ROOT, '.output/demo');
const VIEWPORT = { width: 1100, height: 900 };

/** How long a page of the web may take to load, in ms. */
const LOAD_TIMEOUT = 30_000;

/** Writes before.png, after.png and popup.png and prints what was hidden, where and why. */
export async function runHeadless(page: PreparedPage, firefox: boolean): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  const show = firefox ? showInFirefox : showInChromium;
  console.log(`Looking at ${page.url} without Saozhu …`);
  await show(page, null);
  console.log('… and with it.\n');
  const frames = await show(page, { popup: join(OUTPUT, 'popup.png') });
  console.log(table(frames ?? []));
  console.log(
    `\nPictures: ${['before', 'after', 'popup'].map((name) => join('.output/demo', `${name}.png`)).join(', ')}`,
  );
}

/** Without a popup to picture the extension is left out, and the picture is the one before. */
type Wanted = { readonly popup: string } | null;

async function showInChromium({ url, server, offline }: PreparedPage, wanted: Wanted): Promise<Frames | null> {
  const proxyPort = offline ? server?.port : undefined;
  const options = { proxyPort, viewport: VIEWPORT, ...(wanted ? {} : { extension: null }) };
  const browser = await Chromium.launch(options).catch(startTrouble);
  try {
    const page = await browser.context.newPage();
    await page.goto(url, { timeout: LOAD_TIMEOUT }).catch(openTrouble(url));
    const frames = wanted ? await readPopup(await browser.openPopup(), wanted.popup) : null;
    await page.screenshot({ path: join(OUTPUT, wanted ? 'after.png' : 'before.png'), fullPage: true });
    return frames;
  } finally {
    await browser.close();
  }
}

async function showInFirefox({ url, server, offline }: PreparedPage, wanted: Wanted): Promise<Frames | null> {
  const proxyPort = offline ? server?.port : undefined;
  const browser = await Firefox.launch({ proxyPort, ...(wanted ? {} : { extension: null }) }).catch(startTrouble);
  try {
    const tab = await browser.open('about:blank');
    await tab.setViewport(VIEWPORT.width, VIEWPORT.height);
    await tab.goto(url).catch(openTrouble(url));
    const frames = wanted ? await readPopup(await browser.openPopup(), wanted.popup) : null;
    await tab.screenshot(join(OUTPUT, wanted ? 'after.png' : 'before.png'), true);
    return frames;
  } finally {
    await browser.close();
  }
}

/** Waits until the page is swept, pictures the popup and closes it. */
async function readPopup(popup: Driven & Pictured, path: string): Promise<Frames> {
  const frames = await readFrames(popup);
  await popup.screenshot(path);
  await popup.close();
  return frames;
}

interface Pictured {
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}
