/** What a tab and a popup of either browser can be asked, whatever protocol carries it. */

/** How long to wait for something to become true, and between two looks, in ms. */
const WAIT_TIMEOUT = 15_000;
const LOOK_AGAIN = 50;

/** What a control is to a screen reader. */
export type Role = 'button' | 'switch' | 'radio' | 'link';

export abstract class Driven {
  /** Clicks the first element that matches. Waits for it. */
  abstract click(selector: string): Promise<void>;

  /** Runs an expression that gives a promise of JSON text, and hands that text back; rejects when it throws. */
  protected abstract run(expression: string): Promise<string>;

  /** Runs a self-contained function in the page; arguments and result travel as JSON. */
  async evaluate<T, A extends readonly unknown[]>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    // The wrapper of tsx names inner functions by a helper that pages lack.
    const call = `(${String(code)})(...${JSON.stringify(args)})`;
    const text = await this.run(
      `(async () => { const __name = (f) => f; return JSON.stringify([(await ${call}) ?? null]); })()`,
    );
    return (JSON.parse(text) as [T])[0];
  }

  /** Runs the text of a script in the page. */
  async inject(script: string): Promise<void> {
    await this.run(`(async () => { ${script}\n; return '[null]'; })()`);
  }

  /** Waits until the function's answer is truthy, and gives it. Throws after 15 s. */
  async waitFor<T, A extends readonly unknown[]>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const end = Date.now() + WAIT_TIMEOUT;
    let trouble: unknown;
    while (Date.now() < end) {
      try {
        const value = await this.evaluate(code, ...args);
        if (value) return value;
      } catch (error) {
        // A page that is being left throws its scripts away.
        trouble = error;
      }
      await new Promise((next) => setTimeout(next, LOOK_AGAIN));
    }
    throw new Error(`the page never came to: ${String(code)}`, { cause: trouble });
  }

  /**
   * Clicks the control of that role and name, which may be a part of the whole name. Waits for it, and until it can be
   * used.
   */
  async press(role: Role, name: string): Promise<void> {
    const path = await this.waitFor(pathOfControl, role, name);
    if (!path) throw new Error(`no ${role} ${name}`);
    await this.click(path);
  }

  /** The text of the page as it is shown. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  /**
   * Waits for the first element that matches and until it stands still, scrolls it into view and gives its middle in
   * CSS pixels.
   */
  protected async middleOf(selector: string): Promise<{ x: number; y: number }> {
    const middle = await this.waitFor(
      async (wanted, ms) => {
        const look = () => {
          const element = document.querySelector(wanted);
          element?.scrollIntoView({ block: 'nearest' });
          const box = element?.getBoundingClientRect();
          return box ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null;
        };
        const before = look();
        if (before === null) return null;
        await new Promise((next) => setTimeout(next, ms));
        const after = look();
        return after?.x === before.x && after.y === before.y ? after : null;
      },
      selector,
      LOOK_AGAIN,
    );
    if (!middle) throw new Error(`no ${selector}`);
    return middle;
  }
}

/**
 * A selector for the first control of that role and name; runs inside a page. An exact name goes before one that only
 * holds it.
 */
function pathOfControl(role: string, name: string): string | null {
  const kinds: Record<string, string> = { button: 'button', link: 'a[href]', radio: '[type=radio]' };
  const found = [...document.querySelectorAll<HTMLElement>(`[role=${role}],${kinds[role] ?? 'none'}`)].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      !element.matches(':disabled') &&
      (element.getAttribute('role') ?? role) === role,
  );
  const nameOf = (element: HTMLElement): string => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const text = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent;
    return (text ?? '').trim();
  };
  let at: Element | null | undefined =
    found.find((element) => nameOf(element) === name) ?? found.find((element) => nameOf(element).includes(name));
  if (!at) return null;
  const steps: string[] = [];
  for (; at && at !== document.documentElement; at = at.parentElement) {
    const nth = [...(at.parentElement?.children ?? [])].indexOf(at) + 1;
    steps.unshift(`${at.localName}:nth-child(${nth})`);
  }
  return `html > ${steps.join(' > ')}`;
}
