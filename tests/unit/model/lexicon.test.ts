import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFold } from '../../../lib/text/fold.ts';
import { BOUNDARY, emptyShape, keyOfName, ngramKey, readSymbols } from '../../../lib/text/symbols.ts';
import { lexiconOf } from '../../../tools/train/pack.ts';

/** Sum in eighths of a text's score. */
function sumOf(lines: string, text: string): number {
  const score = { sum: 0, peak: 0, strong: 0 };
  lexiconOf(makeFold(''), lines).score(text, 0, text.length, score, emptyShape());
  return score.sum * 8;
}

describe('Lexicon', () => {
  it('adds the weights of one, two and three symbols that end with each symbol', () => {
    const lines = '# a comment\n1 娱 乐\n4 娱乐\n10 娱乐城\n';
    expect(sumOf(lines, '娱乐城')).toBe(1 + (1 + 4) + 10);
  });

  it('finds three symbols whose first two are not listed by themselves', () => {
    expect(sumOf('9 娱乐城', '娱乐城')).toBe(9);
    expect(sumOf('9 娱乐城', '娱乐')).toBe(0);
    expect(sumOf('9 娱乐城\n5 娱乐', '娱乐城')).toBe(14);
    expect(sumOf('5 娱乐\n9 娱乐城', '娱乐城')).toBe(14);
  });

  it('reads no three symbols across the end of a segment', () => {
    expect(sumOf('9 娱^乐', '娱，乐')).toBe(0);
    expect(sumOf('9 娱^\n3 ^乐', '娱，乐')).toBe(12);
  });

  it('knows words of letters and runs of digits', () => {
    expect(sumOf('7 bet0\n2 bet', 'BET365')).toBe(9);
    expect(sumOf('6 0彩', '8彩')).toBe(6);
  });

  it('says nothing of what it does not list, and clips what one symbol adds', () => {
    expect(sumOf('5 乐', '城市')).toBe(0);
    expect(sumOf('90 乐', '乐')).toBe(32);
    expect(sumOf('-90 乐', '乐')).toBe(-32);
  });
});

describe('Lexicon.score', () => {
  const fold = makeFold('娛娱');
  const weights = new Map([
    ['娱', 1],
    ['娱乐', 4],
    ['乐城', -3],
    ['娱乐城', 9],
    ['^娱', 2],
    ['城^', 5],
    ['bet', 7],
    ['bet0', -6],
    ['0娱', 3],
    ['乐bet', 11],
    ['^', 1],
    ['0', -2],
  ]);
  const lexicon = lexiconOf(fold, [...weights].map(([name, weight]) => `${weight} ${name}`).join('\n'));
  const byKey = new Map([...weights].map(([name, weight]) => [keyOfName(fold, name), weight]));
  const pieces = fc.constantFrom(
    ...'娛娱乐城市 　，。|-_8８①bＢé\u200b\ud83d\n(',
    'bet',
    'BET',
    '娱乐城',
    '百 家 乐',
    ' - ',
  );

  /** The same by reading symbols first and asking for each n-gram by its key. */
  function slowly(text: string) {
    const buffer = new Int32Array(2 * text.length + 2);
    const shape = emptyShape();
    const n = readSymbols(fold, text, 0, text.length, buffer, shape);
    const segments: number[] = [];
    let segment = 0;
    let run = 0;
    let best = 0;
    let since = 0;
    for (let i = 1; i < n; i++) {
      const [a = 0, b = 0, c = 0] = [since > 0 ? buffer[i - 2] : 0, buffer[i - 1], buffer[i]];
      const keys = [ngramKey(0, 0, c), ngramKey(0, b, c), ...(since > 0 ? [ngramKey(a, b, c)] : [])];
      const weight = keys.reduce((sum, key) => sum + (byKey.get(key) ?? 0), 0);
      segment += weight;
      run = Math.max(0, run + weight);
      best = Math.max(best, run);
      since++;
      if (c !== BOUNDARY) continue;
      segments.push(segment / 8);
      segment = 0;
      run = 0;
      since = 0;
    }
    const sum = segments.reduce((total, one) => total + one, 0);
    const strong = segments.filter((one) => one >= 6).length;
    return { sum, peak: Math.max(-99, ...segments), best: best / 8, strong, shape };
  }

  it('says in one go what reading symbols first would say', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const score = { sum: 0, peak: 0, strong: 0 };
        const shape = emptyShape();
        lexicon.score(text, 0, text.length, score, shape);
        const { best: _, ...slow } = slowly(text);
        expect({ ...score, shape }).toEqual(slow);
        // White space that stands together counts once there.
        const spaced = text.replace(/\s+/g, ' ');
        const { best, peak } = slowly(spaced);
        expect(lexicon.reaches(spaced, peak, best)).toBe(false);
        if (peak > -99) expect(lexicon.reaches(spaced, peak - 1 / 8, 1000)).toBe(true);
        if (best > 0) expect(lexicon.reaches(spaced, 1000, best - 1 / 8)).toBe(true);
      }),
    );
  });
});
