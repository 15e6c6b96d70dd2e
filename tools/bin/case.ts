/**
 * Makes a lasting test of a report: npm run case -- REPORT… [--out FOLDER]
 * A report is the file that the extension saves, or the text of an issue or of "Copy as Markdown" put into a file.
 * Checks each file, writes a minimal page and its line in the list of cases (tests/cases), and says whether the
 * detector already comes to the expected outcome. A file that is not sound is refused with the reason, nothing is
 * written of it, the others are still done, and the exit code is 1.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Malformed } from '../../lib/report/read-draft.ts';
import { MAX_FILE_BYTES, readReportFile } from '../../lib/report/report-file.ts';
import { ROOT } from '../browsers/builds.ts';
import { reportIn } from '../case/issue-text.ts';
import { type Judgement, judge } from '../case/judge.ts';
import { addCase, type Case, digest } from '../case/manifest.ts';
import { casePage } from '../case/page.ts';

export const CASES = join(ROOT, 'tests/cases');

export interface MadeCase {
  readonly made: Case;
  readonly judgement: Judgement;
}

/**
 * Makes a case of a report file's content, or of a text that holds a report.
 * @throws Malformed where the report is refused; Error where there is such a case already.
 */
export function makeCase(content: string, folder: string): MadeCase {
  const report = readReportFile(reportIn(content));
  if (!report.blocks.some((block) => block.lines.some((line) => line.text.trim() !== ''))) {
    throw new Malformed('the report holds no text: nothing could be tested');
  }
  const html = casePage(report);
  const expect = report.kind === 'falsePositive' ? 'visible' : 'hidden';
  const judgement = judge(html, expect);
  const kind = report.kind === 'falsePositive' ? 'false-positive' : 'missed';
  const name = `${kind}-${digest(html).slice(0, 12)}`;
  const open = expect === 'hidden' && !judgement.ok ? ({ open: true } as const) : {};
  return { made: addCase(folder, html, { name, expect, ...open }), judgement };
}

/** The content of a report file, unless it is too big to be one. */
export function readBounded(path: string): string {
  if (statSync(path).size > MAX_FILE_BYTES) throw new Malformed(`the file is larger than ${MAX_FILE_BYTES} bytes`);
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

function make(path: string, folder: string): void {
  const { made, judgement } = makeCase(readBounded(path), folder);
  const share = `${Math.round(judgement.hidden * 100)} % of the text would be hidden`;
  console.log(`${made.name}.html: must be ${made.expect}; ${share}: ${judgement.ok ? 'passes' : 'does not pass yet'}`);
  if (judgement.honestLost > 0) {
    console.log(`  ${judgement.honestLost} characters of the honest text around it would be hidden`);
  }
}

function main(): void {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  if (positionals.length === 0) throw new Error('usage: npm run case -- REPORT… [--out FOLDER]');
  for (const path of positionals) {
    try {
      make(path, values.out ?? CASES);
    } catch (error) {
      console.error(`case: ${path}: ${error instanceof Malformed ? 'refused: ' : ''}${messageOf(error)}`);
      process.exitCode = 1;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(`case: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}
