import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'assets/locales';
const LANGUAGES = { zh_CN: 'zh-CN', zh_TW: 'zh-TW', en: 'en' } as const;
type Language = keyof typeof LANGUAGES;

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

const all = Object.fromEntries(
  (Object.keys(LANGUAGES) as Language[]).map((language) => [language, textsOf(language)]),
) as Record<Language, Map<string, Text>>;

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
  const stems = (language: Language) => [...new Set([...all[language].keys()].map(stemOf))].sort();

  it('are there', () => {
    expect(all.zh_CN.size).toBeGreaterThan(100);
  });

  it.each(['zh_TW', 'en'] as const)('%s has the keys of zh_CN, in the same files', (language) => {
    expect(stems(language)).toEqual(stems('zh_CN'));
    for (const [key, { area }] of all[language]) {
      const same = [...all.zh_CN].find(([other]) => stemOf(other) === stemOf(key));
      expect(same?.[1].area, key).toBe(area);
    }
  });

  it.each(Object.keys(LANGUAGES) as Language[])(
    '%s has each plural form that its language needs, and no other',
    (language) => {
      const needed = new Intl.PluralRules(LANGUAGES[language]).resolvedOptions().pluralCategories.toSorted();
      const forms = new Map<string, string[]>();
      for (const key of all[language].keys()) {
        if (stemOf(key) !== key)
          forms.set(stemOf(key), [...(forms.get(stemOf(key)) ?? []), key.slice(stemOf(key).length - 1)]);
      }
      for (const [stem, found] of forms) expect(found.toSorted(), stem).toEqual(needed);
    },
  );

  it.each(['zh_TW', 'en'] as const)('%s fills in the same numbers and words as zh_CN', (language) => {
    for (const [key, { message }] of all[language]) {
      const same = all.zh_CN.get(key) ?? all.zh_CN.get(stemOf(key).replace('#', 'other'));
      expect(placeholders(message), key).toBe(placeholders(same?.message ?? ''));
    }
  });

  it.each(Object.keys(LANGUAGES) as Language[])('%s says something under every key, in text', (language) => {
    for (const [key, { message }] of all[language]) {
      expect(message.trim(), key).not.toBe('');
      expect(message, key).not.toMatch(/<[a-z/]/i);
    }
  });

  it('holds no Simplified form in Traditional texts that Taiwan writes differently', () => {
    for (const [key, { message }] of all.zh_TW) {
      if (key.includes('_demo_')) continue;
      expect(message, key).not.toMatch(/[这个们来为页会网说时还没对开关样设决过试请际错误删与将处复贴应间显]/);
    }
  });

  it('has no key that nothing uses', () => {
    const code = [...sources('lib'), ...sources('entrypoints'), readFileSync('wxt.config.ts', 'utf8')].join('\n');
    const made = [...code.matchAll(/`([a-z]+(?:_[a-zA-Z]+)*_?)\$\{[^}]*\}([a-zA-Z_]*)/g)].map(
      ([, before = '', after = '']) => new RegExp(`^${before}\\w+${after}$`),
    );
    const unused = [...all.zh_CN.keys()].filter((key) => {
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
