/**
 * The shipped model is what `npm run train` makes of the stored counts and word lists: nothing in it was written by
 * hand.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { modelModules } from '../../../tools/train/train.ts';

/** Training takes some ten seconds; a busy machine may take its time. */
const TRAINING = 300_000;

let modules: Readonly<Record<string, string>>;

beforeAll(() => {
  modules = modelModules();
}, TRAINING);

describe('the model in assets/model', () => {
  it.each(['lexicon', 'shapes', 'pages', 'families'])('%s is what training makes, byte for byte', (name) => {
    const shipped = readFileSync(join(ROOT, `assets/model/${name}.ts`), 'utf8');
    // Compared by hand: a difference of texts this long would take minutes to print.
    expect(modules[name] === shipped, 'run "npm run train" and commit what it writes').toBe(true);
  });
});
