/**
 * How long the content script's own start takes, from the browser's trace: compiling and running it, until its first
 * turn ends.
 */
import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  /** Processor time, where the browser tells it: what others on a busy machine took meanwhile is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const SCRIPT = 'content-scripts/content.js';
const STARTED = new Set(['EvaluateScript', 'v8.compile']);
/** Settings have come, and what they set off is done (ms). */
const SETTLE_MS = 300;

/**
 * What a content script took (ms): its compilation and evaluation, and with these all that it was called for until the
 * page had loaded.
 */
export interface ScriptTimes {
  readonly start: number;
  readonly all: number;
}

/** Loads an address and adds up what the content script took. */
export async function contentScriptTimes(page: Page, url: string): Promise<ScriptTimes> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { categories: 'devtools.timeline,v8', transferMode: 'ReportEvents' });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const own = events.filter(({ args }) => args?.data?.url?.endsWith(SCRIPT));
  const sum = (of: readonly TraceEvent[]): number =>
    of.reduce((total, { dur = 0, tdur = dur }) => total + tdur, 0) / 1000;
  const began = own.filter(({ name }) => STARTED.has(name));
  // The evaluation holds the compilation where both are told of.
  const evaluated = began.filter(({ name }) => name === 'EvaluateScript');
  const start = sum(evaluated.length > 0 ? evaluated : began);
  return { start, all: start + sum(own.filter(({ name }) => name === 'FunctionCall')) };
}
