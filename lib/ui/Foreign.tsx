import { withoutTurns } from '../report/defuse-text.ts';

/**
 * A text that others wrote (a page, a file, a host's owner): whatever its characters do, they do it to themselves
 * alone.
 */
export function Foreign({ text, class: name }: { readonly text: string; readonly class?: string }) {
  return <bdi class={name}>{withoutTurns(text)}</bdi>;
}
