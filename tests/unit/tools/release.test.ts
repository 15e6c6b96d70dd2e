import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../../tools/project/project.ts';
import { zipOf } from '../../../tools/release/archive.ts';
import { changelogProblems, released, sectionOf, unreleased } from '../../../tools/release/changelog.ts';
import { sourcePaths } from '../../../tools/release/sources.ts';
import { nextVersion, readStep } from '../../../tools/release/version.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('the next version', () => {
  it('counts as Semantic Versioning does', () => {
    expect(nextVersion('0.2.9', 'patch')).toBe('0.2.10');
    expect(nextVersion('0.2.9', 'minor')).toBe('0.3.0');
    expect(nextVersion('0.2.9', 'major')).toBe('1.0.0');
    expect(() => nextVersion('0.2', 'patch')).toThrow('no version');
  });

  it('is of a step with a name, or of none', () => {
    expect(readStep(['minor'])).toBe('minor');
    expect(readStep([])).toBeNull();
    expect(() => readStep(['0.3.0'])).toThrow('usage');
    expect(() => readStep(['patch', 'minor'])).toThrow('usage');
  });
});

describe('the changelog', () => {
  const text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const small = '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- A.\n\n## [0.2.0] - 2026-11-30\n\n### Added\n\n- B.\n';

  it('of this project is in form, and speaks of its version', () => {
    expect(changelogProblems(text)).toEqual([]);
    expect(sectionOf(text, VERSION)).toMatch(/^- /m);
  });

  it('gives what is unreleased its version and day', () => {
    const next = released(small, '0.2.1', '2026-12-24');
    expect(changelogProblems(next)).toEqual([]);
    expect(sectionOf(next, '0.2.1')).toBe('### Fixed\n\n- A.');
    expect(next).toContain('## [0.2.1] - 2026-12-24');
    expect(unreleased(next)).toBe('');
    expect(sectionOf(next, '0.2.0')).toBe('### Added\n\n- B.');
  });

  it('refuses what says nothing, or a version twice', () => {
    expect(() => released(small.replace('### Fixed\n\n- A.\n\n', ''), '0.2.1', '2026-12-24')).toThrow('what is new?');
    expect(() => released(small, '0.2.0', '2026-12-24')).toThrow('already');
    expect(() => unreleased('# Changelog\n')).toThrow('lacks the line');
  });

  it.each([
    ['a first section that is another', small.replace('Unreleased', 'Next')],
    ['a version without its day', small.replace(' - 2026-11-30', '')],
    ['a kind of change that is none', small.replace('### Added', '### Stuff')],
    ['versions out of order', `${small}\n## [0.3.0] - 2026-12-01\n`],
  ])('is out of form with %s', (_what, wrong) => {
    expect(changelogProblems(wrong)).toHaveLength(1);
  });
});

describe('a zip', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const files = { 'b/文件.txt': Buffer.from('二'), 'a.txt': Buffer.from('一'.repeat(1000)) };

  it('is the same in any order of its files and in any time zone, and holds them', () => {
    process.env.TZ = 'Asia/Shanghai';
    const here = zipOf(files);
    process.env.TZ = 'America/New_York';
    const there = zipOf(Object.fromEntries(Object.entries(files).reverse()));
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
    const inside = unzipSync(here);
    expect(Object.keys(inside)).toEqual(['a.txt', 'b/文件.txt']);
    expect(Buffer.from(inside['b/文件.txt'] ?? []).toString()).toBe('二');
  });
});

it('the sources hold what a build needs and nothing that tools make', () => {
  const paths = sourcePaths(ROOT);
  expect(paths).toEqual(expect.arrayContaining(['package-lock.json', 'wxt.config.ts', '.npmrc', 'lib/i18n.ts']));
  expect(paths.filter((path) => /^(node_modules|\.output|\.wxt|\.cache|coverage|\.git)\//.test(path))).toEqual([]);
});
