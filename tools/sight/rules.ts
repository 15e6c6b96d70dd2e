/** What the rules in a page's own style elements say of being in sight. */
import { type Sight, sightOf } from './declarations.ts';
import { readSelector, type Selector } from './selectors.ts';

export interface Rule {
  readonly selector: Selector;
  readonly sight: Sight;
  /** Of two rules that match, the higher holds: by the selector's weight, then by place. */
  readonly rank: number;
}

/** Characters of a page's styles that are read, and rules that are kept. */
const MAX_TEXT = 1_000_000;
const MAX_RULES = 4000;
/** Selectors of one rule. */
const MAX_SELECTORS = 60;
/** Blocks inside of one another. */
const MAX_NESTED = 20;

/** Rules that say something of sight. Those for other media than a screen's are left out. */
export function rulesOf(styles: readonly string[]): Rule[] {
  const rules: Rule[] = [];
  let left = MAX_TEXT;
  for (const style of styles) {
    left -= style.length;
    if (left < 0) break;
    readStyle(withoutComments(style), rules);
  }
  return rules;
}

function withoutComments(style: string): string {
  const parts = style.split('/*');
  return parts.map((part, at) => (at === 0 ? part : part.slice(endOfComment(part)))).join('');
}

function endOfComment(part: string): number {
  const end = part.indexOf('*/');
  return end < 0 ? part.length : end + 2;
}

function readStyle(style: string, rules: Rule[]): void {
  /** Of each block around the place that is read: do its rules hold on a screen? */
  const around: boolean[] = [];
  const braces = [...style.matchAll(/[{}]/g)];
  let from = 0;
  for (const [at, { 0: brace, index }] of braces.entries()) {
    const before = style.slice(from, index);
    from = index + 1;
    if (brace === '}') {
      around.pop();
      continue;
    }
    const prelude = before.slice(before.lastIndexOf(';') + 1).trim();
    const next = braces[at + 1];
    // What holds blocks of its own is no simple rule.
    if (next?.[0] === '}' && !around.includes(false)) addRules(prelude, style.slice(from, next.index), rules);
    around.push(/^@(?:media\s{1,9}(?:screen|all)$|supports|layer)/.test(prelude));
    if (around.length > MAX_NESTED) return;
  }
}

function addRules(prelude: string, body: string, rules: Rule[]): void {
  if (!/display|visibility|opacity|font-size|left|top|right|bottom|indent|margin|overflow|clip|transform/i.test(body))
    return;
  const sight = sightOf(body);
  if (Object.keys(sight).length === 0) return;
  for (const one of prelude.split(',', MAX_SELECTORS)) {
    const selector = readSelector(one.trim());
    if (selector !== null && rules.length < MAX_RULES) {
      rules.push({ selector, sight, rank: selector.weight + rules.length / MAX_RULES });
    }
  }
}
