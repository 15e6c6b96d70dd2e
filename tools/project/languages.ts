/** The languages of the interface: the folders of assets/locales. A new folder there is a new language everywhere. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The name of a language's folder, as the browsers' catalogues want it: `zh_TW`. */
export type Language = string;

/** What the manifest falls back to; its files are the ones whose keys the types know (lib/i18n.ts). */
export const DEFAULT_LANGUAGE: Language = 'zh_CN';

/** The languages that a folder of the repository has subfolders for, the default one first. */
export function languagesIn(folder: string): readonly Language[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => Number(b === DEFAULT_LANGUAGE) - Number(a === DEFAULT_LANGUAGE) || (a < b ? -1 : 1));
}

export const LANGUAGES: readonly Language[] = languagesIn('assets/locales');

/** A language as a BCP 47 tag, which browsers are told: `zh-TW`. English stands for that of the United States there. */
export function tagOf(language: Language): string {
  return language === 'en' ? 'en-US' : language.replaceAll('_', '-');
}
