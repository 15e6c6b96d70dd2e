/** A tab of Firefox with keys by name. */
import { Tab } from '../../../../tools/browsers/tab.ts';
import type { CaseTab, Key } from './tabs.ts';

/** WebDriver's names of keys. */
const KEYS: Record<Key, string> = { Tab: '\uE004', Enter: '\uE007', Space: ' ', Escape: '\uE00C', 'Shift+Tab': '' };
const SHIFT = '\uE008';
const CONTROL = '\uE009';
const CHORD = { copy: 'c', paste: 'v', all: 'a' };

export class FirefoxTab extends Tab implements CaseTab {
  async clickAt(x: number, y: number): Promise<void> {
    await this.#mouse([
      { type: 'pointerMove', ...rounded(x, y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.#mouse([
      { type: 'pointerMove', ...rounded(...from) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerMove', duration: 100, ...rounded((from[0] + to[0]) / 2, (from[1] + to[1]) / 2) },
      { type: 'pointerMove', duration: 100, ...rounded(...to) },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async wheelAt(x: number, y: number): Promise<void> {
    const actions = [{ type: 'scroll', ...rounded(x, y), deltaX: 0, deltaY: 40 }];
    const source = { type: 'wheel', id: 'wheel', actions };
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }

  async key(name: Key): Promise<void> {
    if (name === 'Shift+Tab') await this.#held(SHIFT, KEYS.Tab);
    else await this.keys(KEYS[name]);
  }

  async chord(name: keyof typeof CHORD): Promise<void> {
    await this.#held(CONTROL, CHORD[name]);
  }

  async type(text: string): Promise<void> {
    await this.keys(...text);
  }

  async front(): Promise<void> {
    await this.activate();
  }

  async #mouse(actions: readonly object[]): Promise<void> {
    const source = { type: 'pointer', id: 'mouse', actions };
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }

  async #held(held: string, value: string): Promise<void> {
    const actions = [
      { type: 'keyDown', value: held },
      { type: 'keyDown', value },
      { type: 'keyUp', value },
      { type: 'keyUp', value: held },
    ];
    const source = { type: 'key', id: 'chord', actions };
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}

function rounded(x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: Math.round(x), y: Math.round(y) };
}
