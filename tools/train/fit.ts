/** Counts → weights: the two files that the extension ships, as text. */
import { FEATURES, families } from '../../lib/model/features.ts';
import { WEIGHT_STEP } from '../../lib/model/lexicon.ts';
import type { FoldTable } from '../../lib/text/fold.ts';
import { addLists } from './add-lists.ts';
import type { Counts } from './count.ts';
import { HONEST, LanguageModels, SPAM } from './language-model.ts';
import { honestPhrases, spamFamilies } from './lists.ts';
import { fitLogistic, type Row } from './logistic.ts';
import { eachNgram, SymbolNames } from './symbol-names.ts';
import { isAboutTheYoung } from './young.ts';

/** N-grams kept; see docs/MODEL.md for what each halving costs. */
export const LEXICON_SIZE = 16_000;
/** Weights are bytes. */
const MAX_WEIGHT = 127;

/** Text of the lexicon: a line for each weight, heaviest first. */
export function lexiconText(counts: Counts, fold: FoldTable, size = LEXICON_SIZE): string {
  const models = new LanguageModels(fold);
  addLists(models);
  const names = new SymbolNames(fold);
  const known = new Map<string, number[]>();
  for (const [name, [honest, spam]] of counts.ngrams) {
    const symbols = names.symbolsOf(name);
    const n = models.register(symbols);
    if (honest > 0) models.add(n, HONEST, honest);
    if (spam > 0) models.add(n, SPAM, spam);
    known.set(name, symbols);
  }
  for (const phrase of [...spamFamilies().values()].flat().concat(honestPhrases())) {
    eachNgram(names.read(phrase), (ngram) => {
      const name = names.ngramName(ngram);
      if (name !== undefined && !known.has(name)) known.set(name, ngram);
    });
  }
  const all = [...known].map(([name, symbols]) => ({ name, ...models.weightOf(symbols) }));
  all.sort((a, b) => b.use - a.use || (a.name < b.name ? -1 : 1));
  const lines = new Map<number, string[]>();
  let kept = 0;
  for (const { name, weight } of all) {
    const eighths = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, Math.round(weight / WEIGHT_STEP)));
    if (eighths === 0 || (eighths > 0 && isAboutTheYoung(name))) continue;
    const line = lines.get(eighths);
    if (line === undefined) lines.set(eighths, [name]);
    else line.push(name);
    if (++kept === size) break;
  }
  return [...lines]
    .sort((a, b) => b[0] - a[0])
    .map(([weight, list]) => `${weight} ${list.sort().join(' ')}`)
    .join('\n');
}

/** Rows for the regression from the counted units. */
export function rowsOf(units: Counts['units']): Row[] {
  return [...units].map(([key, [honest, spam]]) => ({ features: key.split(',').map(Number), honest, spam }));
}

/** Text of the shape weights: `bias n`, then a line `family w w w …` each, in sixteenths, last axis first to vary. */
export function shapesText(units: Counts['units']): string {
  const { bias, weights } = fitLogistic(rowsOf(units), FEATURES);
  const steps = (value: number) => Math.round(value * 16);
  const lines = [`bias ${steps(bias)}`];
  for (const { name, base, axes } of families()) {
    const size = axes.reduce((product, axis) => product * axis, 1);
    lines.push(`${name} ${Array.from(weights.subarray(base, base + size), steps).join(' ')}`);
  }
  return lines.join('\n');
}
