/** A box whose spam is hidden keeps the place at which the page's script loads honest comments. */
import { AD, C, page, SPAM } from './harness/spam.ts';
import { expect, expectHidden, inBoth, seen } from './harness/test.ts';

/** A page that can be scrolled, whatever is hidden. */
const TALL = '<style>body { min-height: 3000px }</style>';

const LOAD = `function load() {
  if (window.loaded) return;
  window.loaded = true;
  const comment = document.createElement('div');
  comment.className = 'comment';
  comment.textContent = ${JSON.stringify(C)};
  place.parentNode.insertBefore(comment, place);
}
const place = document.getElementById('s');`;

/** Scripts that see #s come into view, each in its own way. */
const LOADERS: Readonly<Record<string, string>> = {
  'an IntersectionObserver': `new IntersectionObserver(([entry]) => { if (entry.isIntersecting) load(); }).observe(place);`,
  'an IntersectionObserver with a margin': `new IntersectionObserver(([entry]) => { if (entry.isIntersecting) load(); }, { rootMargin: '200px' }).observe(place);`,
  'a ResizeObserver': `new ResizeObserver(() => { if (place.getBoundingClientRect().width > 0) load(); }).observe(place);`,
  'its offsetParent': `setInterval(() => { if (place.offsetParent !== null) load(); }, 100);`,
  'its box at each scroll': `addEventListener('scroll', () => { if (place.getClientRects().length > 0) load(); });`,
};

for (const [name, script] of Object.entries(LOADERS))
  inBoth(`loaders: comments that come by ${name}`, async (scene) => {
    // They begin once the sweep has long been over.
    const late = `<script>setTimeout(() => { ${LOAD} ${script} }, 700);</script>`;
    const box = `<div id="c"><div>${AD}</div><div>${AD}</div><div id="s"></div></div>`;
    const tab = await scene.open(page(`${box}${late}`, { head: TALL }));
    await expectHidden(tab, SPAM, '#c');
    await tab.evaluate(() => document.getElementById('s')?.scrollIntoView());
    await expect
      .poll(
        async () => {
          await tab.evaluate(() => scrollBy(0, scrollY % 2 ? -1 : 1));
          return seen(tab, '#c');
        },
        { timeout: 5000 },
      )
      .toContain(C);
    await expectHidden(tab, SPAM);
  });

inBoth('loaders: a list of which all items are spam is filled anew', async (scene) => {
  const tab = await scene.open(page(`<ul id="c"><li>${AD}</li><li>${AD}</li></ul>`));
  await expectHidden(tab, SPAM, '#c');
  await tab.evaluate((text) => {
    const list = document.getElementById('c') as HTMLElement;
    list.insertAdjacentHTML('beforeend', `<li>${text}</li>`);
  }, C);
  await expect.poll(() => seen(tab, '#c')).toContain(C);
  await expectHidden(tab, SPAM);
});

inBoth('loaders: a list of spam is emptied and filled with honest comments', async (scene) => {
  const tab = await scene.open(page(`<ul id="c"><li>${AD}</li><li>${AD}</li></ul>`));
  await expectHidden(tab, SPAM, '#c');
  await tab.evaluate((text) => {
    const list = document.getElementById('c') as HTMLElement;
    list.textContent = '';
    setTimeout(() => list.insertAdjacentHTML('beforeend', `<li>${text}</li>`), 300);
  }, C);
  await expect.poll(() => seen(tab, '#c')).toContain(C);
});
