/** What the stores are told: within their limits, of this extension, and of every permission that it asks for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import FIGURES from '../../../assets/figures.json' with { type: 'json' };
import { languagesIn } from '../../../tools/project/languages.ts';
import { storeProblems, storeTexts } from '../../../tools/store/texts.ts';

const LANGUAGES = languagesIn('store');

describe('the stores’ texts', () => {
  it.each(LANGUAGES)('%s keep to the stores’ limits', (language) => {
    expect(storeProblems(storeTexts(language, FIGURES))).toEqual([]);
  });

  it('say the same in every language: as many sections, points and terms', () => {
    const shape = LANGUAGES.map((language) => {
      const { description, terms, captions } = storeTexts(language, FIGURES);
      const lines = description.split('\n');
      const points = lines.filter((line) => line.startsWith('•')).length;
      return { lines: lines.length, points, terms: terms.length, captions: captions.length };
    });
    expect(shape.length).toBeGreaterThan(2);
    for (const other of shape) expect(other).toEqual(shape[0]);
    expect(shape[0]?.points).toBeGreaterThan(8);
  });

  it('are refused where they break a limit', () => {
    const texts = storeTexts('en', FIGURES);
    const long = 'x'.repeat(20_000);
    expect(storeProblems({ ...texts, name: long })).toEqual(['name']);
    expect(storeProblems({ ...texts, summary: long })).toEqual(['summary']);
    expect(storeProblems({ ...texts, description: long })).toEqual(['description']);
    expect(storeProblems({ ...texts, description: 'too short' })).toEqual(['description']);
    expect(storeProblems({ ...texts, terms: Array(8).fill('a') })).toEqual(['terms']);
    expect(storeProblems({ ...texts, captions: [] })).toEqual(['captions']);
  });
});

it('every permission of the manifest is justified, and no other', () => {
  const config = readFileSync('wxt.config.ts', 'utf8');
  const asked = /permissions: \[([^\]]*)\]/.exec(config)?.[1]?.match(/[a-zA-Z]+/g) ?? [];
  const hosts = /EVERYWHERE = \[([^\]]*)\]/.exec(config)?.[1]?.match(/[^' ,]+/g) ?? [];
  expect(asked.length).toBeGreaterThan(2);
  expect(hosts.length).toBeGreaterThan(2);
  const rows = readFileSync('store/permissions.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  expect(told.sort()).toEqual([...asked, ...hosts].sort());
});
