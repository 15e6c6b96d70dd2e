/** The forms for issues, and what the extension fills into them: the names must be the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { issueUrl } from '../../../lib/report/issue-url.ts';
import { FORMS, formUrl, privacyUrl } from '../../../lib/report/repository.ts';
import { sentReport } from '../../../lib/report/sent-report.ts';
import { draft, WORDS } from './samples.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';
const ISSUES = 'https://forge.example/saozhu/issues';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly value?: string; readonly render?: string };
  readonly validations?: { readonly required?: boolean };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly body: readonly Field[];
}

const formOf = (file: string) => parse(readFileSync(join(FOLDER, file), 'utf8')) as Form;

const filled = (kind: 'falsePositive' | 'missed'): Readonly<Record<string, string>> => {
  const finding = kind === 'missed' ? null : draft().finding;
  const report = sentReport(draft({ kind, finding, note: '说明' }), '0.2.0', 0);
  return Object.fromEntries(new URL(issueUrl(report, WORDS, ISSUES).url).searchParams);
};

describe('the forms for issues', () => {
  it('are those that the extension opens', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'config.yml');
    expect(files.sort()).toEqual(Object.values(FORMS).sort());
  });

  it.each(['falsePositive', 'missed'] as const)('%s: every field is filled, and no other name is used', (kind) => {
    const { title, template, ...fields } = filled(kind);
    expect(template).toBe(FORMS[kind]);
    expect(title).toBe('误报: news.example');
    const ids = formOf(FORMS[kind]).body.flatMap(({ id }) => id ?? []);
    expect(Object.keys(fields).sort()).toEqual(ids.sort());
    expect(Object.values(fields).every((text) => text !== '')).toBe(true);
  });

  it('take the data as JSON, which no tracker takes for markup', () => {
    for (const kind of ['falsePositive', 'missed'] as const) {
      const field = formOf(FORMS[kind]).body.find(({ id }) => id === 'report');
      expect(field).toMatchObject({
        type: 'textarea',
        attributes: { render: 'json' },
        validations: { required: true },
      });
    }
  });

  it.each(Object.values(FORMS))('%s is a form as GitHub takes it', (file) => {
    const { name, description, labels, body } = formOf(file);
    expect([name, description].every((text) => text.length > 3 && text.length < 200)).toBe(true);
    expect(labels).toHaveLength(1);
    for (const { type, id, attributes } of body) {
      expect(['markdown', 'input', 'textarea']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else expect([id ?? '', attributes.label ?? '']).toEqual([expect.stringMatching(/^[a-z]+$/), expect.any(String)]);
    }
  });
});

describe('addresses of the project', () => {
  it('leave out what there is nothing for', () => {
    expect(formUrl(ISSUES, 'bug', { version: '0.2.0 (abc)', browser: '' })).toBe(
      `${ISSUES}/new?template=bug.yml&version=0.2.0%20(abc)`,
    );
  });

  it('of what is stored: by language, and none without a repository', () => {
    const url = (language: string) => privacyUrl(language, 'https://forge.example/saozhu');
    expect(url('zh-TW')).toBe('https://forge.example/saozhu/blob/HEAD/docs/PRIVACY.zh-CN.md');
    expect(url('en')).toBe('https://forge.example/saozhu/blob/HEAD/docs/PRIVACY.md');
    expect(privacyUrl('en', null)).toBeNull();
  });
});
