import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatDate, formatNumber, formatPercent, language, plural, t } from '../../lib/i18n.ts';

/** Lets the fake browser answer from the files of a language, as browsers do. */
function speak(folder: string): void {
  const texts = new Map<string, string>();
  for (const file of readdirSync(`assets/locales/${folder}`)) {
    const all = JSON.parse(readFileSync(`assets/locales/${folder}/${file}`, 'utf8')) as Record<
      string,
      { message: string }
    >;
    for (const [key, { message }] of Object.entries(all)) texts.set(key, message);
  }
  fakeBrowser.i18n.getMessage = (key, words) => {
    const list = ([] as (string | number)[]).concat((words ?? []) as string[]);
    return (texts.get(String(key)) ?? '').replace(/\$(\d)/g, (_, at) => String(list[Number(at) - 1] ?? ''));
  };
}

beforeEach(() => fakeBrowser.reset());

describe('texts', () => {
  it('fill in words and numbers the language’s way', () => {
    speak('en');
    expect(t('popup_site_switch', 'example.com')).toBe('Sweep example.com');
    expect(t('options_words_found', 1234, 0, 2)).toBe('Always spam: 1,234 · never spam: 0 · pieces of text hidden: 2');
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect(formatPercent(0.987)).toBe('99%');
    expect(formatDate(Date.UTC(2026, 0, 2, 12))).toBe('Jan 2, 2026');
  });

  it('agree with the number in English and are one in Chinese', () => {
    speak('en');
    expect([0, 1, 2].map((count) => plural('popup_hidden', count))).toEqual([
      'places hidden',
      'place hidden',
      'places hidden',
    ]);
    expect(plural('popup_repaired', 1)).toBe('1 damaged place in the text repaired.');
    speak('zh_TW');
    expect([1, 2].map((count) => plural('popup_hidden', count))).toEqual(['處垃圾已收合', '處垃圾已收合']);
  });

  it('go by the catalogue’s language, not the browser’s', () => {
    speak('zh_CN');
    expect(language()).toBe('zh-CN');
    expect(formatDate(Date.UTC(2026, 0, 2, 12))).toBe('2026年1月2日');
    for (const none of [9e15, Number.NaN, Number.POSITIVE_INFINITY]) expect(formatDate(none)).toBe('');
  });
});
