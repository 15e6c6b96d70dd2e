/** Where the user writes, which is never touched. */
import { caller, documentOf, isElement, parentElementOf, safeGet } from '../dom.ts';

/** Fields and editable content. */
const FIELDS = '[contenteditable]:not([contenteditable="false" i]),textarea';
const EDITORS = ':is(.CodeMirror,.cm-editor,.monaco-editor,.ace_editor)';
/**
 * Fields, editable content, and editors that keep a document of their own and draw it themselves: by name, and by the
 * field that takes their keys.
 */
export const WRITTEN = `${FIELDS},${EDITORS}:has(${FIELDS},.native-edit-context)`;

const closest = caller(globalThis.Element?.prototype, 'closest');

/** Is the whole document one that is written in? */
export function isDesigned(document: Document): boolean {
  return safeGet<string>(document, 'designMode') === 'on';
}

/** Does the node stand where the user writes? */
export function isWritten(node: Node): boolean {
  const element = isElement(node) ? node : parentElementOf(node);
  if (element === null) return false;
  const document = documentOf(node);
  return (document !== null && isDesigned(document)) || closest(element, `${WRITTEN},select`) !== null;
}
