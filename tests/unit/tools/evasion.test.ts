import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold, readRuns, unmark } from '../../../tools/evasion/marks.ts';
import { knownWords, readHonestPages, readTerms, unseenWords } from '../../../tools/evasion/sources.ts';
import { makePage, SUITES } from '../../../tools/evasion/suites.ts';
import { mirrorText } from '../../../tools/evasion/traditional.ts';

const readLexicon = (): string[] =>
  readdirSync(new URL('../../../assets/lexicon/', import.meta.url))
    .filter((name) => name.endsWith('.txt') && name !== 'confusables.txt')
    .map((name) => name.replace(/\.txt$/, ''));

const bases = readHonestPages();
const vocabularies = [knownWords(), unseenWords()];
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

describe('evasion suites', () => {
  it('has honest pages to start from', () => {
    expect(bases.length).toBeGreaterThanOrEqual(12);
    for (const { html } of bases) expect(unmark(html)).toBe(html);
  });

  it.each(SUITES)('%s: labels cover the page text exactly, and hold both spam and honest text', (suite) => {
    for (const { name, html } of bases) {
      for (const seed of SEEDS) {
        const words = vocabularies[seed % 2] as (typeof vocabularies)[number];
        const page = makePage(suite, html, words, seed);
        const where = `${name} ${seed}`;
        expect(unmark(page.html), where).toBe(page.html);
        const texts = readRuns(page.html).map(([, text]) => text);
        expect(
          page.labels.runs.map(([, text]) => text),
          where,
        ).toEqual(texts);
        const labels = new Set(page.labels.runs.map(([label]) => label));
        expect(
          [...labels].sort((a, b) => a - b),
          where,
        ).toEqual([0, 1]);
      }
    }
  });

  it.each(SUITES)('%s: honest runs are the base page’s own text', (suite) => {
    for (const { html } of bases) {
      const page = makePage(suite, html, unseenWords(), 3);
      const honest = page.labels.runs.filter(([label]) => label === 0).map(([, text]) => text);
      const body = readRuns(html).map(([, text]) => text);
      // Spam before the doctype makes the parser put the page's title into the body.
      const title = fold(/<title>([^<]*)/.exec(html)?.[1] ?? '');
      const depths = [0, 20, 40, 60];
      const versions = [body, [title, ...body]].flatMap((own) => [
        own,
        ...depths.map((depth) => own.map((text) => mirrorText(text, depth))),
      ]);
      const squeeze = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');
      expect(versions.map(squeeze)).toContain(squeeze(honest));
    }
  });

  it.each(SUITES)('%s: the same seed gives the same page, another seed another', (suite) => {
    const { html } = bases[0] as (typeof bases)[number];
    const make = (seed: number): string => JSON.stringify(makePage(suite, html, unseenWords(), seed));
    expect(make(7)).toBe(make(7));
    expect(make(7)).not.toBe(make(8));
  });

  it('keeps its unseen words out of the lexicon', () => {
    const known = new Set(readLexicon().flatMap(readTerms));
    const unseen = unseenWords();
    expect([...unseen.keywords, ...unseen.labels].filter((word) => known.has(word))).toEqual([]);
    expect(unseen.keywords.length).toBeGreaterThanOrEqual(150);
  });
});

describe('mirror text', () => {
  it('is Traditional with pinyin after the listed characters', () => {
    expect(mirrorText('网络技术', 4)).toBe('網(wǎng)絡技術');
    expect(mirrorText('产业', 2)).toBe('產(chǎn)業');
  });
});

describe('runs', () => {
  it('leave out what no user sees as text, and fold white space', () => {
    const page =
      '<title>x</title><body><p>一\n 二</p><script>三</script><noscript>四</noscript><select><option>五</option></select>';
    expect(readRuns(page)).toEqual([[0, '一 二']]);
    expect(fold('  a \n b ')).toBe('a b');
  });
});
