/**
 * A report as data that a person can read as well and that can be pasted anywhere: JSON with a line for each text of
 * the page.
 */
import type { SentReport } from './sent-report.ts';

/**
 * What is written as an escape: what would end a fence of Markdown, what begins markup, and whatever can't be seen.
 * Everything else stays readable, Chinese too.
 */
const ESCAPED = /[`<>&\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/gu;

/** The report as JSON without backticks, so that a fence of three holds it whatever the page said. */
export function reportData(report: SentReport): string {
  // The line breaks stand between values: within quotes `{"text":` would be written `{\"text\":`.
  return JSON.stringify(report)
    .replace(ESCAPED, (found) => found.replace(/[\s\S]/g, escaped))
    .replaceAll('{"text":', '\n{"text":');
}

/** A report's data as a fenced block. */
export function fencedData(report: SentReport): string {
  return `\`\`\`json\n${reportData(report)}\n\`\`\``;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
