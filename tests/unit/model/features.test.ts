import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unitTables } from '../../../lib/model/features.ts';

/** Family names of the document's table: first cell of each row. */
function told(): string[] {
  const rows = readFileSync('docs/FEATURES.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| families'));
  return rows.flatMap((row) => (row.split('|')[1] as string).split(',').map((name) => name.trim()));
}

it('docs/FEATURES.md tells every family of features once, and no other', () => {
  const families = unitTables().features.families.map(({ name }) => name);
  expect(told().toSorted()).toEqual(families.toSorted());
});
