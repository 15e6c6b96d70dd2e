import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as OpenCC from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../assets/lexicon/', import.meta.url);
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

const listFiles = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.txt') && name !== 'confusables.txt')
    .map((name) => folder + name);

const readTerms = (file: string): string[] =>
  readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const spamFiles = listFiles('');
const honestFiles = listFiles('honest/');

/** Words of these lists are honest in themselves; what makes them spam is the block or the words they stand with. */
const SHARED_WITH_HONEST = new Set(['brand-names.txt', 'brand-tails.txt', 'commerce.txt', 'farm-labels.txt']);

describe('word lists', () => {
  it.each([...spamFiles, ...honestFiles])(
    '%s is headed, sorted, lower case, Simplified and without repeats',
    (file) => {
      const text = readFileSync(new URL(file, root), 'utf8');
      expect(text.startsWith('# ')).toBe(true);
      const terms = readTerms(file);
      expect(terms.length).toBeGreaterThan(100);
      expect(terms).toEqual([...new Set(terms)].sort());
      expect(terms.filter((term) => term !== term.toLowerCase() || term !== term.trim())).toEqual([]);
      expect(terms.filter((term) => toSimplified(term) !== term)).toEqual([]);
      expect(terms.filter((term) => term.length < 2 || term.length > 40)).toEqual([]);
    },
  );

  it('has the families and at least 6,000 honest phrases', () => {
    expect(spamFiles.length).toBeGreaterThan(30);
    expect(new Set(honestFiles.flatMap(readTerms)).size).toBeGreaterThan(6000);
  });

  it('calls no term both spam and honest', () => {
    const honest = new Set(honestFiles.flatMap(readTerms));
    const both = spamFiles
      .filter((file) => !SHARED_WITH_HONEST.has(basename(file)))
      .flatMap((file) => readTerms(file).filter((term) => honest.has(term)));
    expect(both).toEqual([]);
  });
});

describe('confusables', () => {
  it('pairs each disguise once with another, plain writing', () => {
    const rows = readTerms('confusables.txt').map((line) => line.split('\t'));
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => row.length !== 2 || row[0] === row[1] || !row[0] || !row[1])).toEqual([]);
    expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
  });
});
