// Where the browsers are on this machine. Node built-ins only: set-up runs this before any package is installed.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Commands looked for on PATH, best first. Chromium before Chrome: branded builds ignore --load-extension. */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Programs at their usual places on macOS. */
const MAC = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

/** Programs at their usual places on Windows, below each of the program folders. */
const WINDOWS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** Environment variables that name a browser outright. */
const OVERRIDES = { chromium: 'SAOZHU_CHROMIUM', firefox: 'SAOZHU_FIREFOX' };

/**
 * The path of an installed browser, or null.
 * @param {'chromium' | 'firefox'} kind
 * @returns {string | null}
 */
export function findBrowser(kind) {
  const named = process.env[OVERRIDES[kind]];
  if (named) return named;
  return candidates(kind).find(runs) ?? null;
}

/**
 * @param {'chromium' | 'firefox'} kind
 * @returns {string[]}
 */
function candidates(kind) {
  if (process.platform === 'darwin') return MAC[kind];
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS[kind].map((rest) => join(folder, rest)) : []));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
