import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CARE_FIGURES } from '../../../assets/model/care-figures.ts';

const EVALUATION = readFileSync('docs/EVALUATION.md', 'utf8');

/** A table's cells by the names of their columns. */
function rowOf(method: string): Readonly<Record<string, string>> {
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  const lines = EVALUATION.split('\n').map(cells);
  const heads = lines.find(([, first]) => first === 'method') ?? [];
  const row = lines.find(([, first]) => first === method) ?? [];
  return Object.fromEntries(heads.map((head, at) => [head, row[at] ?? '']));
}

it.each(Object.entries(CARE_FIGURES.steps))(
  'what the options say of %s is what docs/EVALUATION.md measured',
  (care, { hidden, touched }) => {
    const row = rowOf(`Saozhu, ${care}`);
    expect(Number.parseFloat(row['spam hidden'] ?? '')).toBe(hidden);
    const [pages = 0, of = 0] = (row['clean touched'] ?? '').split(' of ').map(Number);
    expect(Math.round((pages / of) * 10_000) / 10).toBe(touched);
  },
);

it('they are of as many pages', () => {
  expect(EVALUATION).toContain(`on ${CARE_FIGURES.pages.toLocaleString('en')} real pages`);
});
