/** Where reports go and where the documents are read: the one place that names it. An address of the reserved name .example leads nowhere until the project has its home. */
export const REPOSITORY_URL = 'https://saozhu.example/saozhu';

/** The page that says what is stored, in the reader's language. */
export function privacyUrl(language: string): string {
  const file = language.startsWith('zh') ? 'PRIVACY.zh-CN.md' : 'PRIVACY.md';
  return `${REPOSITORY_URL}/blob/main/docs/${file}`;
}
