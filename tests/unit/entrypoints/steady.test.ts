import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { steady } from '../../../entrypoints/popup/steady.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window that can be pressed, and what was drawn. */
function popup() {
  const target = new EventTarget();
  const drawn: string[] = [];
  const draws = { rows: () => void drawn.push('rows'), reasons: () => void drawn.push('reasons') };
  const whenSteady = steady(target);
  const hear = (type: string, more: object = {}) => target.dispatchEvent(Object.assign(new Event(type), more));
  return { drawn, draws, whenSteady, hear };
}

describe('a popup is drawn', () => {
  it('at once where nothing is pressed', () => {
    const { drawn, draws, whenSteady } = popup();
    whenSteady(draws.rows);
    expect(drawn).toEqual(['rows']);
  });

  it.each([
    ['a mouse', ['pointerdown', { button: 0 }], ['pointerup', 'click']],
    ['a finger that goes on to scroll', ['pointerdown', { button: 0 }], ['pointercancel']],
    ['a mouse that lets go elsewhere', ['pointerdown', { button: 0 }], ['pointerup']],
    ['the space bar', ['keydown', { key: ' ' }], ['keyup', 'click']],
    ['a popup that is left', ['pointerdown', { button: 0 }], ['blur']],
  ] as const)('not while pressed by %s, and once after that', (_, [down, more], ups) => {
    const { drawn, draws, whenSteady, hear } = popup();
    hear(down, more);
    whenSteady(draws.rows);
    whenSteady(draws.reasons);
    whenSteady(draws.rows);
    vi.advanceTimersByTime(1000);
    expect(drawn).toEqual([]);
    for (const up of ups) hear(up);
    // The click finds the picture that was pressed.
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(drawn).toEqual(['rows', 'reasons']);
    whenSteady(draws.rows);
    expect(drawn).toHaveLength(3);
  });

  it.each([
    ['the other button of a mouse', 'pointerdown', { button: 2 }],
    ['a key that presses nothing', 'keydown', { key: 'Tab' }],
  ])('at once after %s', (_, type, more) => {
    const { drawn, draws, whenSteady, hear } = popup();
    hear(type, more);
    whenSteady(draws.rows);
    expect(drawn).toEqual(['rows']);
  });

  it('in the end, where nobody tells that the press is over', () => {
    const { drawn, draws, whenSteady, hear } = popup();
    hear('pointerdown', { button: 0 });
    whenSteady(draws.rows);
    vi.advanceTimersByTime(3000);
    expect(drawn).toEqual(['rows']);
  });
});
