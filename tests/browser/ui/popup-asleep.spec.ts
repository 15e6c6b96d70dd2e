/** The popup and the badge where the background was put to sleep. */
import { expect, test } from '../harness/chromium.ts';
import { seenText as seen } from '../sweep/helpers.ts';
import { badgeOf, openPopupInTab, tabOf } from './helpers.ts';
import { INFECTED } from './pages.ts';

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

test('the badge and the switch outlive a background that was put to sleep', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const tab = await tabOf(extension, page);
  await expect.poll(() => badgeOf(extension, tab)).not.toBe('');
  const before = await badgeOf(extension, tab);
  const popup = await openPopupInTab(extension, page);
  const session = await extension.context.newCDPSession(popup);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await popup.getByRole('switch').click();
  await expect.poll(() => seen(page)).toContain(SPAM);
  await expect.poll(() => badgeOf(extension, tab)).toBe('');
  await session.send('ServiceWorker.stopAllWorkers');
  await popup.getByRole('switch').click();
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  await expect.poll(() => badgeOf(extension, tab)).toBe(before);
});

test('a popup that stands open keeps the background awake, and loses no press when it sleeps all the same', async ({
  pages,
  page,
  extension,
}) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const tab = await tabOf(extension, page);
  const popup = await extension.context.newPage();
  await popup.clock.install();
  await popup.goto(extension.url(`popup.html?tab=${tab}`));
  await expect(popup.getByRole('switch')).toBeChecked();
  const session = await extension.context.newCDPSession(popup);
  const states: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) =>
    states.push(...versions.map(({ runningStatus }) => runningStatus)),
  );
  await session.send('ServiceWorker.enable');
  const stop = async (): Promise<void> => {
    // What was on its way to it wakes it at once: then it is stopped again.
    await expect(async () => {
      await session.send('ServiceWorker.stopAllWorkers');
      await expect.poll(() => states.at(-1), { timeout: 1000 }).toBe('stopped');
    }).toPass({ timeout: 10_000 });
  };
  await stop();
  await popup.clock.fastForward(20_000);
  await expect.poll(() => states.at(-1)).toBe('running');
  // As when the browser stops it for another reason: by keyboard, so that no pointer gives notice.
  await stop();
  await popup.getByRole('switch').press('Space');
  await expect(popup.getByRole('switch')).not.toBeChecked();
  await expect.poll(() => seen(page)).toContain(SPAM);
  // In the very moment of being put to sleep.
  const stopping = session.send('ServiceWorker.stopAllWorkers');
  await popup.getByRole('switch').press('Space');
  await stopping;
  await expect(popup.getByRole('switch')).toBeChecked();
  await expect.poll(() => seen(page)).not.toContain(SPAM);
});
