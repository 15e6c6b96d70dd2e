/** A report as a JSON file, written and read. Reading trusts nothing: the file comes from a stranger. */
import * as v from 'valibot';
import { MAX_ADDRESS, MAX_AROUND, MAX_BLOCKS, MAX_NOTE } from './draft.ts';
import { FINDING, KIND, LINES, listOf, Malformed, only, read, textUpTo } from './read-draft.ts';
import type { SentReport } from './sent-report.ts';

/** In UTF-8 bytes; the bounds of draft.ts keep a report below it unless it is all escapes. */
export const MAX_FILE_BYTES = 1_000_000;

const BLOCK = only({ before: textUpTo(MAX_AROUND), lines: LINES, after: textUpTo(MAX_AROUND), cut: v.boolean() });

const FILE: v.GenericSchema<unknown, SentReport> = only({
  format: v.literal('saozhu-report'),
  version: v.literal(1),
  kind: KIND,
  date: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}$/),
    v.check((date) => !Number.isNaN(Date.parse(date)), 'is no date'),
  ),
  program: v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/, 'is no version')),
  address: v.nullable(textUpTo(MAX_ADDRESS)),
  finding: FINDING,
  blocks: listOf(BLOCK, MAX_BLOCKS),
  note: textUpTo(MAX_NOTE),
});

/** The file's text: plain ASCII, so that no viewer turns, hides or runs anything in it. */
export function writeReportFile(report: SentReport): string {
  const json = JSON.stringify(report, null, 2);
  return `${json.replace(/[^\n\u0020-\u007e]|[<>&]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** A name for it, without anything of the page. */
export function reportFileName(report: SentReport): string {
  return `saozhu-${report.kind}-${report.date}.json`;
}

/**
 * Reads a report file.
 * @throws Malformed with the reason why it is refused.
 */
export function readReportFile(content: string): SentReport {
  if (content.length > MAX_FILE_BYTES) throw new Malformed(`the file is larger than ${MAX_FILE_BYTES} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new Malformed('the file is no JSON');
  }
  return read(FILE, value, 'report');
}
