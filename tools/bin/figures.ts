/**
 * npm run figures: after an evaluation was written into docs/EVALUATION.md, reads from it the figures that users are
 * told, writes assets/figures.json (the options show them), and fills README and documents.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { DOCUMENTS, filled } from '../figures/fill.ts';
import { EVALUATION, figuresOf } from '../figures/read.ts';

const figures = figuresOf(readFileSync(join(ROOT, EVALUATION), 'utf8'));
writeFileSync(join(ROOT, 'assets/figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
for (const path of DOCUMENTS) {
  const before = readFileSync(join(ROOT, path), 'utf8');
  const after = filled(before, figures);
  if (after === before) continue;
  writeFileSync(join(ROOT, path), after);
  console.log(`filled ${path}`);
}
