/** The pages whose load is measured, and the extensions beside ours. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, resultPage } from '../../tests/fixtures/results/engines.ts';
import { mixed, QUERY } from '../../tests/fixtures/results/lines.ts';
import { buildFolder } from '../browsers/builds.ts';
import { type LoadPage, NOTHING, OURS } from './load.ts';
import { KEYWORDS, realPages, samplePage } from './samples.ts';

const MADE: readonly (readonly [name: string, ...of: Parameters<typeof samplePage>])[] = [
  ['English, 3,000 nodes', 3000, 'english'],
  ['honest Chinese, 1,000', 1000, 'honest'],
  ['honest Chinese, 3,000', 3000, 'honest'],
  ['honest Chinese, 10,000', 10_000, 'honest'],
  ['infected, 3,000', 3000, 'infected'],
];
/** How many times slower a slow processor is. */
const SLOW = 4;
/** Saved pages, from each half of the corpus. */
const SAVED = 5;

/** Scripts do not run without what they were saved from; what they ask for would be refused. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, '').replace(/<(?:script|link|iframe)\b[^>]*>/gi, '');
}

/** A page of results with two spam ones among ten, and a thread of comments with three, in which whole items go. */
function itemPages(): LoadPage[] {
  const [engine] = ENGINES;
  if (engine === undefined) throw new Error('no engine to show results of');
  const results = resultPage(engine, QUERY, mixed(2).results);
  const thread = samplePage(3000, 'honest');
  const posted = `<li class="comment"><div class="head"><a href="/u/x" class="user">路人</a> <span class="time">2024-3-4</span></div><p class="body">${KEYWORDS.slice(0, 6).join('，')} www.k1.example.net</p><div class="tools"><a href="/r/x">回复</a></div></li>`;
  const at = thread.indexOf('<li', thread.length / 2);
  return [
    {
      name: 'results of a search, 2 of 10 spam',
      html: results,
      search: `?${engine.query}=${encodeURIComponent(QUERY)}`,
    },
    { name: 'comments, 3,000 nodes, 3 spam', html: thread.slice(0, at) + posted.repeat(3) + thread.slice(at) },
  ];
}

/** Pages to load; `matching` leaves out those of another name. */
export function loadPages(matching: RegExp): LoadPage[] {
  const made = MADE.map(([name, ...of]) => ({ name, html: samplePage(...of) }));
  const slow = { name: 'honest Chinese, 10,000, 4 × throttled', html: samplePage(10_000, 'honest'), rate: SLOW };
  const saved = realPages(SAVED).map(({ name, html }) => ({
    name: `${name.replace('real', 'saved')}, ${Math.round(html.length / 1024)} KB`,
    html: withoutScripts(html),
  }));
  return [...made, slow, ...saved, ...itemPages()].filter(({ name }) => matching.test(name));
}

/** Folders of the extensions, by their names; `others` as `name=folder`. */
export function loadExtensions(others: readonly string[]): Map<string, string | null> {
  const folders = new Map([
    [NOTHING, null],
    ['observer only', observerOnly()],
    [OURS, buildFolder('chrome')],
  ]);
  for (const other of others) {
    const at = other.indexOf('=');
    if (at < 1) throw new Error(`--beside takes name=folder, not ${other}`);
    folders.set(other.slice(0, at), other.slice(at + 1));
  }
  return folders;
}

/** Folder of an extension whose script watches each page and does nothing: what watching costs whoever does it. */
export function observerOnly(): string {
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
