/**
 * A report as Markdown that is inert wherever it is pasted: every piece of hostile text stands in a fenced block whose
 * fence is longer than any run of its mark inside, where no tracker reads markup, links, mentions, numbers of issues,
 * templates or commands. What stands outside the fences is ours. At the end stands the same as data, for `npm run
 * case`.
 */

import { visible } from './defuse-text.ts';
import type { LineLink } from './draft.ts';
import { fencedData } from './report-json.ts';
import type { SentBlock, SentReport } from './sent-report.ts';

/** Words in the user's language; none holds text of a page. */
export interface ReportWords {
  /** The report in a few words; the title begins with it. */
  readonly title: string;
  readonly address: string;
  readonly finding: string;
  readonly text: string;
  readonly note: string;
  readonly cutText: string;
  /** Kind and reasons as sentences. */
  readonly reasons: readonly string[];
  /** Said in a prefilled issue whose address had no room for all of it. */
  readonly cutForAddress: string;
  readonly data: string;
  readonly program: string;
}

/** How a line of the block begins, by its link; the lines around the block begin with two spaces more than nothing. */
const MARKS: Readonly<Record<LineLink, string>> = { none: '| ', own: '|→ ', other: '|⇗ ' };

/** The whole report. */
export function writeMarkdown(report: SentReport, words: ReportWords): string {
  const parts = [`**${words.title}** (${words.program}, ${report.date})`];
  if (report.address !== null) parts.push(section(words.address, fenced(report.address)));
  if (words.reasons.length > 0 && report.finding)
    parts.push(section(words.finding, words.reasons.map((reason) => `- ${reason}`).join('\n')));
  for (const block of report.blocks) {
    parts.push(section(words.text, fenced(blockText(block)) + (block.cut ? `\n\n${words.cutText}` : '')));
  }
  if (report.note !== '') parts.push(section(words.note, fenced(report.note)));
  parts.push(section(words.data, fencedData(report)));
  return `${parts.join('\n\n')}\n`;
}

/** A block as people read it: one text a line, the block's own marked at the left. */
function blockText(block: SentBlock): string {
  const lines = block.lines.map((line) => `${MARKS[line.link]}${line.text}`);
  return [block.before && `  ${block.before}`, ...lines, block.after && `  ${block.after}`].filter(Boolean).join('\n');
}

function section(heading: string, body: string): string {
  return `### ${heading}\n\n${body}`;
}

/** A fenced block; unseen characters are written out, so that nothing turns or hides what follows. */
export function fenced(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${shown}\n${fence}`;
}
