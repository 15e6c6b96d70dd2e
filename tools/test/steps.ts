/**
 * Everything that `npm test` runs, two steps at a time. The browsers take longest and mostly wait: they begin as soon as
 * there is a build, and all else runs beside them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import type { Ordered } from './beside.ts';
import { type Counts, playwrightCounts, vitestCounts } from './reports.ts';

export const REPORTS = join(ROOT, '.cache/reports');

export interface Step extends Ordered {
  /** A package's program and its arguments, or a program of tools/. */
  readonly run: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Why there is nothing to run here; null where there is. */
  readonly skipped?: () => string | null;
  /** The JSON report to count from; without one the step counts as one thing, which passes or fails. */
  readonly report?: { readonly path: string; readonly read: (text: string) => Counts };
  /** Is what it prints shown as it comes, and not only where it fails? */
  readonly isLive?: true;
}

const UNIT = join(REPORTS, 'unit.json');
const BROWSER = join(REPORTS, 'browser.json');

const BUILDS = ['build-chromium', 'build-firefox'];

export const STEPS: readonly Step[] = [
  { name: 'build-chromium', run: ['wxt', 'build'] },
  { name: 'build-firefox', run: ['wxt', 'build', '-b', 'firefox'] },
  { name: 'pack', run: ['tools/test/elsewhere.ts', 'pack'], after: BUILDS },
  {
    name: 'browser',
    run: ['playwright', 'test'],
    env: { SAOZHU_REPORT: BROWSER },
    report: { path: BROWSER, read: playwrightCounts },
    isLive: true,
    after: ['pack'],
  },
  { name: 'lock', run: ['tools/bin/lock.ts'] },
  { name: 'format', run: ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'] },
  { name: 'lint', run: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', run: ['tsc', '--noEmit'] },
  { name: 'dead-code', run: ['knip'] },
  { name: 'arrows', run: ['tools/bin/arrows.ts'] },
  { name: 'store-lint', run: ['addons-linter', '--warnings-as-errors', '.output/firefox-mv3'], after: BUILDS },
  { name: 'size', run: ['tools/bin/size.ts'], after: BUILDS },
  {
    name: 'unit',
    run: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT}`],
    report: { path: UNIT, read: vitestCounts },
  },
  { name: 'packages', run: ['tools/test/elsewhere.ts', 'packages'], after: BUILDS },
  {
    name: 'unit-alone',
    run: ['tools/test/elsewhere.ts', 'unit'],
    skipped: () => (existsSync(join(ROOT, '../shared')) ? null : 'there is no ../shared here: the unit step ran alone'),
  },
];
