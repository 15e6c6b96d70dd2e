/** Compares what a page shows with what it should show. */
import { headSegments, type SpamPage } from '../../fixtures/shapes.ts';
import type { Line } from './visible.ts';

export interface Judgement {
  /** Spam words that still show. */
  readonly missed: readonly string[];
  /** Honest lines that do not show whole. */
  readonly lost: readonly string[];
}

/** What of a page's spam still shows, and which of its honest lines do not. Marks and white space count for nothing. */
export function judge(page: SpamPage, lines: readonly Line[]): Judgement {
  const shown = bare(
    lines
      .filter((line) => line.shown)
      .map((line) => line.text)
      .join(''),
  );
  let rest = shown;
  // What the honest lines account for is taken out first: a short spam word may stand in one of them.
  for (const line of page.lines) rest = rest.replace(bare(line), '\n');
  return {
    missed: [...headSegments(page), ...page.farm].filter((words) => rest.includes(bare(words))),
    lost: page.lines.filter((line) => !shown.includes(bare(line))),
  };
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '');
}
