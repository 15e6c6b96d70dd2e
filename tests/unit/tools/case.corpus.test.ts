/**
 * Ten reports on saved pages become ten cases by the command, and come out as expected. Skipped where the pages are not
 * at hand.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { captureBlock, missedOf } from '../../../lib/report/capture.ts';
import { makeDraft, type NewDraft } from '../../../lib/report/draft.ts';
import { writeReportFile } from '../../../lib/report/report-file.ts';
import { textsOfPart } from '../../../lib/report/segments-of.ts';
import { sentReport } from '../../../lib/report/sent-report.ts';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { judge } from '../../../tools/case/judge.ts';
import { listProblems, readCasePage, readCases } from '../../../tools/case/manifest.ts';
import { readPage } from '../../../tools/corpus/saved-page.ts';
import { describeWith } from '../corpus.ts';

const CLEAN = join(ROOT, '../shared/corpus/clean');
const WANTED = 10;
const NOW = Date.UTC(2026, 10, 21);

/** A report that the page's first longer list or paragraph was hidden wrongly; null where it has none. */
function reportOf(file: string): string | null {
  const { document, host } = readPage(join(CLEAN, file));
  const address = `http://${host || 'page.example'}/`;
  for (const element of document.querySelectorAll('ul, ol, p')) {
    const range = { first: element, last: element };
    const length = textsOfPart(range).reduce((sum, { data }) => sum + data.trim().length, 0);
    if (length < 60 || length > 2000) continue;
    const finding: NewDraft['finding'] = { kind: 'farm', confidence: 0.9, reasons: [{ code: 'linkList' }] };
    const input: NewDraft = { ...missedOf([range], address), kind: 'falsePositive', finding };
    expect(input.blocks).toEqual([captureBlock([range], address)]);
    return writeReportFile(sentReport(makeDraft(input, false, NOW), '0.1.0', NOW));
  }
  return null;
}

describeWith(CLEAN, 'reports on saved pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saozhu-corpus-cases-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('become cases by the command, and stay visible', () => {
    const reports: string[] = [];
    const pages = readdirSync(CLEAN).filter((name) => name.startsWith('hard-'));
    for (const file of pages.sort()) {
      if (reports.length === WANTED) break;
      const report = reportOf(file);
      if (report === null) continue;
      reports.push(join(folder, `report-${reports.length}.json`));
      writeFileSync(reports.at(-1) ?? '', report);
    }
    const command = ['tools/bin/case.ts', ...reports, '--out', join(folder, 'cases')];
    const said = execFileSync('node_modules/.bin/tsx', command, { cwd: ROOT, encoding: 'utf8' });
    expect(said.match(/must be visible; 0 % .*: passes$/gm)).toHaveLength(WANTED);
    expect(listProblems(join(folder, 'cases'))).toEqual([]);
    const cases = readCases(join(folder, 'cases'));
    expect(cases).toHaveLength(WANTED);
    const red = cases.filter((entry) => !judge(readCasePage(join(folder, 'cases'), entry), entry.expect).ok);
    expect(red).toEqual([]);
  }, 120_000);
});
