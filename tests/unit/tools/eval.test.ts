/**
 * What the evaluation counts, on pages small enough to count by hand; and that it sees a detector that is blind or
 * rash.
 */
import { describe, expect, it } from 'vitest';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { type CorpusPage, corpusPageOf } from '../../../tools/corpus/corpus.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { nestedShifts } from '../../../tools/eval/curve.ts';
import { judgePage } from '../../../tools/eval/judged-page.ts';
import { cleaned, isTouched, meanOf, upperShare } from '../../../tools/eval/metrics.ts';
import { type PageScore, scorePage } from '../../../tools/eval/score.ts';
import { honestClass, type Subject } from '../../../tools/eval/subjects.ts';
import { ownBases, suitePage } from '../../../tools/eval/suite-pages.ts';

function pageOf(texts: readonly (readonly [number, string])[], seen?: readonly number[], host = ''): CorpusPage {
  const html = texts.map(([, text]) => `<p>${text}</p>`).join('');
  const labels = { runs: texts, ...(seen === undefined ? {} : { seen }) };
  return corpusPageOf('/x/clean/a.html', 'a.html', parsePage(`<body>${html}</body>`), host, labels);
}

/** Hides the texts that hold a word. */
function hiding(page: CorpusPage, word: string): { hidden: Uint8Array; doorway: boolean } {
  return { hidden: Uint8Array.from(page.outline.texts, (text) => (text.includes(word) ? 1 : 0)), doorway: false };
}

const score = (more: Partial<PageScore>): PageScore => ({
  page: {} as CorpusPage,
  group: 1,
  doorway: false,
  spam: 0,
  spamHidden: 0,
  honest: 0,
  honestHidden: 0,
  ...more,
});

describe('the score of a page', () => {
  it('counts characters of spam and of honest text, hidden and all', () => {
    const page = pageOf([
      [1, '垃圾一二三'],
      [0, '图书馆'],
      [2, '说不清'],
      [1, '另外的'],
    ]);
    expect(scorePage(page, 7, hiding(page, '垃圾'))).toMatchObject({ group: 7, spam: 8, spamHidden: 5, honest: 3 });
    expect(scorePage(page, 7, hiding(page, '图'))).toMatchObject({ spamHidden: 0, honestHidden: 3 });
  });

  it('does not count spam that nobody sees, but honest text that nobody sees must stand', () => {
    const page = pageOf(
      [
        [1, '垃圾一二三'],
        [0, '图书馆'],
      ],
      [0, 0],
    );
    const both = { hidden: new Uint8Array(page.outline.size).fill(1), doorway: false };
    expect(scorePage(page, 1, both)).toMatchObject({ spam: 0, spamHidden: 0, honest: 3, honestHidden: 3 });
  });

  it('counts a long run as 500 characters', () => {
    const page = pageOf([[1, `垃圾${'长'.repeat(998)}`]]);
    expect(scorePage(page, 1, hiding(page, '垃圾'))).toMatchObject({ spam: 500, spamHidden: 500 });
  });
});

describe('the figures of an evaluation', () => {
  const found = score({ group: 1, spam: 100, spamHidden: 100, honest: 300 });
  const missed = score({ group: 2, spam: 300, honest: 100, honestHidden: 10 });
  const again = score({ group: 1, spam: 100, spamHidden: 100 });
  const silent = score({ group: 3, honest: 90 });

  it('weigh pages by their characters, pages alike, and sites alike', () => {
    const sum = cleaned([found, missed, again, silent]);
    expect(sum.pages).toBe(3);
    expect(sum.recall).toBeCloseTo(200 / 500);
    expect(sum.overPages.mean).toBeCloseTo(2 / 3);
    expect(sum.overSites.mean).toBeCloseTo(1 / 2);
    expect(sum.precision).toBeCloseTo(200 / 210);
    expect(sum.honestLost).toBeCloseTo(10 / 490);
    expect(sum.fully).toBe(2);
    expect(sum.untouched).toBe(1);
    expect([found, missed].map(isTouched)).toEqual([false, true]);
  });

  it('have intervals', () => {
    expect(meanOf([0, 1]).interval).toBeCloseTo(1.96 * Math.sqrt(0.5 / 2));
    expect(upperShare(0, 3000)).toBeCloseTo(0.00128, 4);
    expect(upperShare(3000, 3000)).toBeCloseTo(1);
  });

  it('choose a fold’s shift on the other folds alone', () => {
    const honest = (fold: number): Subject => ({
      page: { infected: false } as CorpusPage,
      fold,
      group: fold,
      suite: null,
      isOfTerms: false,
      isLines: false,
    });
    const subjects = [0, 1, 2, 3, 4].map(honest);
    const touchedIn = (folds: readonly number[]) =>
      subjects.map(({ fold }) => score({ honestHidden: folds.includes(fold) ? 1 : 0 }));
    const byShift = new Map([
      [-1, touchedIn([0, 1])],
      [0, touchedIn([3])],
      [2, touchedIn([])],
    ]);
    expect(nestedShifts(subjects, byShift)).toEqual([2, 2, 2, 0, 2]);
  });

  it('tell portals, hard pages and the rest apart', () => {
    const of = (file: string, host: string, hard = false) => honestClass({ file, host, hard } as CorpusPage);
    expect(of('/c/clean/a.html', 'news.sina.com.cn')).toBe('portals');
    expect(of('/c/more/a.html', 'small.example.com')).toBe('more');
    expect(of('/c/clean/a.html', 'small.example.com')).toBe('clean');
    expect(of('/c/clean/hard-a.html', 'news.sina.com.cn', true)).toBe('hard');
  });
});

describe('the evaluation of our own pages', () => {
  const pages = ownBases(1).map((base) => suitePage('mirror', base));
  const of = (hides: (page: CorpusPage) => Uint8Array) =>
    cleaned(pages.map((page, i) => scorePage(page, i, { hidden: hides(page), doorway: false })));

  it('tells the detector from one that hides nothing and from one that hides all', () => {
    const shipped = of((page) => judgePage(page, bundledModel()).hidden.hidden);
    const blind = of((page) => new Uint8Array(page.outline.size));
    const rash = of((page) => new Uint8Array(page.outline.size).fill(1));
    expect(blind.recall).toBe(0);
    expect(blind.untouched).toBe(blind.pages);
    expect(rash.recall).toBe(1);
    expect(rash.honestLost).toBe(1);
    expect(shipped.recall).toBeGreaterThan(0.5);
    expect(shipped.precision).toBeGreaterThan(rash.precision);
  });
});
