/**
 * A family of spam words is one list and one text in each language; what is missing is named (docs/ADD-A-FAMILY.md).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { families } from '../../../assets/model/families.ts';
import { LANGUAGES } from '../../../tools/project/languages.ts';
import { namedFamilies } from '../../../tools/train/lists.ts';

const keyOf = (family: string): string => `family_${family.replaceAll('-', '_')}`;

describe('families of spam words', () => {
  const named = namedFamilies();

  it('are there', () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(LANGUAGES)('each have a text in %s, and no text is left without its list', (language) => {
    const path = `assets/locales/${language}/reasons.json`;
    const keys = Object.keys(JSON.parse(readFileSync(path, 'utf8'))).filter((key) => key.startsWith('family_'));
    const missing = named.map(keyOf).filter((key) => !keys.includes(key));
    expect(missing, `texts to be written into ${path}`).toEqual([]);
    const left = keys.filter((key) => !named.map(keyOf).includes(key));
    expect(left, `texts in ${path} whose list is not in assets/lexicon`).toEqual([]);
  });

  it('are those that the shipped model can name', () => {
    const shipped = families()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    expect(shipped, 'run `npm run train`').toEqual(named);
  });
});
