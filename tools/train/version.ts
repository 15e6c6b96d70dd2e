/**
 * The model's name and date, for the user to see and for reports: the name follows from its bytes, so the same
 * training gives the same one.
 */
import { createHash } from 'node:crypto';

/** Hexadecimal digits of the name: enough to tell a few hundred models apart. */
const DIGITS = 8;
const SHAPE = /name: '([0-9a-f]+)', date: '(\d{4}-\d\d-\d\d)'/;

/** The name of a model, from its files' texts by file name. */
export function modelName(modules: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(modules).sort()) hash.update(`${name}\n${modules[name]}\n`);
  return hash.digest('hex').slice(0, DIGITS);
}

/**
 * The text of assets/model/version.ts.
 * @param before the text that stands there; a model that is the same byte for byte keeps its date
 * @param today as YYYY-MM-DD
 */
export function versionModule(modules: Readonly<Record<string, string>>, before: string, today: string): string {
  const name = modelName(modules);
  const [, known, date] = SHAPE.exec(before) ?? [];
  return `/** Written by \`npm run train\`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: '${name}', date: '${known === name ? date : today}' } as const;
`;
}
