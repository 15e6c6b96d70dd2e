/**
 * npm run release -- patch|minor|major: makes the next version out of a clean checkout. Runs all tests, gives
 * CHANGELOG.md's unreleased part its heading, sets the version, packs, commits and tags. It pushes nothing.
 * Without a word it releases the version that package.json names already, which must have its section and no tag.
 * `--without-tests` leaves the tests out, for when they have just passed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from '../browsers/builds.ts';
import { VERSION } from '../project/project.ts';
import { released, sectionOf } from '../release/changelog.ts';
import { nextVersion, readStep, type Step } from '../release/version.ts';
import { Trouble } from '../setup.mjs';

const CHANGELOG = join(ROOT, 'CHANGELOG.md');
/** What a release changes. */
const CHANGED = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

function release(step: Step | null, withTests: boolean): void {
  const version = step === null ? VERSION : nextVersion(VERSION, step);
  const tag = `v${version}`;
  if (output('git', ['status', '--porcelain']) !== '') throw new Trouble('there are changes that are not committed');
  if (output('git', ['tag', '--list', tag]) !== '') throw new Trouble(`${tag} is a tag already`);
  const changelog = readFileSync(CHANGELOG, 'utf8');
  const next = step === null ? changelog : released(changelog, version, new Date().toISOString().slice(0, 10));
  if (sectionOf(next, version) === null) throw new Trouble(`CHANGELOG.md has no section of ${version}`);
  if (withTests) run(process.execPath, ['tools/bin/test.mjs']);
  try {
    if (step !== null) {
      writeFileSync(CHANGELOG, next);
      run(npm(), ['version', version, '--no-git-tag-version', '--ignore-scripts']);
    }
    run(process.execPath, ['--import', 'tsx', 'tools/bin/zip.ts']);
    if (step !== null) run('git', ['commit', '--quiet', '--message', `Release ${version}`, '--', ...CHANGED]);
  } catch (error) {
    run('git', ['checkout', '--quiet', '--', ...CHANGED]);
    throw error;
  }
  run('git', ['tag', '--annotate', tag, '--message', `Saozhu ${version}`]);
  console.log(`\n${tag} is made; its packages are in .output/release. To hand it out: git push --follow-tags`);
}

function npm(): string {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/** Runs a program and shows what it says. @throws Trouble where it fails */
function run(program: string, args: readonly string[]): void {
  const shell = program.endsWith('.cmd');
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell });
  if (status !== 0) throw new Trouble(`${program} ${args.join(' ')} failed: nothing was released`);
}

function output(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Trouble(`${program} ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { 'without-tests': { type: 'boolean', default: false } },
    });
    release(readStep(positionals), !values['without-tests']);
  } catch (error) {
    console.error(`release: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
