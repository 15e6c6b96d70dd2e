/** Starting one of the extension's own pages. */
import { render, type VNode } from 'preact';
import { language, type MessageKey, t } from '../i18n.ts';

/** Gives the document its language and title, and shows the page's content in its element `app`. */
export function showPage(title: MessageKey, content: VNode): void {
  document.documentElement.lang = language();
  // Told to the whole browser each time it is set.
  const name = t(title);
  if (document.title !== name) document.title = name;
  const app = document.getElementById('app');
  if (app !== null) render(content, app);
}
