/** A small slice of `npm run fuzz`: generated pages keep their nodes, random scripts lose no honest sentence. */
import { bundle } from '../../../tools/bench/bundle.ts';
import { generatePage } from '../../../tools/fuzz/generate.ts';
import { compareIdentity } from '../../../tools/fuzz/identity.ts';
import { Lanes } from '../../../tools/fuzz/lanes.ts';
import { runMutations } from '../../../tools/fuzz/mutations.ts';
import { expect, inBoth, type Scene } from './harness/test.ts';

/** Seeds of a slice, of each kind; other seeds than those that somebody tries first by hand. */
const PAGES = Array.from({ length: 4 }, (_, at) => 70_001 + at);
const MUTATIONS = Array.from({ length: 8 }, (_, at) => 80_001 + at);

async function lanesOf({ kind, stage }: Scene): Promise<Lanes> {
  const [ours, plain] = [await stage.browser(kind, true), await stage.browser(kind, false)];
  // Firefox draws no frames in a tab that is not in front.
  return Lanes.open({ ours, plain, pages: stage.pages, count: kind === 'firefox' ? 1 : 2, sweeps: true });
}

inBoth('fuzz: nodes of generated pages', async (scene) => {
  await scene.set({ repairArtefact: false, simplify: false });
  const recorder = await bundle('../fuzz/page/recorder.ts');
  const lanes = await lanesOf(scene);
  const wrong: string[] = [];
  await lanes.all(PAGES, async (lane, seed) => {
    const found = await compareIdentity(lane, { name: String(seed), farm: true, ...generatePage(seed) }, recorder);
    wrong.push(...found.map((each) => `--pages 1 --seed ${seed}: ${each}`));
  });
  await lanes.close();
  await scene.set({ repairArtefact: true });
  expect(wrong).toEqual([]);
});

inBoth('fuzz: random scripts', async (scene) => {
  const script = await bundle('../fuzz/page/mutate.ts');
  const lanes = await lanesOf(scene);
  const wrong: string[] = [];
  await lanes.all(MUTATIONS, async (lane, seed) => {
    const found = await runMutations(lane, seed, script);
    wrong.push(...found.wrong.map((each) => `--mutations 1 --seed ${seed}: ${each}`));
  });
  await lanes.close();
  expect(wrong).toEqual([]);
});
