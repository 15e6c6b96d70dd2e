// What `npm start` is asked to open. Node built-ins only: a wrong name is told before anything is installed.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from '../setup.mjs';

/**
 * @typedef {{ kind: 'demo' } | { kind: 'file', path: string } | { kind: 'url', url: string }} Target
 * @typedef {{ target: Target, firefox: boolean, headless: boolean }} Arguments
 */

/**
 * Reads the words after `npm start --`. Throws Trouble with one line where they make no sense.
 * @param {readonly string[]} words
 * @returns {Arguments}
 */
export function readArguments(words) {
  const flags = words.filter((word) => word.startsWith('--'));
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = flags.find((flag) => flag !== '--firefox' && flag !== '--headless');
  if (unknown) throw new Trouble(`unknown option ${unknown}; there are --firefox and --headless`);
  if (names.length > 1) throw new Trouble(`one address or file at a time, not ${names.length}`);
  return {
    target: readTarget(names[0]),
    firefox: flags.includes('--firefox'),
    headless: flags.includes('--headless') || !hasDisplay(),
  };
}

/** @param {string | undefined} name @returns {Target} */
function readTarget(name) {
  if (name === undefined) return { kind: 'demo' };
  if (/^file:\/\//i.test(name) && URL.canParse(name)) return readTarget(fileURLToPath(name));
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return { kind: 'url', url: readUrl(name) };
  const path = resolve(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Trouble(`no such file: ${name} (an address begins with http:// or https://)`);
  if (!found.isFile()) throw new Trouble(`not a file: ${name}`);
  return { kind: 'file', path };
}

/** @param {string} name */
function readUrl(name) {
  const url = URL.canParse(name) ? new URL(name) : null;
  if (!url?.hostname || !/^https?:$/.test(url.protocol)) throw new Trouble(`not an address of a web page: ${name}`);
  return url.href;
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
