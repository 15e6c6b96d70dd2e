import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FrameState } from '../../../lib/messages.ts';
import { table } from '../../../tools/start/table.ts';
import { readArguments } from '../../../tools/start/target.mjs';
import { openTrouble } from '../../../tools/start/troubles.ts';

describe('the words after npm start', () => {
  it('opens the demo, a file or an address', () => {
    expect(readArguments([]).target).toEqual({ kind: 'demo' });
    expect(readArguments(['package.json']).target).toEqual({ kind: 'file', path: resolve('package.json') });
    const url = pathToFileURL(resolve('package.json')).href;
    expect(readArguments([url]).target).toEqual({ kind: 'file', path: resolve('package.json') });
    expect(readArguments(['https://例子.example/新闻?a=1']).target).toEqual({
      kind: 'url',
      url: 'https://xn--fsqu00a.example/%E6%96%B0%E9%97%BB?a=1',
    });
  });

  it('takes the browser and the display from flags, wherever they stand', () => {
    expect(readArguments(['--headless', 'package.json', '--firefox'])).toMatchObject({ firefox: true, headless: true });
    expect(readArguments([]).firefox).toBe(false);
  });

  it.each([
    [['no-such-file.html'], 'no such file: no-such-file.html'],
    [['tools'], 'not a file: tools'],
    [['ftp://example.com/a'], 'not an address of a web page'],
    [['http://'], 'not an address of a web page'],
    [['http://a b/'], 'not an address of a web page'],
    [['--chrome'], 'unknown option --chrome'],
    [['a.html', 'b.html'], 'one address or file at a time'],
  ])('%s: one clear line', (words, line) => {
    expect(() => readArguments(words)).toThrow(line);
    try {
      readArguments(words);
    } catch (error) {
      expect(String(error)).not.toContain('\n');
    }
  });
});

describe('what is told of a page that does not open', () => {
  it('asks for the network where that may be the reason', () => {
    const error = new Error('page.goto: net::ERR_NAME_NOT_RESOLVED at http://a.example/\nCall log:\n  - navigating');
    expect(() => openTrouble('http://a.example/')(error)).toThrow(
      /^could not open http:\/\/a\.example\/: [^\n]*ERR_NAME_NOT_RESOLVED[^\n]*\(is there a network\?\)$/,
    );
    expect(() => openTrouble('http://a.example/')(new Error('Download is starting'))).toThrow(/starting$/);
  });
});

describe('the table of findings', () => {
  const frame: FrameState = {
    frame: 'f',
    top: true,
    url: 'http://a.example/',
    status: 'on',
    verdict: 'infected',
    confidence: 0.994,
    pageReasons: [{ code: 'converted' }],
    original: null,
    title: { found: '棋牌-电影', repaired: '新聞' },
    repaired: 12,
    findings: [
      {
        id: 'f.1',
        kind: 'farm',
        confidence: 0.9987,
        links: 41,
        chars: 380,
        snippet: '棋牌 | 电影\n| 贷款'.repeat(9),
        reasons: [{ code: 'words', count: 12, family: 'gambling' }, { code: 'linkList' }],
        state: 'hidden',
        after: '版权所有',
      },
    ],
  };

  it('says what, where and why, on lines that stand in columns', () => {
    const [headings = '', row = '', ...rest] = table([frame]).split('\n');
    expect(row).toContain('farm');
    expect(row).toContain('99.9 %');
    expect(row).toContain('words gambling ×12, linkList');
    expect(row).toContain('版权所有');
    expect(row.endsWith('…')).toBe(true);
    expect(headings.indexOf('why') - headings.indexOf('where')).toBeGreaterThan(10);
    expect(rest.join('\n')).toContain('page: infected, 99 % sure: converted');
    expect(rest.join('\n')).toContain('title: 棋牌-电影 → 新聞');
    expect(rest.join('\n')).toContain('repaired places of text: 12');
  });

  it('says when there is nothing, or no sweep at all', () => {
    expect(table([])).toBe('Saozhu does not run on this page.');
    expect(table([{ ...frame, verdict: 'clean', pageReasons: [], title: null, repaired: 0, findings: [] }])).toBe(
      'page: clean\nNothing was hidden.',
    );
  });
});
