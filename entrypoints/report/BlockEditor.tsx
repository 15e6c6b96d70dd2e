import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { visible } from '../../lib/report/defuse-text.ts';
import type { ReportBlock } from '../../lib/report/draft.ts';
import { editableText, withEditedText } from '../../lib/report/edit-block.ts';

interface Props {
  readonly block: ReportBlock;
  readonly name: string;
  /** Are the lines around it given away? */
  readonly around: boolean;
  readonly onChange: (block: ReportBlock) => void;
}

/** One block's text, to be read, shortened or changed, between the lines around it. */
export function BlockEditor({ block, name, around, onChange }: Props) {
  // What is typed stays as typed (a line not yet begun, spaces), while the block holds what it comes to.
  const [typed, type] = useState(() => editableText(block));
  return (
    <div class="block">
      {around && block.before && <p class="soft small line">{visible(block.before)}</p>}
      <textarea
        class="field"
        aria-label={name}
        rows={Math.min(12, Math.max(3, block.lines.length))}
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          type(event.currentTarget.value);
          onChange(withEditedText(block, event.currentTarget.value));
        }}
      />
      {around && block.after && <p class="soft small line">{visible(block.after)}</p>}
      {block.cut && <p class="soft small">{t('report_md_cut_text')}</p>}
    </div>
  );
}
