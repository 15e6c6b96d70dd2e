/** A page of Playwright's with the same words as a tab of Firefox. */
import type { Page } from '@playwright/test';
import { Driven } from '../../../../tools/browsers/driven.ts';
import type { CaseTab, Key } from './tabs.ts';

const CHORD = { copy: 'Control+C', paste: 'Control+V', all: 'Control+A' };

export class ChromiumTab extends Driven implements CaseTab {
  constructor(readonly page: Page) {
    super();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.middleOf(selector);
    await this.page.mouse.click(x, y);
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(...from);
    await mouse.down();
    await mouse.move(...to, { steps: 4 });
    await mouse.up();
  }

  async wheelAt(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel(0, 40);
  }

  async key(name: Key): Promise<void> {
    await this.page.keyboard.press(name);
  }

  async chord(name: keyof typeof CHORD): Promise<void> {
    await this.page.keyboard.press(CHORD[name]);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  async front(): Promise<void> {
    await this.page.bringToFront();
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  protected async run(expression: string): Promise<string> {
    return this.page.evaluate<string>(expression);
  }
}
