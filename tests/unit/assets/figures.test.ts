/** What users are told is what was measured: README, options, stores and documents take their figures from one file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import FIGURES from '../../../assets/figures.json' with { type: 'json' };
import { completed, DOCUMENTS, filled, withoutFigures } from '../../../tools/figures/fill.ts';
import { EVALUATION, figuresOf } from '../../../tools/figures/read.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** A share, as people write it by hand. */
const SHARE = /\d(\.\d+)? ?[%％]/;

describe('the figures', () => {
  it('are those of the evaluation: else run "npm run figures"', () => {
    expect(FIGURES).toEqual(figuresOf(read(EVALUATION)));
  });

  it.each(DOCUMENTS)('stand in %s as they are: else run "npm run figures"', (path) => {
    const text = read(path);
    expect(text).toMatch(/<!-- figure \w+ -->/);
    expect(filled(text, FIGURES)).toBe(text);
  });

  it.each(DOCUMENTS)('%s tells no share beside them', (path) => {
    expect(withoutFigures(read(path))).not.toMatch(SHARE);
  });

  it('are named in the stores’ texts, which tell no share beside them', () => {
    for (const language of ['en', 'zh_CN', 'zh_TW']) {
      for (const file of readdirSync(join(ROOT, 'store', language))) {
        const text = read(`store/${language}/${file}`);
        expect(withoutFigures(text), `${language}/${file}`).not.toMatch(SHARE);
        if (file === 'description.txt') expect(completed(text, FIGURES)).not.toBe(text);
      }
    }
  });

  it('are refused by names that are none, and by tables that lack them', () => {
    expect(() => filled('<!-- figure none -->1<!-- / -->', FIGURES)).toThrow('no figure none');
    expect(() => completed('{{none}}', FIGURES)).toThrow('no figure none');
    expect(() => figuresOf('| method | spam hidden |\n|---|---|\n| Saozhu, other | 1 % |\n')).toThrow('no cell');
  });

  it('are put where they belong, whatever stood there', () => {
    expect(filled('<!-- figure a -->old<!-- / --> %', { a: 12345.6 })).toBe('<!-- figure a -->12,345.6<!-- / --> %');
    expect(completed('{{a}} %', { a: 87.7 })).toBe('87.7 %');
  });
});
