/**
 * Puts the figures into texts. Documents keep them between two comments; the stores' texts, which know none, name them
 * in braces.
 */
import type { Figures } from './read.ts';

/** `<!-- figure NAME -->87.7<!-- / -->` */
const MARK = /(<!-- figure (\w+) -->)[^<]*(<!-- \/ -->)/g;
const BRACES = /\{\{(\w+)\}\}/g;

/** The documents that hold figures. */
export const DOCUMENTS = ['README.md', 'README.zh-CN.md', 'docs/LIMITS.md'];

/** A document with its figures as they are now. @throws Error for a figure that does not exist */
export function filled(document: string, figures: Figures): string {
  return document.replace(MARK, (_, before: string, name: string, after: string) => {
    return before + written(name, figures) + after;
  });
}

/** A text of the stores with its figures. @throws Error for a figure that does not exist */
export function completed(text: string, figures: Figures): string {
  return text.replace(BRACES, (_, name: string) => written(name, figures));
}

/** A document without its figures: what is left may hold no share that was written by hand. */
export function withoutFigures(document: string): string {
  return document.replace(MARK, '').replace(BRACES, '');
}

/** In all our languages thousands stand apart by a comma. */
function written(name: string, figures: Figures): string {
  const value = figures[name];
  if (value === undefined) throw new Error(`there is no figure ${name}; there are ${Object.keys(figures).join(', ')}`);
  return value.toLocaleString('en');
}
