/**
 * What leaves the extension: the report as the user let it out. Markdown, issue and file are all written from this
 * and from nothing else, so what the page shows as "will be sent" is all there is.
 */
import type { AddressShare, Draft, ReportFinding, ReportKind, ReportLine } from './draft.ts';

export interface SentBlock {
  /** Empty where left out, or where there is none. */
  readonly before: string;
  readonly lines: readonly ReportLine[];
  readonly after: string;
  readonly cut: boolean;
}

export interface SentReport {
  readonly format: 'saozhu-report';
  readonly version: 1;
  readonly kind: ReportKind;
  /** The day, as YYYY-MM-DD in UTC: no time that could be matched with a server's log. */
  readonly date: string;
  /** The extension's version. */
  readonly program: string;
  /** As much of it as the user chose; null for nothing. */
  readonly address: string | null;
  readonly finding: ReportFinding | null;
  /** Empty where the user left the text out. */
  readonly blocks: readonly SentBlock[];
  readonly note: string;
}

/**
 * @param program the extension's version.
 * @param now milliseconds since 1970.
 */
export function sentReport(draft: Draft, program: string, now: number): SentReport {
  const { shares } = draft;
  return {
    format: 'saozhu-report',
    version: 1,
    kind: draft.kind,
    date: new Date(now).toISOString().slice(0, 10),
    program,
    address: sharedAddress(draft.address, shares.address),
    finding: shares.finding ? draft.finding : null,
    blocks: draft.blocks.flatMap((block): SentBlock[] => {
      const before = shares.around ? block.before : '';
      const after = shares.around ? block.after : '';
      const lines = shares.text ? block.lines : [];
      return before || after || lines.length > 0 ? [{ before, lines, after, cut: shares.text && block.cut }] : [];
    }),
    note: draft.note,
  };
}

/**
 * As much of an address as the user chose. Names and passwords written into it never leave; nor do local paths, data:
 * and the like, of which no host can be told.
 */
export function sharedAddress(address: string, share: AddressShare): string | null {
  if (share === 'none') return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.host === '') return null;
  if (share === 'host') return url.host;
  url.username = '';
  url.password = '';
  if (share === 'path') {
    url.search = '';
    url.hash = '';
  }
  return url.href;
}

/** The report with at most budget UTF-16 units of free text; the note first, then the blocks in their order. */
export function shortened(report: SentReport, budget: number, cut: (text: string, max: number) => string): SentReport {
  let left = Math.max(0, budget);
  const take = (text: string): string => {
    const kept = cut(text, left);
    left -= kept.length;
    return kept;
  };
  const note = take(report.note);
  const address = report.address === null ? null : take(report.address);
  const blocks = report.blocks.flatMap((block): SentBlock[] => {
    if (left <= 0) return [];
    const lines: ReportLine[] = [];
    const before = take(block.before);
    for (const line of block.lines) {
      if (left <= 0) break;
      lines.push({ ...line, text: take(line.text) });
    }
    return [{ ...block, before, lines, after: take(block.after) }];
  });
  return { ...report, note, address, blocks };
}
