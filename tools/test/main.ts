/**
 * The part of `npm test` that runs once everything is installed: every check, then the tests in both browsers, and one
 * closing line. `npm test -- unit browser` runs only the steps so named.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { runBeside } from './beside.ts';
import { inWords, NONE, sum } from './reports.ts';
import { runStep } from './run.ts';
import { REPORTS, STEPS } from './steps.ts';

/** Two processors are what the time is meant for; the browsers leave half of that to others. */
const AT_A_TIME = 2;

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`no such step: ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  let total = NONE;
  const broken: string[] = [];
  const chosen = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  await runBeside(chosen, AT_A_TIME, async (step) => {
    const counts = await runStep(step);
    total = sum(total, counts);
    if (counts.failed > 0) broken.push(step.name);
  });
  if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
  console.log(inWords(total));
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
