/**
 * Where the project lives, as package.json says it: the build writes the addresses in (tools/project/addresses.ts).
 * Each is null while package.json doesn't name it; what needs it is then not shown.
 */
import type { ReportKind } from './draft.ts';

const REPOSITORY: string | null = import.meta.env.SAOZHU_REPOSITORY ?? null;
/** The list of issues. */
export const ISSUES: string | null = import.meta.env.SAOZHU_ISSUES ?? null;
export const HOMEPAGE: string | null = import.meta.env.SAOZHU_HOMEPAGE ?? null;

/** The forms of .github/ISSUE_TEMPLATE by what they are for. */
export const FORMS: Readonly<Record<ReportKind | 'bug', string>> = {
  falsePositive: 'false-positive.yml',
  missed: 'missed-spam.yml',
  bug: 'bug.yml',
};

/** The page that says what is stored, in the user's language; null while there is no repository to read it in. */
export function privacyUrl(language: string, repository = REPOSITORY): string | null {
  const file = language.startsWith('zh') ? 'PRIVACY.zh-CN.md' : 'PRIVACY.md';
  return repository === null ? null : `${repository}/blob/HEAD/docs/${file}`;
}

/**
 * The address of a new issue with a form's fields filled in.
 * @param issues the list of issues.
 * @param fields by their ids in the form; those with nothing in them are left out.
 */
export function formUrl(issues: string, form: keyof typeof FORMS, fields: Readonly<Record<string, string>>): string {
  const query = Object.entries({ template: FORMS[form], ...fields }).filter(([, text]) => text !== '');
  return `${issues}/new?${query.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')}`;
}
