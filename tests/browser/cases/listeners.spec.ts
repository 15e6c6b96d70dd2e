/** A press on a bar does what the bar says, whatever the page does with keys and clicks. */
import { pass, stays } from '../harness/time.ts';
import { AD, asWritten, page, SPAM } from './harness/spam.ts';
import {
  type CaseTab,
  expect,
  expectGivenBack,
  expectHidden,
  inBoth,
  pressBar,
  type Scene,
  seen,
} from './harness/test.ts';

/** A page that listens for everything at its window, before anything else of its own. */
const LISTENS = `<script>
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'click', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'])
    addEventListener(type, (event) => { heard.push(type + ' ' + (event.key ?? '')); }, { capture: true, passive: false });
</script>`;
/** A novel's page: Enter leaves for the next one, Space does nothing. */
const NOVEL = `<script>
  document.onkeydown = (event) => {
    if (event.key === 'Enter') location.hash = 'next';
    if (event.key === ' ') event.preventDefault();
  };
</script>`;
/** A page that takes every click for its own. */
const CLICKS = `<script>
  addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); location.hash = 'advert'; }, true);
  addEventListener('mousedown', (event) => { event.stopImmediatePropagation(); location.hash = 'advert'; }, true);
</script>`;

/** After so long (ms) a press in what has just appeared counts. */
const SOON = 700;

const BODY = `<p id="bad">${AD}</p>`;

async function swept(scene: Scene, head: string): Promise<CaseTab> {
  const tab = await scene.open(
    page(BODY, { head, farm: '<div id="farm"><a href="http://www.k11.example/">真人百家乐赌场开户送彩金</a></div>' }),
  );
  await expectHidden(tab, SPAM);
  await tab.waitFor(() => document.querySelector('#bad[role=button][tabindex], #bad [role=button][tabindex]') !== null);
  await tab.front();
  return tab;
}

/** Presses Tab until the bar of #bad has the focus. */
async function tabToBar(tab: CaseTab): Promise<void> {
  for (let steps = 0; steps < 12; steps++) {
    await tab.key('Tab');
    if (await tab.evaluate(() => document.activeElement?.closest('#bad') !== null)) return;
  }
  throw new Error('the keyboard never came to the bar');
}

/** Whether the bar has opened its panel, as a screen reader is told. */
function isOpen(): boolean {
  return document.querySelector('#bad[aria-expanded=true], #bad [aria-expanded=true]') !== null;
}

const heard = () => (window as unknown as { heard: string[] }).heard;
const hash = () => location.hash;

for (const key of ['Enter', 'Space'] as const) {
  inBoth(`listeners: ${key} on a bar opens it, and the page hears nothing`, async (scene) => {
    const tab = await swept(scene, LISTENS);
    await tabToBar(tab);
    const before = (await tab.evaluate(heard)).length;
    await tab.key(key);
    await tab.waitFor(isOpen);
    expect((await tab.evaluate(heard)).slice(before)).toEqual([]);
  });

  inBoth(`listeners: ${key} on a bar of a novel's page`, async (scene) => {
    const tab = await swept(scene, NOVEL);
    await tabToBar(tab);
    await tab.key(key);
    await tab.waitFor(isOpen);
    expect(await tab.evaluate(hash)).toBe('');
    await tab.key('Escape');
    await expect.poll(() => tab.evaluate(isOpen)).toBe(false);
    // Elsewhere the page's own keys are the page's.
    await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tab.key('Enter');
    await expect.poll(() => tab.evaluate(hash)).toBe('#next');
  });
}

for (const [name, head] of [
  ['that listens', LISTENS],
  ['that takes every click', CLICKS],
] as const)
  inBoth(`listeners: a click on a bar of a page ${name}`, async (scene) => {
    const tab = await swept(scene, head);
    await pressBar(tab, '#bad');
    await tab.waitFor(isOpen);
    expect(await tab.evaluate(hash)).toBe('');
    if (head === LISTENS) expect(await tab.evaluate(heard)).toEqual([]);
  });

inBoth('listeners: a bar inside a link does not follow it', async (scene) => {
  const tab = await scene.open(page(`<p><a id="bad" href="#away">${AD}</a></p>`));
  await expectHidden(tab, SPAM);
  await tab.waitFor(
    () =>
      document.querySelector('#bad[role=button], #bad [role=button]') !== null ||
      document.querySelector('p > [role=button], p[role=button]') !== null,
  );
  await tab.front();
  await pressBar(tab, 'p:has(#bad)');
  await tab.waitFor(() => document.querySelector('[aria-expanded=true]') !== null);
  expect(await tab.evaluate(hash)).toBe('');
});

inBoth('listeners: a press that a script makes opens nothing', async (scene) => {
  const tab = await swept(scene, '');
  await tab.evaluate(() => {
    const bar = document.querySelector<HTMLElement>('#bad[role=button], #bad [role=button]');
    bar?.click();
    for (const type of ['keydown', 'keyup'])
      bar?.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
    bar?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  });
  await stays(
    300,
    () => tab.evaluate(isOpen),
    (open) => expect(open).toBe(false),
  );
  await expectHidden(tab, SPAM);
});

inBoth('listeners: what was lent to a bar is given back', async (scene) => {
  const html = page(`<p id="bad" role="note" tabindex="-1" aria-label="广告">${AD}</p>`);
  const tab = await scene.open(html);
  await expectHidden(tab, SPAM);
  await tab.waitFor(() => document.querySelector('#bad')?.getAttribute('role') === 'button');
  await expectGivenBack(scene, tab, asWritten(html));
});

inBoth('listeners: the panel shows and hides, with keys alone', async (scene) => {
  const tab = await swept(scene, NOVEL);
  await tabToBar(tab);
  await tab.key('Enter');
  await tab.waitFor(isOpen);
  // The focus is on the panel's first button. A press that comes too soon could be meant for the page, and does
  // nothing.
  await pass(SOON, 'a press counts when the panel has been seen for half a second');
  await tab.key('Enter');
  await expect.poll(() => seen(tab, '#bad')).toMatch(SPAM);
  await stays(
    SOON,
    () => seen(tab, '#bad'),
    (text) => expect(text).toMatch(SPAM),
  );
  await tab.key('Enter');
  await expectHidden(tab, SPAM, '#bad');
  await tab.key('Escape');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('bad');
  expect(await tab.evaluate(hash)).toBe('');
});
