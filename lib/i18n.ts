/**
 * Texts of the interface. They live in assets/locales/(language)/(area).json and reach the browser as its own
 * catalogue; a key that is not in the Simplified Chinese files is a type error.
 */

import type bars from '../assets/locales/zh_CN/bars.json';
import type common from '../assets/locales/zh_CN/common.json';
import type manifest from '../assets/locales/zh_CN/manifest.json';
import type menus from '../assets/locales/zh_CN/menus.json';
import type options from '../assets/locales/zh_CN/options.json';
import type picker from '../assets/locales/zh_CN/picker.json';
import type popup from '../assets/locales/zh_CN/popup.json';
import type reasons from '../assets/locales/zh_CN/reasons.json';
import type report from '../assets/locales/zh_CN/report.json';
import type welcome from '../assets/locales/zh_CN/welcome.json';
import browser from './browser.ts';

type Texts = typeof bars &
  typeof common &
  typeof manifest &
  typeof menus &
  typeof options &
  typeof picker &
  typeof popup &
  typeof reasons &
  typeof report &
  typeof welcome;

/** Every key of the catalogue. */
export type MessageKey = keyof Texts;

/** Stems of texts that change with a number: `bars_links` for the keys `bars_links_one` and `bars_links_other`. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/**
 * The text of a key, with $1 to $9 filled in; numbers are written the language's way.
 * Substitutions are put in as they are: the result is text and must never be used as markup.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return message(key, substitutions);
}

/** The text of a stem for a count, which is $1; further substitutions start at $2. */
export function plural(stem: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const category = formats().plurals.select(count);
  return (
    message(`${stem}_${category}`, [count, ...substitutions]) || message(`${stem}_other`, [count, ...substitutions])
  );
}

/** The language of the texts as a BCP 47 tag: the catalogue's, which is not always the browser's. */
export function language(): string {
  return message('common_language', []) || 'zh-CN';
}

/** A number in the language's writing. */
export function formatNumber(value: number): string {
  return isPlain(value) ? String(value) : formats().numbers.format(value);
}

/**
 * Is it written the same in all our languages? Most are, and the browser's tables take longer to load than all else of
 * a popup.
 */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

/** A share in 0..1 as whole per cent. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A day, from milliseconds since 1970, in the user's time zone; empty where that is no date. */
export function formatDate(time: number): string {
  // A stored date may be damaged: a page must not fail over it.
  if (!(Math.abs(time) <= 8.64e15)) return '';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(time);
}

interface Formats {
  readonly language: string;
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
}

let made: Formats | undefined;

/**
 * Kept, because to make one costs more than all else of a row in the popup (measured: half of its time with 500 rows).
 */
function formats(): Formats {
  const now = language();
  if (made?.language !== now)
    made = { language: now, numbers: new Intl.NumberFormat(now), plurals: new Intl.PluralRules(now) };
  return made;
}

function message(key: string, substitutions: readonly (string | number)[]): string {
  const texts = substitutions.map((value) => (typeof value === 'number' ? formatNumber(value) : value));
  return browser.i18n.getMessage(key, texts);
}
