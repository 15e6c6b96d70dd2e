/** Where the page to show comes from: the demo, a saved page or the web. */
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { PageServer } from '../browsers/pages.ts';
import type { Target } from './target.mjs';

export interface PreparedPage {
  readonly url: string;
  /** Serves the page; null for a page of the web. */
  readonly server: PageServer | null;
  /** Whether the browser may reach nothing but the server: saved pages may be hostile. */
  readonly offline: boolean;
}

const DEMO = join(ROOT, 'tests/fixtures/demo/news.html');

/** A name that looks like a news site's, for pictures; only a browser behind the server's proxy can reach it. */
const DEMO_HOST = 'http://news.linchao.example';

const TYPES: Readonly<Record<string, string>> = {
  '.xhtml': 'application/xhtml+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.pdf': 'application/pdf',
};

/** Serves what is to be shown. A demo in a window leaves the network open, so that real pages can be tried next. */
export async function preparePage(target: Target, headless: boolean): Promise<PreparedPage> {
  if (target.kind === 'url') return { url: target.url, server: null, offline: false };
  const server = await PageServer.start();
  const path = target.kind === 'file' ? target.path : DEMO;
  const offline = target.kind === 'file' || headless;
  const host = offline
    ? target.kind === 'file'
      ? 'http://saved.example'
      : DEMO_HOST
    : `http://127.0.0.1:${server.port}`;
  server.serveFolder(`${host}/`, dirname(path), typeOf);
  return { url: `${host}/${encodeURIComponent(basename(path))}`, server, offline };
}

/** The content type of a file; pages that name no charset themselves are taken for UTF-8. */
function typeOf(path: string): string {
  const type = TYPES[extname(path).toLowerCase()] ?? 'text/html';
  if (!type.startsWith('text/')) return type;
  const beginning = readFileSync(path).subarray(0, 1024).toString('latin1');
  return type === 'text/html' && /charset\s*=/i.test(beginning) ? type : `${type}; charset=utf-8`;
}
