import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unitTables } from '../../../lib/model/features.ts';
import { PAGE_NAMES } from '../../../lib/model/page-features.ts';
import { SHORTENED, shortNames } from '../../../tools/lean/names.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What is said between the parts of the extension, and the parts whose names stay as they are. */
const OTHERS = [
  'lib/messages.ts',
  'lib/messaging.ts',
  ...['lib/report', 'lib/settings', 'lib/background', 'lib/ui', 'entrypoints'].flatMap(sourcesIn),
];

function sourcesIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

/** A field or method: read, declared, or in an object's short form. */
const FIELDS = /\.(\w+)\b|\b(\w+)\??:|(?<=[{,])\s*(\w+)\s*(?=[,}])/g;

function fieldsOf(source: string): Set<string> {
  const plain = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return new Set([...plain.matchAll(FIELDS)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''));
}

describe('names that are shortened in the content scripts', () => {
  const names = Object.keys(shortNames().props.props).map((name) => name.slice(1));

  it('are called by different short ones', () => {
    expect(new Set(Object.values(shortNames().props.props)).size).toBe(names.length);
    expect(names.filter((name) => !SHORTENED.test(name))).toEqual([]);
    expect(SHORTENED.test('textContent')).toBe(false);
  });

  it('are found where they stand', () => {
    expect(fieldsOf('a.ledger.x = { spans, b: 1, scores?: 2 }; // .hider')).toEqual(
      new Set(['ledger', 'x', 'spans', 'b', 'scores']),
    );
  });

  it.each(OTHERS)('are no fields in %s', (file) => {
    const fields = fieldsOf(readFileSync(join(ROOT, file), 'utf8'));
    expect(names.filter((name) => fields.has(name))).toEqual([]);
  });

  it("are none of the model's", () => {
    const inModel = new Set<string>([...unitTables().features.families.map(({ name }) => name), ...PAGE_NAMES]);
    expect(names.filter((name) => inModel.has(name))).toEqual([]);
  });
});
