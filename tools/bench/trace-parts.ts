/**
 * What a page's main thread did while it loaded, part by part, from the browser's trace: processor time, each moment
 * once.
 */
import type { CDPSession } from '@playwright/test';
import { type TraceEvent, traced } from './trace.ts';

/**
 * Parts of a load. Scripts: running them, ours and the page's, without what follows. Compile: reading and compiling
 * scripts. Garbage: its collection. Paint: from the layout to what is handed to the compositor.
 */
export const PARTS = ['parse', 'scripts', 'compile', 'garbage', 'styles', 'layouts', 'paint'] as const;
export type PartName = (typeof PARTS)[number];

/** Which part an event is of, by its name; the first one counts. Others (tasks, messages) are of none. */
const NAMES: readonly (readonly [PartName, RegExp])[] = [
  ['garbage', /GC/],
  ['compile', /compile|parse(?!HTML)/i],
  ['parse', /^ParseHTML$/],
  ['styles', /^UpdateLayoutTree$/],
  ['layouts', /^Layout$/],
  ['paint', /^(?:PrePaint|Paint|Layerize|Commit)$/],
  ['scripts', /^(?:FunctionCall|EvaluateScript|EventDispatch|TimerFire|FireAnimationFrame|RunMicrotasks|v8\..*)$/],
];
const CATEGORIES = 'devtools.timeline,v8,disabled-by-default-v8.compile';

/** Does something that loads a page. Returns what came of it, and what the main thread's parts took (ms). */
export async function partsOf<Value>(
  session: CDPSession,
  load: () => Promise<Value>,
): Promise<readonly [Value, Record<PartName, number>]> {
  const [value, events] = await traced(session, CATEGORIES, load);
  const sums = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<PartName, number>;
  for (const [name, ms] of ownTimes(mainThread(events))) {
    const part = NAMES.find(([, pattern]) => pattern.test(name))?.[0];
    if (part !== undefined) sums[part] += ms;
  }
  return [value, sums];
}

/** The events of the thread that parsed most, in the order of their beginnings. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const parsed = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'ParseHTML') continue;
    parsed.set(threadOf(event), (parsed.get(threadOf(event)) ?? 0) + (event.tdur ?? 0));
  }
  const [main] = [...parsed].sort(([, a], [, b]) => b - a)[0] ?? [''];
  return events
    .filter((event) => event.ph === 'X' && threadOf(event) === main)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** Each event's name, and its processor time without that of the events in it (ms). */
function ownTimes(events: readonly TraceEvent[]): (readonly [string, number])[] {
  const open: { readonly end: number; readonly at: number }[] = [];
  const own = events.map(({ tdur = 0 }) => tdur / 1000);
  for (const [at, { ts, dur = 0 }] of events.entries()) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= ts) open.pop();
    const around = open.at(-1)?.at;
    if (around !== undefined) own[around] = (own[around] as number) - (events[at]?.tdur ?? 0) / 1000;
    open.push({ end: ts + dur, at });
  }
  return events.map(({ name }, at) => [name, own[at] as number]);
}
