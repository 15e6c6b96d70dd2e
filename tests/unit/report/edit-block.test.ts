import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../../lib/report/defuse-text.ts';
import { MAX_BLOCK_TEXT, MAX_LINES } from '../../../lib/report/draft.ts';
import { editableText, withEditedText } from '../../../lib/report/edit-block.ts';
import { readNewDraft } from '../../../lib/report/read-draft.ts';
import { block, HOSTILE } from './samples.ts';

const linked = () => ({
  ...block([]),
  lines: [
    { text: '甲\u200b乙', link: 'other' as const },
    { text: '丙', link: 'own' as const },
  ],
});
const sound = (edited: ReturnType<typeof withEditedText>): boolean =>
  readNewDraft({ kind: 'missed', address: '', finding: null, blocks: [edited] }).blocks[0] !== undefined;

describe('editing the text of a block', () => {
  it('shows unseen characters and changes nothing by itself', () => {
    expect(editableText(linked())).toBe('甲[U+200B]乙\n丙');
    expect(withEditedText(linked(), editableText(linked()))).toEqual(linked());
  });

  it('keeps the links of lines that stay, and takes new ones as plain text', () => {
    const edited = withEditedText(linked(), '新的\n丙\n\n');
    expect(edited.lines).toEqual([
      { text: '新的', link: 'none' },
      { text: '丙', link: 'own' },
    ]);
  });

  it('may leave nothing', () => {
    expect(withEditedText(linked(), ' \n').lines).toEqual([]);
  });

  it('stays sound and bounded whatever is typed', () => {
    const huge = `${'彩'.repeat(100_000)}\n${'x\n'.repeat(5000)}`;
    const edited = withEditedText(linked(), huge);
    expect(edited.lines.length).toBeLessThanOrEqual(MAX_LINES);
    expect(edited.lines.reduce((sum, line) => sum + line.text.length, 0)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
    expect(sound(edited)).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => sound(withEditedText(linked(), typed))),
    );
  });

  it('brings hostile lines back as they were', () => {
    const lines = HOSTILE.map((text) => ({ text: plainLine(text, 400), link: 'none' as const })).filter(
      ({ text }) => text !== '',
    );
    const hostile = { ...block([]), lines };
    expect(withEditedText(hostile, editableText(hostile))).toEqual(hostile);
  });
});
