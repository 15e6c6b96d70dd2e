/**
 * CHANGELOG.md, in the form of "Keep a Changelog": written by hand under Unreleased, given its version by a release.
 */

const UNRELEASED = '## [Unreleased]';
/** A section's first line: the version, and the day as YYYY-MM-DD. */
const HEADING = /^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$/;

/** The text of a version's section without its heading; null where there is none. */
export function sectionOf(changelog: string, version: string): string | null {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => HEADING.exec(line)?.[1] === version);
  return start < 0 ? null : textFrom(lines, start);
}

/** What stands under Unreleased; empty where nothing does. @throws Error where the heading is missing */
export function unreleased(changelog: string): string {
  const lines = changelog.split('\n');
  const start = lines.indexOf(UNRELEASED);
  if (start < 0) throw new Error(`CHANGELOG.md lacks the line ${UNRELEASED}`);
  return textFrom(lines, start);
}

/**
 * The changelog with what is unreleased under a version's heading.
 * @param day as YYYY-MM-DD
 * @throws Error where nothing is unreleased, or the version stands there already
 */
export function released(changelog: string, version: string, day: string): string {
  if (unreleased(changelog) === '') throw new Error('CHANGELOG.md says nothing under Unreleased: what is new?');
  if (sectionOf(changelog, version) !== null) throw new Error(`CHANGELOG.md has a section of ${version} already`);
  return changelog.replace(`${UNRELEASED}\n`, `${UNRELEASED}\n\n## [${version}] - ${day}\n`);
}

/** What is wrong with the changelog's form, a line each. */
export function changelogProblems(changelog: string): string[] {
  const headings = changelog.split('\n').filter((line) => line.startsWith('## '));
  if (headings[0] !== UNRELEASED) return [`the first section is not ${UNRELEASED}`];
  const versions = headings.slice(1).map((line) => HEADING.exec(line)?.[1]);
  const strange = headings.slice(1).filter((_, at) => versions[at] === undefined);
  const parts = changelog.split('\n').filter((line) => line.startsWith('### '));
  const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  return [
    ...strange.map((line) => `no heading of a version: ${line}`),
    ...parts.filter((line) => !known.includes(line.slice(4))).map((line) => `no kind of change: ${line}`),
    ...versions.slice(1).flatMap((version, at) => {
      const newer = versions[at];
      return version && newer && order(version) >= order(newer) ? [`${newer} stands above ${version}`] : [];
    }),
  ];
}

/** A version as one number, for parts below 10,000. */
function order(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}

function textFrom(lines: readonly string[], heading: number): string {
  const end = lines.findIndex((line, at) => at > heading && line.startsWith('## '));
  return lines
    .slice(heading + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
