/**
 * How long the popup takes on a page with many findings. Build first (npm run build), then: npx tsx tools/popup-bench.ts
 * Prints, in milliseconds since the popup's page began to load: the first rows drawn, and all of them; the median of
 * RUNS, and the same for one finding, which is what browser and machine take by themselves.
 */
import type { FindingView, FrameState } from '../lib/messages.ts';
import { Chromium } from './browsers/chromium.ts';

const RUNS = 9;
const COUNTS = [1, 500] as const;
/** Longer than any run takes, in ms. */
const PATIENCE = 20_000;

interface Times {
  readonly rows: number;
  readonly first: number;
  readonly all: number;
}

function stateOf(count: number): FrameState {
  const findings = Array.from(
    { length: count },
    (_, at): FindingView => ({
      id: `f${at}`,
      kind: at % 5 === 0 ? 'injected' : 'farm',
      confidence: 0.99,
      links: 12,
      chars: 160,
      snippet: `棋牌平台 | 小额贷款 | 在线影院 | 彩票计划 ${at} `.repeat(4),
      reasons: [{ code: 'words', family: 'loans' }, { code: 'linkList' }],
      fingerprint: `1a.${at}`,
      state: 'hidden',
      around: ['', ''],
    }),
  );
  return {
    frame: 'a',
    top: true,
    url: 'http://news.example.com/',
    status: 'on',
    verdict: 'infected',
    confidence: 0.99,
    pageReasons: [],
    original: null,
    title: null,
    repaired: 0,
    findings,
  };
}

/** Runs in the popup before its own scripts: answers as a tab's page would, and notes when rows stand. */
function prepare(state: FrameState): void {
  const times = { rows: 0, first: 0, all: 0 };
  const scope = globalThis as unknown as { times: Times; chrome: { tabs: object }; browser?: { tabs: object } };
  scope.times = times;
  const nothing = { addListener: () => undefined };
  const port = {
    onMessage: { addListener: (told: (event: unknown) => void) => setTimeout(() => told({ type: 'state', state })) },
    onDisconnect: nothing,
    postMessage: () => undefined,
    disconnect: () => undefined,
  };
  for (const api of [scope.chrome, scope.browser]) if (api) Object.assign(api.tabs, { connect: () => port });
  const look = (): void => {
    const rows = document.querySelectorAll('.finding').length;
    if (rows > times.rows) {
      times.all = performance.now();
      times.first ||= times.all;
      times.rows = rows;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const chromium = await Chromium.launch();
try {
  for (const count of COUNTS) {
    const popup = await chromium.context.newPage();
    await popup.setViewportSize({ width: 380, height: 600 });
    // tsx names inner functions by a helper that pages lack.
    await popup.addInitScript('globalThis.__name = (named) => named');
    await popup.addInitScript(prepare, stateOf(count));
    const all: Times[] = [];
    for (let run = 0; run < RUNS; run++) {
      await popup.goto(chromium.url('popup.html?tab=1'));
      await popup.waitForFunction(
        (wanted) => (globalThis as unknown as { times: Times }).times.rows === wanted,
        count,
        {
          timeout: PATIENCE,
        },
      );
      all.push(await popup.evaluate(() => (globalThis as unknown as { times: Times }).times));
    }
    const ms = (pick: (times: Times) => number): string => median(all.map(pick)).toFixed(0);
    console.log(`${count} findings: first rows ${ms((one) => one.first)} ms, all ${ms((one) => one.all)} ms`);
    await popup.close();
  }
} finally {
  await chromium.close();
}
