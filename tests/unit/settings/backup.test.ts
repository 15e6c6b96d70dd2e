import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../lib/settings/backup.ts';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import { migrate } from '../../../lib/settings/migrate.ts';
import type { Settings } from '../../../lib/settings/schema.ts';

const settings: Settings = {
  ...DEFAULTS,
  allowedSites: ['example.com'],
  words: { spam: ['六合彩'], honest: ['福利院'] },
  keeps: [{ site: 'example.com', fingerprint: 'f', made: 1, used: 2, label: '友情链接' }],
};
const REPORTS = [{ id: 'one' }, { id: 'two' }];
const readReport = (value: unknown) => REPORTS.find(({ id }) => id === (value as { id?: unknown } | null)?.id) ?? null;
const read = (text: string) => readBackup(text, readReport);
const file = (change: object) => JSON.stringify({ ...JSON.parse(writeBackup(settings, REPORTS, 0)), ...change });

describe('backup', () => {
  it('brings back what was written', () => {
    expect(read(writeBackup(settings, REPORTS, Date.UTC(2026, 0, 2)))).toEqual({
      ok: true,
      settings,
      reports: REPORTS,
    });
  });

  it('is readable: one JSON text with its date', () => {
    expect(JSON.parse(writeBackup(settings, [], Date.UTC(2026, 0, 2)))).toMatchObject({
      format: 'saozhu-backup',
      version: 1,
      made: '2026-01-02T00:00:00.000Z',
    });
  });

  it('gives settings that an older program did not have their defaults', () => {
    expect(read(file({ settings: { bars: 'mark' } }))).toEqual({
      ok: true,
      settings: { ...DEFAULTS, bars: 'mark' },
      reports: REPORTS,
    });
  });

  it('knows a file that still holds how careful to be, a choice that is gone', () => {
    expect(read(file({ settings: { ...settings, care: 'thorough' } }))).toEqual({
      ok: true,
      settings,
      reports: REPORTS,
    });
  });

  it('leaves behind whatever no setting has, however large', () => {
    const filler = 'x'.repeat(1_000_000);
    const odd = {
      ...settings,
      filler,
      keeps: settings.keeps.map((keep) => ({ ...keep, filler })),
      words: { ...settings.words, filler: [filler] },
    };
    const taken = read(file({ settings: odd, filler }));
    expect(taken).toEqual({ ok: true, settings, reports: REPORTS });
    expect(JSON.stringify(taken).length).toBeLessThan(1000);
  });

  it('knows a file that was written before reports were part of it', () => {
    expect(read(file({ reports: undefined }))).toEqual({ ok: true, settings, reports: null });
  });

  it.each([
    ['rubbish', 'notJson', []],
    ['', 'notJson', []],
    ['[1,2]', 'foreign', []],
    ['null', 'foreign', []],
    ['{"format":"ublock","settings":{}}', 'foreign', []],
    [file({ settings: [] }), 'foreign', []],
    [file({ version: 2 }), 'newer', []],
    [file({ version: 'x' }), 'damaged', ['version']],
    [file({ settings: { bars: 'huge', keeps: [1] } }), 'damaged', ['keeps', 'bars']],
    [file({ reports: [...REPORTS, { id: 'three' }] }), 'damaged', ['reports']],
    [file({ reports: 'none' }), 'damaged', ['reports']],
    [file({ settings: { badge: 1 }, reports: null }), 'damaged', ['badge', 'reports']],
    [writeBackup(settings, REPORTS, 0).slice(0, -9), 'notJson', []],
    [`"${'x'.repeat(30_000_001)}"`, 'tooLarge', []],
  ])('refuses a file, case %#', (text, reason, fields) => {
    expect(read(text)).toEqual({ ok: false, reason, fields });
  });

  it('takes no names from the prototype chain', () => {
    expect(
      read('{"format":"saozhu-backup","version":1,"settings":{"__proto__":{"bars":"huge"},"constructor":1}}'),
    ).toEqual({ ok: true, settings: DEFAULTS, reports: null });
  });
});

describe('migrate', () => {
  const steps = [(stored: object) => ({ ...stored, one: 1 }), (stored: object) => ({ ...stored, two: 2 })];

  it('runs the steps from the stored version on', () => {
    expect(migrate({}, 1, steps)).toEqual({ one: 1, two: 2 });
    expect(migrate({}, 2, steps)).toEqual({ two: 2 });
    expect(migrate({}, 3, steps)).toEqual({});
  });

  it.each([undefined, null, 'x', 0, -1, 1.5, 99])('leaves values of the odd version %s as they are', (version) => {
    expect(migrate({ a: 1 }, version, steps)).toEqual({ a: 1 });
  });
});
