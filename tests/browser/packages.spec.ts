/** The packages as they are handed out: what is in the zips runs in both browsers. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { Chromium } from '../../tools/browsers/chromium.ts';
import { Firefox } from '../../tools/browsers/firefox.ts';
import { PageServer } from '../../tools/browsers/pages.ts';
import { VERSION } from '../../tools/project/project.ts';
import { RELEASE_FOLDER } from '../../tools/release/pack.ts';
import { INFECTED } from './ui/pages.ts';

const SPAM = '娱乐城';
const URL_ = 'http://news.example.com/a.html';
const zipOf = (browser: string) => join(RELEASE_FOLDER, `saozhu-${VERSION}-${browser}.zip`);

let folder: string;
let pages: PageServer;

test.beforeEach(async () => {
  test.skip(!existsSync(zipOf('chrome')), 'there are no packages here: npm run zip makes them');
  folder = mkdtempSync(join(tmpdir(), 'saozhu-packages-'));
  pages = await PageServer.start();
  pages.serve(URL_, INFECTED);
});

test.afterEach(async () => {
  await pages?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Unpacks a package as a person would. */
function unpacked(browser: string): string {
  for (const [path, data] of Object.entries(unzipSync(readFileSync(zipOf(browser))))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  return folder;
}

test('Chromium takes its package, unpacked', async () => {
  const browser = await Chromium.launch({ proxyPort: pages.port, extension: unpacked('chrome') });
  try {
    const page = await browser.context.newPage();
    await page.goto(URL_);
    await expect.poll(() => page.evaluate(() => document.body.innerText)).not.toContain(SPAM);
  } finally {
    await browser.close();
  }
});

test('Firefox takes its package as it is', async () => {
  const browser = await Firefox.launch({ proxyPort: pages.port, extension: null });
  try {
    await browser.bidi.send('webExtension.install', { extensionData: { type: 'archivePath', path: zipOf('firefox') } });
    const tab = await browser.open(URL_);
    await expect.poll(() => tab.text()).not.toContain(SPAM);
    expect(await tab.text()).toContain('市政府');
  } finally {
    await browser.close();
  }
});
