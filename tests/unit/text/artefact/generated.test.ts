import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairSteps } from '../../../../lib/text/artefact/repair-text.ts';
import { convert, type Damage, damage, fits } from './damage.ts';
import { evidenceOf, repairAll, showsLoss } from './helpers.ts';
import { FILLER, PROSE } from './prose.ts';

const DEPTHS = [15, 34, 60, 104, 400];
const VARIANTS: readonly Omit<Damage, 'depth'>[] = [
  { form: 'toned', decoder: 'question' },
  { form: 'toned', decoder: 'replacement' },
  { form: 'spaced', decoder: 'replacement' },
  { form: 'toneless', decoder: 'question' },
  { form: 'repeated', decoder: 'question' },
];
const HONEST = PROSE.map(convert);
const CASES = DEPTHS.flatMap((depth) => VARIANTS.map((variant) => ({ depth, ...variant })));

/** Pages of shuffled sentences, cut into nodes anywhere, with Latin, digits and marks between them. */
const sentence = fc.constantFrom(...HONEST);
const piece = fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 1, arbitrary: fc.constantFrom(...FILLER) });
const splits = fc.array(fc.nat(), { maxLength: 20 });
const page = fc.tuple(fc.array(piece, { minLength: 4, maxLength: 24 }), splits).map(([pieces, cuts]) => {
  // All sentences stand once, so that a page has the evidence that real ones have.
  const text = [...HONEST, ...pieces].join('');
  const ends = [...new Set([0, ...cuts.map((cut) => cut % text.length), text.length])].sort((a, b) => a - b);
  return ends.slice(1).map((end, at) => text.slice(ends[at], end));
});
const how = fc.constantFrom(...CASES);

describe('generated pages', () => {
  it.each(CASES)('restores at least 99 % of damaged runs, depth $depth $form $decoder', (variant) => {
    const damaged = damage(HONEST, variant);
    expect(damaged).toHaveLength(HONEST.length);
    const repaired = repairAll(damaged);
    const runs = HONEST.map((_, at) => at).filter((at) => damaged[at] !== HONEST[at]);
    expect(runs.length).toBeGreaterThan(HONEST.length / 2);
    expect(runs.filter((at) => repaired[at] === HONEST[at]).length).toBeGreaterThanOrEqual(runs.length * 0.99);
  });

  it('gives back the honest text wherever no byte was lost', () => {
    fc.assert(
      fc.property(page, how, (honest, variant) => {
        const damaged = damage(honest, variant);
        fc.pre(damaged.length === honest.length);
        expect(evidenceOf(damaged)).not.toBeNull();
        for (const [at, repaired] of repairAll(damaged).entries()) {
          if (!showsLoss(repaired)) expect(repaired).toBe(honest[at]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows a loss only where the program lost a byte for good', () => {
    fc.assert(
      fc.property(page, how, (honest, variant) => {
        const damaged = damage(honest, variant);
        fc.pre(damaged.length === honest.length);
        const signs = (text: string) => text.split(/[?\ufffd]/).length;
        for (const [at, repaired] of repairAll(damaged).entries()) {
          expect(signs(repaired)).toBeLessThanOrEqual(signs(damaged[at] ?? ''));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves honest text alone', () => {
    const untouched = (texts: readonly string[]) => {
      expect(repairAll(texts)).toEqual(texts);
    };
    fc.assert(fc.property(page, untouched), { numRuns: 40 });
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 5 }), untouched));
  });

  it('stops often in a long text, also in one without any space, and restores it', () => {
    const honest = HONEST.join('').repeat(8);
    const [text = ''] = damage([honest], { depth: 60, form: 'toned', decoder: 'question' });
    const evidence = evidenceOf([text]);
    if (evidence === null) throw new Error('no evidence');
    const steps = repairSteps(text, evidence);
    let stops = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) stops++;
    expect(step.value.text).toBe(honest);
    expect(stops).toBeGreaterThan(step.value.spots / 20);
  });

  it('has only texts that GBK can hold', () => expect([...HONEST, ...FILLER].every(fits)).toBe(true));
});
