/**
 * What is measured, inside the page: ours, the floor, and other programs on the same task. Bundled and given to the
 * browser.
 */
import { ExtendedCss } from '@adguard/extended-css';
import { parse as parseSelector, querySelectorAll } from '@ghostery/adblocker-extended-selectors';
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { createSweepDetector } from '../../../lib/detect/sweep-detector.ts';

/** One thing to time. `prepare` is not timed. */
interface Subject {
  readonly prepare?: () => unknown;
  readonly run: (prepared: unknown) => unknown;
  readonly clean?: (result: unknown) => void;
}

export interface BenchGlobals {
  saozhu: {
    setUp(keywords: readonly string[]): string[];
    time(name: string): { ms: number; result: string };
    run(name: string): void;
  };
}

let subjects: Record<string, Subject> = {};

function walk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) length += (node as Text).data.length;
  return length;
}

function anchors(): number {
  let length = 0;
  for (const link of document.querySelectorAll('a')) length += link.textContent?.length ?? 0;
  return length;
}

function setUp(keywords: readonly string[]): string[] {
  const options = {
    url: document.URL,
    words: { spam: [], honest: [] },
  } as const;
  const detector = createSweepDetector(options);
  // As text filters would have to: a rule for each keyword, on the two kinds of elements in which the made pages' spam
  // stands.
  const rules = keywords.map((word) => `li:contains(${word}), p:contains(${word}) { display: none !important; }`);
  const selectors = keywords.map((word) => parseSelector(`li:has-text(${word}), p:has-text(${word})`));
  subjects = {
    nothing: { run: () => 0 },
    floor: { run: walk },
    links: { run: anchors },
    saozhu: { run: () => detector.page(document).findings.length },
    'saozhu, first': {
      prepare: () => createSweepDetector(options),
      run: (fresh) => (fresh as typeof detector).page(document).findings.length,
    },
    readability: {
      prepare: () => document.cloneNode(true),
      run: (clone) => new Readability(clone as Document).parse()?.textContent?.length ?? 0,
    },
    defuddle: {
      prepare: () => document.cloneNode(true),
      run: (clone) => new Defuddle(clone as Document).parse().content.length,
    },
    'extended-css': {
      run: () => {
        const css = new ExtendedCss({ cssRules: rules });
        css.apply();
        return css;
      },
      clean: (css) => (css as ExtendedCss).dispose(),
    },
    'ghostery selectors': {
      run: () =>
        selectors.reduce((sum, selector) => sum + (selector ? querySelectorAll(document.body, selector).length : 0), 0),
    },
  };
  return Object.keys(subjects).filter((name) => name !== 'nothing');
}

function time(name: string): { ms: number; result: string } {
  const subject = subjects[name];
  if (subject === undefined) throw new Error(`no subject ${name}`);
  const prepared = subject.prepare?.();
  (globalThis as { gc?: () => void }).gc?.();
  const start = performance.now();
  const result = subject.run(prepared);
  const ms = performance.now() - start;
  subject.clean?.(result);
  return { ms, result: typeof result === 'number' ? String(result) : '' };
}

/** Runs a subject without looking at the clock: its processor time is taken from outside. */
function run(name: string): void {
  const subject = subjects[name];
  if (subject === undefined) throw new Error(`no subject ${name}`);
  subject.run(subject.prepare?.());
}

(globalThis as unknown as BenchGlobals).saozhu = { setUp, time, run };
