/** What of a corpus folder is read, and what is left out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../tools/corpus/corpus.ts';
import { NO_LINES, readLines } from '../../../tools/corpus/lines.ts';
import { isSecondLook } from '../../../tools/corpus/second-look.ts';

const folder = mkdtempSync(join(tmpdir(), 'saozhu-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the lines of a corpus', () => {
  it('are none where there are none', () => {
    expect(readLines(join(folder, 'nowhere'))).toEqual(NO_LINES);
  });

  it('are keywords without their counts, titles, and the headlines of all files in order', () => {
    put('terms/spam-2020s.tsv', 'term\tsites\n甲一\t3\n\n乙二\t1\n');
    put('titles/hijacked-2024.txt', ' 丙三_丁四 \n');
    put('headlines/b.txt', '第二\n');
    put('headlines/a.txt', '第一\n\n');
    put('headlines/README.md', 'no headline');
    expect(readLines(folder)).toEqual({ terms: ['甲一', '乙二'], titles: ['丙三_丁四'], headlines: ['第一', '第二'] });
  });
});

describe('pages that a second look found spam on', () => {
  it.each(['yqbdt.com.html', 'yqbdt.com-0a1b2c3d.html', 'haozhanhui.com-d93ef435.html'])('are left out: %s', (name) => {
    expect(isSecondLook(name)).toBe(true);
  });

  it.each(['notyqbdt.com.html', 'yqbdt.com.cn.html', 'haozhanhui.com-00000000.html', 'news.example.com.html'])(
    'are not others: %s',
    (name) => {
      expect(isSecondLook(name)).toBe(false);
    },
  );
});

describe('the pages of a corpus', () => {
  beforeAll(() => {
    const page = (text: string) => `<title>页</title><body><p>${text}</p><p style="display:none">看不见</p>`;
    put('clean/one.example.com.html', page('诚实'));
    put('clean/yqbdt.com.html', page('左看右看'));
    put('more/two.example.com.html', page('也诚实'));
    put('more/three.example.com.html', page('其实不'));
    put('more/verdicts.tsv', 'page\tverdict\nthree.example.com.html\tinfected\ntwo.example.com.html\thonest\n');
    put('infected/four.example.com.html', page('垃圾'));
    const runs = [
      [1, '垃圾'],
      [0, '看不见'],
    ];
    put('infected/labels/four.example.com.json', JSON.stringify({ runs, seen: [0, 1], kinds: ['inline'] }));
  });

  it('are the honest and the labelled ones', () => {
    const pages = readCorpus(folder, () => {});
    expect(pages.map(({ name }) => name)).toEqual([
      'one.example.com.html',
      'four.example.com.html',
      'two.example.com.html',
    ]);
    expect(pages.map(({ infected }) => infected)).toEqual([false, true, false]);
  });

  it('say what is seen: by the label file where there is one, else by the markup', () => {
    const [clean, infected] = readCorpus(folder, () => {});
    expect([...(clean?.seen ?? [])]).toEqual([1, 0]);
    expect([...(infected?.seen ?? [])]).toEqual([0, 1]);
    expect([...(infected?.labels ?? [])]).toEqual([1, 0]);
  });
});
