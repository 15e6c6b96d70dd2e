/**
 * The parts of the extension and the arrows between them: the one place where the architecture is written down for a
 * machine.
 */

/** What a part may take from another: values and types, or types alone. */
type Arrow = 'all' | 'types';

export interface Part {
  readonly may: Readonly<Record<string, Arrow>>;
  /** Packages it may import, by name or by the name's beginning up to a slash. */
  readonly packages: readonly string[];
  /** Pure parts touch no browser API and write to no node. */
  readonly pure?: true;
  /** Reads a page's nodes through lib/dom.ts alone. */
  readonly guarded?: true;
}

/** The beginning that most parts beside the pure ones share. */
const BESIDE = {
  browser: 'all',
  messages: 'all',
  messaging: 'all',
  i18n: 'all',
  reasons: 'all',
  settings: 'all',
  report: 'all',
} as const;
const PURE = { dom: 'all', text: 'all', model: 'all', outline: 'all', detect: 'all', items: 'all' } as const;
/** Parts that are not pure may take its types: lib/browser.ts gives the browser's own API under them. */
export const API_TYPES = 'webextension-polyfill';

/** Every part by name: a folder or a file of lib/, or entrypoints. Each may import itself and assets/ besides. */
export const PARTS: Readonly<Record<string, Part>> = {
  dom: { pure: true, packages: [], may: {} },
  write: { packages: [], may: { dom: 'all' } },
  text: { pure: true, packages: [], may: {} },
  model: { pure: true, packages: [], may: { text: 'all' } },
  outline: { pure: true, guarded: true, packages: [], may: { dom: 'all', text: 'all', model: 'all' } },
  detect: { pure: true, guarded: true, packages: [], may: { dom: 'all', text: 'all', model: 'all', outline: 'all' } },
  items: {
    pure: true,
    guarded: true,
    packages: [],
    may: { dom: 'all', text: 'all', model: 'all', outline: 'all', detect: 'all' },
  },
  browser: { packages: [], may: {} },
  messages: { packages: [], may: { detect: 'types', settings: 'types', report: 'types' } },
  messaging: { packages: [], may: { browser: 'all', messages: 'all' } },
  i18n: { packages: [], may: { browser: 'all' } },
  reasons: { packages: [], may: { detect: 'types', i18n: 'all' } },
  search: { packages: [], may: { text: 'all', settings: 'types' } },
  settings: {
    packages: ['tldts', 'valibot'],
    may: { browser: 'all', text: 'all', detect: 'types', messages: 'all', messaging: 'all' },
  },
  report: {
    packages: ['valibot'],
    may: {
      browser: 'all',
      dom: 'all',
      text: 'all',
      outline: 'all',
      detect: 'types',
      settings: 'all',
      messages: 'all',
      messaging: 'all',
      i18n: 'all',
    },
  },
  page: { guarded: true, packages: [], may: { ...PURE, write: 'all', ...BESIDE } },
  extras: { packages: [], may: { ...PURE, write: 'all', ...BESIDE, page: 'all' } },
  background: { packages: [API_TYPES], may: { detect: 'types', ...BESIDE, search: 'all' } },
  ui: { packages: ['preact'], may: { text: 'all', detect: 'types', ...BESIDE, search: 'all' } },
  entrypoints: {
    packages: ['preact', 'wxt'],
    may: { ...PURE, ...BESIDE, search: 'all', page: 'all', extras: 'all', background: 'all', ui: 'all' },
  },
};

/** The part that a file belongs to, from its path in the repository; null for files outside lib and entrypoints. */
export function partOf(path: string): string | null {
  const [top, second = ''] = path.split('/');
  if (top === 'entrypoints') return 'entrypoints';
  return top === 'lib' ? second.replace(/\.tsx?$/, '') : null;
}
