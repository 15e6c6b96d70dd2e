/**
 * The first look at a page: is there Chinese text in it? Most pages of most people have none, and of those that have,
 * nothing needs to be known before it comes. Until then there is no sweep, no settings are asked for, and nothing is
 * told to anybody.
 */
import { rootOf, stateOf } from '../dom.ts';
import { hasHan } from './has-han.ts';
import { Loading } from './loading.ts';
import { Watch } from './watch.ts';

/**
 * Calls back once, before the first Chinese text of a document is painted: while the document is parsed, at its end, or
 * whenever later.
 * @returns ends it
 */
export function awaitHan(document: Document, found: () => void): () => void {
  const look = (nodes: readonly Node[]): void => {
    if (!hasHan(nodes)) return;
    end();
    found();
  };
  const loading = new Loading(document, look);
  // No attribute has an empty name, and nothing is anybody's own.
  const watch = new Watch(
    null,
    () => false,
    ({ roots, texts }) => look([...roots, ...texts]),
  );
  const arrived = (): void => {
    loading.stop();
    watch.start(document);
    const root = rootOf(document);
    if (root !== null) look([root]);
  };
  const end = (): void => {
    loading.stop();
    watch.stop();
    globalThis.removeEventListener('DOMContentLoaded', arrived);
  };
  if (stateOf(document) === 'loading') {
    globalThis.addEventListener('DOMContentLoaded', arrived, { once: true });
    loading.start();
  } else arrived();
  return end;
}
