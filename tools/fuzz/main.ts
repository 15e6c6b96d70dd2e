/**
 * Random pages and random scripts against the built extension: `npm run fuzz -- --pages 1000 --seed 1`, `--mutations
 * 1000`, `--corpus 300`, `--honest 500` (odd pages without spam, which must stay byte for byte), `--detector 20000`
 * (odd pages through the detector alone, without a browser); `--browser firefox` for the other browser, `--control` for
 * browsers without us. Prints the seed of each failure; the same seed makes it again.
 */
import { parseArgs } from 'node:util';
import { startBrowser } from '../../tests/browser/cases/harness/browsers.ts';
import { bundle } from '../bench/bundle.ts';
import { PageServer } from '../browsers/pages.ts';
import { corpusPages } from './corpus.ts';
import { fuzzDetector } from './detector.ts';
import { generatePage } from './generate.ts';
import { compareHonest, compareIdentity, type Lane, type Subject } from './identity.ts';
import { Lanes } from './lanes.ts';
import { runMutations } from './mutations.ts';
import { oddPage } from './odd.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '0' },
    mutations: { type: 'string', default: '0' },
    corpus: { type: 'string', default: '0' },
    honest: { type: 'string', default: '0' },
    detector: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    // Firefox draws no frames in a tab that is not in front: there it is always one.
    lanes: { type: 'string', default: '4' },
    browser: { type: 'string', default: 'chromium' },
    // Both browsers without us: shows that what is tried harms no page by itself.
    control: { type: 'boolean', default: false },
  },
});

/** Says how far it has come, each time that so many have been tried. */
const TOLD_EACH = 50;

/** One thing to try: its name, by which it can be tried again, and what is wrong with it. */
interface Trial {
  readonly name: string;
  readonly run: (lane: Lane) => Promise<readonly string[]>;
}

/** The detector's pages, without a browser. */
function runDetector(count: number): void {
  const begun = Date.now();
  const { pages, honest, longest, wrong } = fuzzDetector(count, Number(values.seed));
  for (const line of wrong) console.log(line);
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `detector: ${pages} pages, ${honest} of them honest, ${wrong.length} things wrong, longest ${longest.toFixed(0)} ms, in ${seconds} s`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  if (Number(values.detector) > 0) runDetector(Number(values.detector));
  const kind = values.browser === 'firefox' ? 'firefox' : 'chromium';
  const trials = await allTrials();
  if (trials.length === 0 && Number(values.detector) > 0) return;
  if (trials.length === 0) {
    console.error('nothing to do: --pages, --mutations, --corpus, --honest or --detector');
    process.exitCode = 1;
    return;
  }
  const pages = await PageServer.start();
  const [ours, plain] = await Promise.all([!values.control, false].map((us) => startBrowser(kind, pages.port, us)));
  if (!ours || !plain) throw new Error('a browser is missing');
  const begun = Date.now();
  let failed = 0;
  let done = 0;
  try {
    // Repaired text is honest text changed on purpose: another matter, which has tests of its own.
    if (!values.control) await ours.set({ repairArtefact: false, simplify: false });
    const lanes = await Lanes.open({
      ours,
      plain,
      pages,
      count: kind === 'firefox' ? 1 : Number(values.lanes),
      sweeps: !values.control,
    });
    await lanes.all(trials, async (lane, { name, run }) => {
      const wrong = await run(lane).catch((error: unknown) => [`trouble: ${String(error)}`]);
      done += 1;
      if (done % TOLD_EACH === 0) console.error(`${done} of ${trials.length} tried, ${failed} failed`);
      if (wrong.length === 0) return;
      failed += 1;
      console.log(`${name}\n  ${wrong.slice(0, 4).join('\n  ')}`);
    });
  } finally {
    await Promise.all([ours.close(), plain.close()]);
    await pages.close();
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`${trials.length - failed} of ${trials.length} as they should be, ${failed} not, in ${seconds} s`);
  if (failed > 0) process.exitCode = 1;
}

async function allTrials(): Promise<Trial[]> {
  const seed = Number(values.seed);
  const numbers = (count: string) => Array.from({ length: Number(count) }, (_, at) => seed + at);
  const [recorder, mutate] = await Promise.all(['recorder', 'mutate'].map((name) => bundle(`../fuzz/page/${name}.ts`)));
  if (!recorder || !mutate) throw new Error('nothing was built');
  const identity = (name: string, subject: () => Subject): Trial => ({
    name,
    run: (lane) => compareIdentity(lane, subject(), recorder),
  });
  return [
    ...numbers(values.pages).map((each) =>
      identity(`--pages 1 --seed ${each}`, () => ({ name: String(each), farm: true, ...generatePage(each) })),
    ),
    ...numbers(values.honest).map(
      (each): Trial => ({
        name: `--honest 1 --seed ${each}`,
        run: (lane) => compareHonest(lane, String(each), oddPage(each, false).html, recorder),
      }),
    ),
    ...corpusPages(Number(values.corpus), seed).map((page) => identity(`corpus ${page.name}`, () => page.read())),
    ...numbers(values.mutations).map((each) => ({
      name: `--mutations 1 --seed ${each}`,
      run: async (lane: Lane) => {
        const { wrong, log } = await runMutations(lane, each, mutate);
        return wrong.length === 0 ? [] : [...wrong.slice(0, 2), log.join(' · ')];
      },
    })),
  ];
}

await main();
