/** A report as a JSON file, written and read. Reading trusts nothing: the file comes from a stranger. */
import { MAX_ADDRESS, MAX_AROUND, MAX_BLOCKS, MAX_NOTE } from './draft.ts';
import { fields, flag, list, Malformed, oneOf, readFinding, readKind, readLines, text } from './read.ts';
import type { SentBlock, SentReport } from './sent.ts';

/** In UTF-8 bytes; the bounds of draft.ts keep a report below it unless it is all escapes. */
export const MAX_FILE_BYTES = 1_000_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PROGRAM = /^\d{1,5}(\.\d{1,5}){0,3}$/;

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
  const names = ['format', 'version', 'kind', 'date', 'program', 'address', 'finding', 'blocks', 'note'];
  const of = fields(value, 'report', names);
  const date = text(of.date, 'date', 10);
  const program = text(of.program, 'program', 30);
  if (!DATE.test(date) || Number.isNaN(Date.parse(date))) throw new Malformed('date is none');
  if (!PROGRAM.test(program)) throw new Malformed('program is no version');
  if (of.version !== 1) throw new Malformed('version is not 1');
  return {
    format: oneOf(of.format, 'format', ['saozhu-report']),
    version: 1,
    kind: readKind(of.kind),
    date,
    program,
    address: of.address === null ? null : text(of.address, 'address', MAX_ADDRESS),
    finding: readFinding(of.finding),
    blocks: list(of.blocks, 'blocks', MAX_BLOCKS, readSentBlock),
    note: text(of.note, 'note', MAX_NOTE),
  };
}

function readSentBlock(value: unknown, where: string): SentBlock {
  const of = fields(value, where, ['before', 'lines', 'after', 'cut']);
  return {
    before: text(of.before, `${where}.before`, MAX_AROUND),
    lines: readLines(of.lines, `${where}.lines`),
    after: text(of.after, `${where}.after`, MAX_AROUND),
    cut: flag(of.cut, `${where}.cut`),
  };
}
