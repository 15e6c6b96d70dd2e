/**
 * What each family of features tells, measured: how the weight of spam units and of honest ones is spread over its cells.
 * Usage: npx tsx tools/eval/lift.ts   (reads assets/training/units.tsv; prints a table of Markdown)
 */
import { fileURLToPath } from 'node:url';
import { type Family, unitTables } from '../../lib/model/features.ts';
import { readCounts } from '../train/store.ts';

const TRAINING = fileURLToPath(new URL('../../assets/training', import.meta.url));
/** A cell with a smaller share of its class tells of a few pages, not of a class. */
const MIN_SHARE = 0.01;
/** Added to every share: a cell of which a class shows nearly nothing says no more than that. */
const FLOOR = 5e-4;

/** Names of a measured quantity's buckets. */
function buckets(ends: ArrayLike<number>, ...more: readonly string[]): string[] {
  const list = Array.from(ends);
  return [...list.map((end) => `≤ ${end}`), `> ${list[list.length - 1]}`, ...more];
}

const LINK = ['text', 'own link', 'link elsewhere', 'link without address'];
const HIDING = [
  'visible',
  'by script',
  'by script, bare',
  'display:none',
  'display:none, bare',
  'off-screen',
  'off-screen, bare',
  'by rule',
  'by rule, off-screen',
];
const HIDING_KIND = ['visible', 'by script', 'display:none', 'off-screen', 'by rule', 'by rule, off-screen'];
const STRENGTH = ['no trade word', 'perhaps a trade word', 'a trade word'];
const YES_NO = ['no', 'yes'];
const SCRIPT = ['Han', 'letters', 'digits', 'marks'];
/** By the bits of lib/outline/outline.ts. */
const PLACE = Array.from(
  { length: 16 },
  (_, bits) =>
    ['heading', 'list', 'paragraph', 'chrome'].filter((_name, bit) => bits & (1 << bit)).join(' and ') ||
    'nowhere special',
);
const { features, knots } = unitTables();
const SUM = buckets(knots.sum, 'no words');
const PEAK = buckets(knots.peak, 'no words');

/** What each family asks, and the names of its axes' cells. */
const FAMILIES: Readonly<Record<Family, readonly [string, ...(readonly string[])[]]>> = {
  sum: ['score of all words', SUM],
  peak: ['score of the strongest segment', PEAK],
  mean: ['score by length, and length', buckets(knots.mean, 'no words'), buckets(knots.visible)],
  peakHiding: ['strongest segment, and how it is hidden', PEAK, HIDING],
  peakLink: ['strongest segment, and link', PEAK, LINK],
  hiding: ['how it is hidden, and link', HIDING, LINK],
  length: ['length, link and hiding', buckets(knots.visible), LINK, HIDING_KIND],
  prose: ['is it running prose, and link', YES_NO, LINK],
  script: ['letters, link and hiding', SCRIPT, LINK, HIDING],
  segments: ['how many segments, and link', buckets(knots.segments), LINK],
  strong: ['how many strong n-grams, and link', ['0', '1', '2', '3', '4 or more'], LINK],
  address: ['form of the address, and hiding', ['other', 'bare host', 'deep'], HIDING],
  known: ['known host, bare host, trade word', ['unknown', 'known', 'official'], YES_NO, YES_NO],
  sameHost: ['links to the same host, and hiding', buckets(knots.sameHost), HIDING_KIND],
  hostText: ['the host of the link before as text', HIDING_KIND],
  joins: ['letters that touch Han or digits, and script', buckets(knots.joins), SCRIPT],
  place: ['heading, list, footer and such, and link', PLACE, LINK],
  control: ['in a button or label', YES_NO],
  position: ['position in the page, link and hiding', buckets(knots.position), LINK, HIDING_KIND],
  url: ['an address in the text, link and hiding', YES_NO, LINK, HIDING],
  urlTrade: ['an address in the text, trade word and link', STRENGTH, LINK],
  sumProse: ['score, prose and link', SUM, YES_NO, YES_NO],
  label: ['a short label that ends in a colon, and link', LINK],
  inTitle: ['stands in the title, trade word and length', YES_NO, buckets(knots.inTitle)],
  echo: ['the title stands in it', ['yes']],
  query: [
    'on a page of search results: what it repeats, trade word',
    ['something else', 'the title', 'says what was looked for'],
    YES_NO,
  ],
  contact: [
    'a number to reach somebody, named or not, trade word, and is it a link',
    ['bare', 'named'],
    STRENGTH,
    YES_NO,
  ],
  otherScript: ['Simplified on a page of Traditional prose, trade word and link', STRENGTH, LINK],
  markup: ['markup that shows as text, trade word and link', STRENGTH, LINK],
};

function main(): void {
  const { units } = readCounts(TRAINING);
  const honest = new Float64Array(features.size);
  const spam = new Float64Array(features.size);
  let [allHonest, allSpam] = [0, 0];
  for (const [key, [h, s]] of units) {
    allHonest += h;
    allSpam += s;
    for (const feature of key.split(',').map(Number)) {
      honest[feature] = (honest[feature] as number) + h;
      spam[feature] = (spam[feature] as number) + s;
    }
  }
  console.log('| family | asks | bits | most telling of spam | most telling of honest text |\n|---|---|---|---|---|');
  for (const { name, base, axes } of features.families) {
    const [asks, ...labels] = FAMILIES[name as Family];
    const size = axes.reduce((product, axis) => product * axis, 1);
    const cells = Array.from({ length: size }, (_, i) => ({
      i,
      h: (honest[base + i] as number) / allHonest,
      s: (spam[base + i] as number) / allSpam,
    }));
    // Information (Kullback and Leibler) that a spam unit's cell gives against honest ones; units without the feature are one cell more.
    const rest = { h: 1 - sumOf(cells, 'h'), s: 1 - sumOf(cells, 's') };
    const bits = [...cells, rest].reduce((sum, { h, s }) => sum + s * Math.log2((s + FLOOR) / (h + FLOOR)), 0);
    const nameOf = (i: number) => cellName(i, axes, labels);
    const best = (of: 's' | 'h', against: 's' | 'h') => {
      const shown = cells.filter((cell) => cell[of] >= MIN_SHARE);
      const liftOf = (cell: (typeof cells)[number]) => (cell[of] + FLOOR) / (cell[against] + FLOOR);
      const [top] = shown.sort((a, b) => liftOf(b) - liftOf(a));
      if (top === undefined) return '–';
      const lift = liftOf(top);
      return `${nameOf(top.i)}: ${percent(top[of])} against ${percent(top[against])} (${lift.toFixed(lift < 10 ? 1 : 0)} ×)`;
    };
    console.log(`| ${name} | ${asks} | ${bits.toFixed(2)} | ${best('s', 'h')} | ${best('h', 's')} |`);
  }
}

function sumOf(cells: readonly { readonly h: number; readonly s: number }[], of: 'h' | 's'): number {
  return cells.reduce((sum, cell) => sum + cell[of], 0);
}

/** Names of a cell on all axes; the last axis varies first. */
function cellName(index: number, axes: readonly number[], labels: readonly (readonly string[])[]): string {
  const names: string[] = [];
  let rest = index;
  for (let axis = axes.length - 1; axis >= 0; axis--) {
    const size = axes[axis] as number;
    names.unshift(labels[axis]?.[rest % size] ?? String(rest % size));
    rest = Math.floor(rest / size);
  }
  return names.join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

main();
