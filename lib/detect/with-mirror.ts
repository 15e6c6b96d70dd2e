/**
 * The last question about a page: is it a machine's copy of somebody's? It hides nothing, so it can wait until the page
 * has been swept.
 */
import { MIRROR_CERTAIN, mirrorEvidence } from './mirror.ts';
import type { PageReport } from './types.ts';

/**
 * A report with what speaks for a mirror taken in.
 * @param spam whether spam was found on the page that nobody has posted there
 */
export function withMirror(report: PageReport, document: Document, url: string, spam: boolean): PageReport {
  if (report.verdict === 'doorway') return report;
  const { probability, reasons, original, annotated } = mirrorEvidence(document, url, spam);
  if (probability < MIRROR_CERTAIN) return { ...report, annotated };
  return { ...report, annotated, verdict: 'mirror', confidence: probability, reasons, original };
}
