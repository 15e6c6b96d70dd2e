/** A table of findings for a terminal. */
import type { Reason } from '../../lib/detect/types.ts';
import type { FindingView, FrameState } from '../../lib/messages.ts';

const HEADINGS = ['what', 'links', 'chars', 'sure', 'where (after …)', 'why', 'text'];

/** Widest text of a cell, in columns of a terminal. */
const WIDEST = { where: 24, why: 44, text: 40 };

/** What was hidden in each frame, where and why; and what was made of the page as a whole. */
export function table(frames: readonly FrameState[]): string {
  if (frames.length === 0) return 'Saozhu does not run on this page.';
  const rows = frames.flatMap(({ findings }) => findings.map(row));
  const lines = frames.flatMap((frame) => summary(frame, frames.length > 1));
  if (rows.length === 0) return [...lines, 'Nothing was hidden.'].join('\n');
  return [...align([HEADINGS, ...rows]), '', ...lines].join('\n');
}

function row({ kind, links, chars, confidence, after, reasons, snippet, state }: FindingView): string[] {
  return [
    state === 'hidden' ? kind : `${kind} (${state})`,
    String(links),
    String(chars),
    `${(confidence * 100).toFixed(1)} %`,
    cut(after || '(start of the page)', WIDEST.where),
    cut(reasons.map(why).join(', '), WIDEST.why),
    cut(snippet, WIDEST.text),
  ];
}

function why({ code, count, family }: Reason): string {
  return [code, family, count === undefined ? '' : `×${count}`].filter(Boolean).join(' ');
}

function summary(
  { url, verdict, confidence, pageReasons, title, original, repaired }: FrameState,
  many: boolean,
): string[] {
  const about = many ? ` (${url})` : '';
  const sure =
    verdict === 'clean' ? '' : `, ${(confidence * 100).toFixed(0)} % sure: ${pageReasons.map(why).join(', ')}`;
  return [
    `page${about}: ${verdict}${sure}`,
    ...(title ? [`title: ${title.found} → ${title.repaired ?? '(left alone)'}`] : []),
    ...(original ? [`original: ${original}`] : []),
    ...(repaired ? [`repaired places of text: ${repaired}`] : []),
  ];
}

/** How many columns a terminal gives a text: two for each wide character. */
function width(text: string): number {
  let columns = 0;
  for (const each of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(each) ? 2 : 1;
  return columns;
}

/** One line, at most so many columns wide. */
function cut(text: string, columns: number): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  if (width(line) <= columns) return line;
  let kept = '';
  for (const each of line) {
    if (width(kept + each) > columns - 1) break;
    kept += each;
  }
  return `${kept}…`;
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => width(cells[column] ?? ''))));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}
