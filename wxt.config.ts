import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { leanContentScript } from './tools/lean/plugin.ts';
import { noteShipped, writeNotices } from './tools/notices/plugin.ts';
import { definitions } from './tools/project/addresses.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from './tools/project/languages.ts';
import { ADDRESSES, GECKO_ID } from './tools/project/project.ts';

/** Where the content scripts run: entrypoints/content says the same, and the second one is put into the same pages. */
const EVERYWHERE = ['http://*/*', 'https://*/*', 'file:///*'];

/** One messages.json from the small files of a language; a key that stands twice is an error. */
function messagesOf(language: string): string {
  const folder = `assets/locales/${language}`;
  const all: Record<string, unknown> = {};
  for (const file of readdirSync(folder).sort()) {
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))) {
      if (key in all) throw new Error(`${folder}/${file}: ${key} stands in another file too`);
      all[key] = value;
    }
  }
  return JSON.stringify(all, null, 2);
}

/**
 * Takes the one place out of Preact that writes markup from strings (dangerouslySetInnerHTML): nothing here may use it,
 * and the store's linter then has nothing to warn of. Fails when Preact no longer looks as expected.
 */
const noMarkupFromStrings: Plugin = {
  name: 'no-markup-from-strings',
  transform(code, id) {
    if (!/preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return null;
    const parts = code.split(/\w+\.innerHTML=\w+\.__html/);
    if (parts.length !== 2) throw new Error(`Preact writes innerHTML in ${parts.length - 1} places instead of one`);
    return { code: parts.join('void 0'), map: null };
  },
};

/**
 * One file for what the extension's own pages share, instead of one for each set of pages that share it: a popup that opens
 * waits for every file that it asks for, and the most it loads in vain is a few KB.
 */
const oneSharedChunk: Plugin = {
  name: 'one-shared-chunk',
  outputOptions(options) {
    if (options.format !== 'es') return null;
    return { ...options, codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } };
  },
};

/**
 * Puts the popup's style sheet into its page: one file fewer to wait for before anything can be drawn. Other pages keep theirs.
 * Fails when the build no longer writes the page as expected.
 */
const popupStyleInPage: Plugin = {
  name: 'popup-style-in-page',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = Object.values(bundle).find(({ fileName }) => /\bpopup(\/index)?\.html$/.test(fileName));
    if (page?.type !== 'asset') return;
    let found = 0;
    page.source = String(page.source).replace(
      /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g,
      (_link, file: string) => {
        const sheet = bundle[file];
        if (sheet?.type !== 'asset') throw new Error(`the popup's style sheet ${file} is missing`);
        delete bundle[file];
        found++;
        return `<style>${String(sheet.source).trim()}</style>`;
      },
    );
    if (found !== 1) throw new Error(`the popup has ${found} style sheets instead of one`);
  },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: DEFAULT_LANGUAGE,
    permissions: ['storage', 'contextMenus', 'scripting'],
    host_permissions: EVERYWHERE,
    ...(ADDRESSES.homepage === null ? {} : { homepage_url: ADDRESSES.homepage }),
    action: { default_title: '__MSG_manifest_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'toggle-all': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_toggle_all__' },
      'allow-site': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_allow_site__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '109' }),
  }),
  vite: ({ browser, command }) => ({
    define: definitions(ADDRESSES),
    // Every browser that is meant knows modulepreload; what stands in for it elsewhere watches each change of the document.
    build: { target: browser === 'firefox' ? 'firefox142' : 'chrome109', modulePreload: { polyfill: false } },
    // What only makes the packages smaller or safer to ship is left out while developing: pages come from Vite's server then.
    plugins:
      command === 'serve'
        ? []
        : [noMarkupFromStrings, leanContentScript(), oneSharedChunk, popupStyleInPage, noteShipped()],
  }),
  hooks: {
    // Not while developing: there the packages stay where they are.
    'build:done': (wxt) => {
      if (wxt.config.command === 'build') writeNotices(wxt.config.outDir);
    },
    'build:publicAssets': (_wxt, files) => {
      for (const language of LANGUAGES) {
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: messagesOf(language) });
      }
    },
  },
});
