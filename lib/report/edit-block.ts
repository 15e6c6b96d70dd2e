/** The text of a block as the user edits it: one text a line, unseen characters written out. */

import { cutAt, plainLine, visible } from './defuse-text.ts';
import { MAX_BLOCK_TEXT, MAX_LINE_LENGTH, MAX_LINES, type ReportBlock, type ReportLine } from './draft.ts';

/** What stands in the field. */
export function editableText(block: ReportBlock): string {
  return block.lines.map((line) => visible(line.text)).join('\n');
}

/**
 * The block with the lines that stand in the field now. A line left as it was keeps its unseen characters and its link.
 */
export function withEditedText(block: ReportBlock, typed: string): ReportBlock {
  const known = new Map(block.lines.map((line) => [visible(line.text), line]));
  const lines: ReportLine[] = [];
  let left = MAX_BLOCK_TEXT;
  for (const raw of typed.split('\n')) {
    const line = known.get(raw) ?? { text: plainLine(raw, MAX_LINE_LENGTH), link: 'none' };
    const text = cutAt(line.text, left);
    if (text === '') continue;
    if (lines.length >= MAX_LINES) break;
    left -= text.length;
    lines.push({ ...line, text });
  }
  return { ...block, lines };
}
