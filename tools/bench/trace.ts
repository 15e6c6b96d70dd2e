/**
 * The browser's trace, and from it how long the content script's own start takes: compiling and running it, until its
 * first turn ends.
 */
import type { CDPSession, Page } from '@playwright/test';

export interface TraceEvent {
  readonly name: string;
  /** X for one with a beginning and an end. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Its beginning by the clock, and how long it lasted (µs). */
  readonly ts: number;
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
  const [, events] = await traced(session, 'devtools.timeline,v8', async () => {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE_MS);
  });
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

/** Does something. Returns what came of it, and what the browser told of some categories meanwhile. */
export async function traced<Value>(
  session: CDPSession,
  categories: string,
  act: () => Promise<Value>,
): Promise<readonly [Value, TraceEvent[]]> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: unknown }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  const value = await act();
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', take);
  return [value, events];
}
