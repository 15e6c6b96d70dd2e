/** Steps of `npm test` run beside each other, in an order that holds. */
import { expect, it } from 'vitest';
import { type Ordered, runBeside } from '../../../tools/test/beside.ts';
import { STEPS } from '../../../tools/test/steps.ts';

/** Runs steps that each take one turn; says what began and ended. */
async function order(steps: readonly Ordered[], most = 2): Promise<string> {
  const told: string[] = [];
  await runBeside(steps, most, async ({ name }) => {
    told.push(`+${name}`);
    await new Promise((next) => setImmediate(next));
    told.push(`-${name}`);
  });
  return told.join(' ');
}

it('runs so many at a time, in the order of the list', async () => {
  const steps = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  expect(await order(steps)).toBe('+a +b -a +c -b -c');
  expect(await order(steps, 1)).toBe('+a -a +b -b +c -c');
});

it('lets a step wait for those that it needs, and runs others meanwhile', async () => {
  expect(await order([{ name: 'a' }, { name: 'b', after: ['a'] }, { name: 'c' }])).toBe('+a +c -a +b -c -b');
});

it('takes no notice of needed steps that are not run', async () => {
  expect(await order([{ name: 'b', after: ['a'] }])).toBe('+b -b');
});

it('fails where steps wait for each other, and where one fails', async () => {
  const circle = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ];
  await expect(order(circle)).rejects.toThrow('these wait for each other: a,b');
  const failing = runBeside([{ name: 'a' }], 2, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
});

it('knows each step that another one waits for', () => {
  const names = STEPS.map(({ name }) => name);
  for (const { after = [] } of STEPS) for (const name of after) expect(names).toContain(name);
});
