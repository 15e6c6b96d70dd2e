/**
 * Forced colours (the high-contrast themes of Windows): nothing of ours may vanish. Every control and every text stands
 * in the theme's own colours, apart from its ground, with an edge; and what has the focus says so.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { openPopupInTab, tabOf } from './helpers.ts';
import { INFECTED } from './pages.ts';

const URL_ = 'http://news.example.com/a.html';
const SCHEMES = ['light', 'dark'] as const;

/** Faults of a page of the extension, in words. Runs in the page. */
function faults(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  const theme = new Set(
    ['Canvas CanvasText LinkText VisitedText ButtonFace ButtonText ButtonBorder Field FieldText']
      .concat([
        'Highlight HighlightText GrayText Mark MarkText AccentColor AccentColorText SelectedItem SelectedItemText',
      ])
      .join(' ')
      .split(' ')
      .map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      }),
  );
  probe.style.color = 'Canvas';
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const isClear = (colour: string): boolean => /^rgba\(.*, 0\)$/.test(colour);
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
  };
  const found: string[] = [];
  const check = (element: Element, what: string, colour: string, ground: string): void => {
    const name = `${element.tagName} .${element.className} ${(element.textContent ?? '').slice(0, 12)}`;
    if (!theme.has(colour)) found.push(`${what} ${colour} is no colour of the theme: ${name}`);
    if (colour === ground || isClear(colour)) found.push(`${what} ${colour} is not seen on ${ground}: ${name}`);
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg') !== null || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    // The browser paints Canvas behind letters, whatever they stand on.
    if (hasText) for (const behind of [ground, canvas]) check(element, 'text', style.color, behind);
    // A row of the popup's list stands between lines instead.
    const isControl = element.matches(
      'button:not(.place), select, textarea, a.button, input:not([type=radio], [type=checkbox], [type=file])',
    );
    if (isControl) {
      check(element, 'edge', style.borderTopColor, groundOf(element.parentElement));
      if (style.borderTopStyle === 'none' || Number.parseFloat(style.borderTopWidth) < 1)
        found.push(`no edge: ${element.outerHTML}`);
    }
    if (element.matches('.switch'))
      check(element, 'knob', getComputedStyle(element, '::after').backgroundColor, ground);
    const drawing = element.querySelector(':scope > svg');
    if (isControl && drawing !== null)
      check(
        element,
        'drawing',
        getComputedStyle(drawing).stroke === 'none' ? style.color : getComputedStyle(drawing).stroke,
        ground,
      );
  }
  return found;
}

/**
 * Goes through the page by keyboard; what has the focus and shows no ring of a colour apart from the ground around it.
 */
async function unseenFocus(page: Page): Promise<{ seen: number; unseen: string[] }> {
  const unseen: string[] = [];
  let seen = 0;
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const ground = getComputedStyle(document.body).backgroundColor;
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && outlineColor !== ground;
      return isSeen
        ? ''
        : `${element.outerHTML.slice(0, 80)} ${outlineWidth} ${outlineStyle} ${outlineColor} on ${ground}`;
    });
    if (fault === null) break;
    seen++;
    if (fault !== '') unseen.push(fault);
  }
  return { seen, unseen };
}

async function expectSeen(page: Page, scheme: (typeof SCHEMES)[number], least: number): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
  // Colours pass over into one another for a moment.
  await expect.poll(() => page.evaluate(faults)).toEqual([]);
  const focus = await unseenFocus(page);
  expect(focus.unseen).toEqual([]);
  expect(focus.seen).toBeGreaterThanOrEqual(least);
}

for (const scheme of SCHEMES) {
  test(`nothing of the popup vanishes in forced colours (${scheme})`, async ({ page, pages, extension }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    const popup = await openPopupInTab(extension, page);
    await expect(popup.locator('.finding').first()).toBeVisible();
    await expectSeen(popup, scheme, 8);
    await popup.locator('.finding .acts button').first().click();
    expect(await popup.evaluate(faults)).toEqual([]);
    await popup.getByRole('button', { name: '暂停' }).click();
    expect(await popup.evaluate(faults)).toEqual([]);
    await popup.keyboard.press('Escape');
    await popup.getByRole('switch').click();
    await expect(popup.getByRole('switch')).not.toBeChecked();
    // Its colours go over into each other.
    await expect.poll(() => popup.evaluate(faults)).toEqual([]);
    await popup.addStyleTag({ content: '.icon-button { forced-color-adjust: none; border-color: #fff0 }' });
    expect((await popup.evaluate(faults)).length, 'the check finds what is planted').toBeGreaterThan(0);
  });

  test(`nothing of the other pages vanishes in forced colours (${scheme})`, async ({
    page,
    pages,
    extension,
    context,
  }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    const popup = await openPopupInTab(extension, page);
    const opened = context.waitForEvent('page');
    await popup.locator('.finding .acts .icon-button:last-child').first().click();
    const report = await opened;
    await report.getByRole('heading').first().waitFor();
    await expectSeen(report, scheme, 5);
    for (const [path, least] of [
      ['options.html', 10],
      ['welcome.html', 1],
    ] as const) {
      await report.goto(extension.url(path));
      await report.getByRole('heading').first().waitFor();
      await expectSeen(report, scheme, least);
    }
    await report.addStyleTag({
      content: '.button.primary { background: LinkText !important; color: Canvas !important }',
    });
    expect((await report.evaluate(faults)).length, 'the check finds letters in the colour behind them').toBeGreaterThan(
      0,
    );
  });
}

for (const scheme of SCHEMES) {
  test(`a bar is seen in forced colours (${scheme})`, async ({ page, pages, extension }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    await tabOf(extension, page);
    await expect.poll(() => page.evaluate(paintedText)).not.toContain('娱乐城');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    const ground = await page.evaluate(() => {
      document.body.style.background = 'Canvas';
      return getComputedStyle(document.body).backgroundColor;
    });
    await page.keyboard.press('Tab');
    const bars = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-label]')].map((bar) => {
        const { borderTopColor, borderTopStyle, backgroundColor, color, outlineStyle, outlineColor } = getComputedStyle(
          bar,
          '::before',
        );
        return { borderTopColor, borderTopStyle, backgroundColor, color, outlineStyle, outlineColor };
      }),
    );
    expect(bars.length).toBeGreaterThan(0);
    for (const style of bars) {
      expect(style.borderTopColor).not.toBe(ground);
      expect(style.borderTopStyle).toBe('solid');
      expect(style.backgroundColor).toBe(ground);
      expect(style.color).not.toBe(ground);
    }
    // The first one has the focus.
    const rings = bars.filter(({ outlineStyle }) => outlineStyle !== 'none');
    expect(rings).toHaveLength(1);
    expect(rings[0]?.outlineColor).not.toBe(ground);
  });
}
