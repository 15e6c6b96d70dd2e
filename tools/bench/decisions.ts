/**
 * npx tsx tools/bench/decisions.ts FILE [--pages N] Writes what the detector decides on real pages and made-up ones to
 * FILE, or, where FILE is there, says where it decides otherwise now: for changes that must make it faster and nothing
 * else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PageServer } from '../browsers/pages.ts';
import { ISOLATED, startBrowser } from './browser.ts';
import { bundle } from './bundle.ts';
import { FLAVOURS, realPages, type Sample, samplePage } from './samples.ts';

/** From each half of the corpus. */
const REAL_PAGES = 150;

async function decide(samples: readonly Sample[]): Promise<Record<string, string>> {
  const script = await bundle('page/decisions.ts');
  const pages = await PageServer.start();
  const browser = await startBrowser(pages.port, null);
  const decided: Record<string, string> = {};
  try {
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    for (const [at, { name, html }] of samples.entries()) {
      if (at % 25 === 0) process.stderr.write(`${at} of ${samples.length}\n`);
      const headers = { ...ISOLATED, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
      await page.goto(pages.serve(`http://localhost:8080/d${at}`, { body: html, headers }), { waitUntil: 'commit' });
      await page.waitForLoadState('domcontentloaded');
      await session.send('Runtime.evaluate', { expression: script });
      const { result } = await session.send('Runtime.evaluate', { expression: 'decisions()', returnByValue: true });
      const hash = createHash('sha256').update(html).digest('hex').slice(0, 8);
      decided[`${name} ${hash}`] = String(result.value ?? result.description);
    }
  } finally {
    await browser.close();
    await pages.close();
  }
  return decided;
}

const [file = '', ...rest] = process.argv.slice(2);
if (file === '') throw new Error('say which file');
const count = rest[0] === '--pages' ? Number(rest[1]) : REAL_PAGES;
const made = FLAVOURS.map((flavour) => ({ name: flavour, html: samplePage(3000, flavour), fullSpeedOnly: false }));
const now = await decide([...made, ...realPages(count)]);
if (existsSync(file)) {
  const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const others = Object.keys(now).filter((name) => name in before && before[name] !== now[name]);
  const both = Object.keys(now).filter((name) => name in before).length;
  console.log(`${both} pages decided both times, ${others.length} otherwise than before`);
  for (const name of others) console.log(name);
  if (others.length > 0 || both === 0) process.exitCode = 1;
} else {
  writeFileSync(file, JSON.stringify(now, null, 1));
  console.log(`${Object.keys(now).length} pages: ${file}`);
}
