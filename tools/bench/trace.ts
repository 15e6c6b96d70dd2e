/** How long the content script's own start takes, from the browser's trace: compiling and running it, until its first turn ends. */
import type { Bench } from './browser.ts';

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const SCRIPT = 'content-scripts/content.js';
const COUNTED = new Set(['EvaluateScript', 'v8.compile']);

/** Loads a page and adds up what the content script's compilation and evaluation took (ms). */
export async function contentScriptTimes(browser: Bench, url: string): Promise<number> {
  const page = await browser.context.newPage();
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { categories: 'devtools.timeline,v8', transferMode: 'ReportEvents' });
  await page.goto(url, { waitUntil: 'load' });
  await session.send('Tracing.end');
  await done;
  await page.close();
  const own = events.filter(({ name, args }) => COUNTED.has(name) && args?.data?.url?.endsWith(SCRIPT));
  // The evaluation holds the compilation where both are told of.
  const evaluated = own.filter(({ name }) => name === 'EvaluateScript');
  return (evaluated.length > 0 ? evaluated : own).reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
}
