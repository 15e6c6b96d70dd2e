/** The pages whose load is measured, and the extensions beside ours. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder } from '../browsers/builds.ts';
import { type LoadPage, NOTHING } from './load.ts';
import { realPages, samplePage } from './samples.ts';

const MADE: readonly (readonly [name: string, ...of: Parameters<typeof samplePage>])[] = [
  ['English, 3,000 nodes', 3000, 'english'],
  ['honest Chinese, 1,000', 1000, 'honest'],
  ['honest Chinese, 3,000', 3000, 'honest'],
  ['honest Chinese, 10,000', 10_000, 'honest'],
  ['infected, 3,000', 3000, 'infected'],
];
/** Saved pages, from each half of the corpus. */
const SAVED = 5;

/** Scripts do not run without what they were saved from; what they ask for would be refused. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, '').replace(/<(?:script|link|iframe)\b[^>]*>/gi, '');
}

/** Pages to load; `matching` leaves out those of another name. */
export function loadPages(matching: RegExp): LoadPage[] {
  const made = MADE.map(([name, ...of]) => ({ name, html: samplePage(...of) }));
  const saved = realPages(SAVED).map(({ name, html }) => ({
    name: `${name.replace('real', 'saved')}, ${Math.round(html.length / 1024)} KB`,
    html: withoutScripts(html),
  }));
  return [...made, ...saved].filter(({ name }) => matching.test(name));
}

/** Folders of the extensions, by their names; `others` as `name=folder`. */
export function loadExtensions(others: readonly string[]): Map<string, string | null> {
  const folders = new Map([
    [NOTHING, null],
    ['observer only', observerOnly()],
    ['Saozhu', buildFolder('chrome')],
  ]);
  for (const other of others) {
    const at = other.indexOf('=');
    if (at < 1) throw new Error(`--beside takes name=folder, not ${other}`);
    folders.set(other.slice(0, at), other.slice(at + 1));
  }
  return folders;
}

/** An extension whose script watches each page and does nothing: what watching costs whoever does it. */
function observerOnly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saozhu-observer-'));
  const manifest = {
    manifest_version: 3,
    name: 'observer',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://*/*'], all_frames: true, run_at: 'document_start', js: ['observe.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), '');
  writeFileSync(
    join(folder, 'observe.js'),
    'new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });',
  );
  return folder;
}
