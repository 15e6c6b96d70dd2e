import { describe, expect, it } from 'vitest';
import { asksEarly, leaveAskHint, leaveWaitHint, waitsForSettings } from '../../../lib/page/frame-hints.ts';

describe('hints to a frame', () => {
  it('say nothing until their scripts have run', () => {
    expect([waitsForSettings(), asksEarly()]).toEqual([false, false]);
    leaveWaitHint();
    expect([waitsForSettings(), asksEarly()]).toEqual([true, false]);
    leaveAskHint();
    expect(asksEarly()).toBe(true);
  });
});
