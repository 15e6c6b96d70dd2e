/** Versions as Semantic Versioning counts them; browsers take the same three numbers. */

const STEPS = ['patch', 'minor', 'major'] as const;
export type Step = (typeof STEPS)[number];

/** The step that a command names; null where it names none. @throws Error for any other word */
export function readStep(words: readonly string[]): Step | null {
  if (words.length === 0) return null;
  const step = STEPS.find((name) => name === words[0]);
  if (step === undefined || words.length > 1) throw new Error(`usage: npm run release -- ${STEPS.join('|')}`);
  return step;
}

/** The version after this one. @throws Error where the text is no version */
export function nextVersion(version: string, step: Step): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  if (parts === undefined) throw new Error(`${version} is no version`);
  const [major = 0, minor = 0, patch = 0] = parts;
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
