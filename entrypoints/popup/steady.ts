/**
 * A steady picture while something is pressed. A popup is pressed in its first second, when findings, reasons and rows
 * are still coming: were they drawn between a button's being pressed and let go, it would stand elsewhere, the browser
 * would see no click on it, and the press would be lost.
 */

/** A click comes right after what was pressed is let go; by touch a moment later (ms). */
const CLICK_MS = 50;
/** A press of which no end is told keeps the picture no longer than this (ms). */
const LONGEST_MS = 3000;

/** Keys that press a button. */
const PRESSING_KEYS = [' ', 'Enter'];

/**
 * Gives a function that draws: at once, or as soon as nothing is pressed any more. Of several calls meanwhile each
 * function is called once.
 * @param target hears presses before anybody else: the window.
 */
export function steady(target: EventTarget): (draw: () => void) => void {
  const waiting = new Set<() => void>();
  let isPressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (type: string, heard: (event: Event) => void): void =>
    target.addEventListener(type, heard, { capture: true, passive: true });
  const letGo = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isPressed = false;
      const draws = [...waiting];
      waiting.clear();
      for (const draw of draws) draw();
    }, ms);
  };
  const press = (): void => {
    isPressed = true;
    letGo(LONGEST_MS);
  };
  hear('pointerdown', (event) => (event as PointerEvent).button === 0 && press());
  hear('pointerup', () => letGo(CLICK_MS));
  hear('pointercancel', () => letGo(0));
  hear('keydown', (event) => PRESSING_KEYS.includes((event as KeyboardEvent).key) && press());
  hear('keyup', () => letGo(CLICK_MS));
  // What the click itself changes is drawn after it.
  hear('click', () => letGo(0));
  hear('blur', (event) => event.target === target && letGo(0));
  return (draw) => {
    if (isPressed) waiting.add(draw);
    else draw();
  };
}
