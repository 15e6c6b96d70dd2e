/** What the bars say, and their buttons. They never repeat the spam. */
import type { Reason } from '../../detect/types.ts';
import { plural, t } from '../../i18n.ts';
import { reasonText } from '../../reasons.ts';
import type { Entry } from '../entry.ts';
import type { BarContent, Button } from './bar.ts';

/** Reasons shown, the strongest ones. */
const MAX_REASONS = 5;

interface Presses {
  show(): void;
  hide(): void;
  keep(): void;
  report(): void;
  why(): void;
}

/** The content of one finding's bar. A mark has no words of its own, only buttons. */
export function barContent(
  entry: Entry,
  shown: { readonly inline: boolean; readonly why: readonly Reason[] | null; readonly unsaved: boolean },
  press: Presses,
): BarContent {
  const text = textOf(entry);
  if (entry.state === 'kept') {
    const report: Button = { name: 'report', text: t('popup_report'), press: press.report };
    return {
      text: t(shown.unsaved ? 'bars_kept_unsaved' : 'bars_kept'),
      label: t('bars_label'),
      buttons: [hide(press), report],
    };
  }
  const hidden = entry.state === 'hidden';
  const short = shown.inline && hidden;
  const buttons: Button[] = [
    {
      name: 'toggle',
      text: short ? '⋯' : t(hidden ? 'bars_show' : 'bars_hide'),
      press: hidden ? press.show : press.hide,
      expanded: !hidden,
      ...(short ? { label: `${text} · ${t('bars_show')}` } : {}),
    },
  ];
  if (!short) {
    buttons.push({ name: 'keep', text: t('bars_keep'), press: press.keep });
    buttons.push({ name: 'why', text: t('bars_why'), press: press.why, expanded: shown.why !== null });
  }
  const list =
    shown.why !== null && !short ? shown.why.slice(0, MAX_REASONS).map(reasonText).filter(Boolean) : undefined;
  return {
    text: shown.inline ? '' : text,
    label: `${t('bars_label')} · ${text}`,
    buttons,
    ...(list === undefined ? {} : { list }),
  };
}

function hide(press: Presses): Button {
  return { name: 'toggle', text: t('bars_hide'), press: press.hide, expanded: true };
}

function textOf(entry: Entry): string {
  const { kind, links, chars } = entry.finding;
  const hidden = entry.state === 'hidden';
  if (kind === 'own' && hidden) return t('bars_hidden_own');
  if (links > 0) return plural(hidden ? 'bars_hidden_links' : 'bars_shown_links', links);
  return plural(hidden ? 'bars_hidden_chars' : 'bars_shown_chars', chars);
}

interface AllPresses {
  showAll(shown: boolean): void;
  openList(): void;
  close(): void;
}

/** The one bar that speaks for many findings. */
export function gatheredContent(entries: readonly Entry[], press: AllPresses): BarContent {
  const hidden = entries.filter((entry) => entry.state === 'hidden').length;
  const text = hidden > 0 ? plural('bars_gathered', hidden) : plural('bars_gathered_shown', entries.length);
  return {
    text,
    label: `${t('bars_label')} · ${text}`,
    buttons: [all(hidden > 0, press), { name: 'list', text: t('bars_list'), press: press.openList }],
  };
}

/** The bar at the top of a page on which nothing is honest. */
export function doorwayContent(entries: readonly Entry[], press: AllPresses): BarContent {
  const hidden = entries.filter((entry) => entry.state === 'hidden').length;
  const text = t('bars_doorway');
  const buttons: Button[] = [];
  if (hidden > 0) buttons.push(all(true, press));
  else if (entries.length > 0)
    buttons.push({
      name: 'all',
      text: plural('bars_doorway_hide', entries.length),
      press: () => press.showAll(false),
      expanded: true,
    });
  buttons.push({ name: 'close', text: t('bars_close'), press: press.close });
  return { text, label: text, buttons };
}

function all(areHidden: boolean, press: AllPresses): Button {
  return {
    name: 'all',
    text: t(areHidden ? 'bars_show_all' : 'bars_hide_all'),
    press: () => press.showAll(areHidden),
    expanded: !areHidden,
  };
}
