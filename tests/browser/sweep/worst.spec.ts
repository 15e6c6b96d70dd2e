/** Pages made to cost as much as possible: the sweep comes to an end, and still tells the farm from the article. */

import type { Page } from '@playwright/test';
import { FARM_WORD, framed, WORST } from '../../../tools/bench/worst-pages.ts';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';

/** A busy machine may take its time; what grows with the square of the page would take far longer. */
const PATIENCE_MS = 240_000;

/** Is the farm gone, and what of the article's paragraphs stands? */
function seen(page: Page): Promise<{ farm: boolean; lines: number }> {
  return page.evaluate(() => ({
    farm: [...document.querySelectorAll('#farm a')].some((link) => link.getClientRects().length > 0),
    lines: [...document.querySelectorAll('#article p')].filter((line) => line.getClientRects().length > 0).length,
  }));
}

/** As many as a busy machine lays out in time; the bench has 500. */
const FRAMES = 100;
const CASES = WORST.map(([name, make]) =>
  name === '500 frames' ? ([`${FRAMES} frames`, () => framed(FRAMES)] as const) : ([name, make] as const),
);

for (const [name, make] of CASES) {
  test(`ends and is right on ${name}`, async ({ page, pages }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('crash', () => errors.push('crashed'));
    test.setTimeout(PATIENCE_MS * 2);
    await page.goto(pages.serve('http://news.example.com/worst.html', make()), { timeout: PATIENCE_MS });
    await expect.poll(() => seen(page), { timeout: PATIENCE_MS }).toEqual({ farm: false, lines: 4 });
    // What costs is honest, all of it: nothing but the farm is hidden, and nothing hides it later.
    await stays(
      1000,
      () => seen(page),
      (found) => expect(found).toEqual({ farm: false, lines: 4 }),
    );
    const others = await page.evaluate(
      () =>
        [...document.body.querySelectorAll('p:not([hidden]),span,iframe')].filter(
          (element) => element.getClientRects().length === 0,
        ).length,
    );
    expect(others).toBe(0);
    for (const frame of page.frames().slice(-3))
      if (frame !== page.mainFrame()) await expect.poll(() => frame.evaluate(paintedText)).not.toContain(FARM_WORD);
    expect(errors).toEqual([]);
  });
}
