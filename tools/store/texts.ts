/** The stores' texts in a language, with the figures filled in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed } from '../figures/fill.ts';
import type { Figures } from '../figures/read.ts';
import type { Language } from '../project/languages.ts';
import { LIMITS } from './limits.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface StoreTexts {
  /** Name and short description stand in the package itself. */
  readonly name: string;
  readonly manifestDescription: string;
  readonly summary: string;
  readonly description: string;
  readonly terms: readonly string[];
  /** Of the three pages, then of the tile. */
  readonly captions: readonly string[];
}

/** @param figures those of assets/figures.json. */
export function storeTexts(language: Language, figures: Figures): StoreTexts {
  const text = (file: string): string =>
    completed(readFileSync(join(ROOT, 'store', language, file), 'utf8'), figures).trim();
  const manifest = JSON.parse(readFileSync(join(ROOT, 'assets/locales', language, 'manifest.json'), 'utf8')) as Record<
    string,
    { readonly message: string }
  >;
  return {
    name: manifest.manifest_name?.message ?? '',
    manifestDescription: manifest.manifest_description?.message ?? '',
    summary: text('summary.txt'),
    description: text('description.txt'),
    terms: text('terms.txt').split('\n'),
    captions: text('captions.txt').split('\n'),
  };
}

/** Which of the stores' limits the texts break, a line each. */
export function storeProblems({
  name,
  manifestDescription,
  summary,
  description,
  terms,
  captions,
}: StoreTexts): string[] {
  const [least, most] = LIMITS.description;
  const checks: readonly (readonly [boolean, string])[] = [
    [name.length > 0 && name.length <= LIMITS.name, 'name'],
    [manifestDescription.length > 0 && manifestDescription.length <= LIMITS.manifestDescription, 'short description'],
    [summary.length > 0 && summary.length <= LIMITS.summary && !summary.includes('\n'), 'summary'],
    [description.length >= least && description.length <= most, 'description'],
    [!/<|https?:/.test(description), 'description: markup or an address'],
    [terms.length <= LIMITS.terms && terms.every((term) => term !== '' && term.length <= LIMITS.term), 'terms'],
    [terms.join(' ').split(/\s+/).length <= LIMITS.termWords, 'words of the terms'],
    [captions.length === 4 && captions.every((caption) => caption !== '' && caption.length <= 60), 'captions'],
  ];
  return checks.filter(([ok]) => !ok).map(([, what]) => what);
}
