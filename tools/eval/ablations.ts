/** The detector without one of its parts: how much each gives. */
import { unitTables } from '../../lib/model/features.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { lexiconOf } from '../train/pack.ts';
import type { Rows } from '../train/shapes-fit.ts';
import { type AllWeights, type FoldModel, shapesOf } from './fold-models.ts';

/** Families of features that ask what the words' scores are. */
const WORDS = new Set([
  'sum',
  'peak',
  'mean',
  'peakHiding',
  'peakLink',
  'strong',
  'urlTrade',
  'sumProse',
  'inTitle',
  'echo',
  'known',
]);
/** Families that ask in which script a text is, and how it is cut. */
const SCRIPT = new Set(['script', 'joins', 'segments']);
/** Families that ask nothing of where a text stands. */
const TEXT_ALONE = new Set(['sum', 'peak', 'mean', 'strong', 'joins']);

/** A lexicon that knows no word. */
const NO_WORDS = '0 ^';

export const ABLATIONS: Readonly<Record<string, (model: FoldModel) => AllWeights>> = {
  'without words': (model) => ({
    ...model.weights,
    lexicon: lexiconOf(makeFold(''), NO_WORDS),
    shapes: shapesOf(rowsOf(model, (family) => !WORDS.has(family))),
  }),
  'without script': (model) => ({ ...model.weights, shapes: shapesOf(rowsOf(model, (family) => !SCRIPT.has(family))) }),
  'without structure': (model) => ({
    ...model.weights,
    shapes: shapesOf(rowsOf(model, (family) => TEXT_ALONE.has(family))),
  }),
};

/** The rows with only some families' features; rows that become alike are added up. */
function rowsOf({ counts }: FoldModel, keeps: (family: string) => boolean): Rows {
  const familyOf: string[] = [];
  for (const { name, base, axes } of unitTables().features.families) {
    familyOf.push(...new Array<string>(axes.reduce((product, axis) => product * axis, 1)).fill(name));
    if (familyOf.length <= base) throw new Error(`family ${name} has no features`);
  }
  const rows = new Map<string, [number, number]>();
  for (const [key, [honest, spam]] of counts.units) {
    const kept = key
      .split(',')
      .filter((feature) => keeps(familyOf[Number(feature)] as string))
      .join();
    const row = rows.get(kept) ?? [0, 0];
    row[0] += honest;
    row[1] += spam;
    rows.set(kept, row);
  }
  return rows;
}
