/** The same in Firefox. */
import { convert, damage } from '../../unit/text/artefact/damage.ts';
import { PROSE } from '../../unit/text/artefact/prose.ts';
import { expect, test } from '../harness/firefox.ts';

const HONEST = PROSE.map(convert);
const DAMAGED = damage(HONEST, { depth: 60, form: 'toned', decoder: 'replacement' });

test('repairs a mirrored page, also what comes later, and brings the originals back', async ({ pages, firefox }) => {
  const body = DAMAGED.map((text) => `<p>${text}</p>`).join('\n');
  const html = `<!doctype html><html><head><title>技術(shù)</title></head><body>${body}</body></html>`;
  const tab = await firefox.open(pages.serve('http://www.mirror.example/article.html', html));
  const texts = () => tab.evaluate(() => [...document.querySelectorAll('p')].map((one) => one.textContent ?? ''));
  await expect.poll(texts).toEqual(HONEST);
  await tab.evaluate((text) => {
    const added = document.createElement('p');
    added.textContent = text;
    document.body.append(added);
  }, DAMAGED[0] ?? '');
  await expect.poll(texts).toEqual([...HONEST, HONEST[0]]);
  const own = await firefox.open(firefox.url('options.html'));
  await own.evaluate(() =>
    (
      globalThis as unknown as { browser: { storage: { local: { set(items: object): Promise<void> } } } }
    ).browser.storage.local.set({ 'settings.repairArtefact': false }),
  );
  await expect.poll(texts).toEqual([...DAMAGED, DAMAGED[0]]);
});
