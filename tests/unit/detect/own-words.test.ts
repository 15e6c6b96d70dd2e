import { describe, expect, it } from 'vitest';
import { HANDFUL, ownWordsJudge } from '../../../lib/detect/own-words.ts';
import { createSweepDetector } from '../../../lib/detect/sweep-detector.ts';
import { documentOf } from '../page/dom.ts';

const NAMES = ['王小明', '李建国', '糖尿病', '南山小区', '红星中学', '抑郁症', '人民医院'];
const words = { spam: NAMES, honest: ['红星中学食堂'] };

describe('the user’s own words', () => {
  it('decide, whatever their width, case and spaces; a word that is never spam comes first', () => {
    const judge = ownWordsJudge({ spam: ['BET365', '红星中学'], honest: ['红星中学食堂'] });
    expect(judge?.of('ｂｅｔ 365 在线')).toBe(1);
    expect(judge?.of('红星中学食堂开放')).toBe(-1);
    expect(judge?.of('正文')).toBe(0);
    expect(ownWordsJudge({ spam: [], honest: ['字'] })).toBeNull();
  });

  it('are left aside where more than a handful of them stand on a page, however often each', () => {
    const few = ownWordsJudge(words);
    few?.look(NAMES.slice(0, HANDFUL));
    few?.look(NAMES.slice(0, HANDFUL));
    expect(few?.isProbed).toBe(false);
    expect(few?.of(`${NAMES[0]}的消息`)).toBe(1);
    few?.look([NAMES[HANDFUL] as string]);
    expect(few?.isProbed).toBe(true);
    expect(few?.of(`${NAMES[0]}的消息`)).toBe(0);
    expect(few?.of('红星中学食堂')).toBe(-1);
  });

  it('are left aside as long as it is not known what the page’s other frames hold, and where that is too much', () => {
    const elsewhere = { size: 1, isWaiting: true, isOver: false, add: () => undefined };
    const judge = ownWordsJudge(words, elsewhere);
    judge?.look([NAMES[0] as string]);
    expect([judge?.isProbed, judge?.of(NAMES[0] as string)]).toEqual([false, 0]);
    elsewhere.isWaiting = false;
    expect([judge?.isProbed, judge?.of(NAMES[0] as string)]).toEqual([false, 1]);
    elsewhere.isOver = true;
    expect([judge?.isProbed, judge?.of(NAMES[0] as string)]).toEqual([true, 0]);
  });

  it('are not found across the borders of two texts', () => {
    const judge = ownWordsJudge(words);
    judge?.look(NAMES.flatMap((name) => [name.slice(0, 1), name.slice(1)]));
    expect(judge?.isProbed).toBe(false);
  });
});

describe('a page that shows candidates for the user’s words', () => {
  const page = (names: readonly string[]) =>
    documentOf(`<h1>通讯录</h1>${names.map((name) => `<p>${name}今天上午到场。</p>`).join('')}`);
  const detect = (names: readonly string[]) =>
    createSweepDetector({ url: 'http://www.example.com/', words }).page(page(names));

  it('has them hidden as long as they are a handful', () => {
    const report = detect(NAMES.slice(0, 2));
    expect(report.findings).not.toEqual([]);
    expect(report.probed).toBeUndefined();
  });

  it('learns nothing from more of them', () => {
    const report = detect([...NAMES, '张三丰', '赵四海']);
    expect(report.findings).toEqual([]);
    expect(report.probed).toBe(true);
  });
});
