import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { leanPages } from './tools/build/pages.ts';
import { leanScripts } from './tools/build/scripts.ts';
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

export default defineConfig({
  manifestVersion: 3,
  imports: false,
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
    // Every browser that is meant knows modulepreload; what stands in for it elsewhere watches each change of the
    // document.
    build: { target: browser === 'firefox' ? 'firefox142' : 'chrome109', modulePreload: { polyfill: false } },
    // What only makes the packages smaller or safer to ship is left out while developing: pages come from Vite's server
    // then.
    plugins: command === 'serve' ? [] : [leanScripts(), leanPages(), noteShipped()],
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
