/** GitHub runs what everybody runs, and hands out what `npm run zip` makes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly on: { readonly push: { readonly branches?: readonly string[]; readonly tags?: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

const workflow = (name: string) => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow;
const runs = (found: Workflow, job: string) => found.jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];

it('each push and pull request runs the one test command', () => {
  const check = workflow('check');
  expect(Object.keys(check.on).sort()).toEqual(['pull_request', 'push']);
  expect(runs(check, 'check')).toContain('.ci/run');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^exec npm test$/m);
});

it('a tag that is the version is tested, packed and published, by a job that alone may write', () => {
  const release = workflow('release');
  expect(release.on.push.tags).toEqual(['v*']);
  expect(release.permissions).toEqual({ contents: 'read' });
  const build = runs(release, 'build');
  expect(build.indexOf('.ci/run')).toBeGreaterThan(0);
  expect(build.indexOf('npm run zip')).toBeGreaterThan(build.indexOf('.ci/run'));
  expect(build.join('\n')).toContain('package.json');
  expect(runs(release, 'publish').join('\n')).toMatch(/gh release create .* release\/\*\.zip release\/SHA256SUMS$/);
});

it('nothing runs that is not GitHub’s own or ours', () => {
  for (const name of ['check', 'release']) {
    const used = Object.values(workflow(name).jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([]);
  }
});
