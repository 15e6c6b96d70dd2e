import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_VERSION } from '../../../assets/model/version.ts';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { modelName, versionModule } from '../../../tools/train/version.ts';

describe('the model’s name', () => {
  it('is that of the files that stand beside it', () => {
    const folder = join(ROOT, 'assets/model');
    const files = readdirSync(folder).filter((file) => file !== 'version.ts');
    const modules = files.map((file) => [file.replace(/\.ts$/, ''), readFileSync(join(folder, file), 'utf8')] as const);
    expect(modelName(Object.fromEntries(modules)), 'run "npm run train" and commit what it writes').toBe(
      MODEL_VERSION.name,
    );
  });

  it('and its date stay when the same model is trained again, and change with any byte of it', () => {
    const first = versionModule({ a: '1', b: '2' }, '', '2026-01-02');
    expect(first).toContain("date: '2026-01-02'");
    expect(versionModule({ b: '2', a: '1' }, first, '2027-03-04')).toBe(first);
    const second = versionModule({ a: '1', b: '3' }, first, '2027-03-04');
    expect(second).toContain("date: '2027-03-04'");
    expect(modelName({ a: '1', b: '3' })).not.toBe(modelName({ a: '1', b: '2' }));
  });
});
