/** Pages with openings of the 2020s put in. */
import { describe, expect, it } from 'vitest';
import { readRuns, unmark } from '../../../tools/evasion/marks.ts';
import { asLines, opening } from '../../../tools/evasion/openings.ts';
import { makeDice } from '../../../tools/evasion/random.ts';
import { readHonestPages } from '../../../tools/evasion/sources.ts';

const KEYWORDS = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八'];
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const { html: BASE } = readHonestPages()[0] as { html: string };

const linesOf = (seed: number) => readRuns(opening(BASE, KEYWORDS, makeDice(seed)));
const spamOf = (seed: number) => linesOf(seed).flatMap(([label, text]) => (label === 1 ? [text] : []));

describe('an opening', () => {
  it('is made of the keywords alone and leaves the honest text', () => {
    const own = readRuns(BASE).map(([, text]) => text);
    for (const seed of SEEDS) {
      const runs = linesOf(seed);
      expect(runs.filter(([label]) => label === 0).map(([, text]) => text)).toEqual(own);
      for (const text of spamOf(seed)) expect(KEYWORDS.some((word) => text.includes(word.slice(0, 1)))).toBe(true);
    }
  });

  it('has one keyword in about half of the pages, stands first in about half, and hijacks most titles', () => {
    const share = (holds: (seed: number) => boolean) => SEEDS.filter(holds).length / SEEDS.length;
    expect(share((seed) => KEYWORDS.some((word) => spamOf(seed)[0]?.endsWith(word)))).toBeGreaterThan(0.4);
    expect(share((seed) => linesOf(seed)[0]?.[0] === 1)).toBeGreaterThan(0.45);
    const titleOf = (seed: number) => /<title>([^<]*)/.exec(opening(BASE, KEYWORDS, makeDice(seed)))?.[1] ?? '';
    const hijacked = share((seed) => KEYWORDS.some((word) => titleOf(seed).includes(word)));
    expect(hijacked).toBeGreaterThan(0.4);
    expect(hijacked).toBeLessThan(0.8);
  });

  it('is the same for the same dice', () => {
    expect(opening(BASE, KEYWORDS, makeDice(5))).toBe(opening(BASE, KEYWORDS, makeDice(5)));
  });
});

describe('a page as plain lines', () => {
  it('holds its texts in their order and nothing else, whatever signs they hold', () => {
    const texts = Array.from({ length: 80 }, (_, i) => `第${i}行 <b> & "x"`);
    for (const seed of SEEDS.slice(0, 20)) {
      const page = asLines(texts, 'A & <b>', makeDice(seed));
      const lines = readRuns(page).map(([, text]) => text);
      const from = texts.indexOf(lines[0] as string);
      expect(lines.length).toBeGreaterThanOrEqual(8);
      expect(lines).toEqual(texts.slice(from, from + lines.length));
      expect(unmark(page)).toBe(page);
    }
  });
});
