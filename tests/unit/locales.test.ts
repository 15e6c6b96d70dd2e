import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../../tools/project/languages.ts';

const FOLDER = 'assets/locales';
const OTHERS = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE);

interface Text {
  readonly area: string;
  readonly message: string;
}

function textsOf(language: Language): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const file of readdirSync(join(FOLDER, language)).sort()) {
    const all = JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Record<string, { message: string }>;
    for (const [key, { message }] of Object.entries(all)) {
      expect(texts.has(key), `${key} stands in two files of ${language}`).toBe(false);
      texts.set(key, { area: file, message });
    }
  }
  return texts;
}

const all = new Map(LANGUAGES.map((language) => [language, textsOf(language)]));
const texts = (language: Language): Map<string, Text> => all.get(language) ?? new Map();
const own = texts(DEFAULT_LANGUAGE);

/** A plural key without its category; other keys as they are. */
function stemOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '_#');
}

function placeholders(message: string): string {
  return [...new Set(message.match(/\$\d/g) ?? [])].sort().join(' ');
}

/** The source files that may use a key. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('texts of the interface', () => {
  const stems = (language: Language) => [...new Set([...texts(language).keys()].map(stemOf))].sort();

  it('are there', () => {
    expect(LANGUAGES.length).toBeGreaterThan(2);
    expect(own.size).toBeGreaterThan(100);
  });

  it.each(LANGUAGES)('%s says which language it is', (language) => {
    expect(texts(language).get('common_language')?.message).toBe(language.replace('_', '-'));
  });

  it.each(OTHERS)('%s has the keys of the default language, in the same files', (language) => {
    expect(stems(language)).toEqual(stems(DEFAULT_LANGUAGE));
    for (const [key, { area }] of texts(language)) {
      const same = [...own].find(([other]) => stemOf(other) === stemOf(key));
      expect(same?.[1].area, key).toBe(area);
    }
  });

  it.each(LANGUAGES)('%s has each plural form that its language needs, and no other', (language) => {
    const needed = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories.toSorted();
    const forms = new Map<string, string[]>();
    for (const key of texts(language).keys()) {
      if (stemOf(key) !== key)
        forms.set(stemOf(key), [...(forms.get(stemOf(key)) ?? []), key.slice(stemOf(key).length - 1)]);
    }
    for (const [stem, found] of forms) expect(found.toSorted(), stem).toEqual(needed);
  });

  it.each(OTHERS)('%s fills in the same numbers and words as the default language', (language) => {
    for (const [key, { message }] of texts(language)) {
      const same = own.get(key) ?? own.get(stemOf(key).replace('#', 'other'));
      expect(placeholders(message), key).toBe(placeholders(same?.message ?? ''));
    }
  });

  it.each(LANGUAGES)('%s says something under every key, in text', (language) => {
    for (const [key, { message }] of texts(language)) {
      expect(message.trim(), key).not.toBe('');
      expect(message, key).not.toMatch(/<[a-z/]/i);
    }
  });

  it('holds no Simplified form in Traditional texts that Taiwan writes differently', () => {
    for (const [key, { message }] of texts('zh_TW')) {
      if (key.includes('_demo_')) continue;
      expect(message, key).not.toMatch(/[这个们来为页会网说时还没对开关样设决过试请际错误删与将处复贴应间显]/);
    }
  });

  it('has no key that nothing uses', () => {
    const code = [...sources('lib'), ...sources('entrypoints'), readFileSync('wxt.config.ts', 'utf8')].join('\n');
    const made = [...code.matchAll(/`([a-z]+(?:_[a-zA-Z]+)*_?)\$\{[^}]*\}([a-zA-Z_]*)/g)].map(
      ([, before = '', after = '']) => new RegExp(`^${before}\\w+${after}$`),
    );
    const unused = [...own.keys()].filter((key) => {
      const stem = key.replace(/_(one|other)$/, '');
      return (
        !code.includes(`'${key}'`) &&
        !code.includes(`'${stem}'`) &&
        !code.includes(`__MSG_${key}__`) &&
        !made.some((form) => form.test(key))
      );
    });
    expect(unused).toEqual([]);
  });
});
