/** Makes what a release hands out from finished builds: both packages, the sources, checksums and the notes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, ROOT } from '../browsers/builds.ts';
import { NOTICES } from '../notices/plugin.ts';
import { VERSION } from '../project/project.ts';
import { filesIn, readAll, sha256, zipOf } from './archive.ts';
import { sectionOf } from './changelog.ts';
import { sourcePaths } from './sources.ts';

export const RELEASE_FOLDER = join(ROOT, '.output/release');
const CHECKSUMS = 'SHA256SUMS';
const NOTES = 'notes.md';

/**
 * Writes all of it, and gives the zips' names with their checksums. @throws Error for a build that is not of this
 * version.
 */
export function pack(folder = RELEASE_FOLDER): Readonly<Record<string, string>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const zips = {
    [`saozhu-${VERSION}-chrome.zip`]: zipOf(builtFiles('chrome')),
    [`saozhu-${VERSION}-firefox.zip`]: zipOf(builtFiles('firefox')),
    [`saozhu-${VERSION}-sources.zip`]: zipOf(readAll(ROOT, sourcePaths(ROOT))),
  };
  const sums = Object.fromEntries(Object.entries(zips).map(([name, zip]) => [name, sha256(zip)]));
  for (const [name, zip] of Object.entries(zips)) writeFileSync(join(folder, name), zip);
  const lines = Object.entries(sums).map(([name, sum]) => `${sum}  ${name}\n`);
  writeFileSync(join(folder, CHECKSUMS), lines.join(''));
  const changes = sectionOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), VERSION);
  writeFileSync(join(folder, NOTES), changes === null ? '' : `${changes}\n`);
  return sums;
}

/** A build's files, looked at once more: whoever installs them gets nothing else. */
function builtFiles(browser: 'chrome' | 'firefox') {
  const files = filesIn(buildFolder(browser));
  const { version } = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as { version: string };
  if (version !== VERSION) throw new Error(`the build for ${browser} is of version ${version}, not ${VERSION}`);
  if (files[NOTICES] === undefined) throw new Error(`the build for ${browser} lacks ${NOTICES}`);
  const stray = Object.keys(files).filter((name) => !/\.(html|js|css|json|png|txt)$/.test(name));
  if (stray.length > 0) throw new Error(`the build for ${browser} holds ${stray.join(', ')}`);
  return files;
}
