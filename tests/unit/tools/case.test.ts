import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainLine } from '../../../lib/report/defuse-text.ts';
import { writeReportFile } from '../../../lib/report/report-file.ts';
import { reportData } from '../../../lib/report/report-json.ts';
import { type SentReport, sentReport } from '../../../lib/report/sent-report.ts';
import { makeCase, readBounded } from '../../../tools/bin/case.ts';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { listProblems, readCases } from '../../../tools/case/manifest.ts';
import { CASE_ATTRIBUTE, casePage, escapeText } from '../../../tools/case/page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { block, draft, HOSTILE } from '../report/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'saozhu-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (more: Parameters<typeof draft>[0] = {}): SentReport =>
  sentReport(draft(more), '0.1.0', Date.UTC(2026, 10, 21));

describe('a case made of a report', () => {
  it('is written once, listed, and must stay visible', () => {
    const { made, judgement } = makeCase(writeReportFile(report()), folder);
    expect(made).toMatchObject({ expect: 'visible' });
    expect(judgement).toEqual({ ok: true, hidden: 0, honestLost: 0 });
    expect(readCases(folder)).toEqual([made]);
    expect(listProblems(folder)).toEqual([]);
    expect(() => makeCase(writeReportFile(report()), folder)).toThrow('is a case already');
  });

  it('is missed when it disappears, is changed, or was never listed', () => {
    const [entry] = readCases(folder);
    const page = join(folder, `${entry?.name}.html`);
    const html = readFileSync(page, 'utf8');
    writeFileSync(page, `${html} `);
    expect(listProblems(folder)).toEqual([expect.stringContaining('was changed')]);
    rmSync(page);
    expect(listProblems(folder)).toEqual([expect.stringContaining('is gone')]);
    writeFileSync(page, html);
    writeFileSync(join(folder, 'other.html'), html);
    expect(listProblems(folder)).toEqual(['other.html is not in cases.json']);
    rmSync(join(folder, 'other.html'));
  });

  it('of text that the detector would not hide is left open when it is missed spam', () => {
    const { made } = makeCase(writeReportFile(report({ kind: 'missed', finding: null })), folder);
    expect(made).toMatchObject({ expect: 'hidden', open: true });
  });
});

describe('a report in an issue’s text', () => {
  const issue = (...blocks: string[]) =>
    `### Version · 版本\r\n\r\n0.2.0\r\n\r\n${blocks.map((data) => `### Report · 报告\r\n\r\n\`\`\`json\r\n${data}\r\n\`\`\`\r\n`).join('')}\r\n### Note · 说明\r\n\r\n_No response_\r\n`;
  const data = reportData(report({ note: '```json' }));

  it('makes the case that the file makes', () => {
    const other = join(folder, 'issue');
    const { made } = makeCase(issue(data), other);
    expect(made).toEqual(makeCase(writeReportFile(report()), join(folder, 'file')).made);
    expect(listProblems(other)).toEqual([]);
  });

  it.each([
    ['no report', 'It hides the menu.\n```json\n{"a": 1}\n```\n', /no report in the text/],
    ['two reports', issue(data, data), /2 reports/],
    ['data that were changed', issue(data.replace('"version":1', '"version":7')), /version Invalid type: Expected 1/],
    ['a fence that never ends', `\`\`\`json\n${data}`, /no report in the text/],
  ])('is refused with %s', (_name, text, reason) => {
    expect(() => makeCase(text, join(folder, 'refused'))).toThrow(reason);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });
});

describe('the page of a case', () => {
  it('holds hostile text as text and nothing more', () => {
    const lines = HOSTILE.map((text) => plainLine(text, 400));
    const links = lines.map((text) => ({ text, link: 'other' as const }));
    const document = parsePage(casePage(report({ blocks: [{ ...block([]), lines: links, before: lines[0] ?? '' }] })));
    expect(document.querySelectorAll('script, img, h1, textarea, style, iframe')).toHaveLength(0);
    const marked = [...document.querySelectorAll(`[${CASE_ATTRIBUTE}] a`)];
    expect(marked.map((link) => link.textContent)).toEqual(lines);
    for (const link of marked) expect(link.getAttribute('href')).toMatch(/^http:\/\/host\d+\.example\/$/);
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes)
        expect(['href', 'lang', 'charset', 'data-case', 'data-honest']).toContain(name);
    }
  });

  it('writes out what turns or hides text', () => {
    expect(escapeText('a\u202eb<\u200b&')).toBe('a&#8238;b&#60;&#8203;&#38;');
  });
});

describe('a report file that is not sound', () => {
  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['malformed', '{"format": "saozhu-report"', /no JSON/],
    ['of another kind', '{"name": "saozhu"}', /format/],
    ['without text', writeReportFile({ ...report(), blocks: [] }), /no text/],
    ['with an unknown field', JSON.stringify({ ...report(), html: '<b>' }), /unknown field/],
    ['with a path for a name', JSON.stringify({ ...report(), kind: '../../../x' }), /kind/],
  ];
  it.each(bad)('%s is refused, and nothing written', (_name, content, reason) => {
    const before = readdirSync(folder);
    expect(() => makeCase(content, folder)).toThrow(reason);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is refused by the command with the reason on one line', () => {
    const run = (content: string | Uint8Array): { status: number; stderr: string } => {
      const path = join(folder, 'report.json');
      writeFileSync(path, content);
      try {
        execFileSync('npx', ['tsx', 'tools/bin/case.ts', path, '--out', join(folder, 'none')], {
          cwd: ROOT,
          stdio: 'pipe',
        });
        return { status: 0, stderr: '' };
      } catch (error) {
        const failed = error as { status: number; stderr: Buffer };
        return { status: failed.status, stderr: String(failed.stderr) };
      }
    };
    expect(run(`{"x": "${'x'.repeat(1_000_001)}"}`)).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        /^case: .*report\.json: refused: the file is larger than 1000000 bytes$/m,
      ) as unknown as string,
    });
    expect(existsSync(join(folder, 'none'))).toBe(false);
    rmSync(join(folder, 'report.json'));
  }, 30_000);

  it('of another encoding is refused', () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
    expect(() => readBounded(path)).toThrow();
    rmSync(path);
  });
});
