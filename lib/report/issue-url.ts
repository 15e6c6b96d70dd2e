/** The address of a new issue with the report in it. Opening it shows a form; nothing is sent until the reader sends that. */
import { cutAt, visible } from './inert.ts';
import { type ReportWords, writeMarkdown } from './markdown.ts';
import { REPOSITORY_URL } from './repository.ts';
import { type SentReport, shortened } from './sent.ts';

/** Servers and browsers take about 8 KB of request line; a Han character is 9 of them. */
export const MAX_URL = 7999;

export interface IssueUrl {
  readonly url: string;
  /** Had text to be left out? Then the body says so. */
  readonly cut: boolean;
}

/** The longest report that fits. */
export function issueUrl(report: SentReport, words: ReportWords): IssueUrl {
  const whole = addressOf(report, words, false);
  if (whole.length <= MAX_URL) return { url: whole, cut: false };
  let fits = 0;
  let tooMuch = MAX_URL;
  while (tooMuch - fits > 1) {
    const middle = (fits + tooMuch) >> 1;
    if (addressOf(shortened(report, middle, cutAt), words, true).length <= MAX_URL) fits = middle;
    else tooMuch = middle;
  }
  return { url: addressOf(shortened(report, fits, cutAt), words, true), cut: true };
}

function addressOf(report: SentReport, words: ReportWords, cut: boolean): string {
  const host = report.address === null ? '' : hostOf(report.address);
  const title = host === '' ? words.title : `${words.title}: ${host}`;
  return `${REPOSITORY_URL}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(writeMarkdown(report, words, cut))}`;
}

/** Host names are plain ASCII once a URL parser has read them; anything else stays out of the title. */
function hostOf(address: string): string {
  const host =
    visible(address)
      .replace(/^https?:\/\//, '')
      .split(/[/?#]/)[0] ?? '';
  return /^[a-z0-9.:[\]-]{1,255}$/.test(host) ? host : '';
}
