/**
 * The address of a new issue with the report in it. Opening it shows a form; nothing is sent until the user sends that.
 */

import { cutAt, visible } from './defuse-text.ts';
import type { ReportWords } from './markdown.ts';
import { reportData } from './report-json.ts';
import { formUrl } from './repository.ts';
import { type SentReport, shortened } from './sent-report.ts';

/** Servers and browsers take about 8 KB of request line; a Han character is 9 of them. */
export const MAX_URL = 7999;

export interface IssueUrl {
  readonly url: string;
  /** Was text left out for want of room? Then the note says so. */
  readonly cut: boolean;
}

/** The longest report that fits. @param issues the project's list of issues. */
export function issueUrl(report: SentReport, words: ReportWords, issues: string): IssueUrl {
  const whole = addressOf(report, words, issues, false);
  if (whole.length <= MAX_URL) return { url: whole, cut: false };
  const within = (budget: number): string => addressOf(shortened(report, budget, cutAt), words, issues, true);
  let fits = 0;
  let tooMuch = MAX_URL;
  while (tooMuch - fits > 1) {
    const middle = (fits + tooMuch) >> 1;
    if (within(middle).length <= MAX_URL) fits = middle;
    else tooMuch = middle;
  }
  return { url: within(fits), cut: true };
}

/**
 * The names are the ids of the form's fields. The page's text stands in the data alone, which no tracker takes for
 * markup.
 */
function addressOf(report: SentReport, words: ReportWords, issues: string, cut: boolean): string {
  const host = report.address === null ? '' : hostOf(report.address);
  return formUrl(issues, report.kind, {
    title: host === '' ? words.title : `${words.title}: ${host}`,
    version: report.program,
    address: visible(report.address ?? ''),
    finding: report.finding === null ? '' : words.reasons.join('\n'),
    report: reportData({ ...report, note: '' }),
    note: [cut ? words.cutForAddress : '', visible(report.note)].filter(Boolean).join('\n'),
  });
}

/** Host names are plain ASCII once a URL parser has read them; anything else stays out of the title. */
function hostOf(address: string): string {
  const host =
    visible(address)
      .replace(/^https?:\/\//, '')
      .split(/[/?#]/)[0] ?? '';
  return /^[a-z0-9.:[\]-]{1,255}$/.test(host) ? host : '';
}
