/** The list of cases, tests/cases/cases.json: what stands in it must be there unchanged, and nothing else may be. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** visible: a false positive, must never be hidden · hidden: spam that was missed. */
export type Expectation = 'visible' | 'hidden';

export interface Case {
  /** File name without .html. */
  readonly name: string;
  readonly expect: Expectation;
  /** SHA-256 of the page, in hexadecimal. */
  readonly sha256: string;
  /** Missed spam that the detector does not hide yet. Never on a false positive. */
  readonly open?: true;
}

const LIST = 'cases.json';

export function readCases(folder: string): readonly Case[] {
  const path = join(folder, LIST);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] }).cases : [];
}

export function readCasePage(folder: string, { name }: Pick<Case, 'name'>): string {
  return readFileSync(join(folder, `${name}.html`), 'utf8');
}

/** Writes a case's page and its line in the list. @throws when there is such a case already. */
export function addCase(folder: string, html: string, entry: Omit<Case, 'sha256'>): Case {
  const cases = readCases(folder);
  if (cases.some(({ name }) => name === entry.name)) throw new Error(`${entry.name} is a case already`);
  mkdirSync(folder, { recursive: true });
  const added: Case = { ...entry, sha256: digest(html) };
  const next = [...cases, added].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(join(folder, `${entry.name}.html`), html);
  writeFileSync(join(folder, LIST), `${JSON.stringify({ cases: next }, null, 2)}\n`);
  return added;
}

/** What doesn't fit between list and folder, one line each; none when all is well. */
export function listProblems(folder: string): string[] {
  const cases = readCases(folder);
  const pages = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
  const listed = new Set(cases.map(({ name }) => `${name}.html`));
  return [
    ...pages.filter((file) => !listed.has(file)).map((file) => `${file} is not in ${LIST}`),
    ...cases.flatMap((entry) => {
      if (!pages.includes(`${entry.name}.html`)) return [`${entry.name}.html is gone: cases stay`];
      if (digest(readCasePage(folder, entry)) !== entry.sha256)
        return [`${entry.name}.html was changed: cases stay as they are`];
      return entry.open && entry.expect === 'visible' ? [`${entry.name}: a false positive can't be left open`] : [];
    }),
  ];
}

export function digest(html: string): string {
  return createHash('sha256').update(html).digest('hex');
}
