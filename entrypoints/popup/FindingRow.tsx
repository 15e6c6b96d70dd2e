import { Component } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { FindingView, PopupCommand } from '../../lib/messages.ts';
import { reasonTexts } from '../../lib/reasons.ts';
import { Foreign } from '../../lib/ui/Foreign.tsx';
import { CheckIcon, EyeIcon, EyeOffIcon, FlagIcon } from '../../lib/ui/icons.tsx';

interface Props {
  readonly row: FindingView;
  readonly send: (command: PopupCommand) => void;
}

/**
 * One finding. Drawn anew only when it has changed itself: a list of 500 grows step by step, and would be drawn whole
 * at each.
 */
export class FindingRow extends Component<Props> {
  override shouldComponentUpdate({ row, send }: Props): boolean {
    return row !== this.props.row || send !== this.props.send;
  }

  override render({ row, send }: Props) {
    return <Row row={row} send={send} />;
  }
}

/** Its words, blurred until pointed at or focused (they may be obscene), why, and what to do with it. */
function Row({ row, send }: Props) {
  const { id, state } = row;
  const highlight = (on: boolean) => (): void => send({ type: 'highlight', id, on });
  return (
    <li class={`finding ${state}`} onMouseEnter={highlight(true)} onMouseLeave={highlight(false)}>
      <button
        type="button"
        class="place"
        title={t('popup_scroll')}
        onFocus={highlight(true)}
        onBlur={highlight(false)}
        onClick={() => send({ type: 'scroll', id })}
      >
        <Foreign class="snippet" text={row.snippet} />
        <span class="soft small">{state === 'kept' ? t('popup_kept') : reasonTexts(row)}</span>
      </button>
      <div class="acts">
        {state === 'kept' ? (
          <>
            <button type="button" class="link" onClick={() => send({ type: 'unkeep', id })}>
              {t('popup_undo')}
            </button>
            <IconButton name={t('popup_report')} icon={FlagIcon} onClick={() => send({ type: 'report', id })} />
          </>
        ) : (
          <>
            <IconButton
              name={state === 'hidden' ? t('popup_show') : t('popup_hide')}
              icon={state === 'hidden' ? EyeIcon : EyeOffIcon}
              onClick={() => send({ type: 'show', ids: [id], shown: state === 'hidden' })}
            />
            <IconButton name={t('popup_keep')} icon={CheckIcon} onClick={() => send({ type: 'keep', id })} />
            <IconButton name={t('popup_report')} icon={FlagIcon} onClick={() => send({ type: 'report', id })} />
          </>
        )}
      </div>
    </li>
  );
}

interface IconButtonProps {
  readonly name: string;
  readonly icon: typeof EyeIcon;
  readonly onClick: () => void;
}

function IconButton({ name, icon: Icon, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <Icon />
    </button>
  );
}
