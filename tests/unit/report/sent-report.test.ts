import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, plainLine, plainText, visible, withoutTurns } from '../../../lib/report/defuse-text.ts';
import { issueUrl, MAX_URL } from '../../../lib/report/issue-url.ts';
import { fenced, writeMarkdown } from '../../../lib/report/markdown.ts';
import { MAX_FILE_BYTES, readReportFile, reportFileName, writeReportFile } from '../../../lib/report/report-file.ts';
import { reportData } from '../../../lib/report/report-json.ts';
import { sentReport, sharedAddress } from '../../../lib/report/sent-report.ts';
import { reportIn } from '../../../tools/case/issue-text.ts';
import { block, draft, HOSTILE, WORDS } from './samples.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const sent = (more: Parameters<typeof draft>[0] = {}) => sentReport(draft(more), '0.1.0', NOW);

describe('the address', () => {
  const address = 'https://user:secret@news.example:8080/a/b.html?id=7#top';

  it('leaves only as far as chosen, never with name and password', () => {
    expect(sharedAddress(address, 'full')).toBe('https://news.example:8080/a/b.html?id=7#top');
    expect(sharedAddress(address, 'path')).toBe('https://news.example:8080/a/b.html');
    expect(sharedAddress(address, 'host')).toBe('news.example:8080');
    expect(sharedAddress(address, 'none')).toBeNull();
  });

  it('is nothing where it is no page of the web', () => {
    for (const other of [
      'file:///home/me/diary.html',
      'data:text/html,x',
      'about:blank',
      'javascript:alert(1)',
      'x',
      '',
    ]) {
      expect(sharedAddress(other, 'full')).toBeNull();
    }
  });
});

describe('what is sent', () => {
  it('is the host and the text by default, and no identifier', () => {
    const report = sent();
    expect(report.address).toBe('news.example');
    expect(JSON.stringify(report)).not.toMatch(/secret|b\.html|0123456789abcdef/);
    expect(report.date).toBe('2026-11-21');
  });

  it('lacks what the user left out', () => {
    const report = sent({ shares: { address: 'none', text: false, around: false, finding: false } });
    expect(report).toMatchObject({ address: null, finding: null, blocks: [] });
    expect(writeMarkdown(report, WORDS)).not.toMatch(/友情链接|前一行|news\.example|链接列表/);
  });
});

describe('Markdown', () => {
  /**
   * What stands outside the fences, found as CommonMark does: a fence closes at a run at least as long as it opened
   * with.
   */
  function outside(markdown: string): string {
    const out: string[] = [];
    let fence = '';
    for (const line of markdown.split('\n')) {
      const run = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
      if (fence === '') {
        if (run) fence = run[1] ?? '';
        else out.push(line);
      } else if (run && (run[1] ?? '').length >= fence.length && (run[2] ?? '').trim() === '') fence = '';
    }
    expect(fence).toBe('');
    return out.join('\n');
  }

  it('keeps every hostile text inside fences', () => {
    const report = sent({
      blocks: [block(HOSTILE, { before: HOSTILE[0] ?? '', after: HOSTILE[4] ?? '' })],
      note: HOSTILE.join('\n'),
    });
    const markdown = writeMarkdown(report, WORDS);
    expect(outside(markdown)).not.toMatch(/script|javascript|secrets|@maintainer|fixes|track|task|DROP|反转/);
    expect(markdown).toContain('<script>alert(1)</script>');
    expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(markdown).toContain('[U+202E]');
  });

  it('has a fence longer than any in the text, whatever the text', () => {
    const marks = fc.string({ unit: fc.constantFrom('`', '~', '\n', ' ', 'a', '文', '>', '#', '<'), maxLength: 60 });
    fc.assert(
      fc.property(marks, (text) => {
        expect(outside(`${fenced(text)}\nEND`)).toBe('END');
      }),
    );
  });
});

describe('the data in Markdown', () => {
  it('is the whole report, inert, and readable', () => {
    const report = sent({ blocks: [block(HOSTILE.map((text) => plainLine(text, 400)))], note: HOSTILE.join('\n') });
    const data = reportData(report);
    expect(readReportFile(data)).toEqual(report);
    expect(data).not.toMatch(/[`<>&\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(data).toContain('\\u202e反转');
    // A line for each text of the page, whatever that text says.
    expect(data.split('\n')).toHaveLength(HOSTILE.length + 1);
    expect(reportIn(writeMarkdown(report, WORDS))).toBe(data);
  });

  it('comes back whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 6 }), (raw) => {
        const report = sent({
          blocks: [block(raw.map((text) => plainLine(text, 400)))],
          note: plainText(raw.join(' '), 400),
        });
        expect(readReportFile(reportIn(writeMarkdown(report, WORDS)))).toEqual(report);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the prefilled issue', () => {
  const ISSUES = 'https://forge.example/saozhu/issues';
  const field = (url: string, name: string) => new URL(url).searchParams.get(name) ?? '';

  it('fills the form’s fields and carries Chinese through the address unharmed', () => {
    const report = sent({ note: '这是菜单' });
    const { url, cut } = issueUrl(report, WORDS, ISSUES);
    expect(cut).toBe(false);
    expect(url.startsWith(`${ISSUES}/new?template=false-positive.yml&`)).toBe(true);
    expect(url).toMatch(/^[\x21-\x7e]+$/);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      template: 'false-positive.yml',
      title: '误报: news.example',
      version: '0.1.0',
      address: 'news.example',
      finding: '链接列表',
      report: reportData({ ...report, note: '' }),
      note: '这是菜单',
    });
  });

  it('is cut below 8,000 characters, says so, and its data stay sound', () => {
    const long = sent({
      blocks: [block(Array.from({ length: 200 }, (_, at) => `第${at}条：𠮷彩票网站在线平台注册登录`))],
    });
    const { url, cut } = issueUrl(long, WORDS, ISSUES);
    expect(cut).toBe(true);
    expect(url.length).toBeLessThan(8000);
    expect(url.length).toBeGreaterThan(7700);
    expect(field(url, 'note')).toBe(WORDS.cutForAddress);
    const { blocks } = readReportFile(field(url, 'report'));
    expect(blocks[0]?.lines.length).toBeGreaterThan(20);
    expect(blocks[0]?.lines[0]?.text).toBe('第0条：𠮷彩票网站在线平台注册登录');
    expect(url).not.toContain('%EF%BF%BD');
  });

  it('fits for any text, and never throws on half characters', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 9 });
    fc.assert(
      fc.property(texts, fc.string({ unit: 'binary', maxLength: 2000 }), (raw, note) => {
        const lines = raw.map((text) => plainLine(text, 400));
        const { url } = issueUrl(sent({ blocks: [block(lines)], note: plainText(note, 2000) }), WORDS, ISSUES);
        expect(url.length).toBeLessThanOrEqual(MAX_URL);
        expect(() => readReportFile(field(url, 'report'))).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a strange host out of the title', () => {
    const { url } = issueUrl({ ...sent(), address: 'x](javascript:alert(1)) @all' }, WORDS, ISSUES);
    expect(field(url, 'title')).toBe('误报');
  });
});

describe('the file', () => {
  it('comes back as it was written, and is plain ASCII', () => {
    const report = sent({ blocks: [block(HOSTILE.map((text) => plainLine(text, 400)))], note: '说明\n第二行' });
    const file = writeReportFile(report);
    expect(file).toMatch(/^[\n\x20-\x7e]+$/);
    expect(file).not.toMatch(/[<>&]/);
    expect(readReportFile(file)).toEqual(report);
    expect(reportFileName(report)).toBe('saozhu-falsePositive-2026-11-21.json');
  });

  const good = () => JSON.parse(writeReportFile(sent())) as Record<string, unknown>;
  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['no JSON', '<html>', /no JSON/],
    ['another format', { ...good(), format: 'x' }, /format/],
    ['another version', { ...good(), version: 2 }, /version/],
    ['an unknown field', { ...good(), html: '<b>' }, /unknown field "html"/],
    ['an unknown kind', { ...good(), kind: 'x' }, /kind/],
    ['a date that is none', { ...good(), date: '2026-99-99' }, /date/],
    ['a path for a version', { ...good(), program: '../../x' }, /program/],
    [
      'lines that are no text',
      { ...good(), blocks: [{ before: '', after: '', cut: false, lines: [{ text: 1, link: 'none' }] }] },
      /text/,
    ],
    ['too many blocks', { ...good(), blocks: Array(21).fill({}) }, /more than 20/],
    ['a long line', { ...good(), note: 'x'.repeat(2001) }, /longer/],
    ['control characters', { ...good(), note: 'a\u0000b' }, /control/],
    ['half a character', `${writeReportFile(sent({ note: 'NOTE' })).replace('NOTE', '\\ud83d')}`, /half/],
    ['a confidence above one', { ...good(), finding: { kind: 'farm', confidence: 2, reasons: [] } }, /confidence/],
    [
      'markup for a reason',
      { ...good(), finding: { kind: 'farm', confidence: 1, reasons: [{ code: '<b>' }] } },
      /code/,
    ],
    ['a huge file', 'x'.repeat(MAX_FILE_BYTES + 1), /larger/],
    ['deep nesting', '['.repeat(5000) + ']'.repeat(5000), /no object/],
  ];
  it('takes no field from the prototype chain, and no polluting one along', () => {
    const file = JSON.stringify(good()).replace('{', '{"__proto__":{"x":1},');
    expect(() => readReportFile(file)).toThrow(/unknown field/);
    expect(() => readReportFile('{"__proto__":{"format":"saozhu-report"}}')).toThrow(/format/);
  });

  it.each(refused)('is refused with %s', (_name, content, reason) => {
    expect(() => readReportFile(typeof content === 'string' ? content : JSON.stringify(content))).toThrow(reason);
  });
});

describe('text', () => {
  it('is one line, bounded, without controls', () => {
    expect(plainLine('  a\u0000b\n\tc\u007f ', 400)).toBe('ab c');
    expect(plainLine('彩'.repeat(1_000_000), 400)).toHaveLength(400);
    expect(plainLine(`${' '.repeat(1_000_000)}x`, 400)).toBe('x');
    expect(cutAt('a𠮷b', 2)).toBe('a');
    expect(visible('a\u202eb\u{e0041}')).toBe('a[U+202E]b[U+E0041]');
    expect(withoutTurns('a\u202eb\u2066c\u200fd❤\ufe0f')).toBe('a[U+202E]b[U+2066]c[U+200F]d❤\ufe0f');
  });
});
