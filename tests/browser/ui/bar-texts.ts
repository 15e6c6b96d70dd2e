/** The words of bars, which no script of a page can read. */
import type { Page } from '@playwright/test';

/** What a screen reader would read in the page, bars in their closed roots too. */
export async function barTexts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => String(name?.value ?? ''));
}
