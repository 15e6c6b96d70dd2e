/** The words around a report in the user's language; none of them comes from a page. */
import browser from '../browser.ts';
import { formatPercent, type MessageKey, t } from '../i18n.ts';
import { kindText, reasonText } from '../reasons.ts';
import type { AddressShare, Draft, ReportKind, ReportState } from '../report/draft.ts';
import type { ReportWords } from '../report/markdown.ts';
import type { SentReport } from '../report/sent-report.ts';

/** More would crowd the prefilled issue's address; the strongest stand first. */
const MAX_REASON_LINES = 8;

/** The extension's version. */
export function programVersion(): string {
  return browser.runtime.getManifest().version;
}

export function kindName(kind: ReportKind): string {
  return t(`report_kind_${kind}`);
}

export function stateName(state: ReportState): string {
  return t(`report_state_${state}`);
}

export function shareName(share: AddressShare): string {
  return t(`report_address_${share}`);
}

/** What was found and why, as sentences; empty for missed spam. */
export function findingLines(finding: Draft['finding']): string[] {
  if (!finding) return [];
  const reasons = finding.reasons.slice(0, MAX_REASON_LINES).map((reason) => reasonText(reason) || reason.code);
  return [`${kindText(finding.kind)} (${formatPercent(finding.confidence)})`, ...reasons];
}

/** The words that Markdown is written with. */
export function reportWords(report: SentReport): ReportWords {
  const word = (key: MessageKey): string => t(key);
  return {
    title: kindName(report.kind),
    address: word('report_md_address'),
    finding: word('report_md_finding'),
    text: word('report_md_text'),
    note: word('report_md_note'),
    cutText: word('report_md_cut_text'),
    cutForAddress: word('report_md_cut_address'),
    data: word('report_md_data'),
    program: t('report_md_program', report.program),
    reasons: findingLines(report.finding),
  };
}
