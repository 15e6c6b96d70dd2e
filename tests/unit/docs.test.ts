/** What the docs say that a program can check: files, links, commands, permissions, the version of Node. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { sourcePaths } from '../../tools/release/sources.ts';

const FILES = sourcePaths('.');
const NAMES = new Set(FILES.map((path) => basename(path)));
/** docs/history speaks of files of its time. */
const DOCS = FILES.filter((path) => path.endsWith('.md') && !path.startsWith('docs/history/'));

const read = (path: string): string => readFileSync(path, 'utf8');
const matches = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, found = '']) => found);

/** Code in a doc: between backticks, and in blocks. */
function codeIn(text: string): string {
  return matches(text, /(?:```\w*\n([\s\S]*?)```)/g)
    .concat(matches(text, /`([^`\n]+)`/g))
    .join('\n');
}

/** A path of the repository, with its ending or without. */
function isThere(path: string): boolean {
  return ['', '.ts', '.tsx'].some((ending) => existsSync(path + ending));
}

describe('the docs', () => {
  it('are there', () => {
    expect(DOCS.length).toBeGreaterThan(15);
  });

  it.each(DOCS)('%s links to files that exist', (path) => {
    const links = matches(read(path), /\]\(([^)#:\s]+)(?:#[^)]*)?\)/g);
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });

  it.each(DOCS)('%s names files that exist', (path) => {
    const code = codeIn(read(path));
    const paths = matches(code, /(?<![\w/.-])((?:lib|tools|tests|assets|docs|entrypoints|store)\/[\w./-]*\w)/g);
    const names = matches(code, /(?<![\w/.*-])([\w-]+\.(?:tsx?|mjs))\b/g);
    // Capitals stand for what is to be filled in.
    const missing = [
      ...paths.filter((name) => !/[A-Z]{2,}$|\/[A-Z]{2,}(?:[./-]|$)/.test(name) && !isThere(name)),
      ...names.filter((name) => !NAMES.has(name)),
    ];
    expect(missing).toEqual([]);
  });

  it.each(DOCS)('%s names commands that exist', (path) => {
    const commands = matches(codeIn(read(path)), /npm run (?:--silent )?([a-z][\w:-]*)/g);
    expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

it('SECURITY.md names tests that exist', () => {
  const named = matches(read('docs/SECURITY.md'), /`([a-z-]+\/[a-z-]+)`/g);
  expect(named.length).toBeGreaterThan(20);
  const isTest = (name: string) =>
    FILES.some(
      (path) => /^tests\/(?:unit|browser)\/(.+?)\.(?:firefox\.)?(?:test|spec)\.tsx?$/.exec(path)?.[1] === name,
    );
  expect(named.filter((name) => !isTest(name))).toEqual([]);
});

describe('each fact is the same wherever it has to stand twice', () => {
  it.each(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'store/reviewers.md'])('%s: Node', (path) => {
    const [needed] = /\d+\.\d+/.exec(manifest.engines.node) ?? [];
    const named = matches(read(path), /Node (\d+\.\d+)/g);
    expect(named).toEqual([needed]);
  });

  it('the set-up asks for the same Node', () => {
    const [major, minor] = /NODE = \[(\d+), (\d+)\]/.exec(read('tools/setup.mjs'))?.slice(1) ?? [];
    expect(manifest.engines.node).toBe(`>=${major}.${minor}.0`);
  });

  it.each(['docs/PERMISSIONS.md', 'docs/PRIVACY.md', 'docs/PRIVACY.zh-CN.md', 'store/permissions.md'])(
    '%s: every permission of the manifest, and no other',
    (path) => {
      const asked = matches(/permissions: \[([^\]]*)\]/.exec(read('wxt.config.ts'))?.[1] ?? '', /'(\w+)'/g);
      expect(asked.length).toBeGreaterThan(2);
      const text = read(path);
      // PERMISSIONS.md says of others that they are left out, under a heading of its own.
      const [part = ''] = text.split(/^## What is left out/m);
      const others = ['tabs', 'activeTab', 'alarms', 'notifications', 'downloads', 'cookies', 'webRequest', 'history'];
      expect(asked.filter((name) => !part.includes(`\`${name}\``))).toEqual([]);
      expect(others.filter((name) => part.includes(`\`${name}\``))).toEqual([]);
    },
  );

  it('only tools/bin/size.ts says how large the scripts may be', () => {
    const limits = matches(read('tools/bin/size.ts'), /_LIMIT = (\d+) \* 1024/g);
    expect(limits.length).toBeGreaterThan(0);
    const said = DOCS.filter((path) => limits.some((limit) => new RegExp(`\\b${limit} KB`).test(read(path))));
    expect(said).toEqual([]);
  });
});
