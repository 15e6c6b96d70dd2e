/**
 * What a page's scripts hide, as far as their text says so: spam programs write it in a few ways, often with split
 * strings.
 */

/** Longest script that is read: those that hide a farm stand near it and are short. */
const MAX_SCRIPT = 100_000;
/** Longest script that is taken to do nothing but write one tag. */
const MAX_WRITER = 2000;

const BY_ID =
  /getElementById\s{0,9}\(\s{0,9}([^)]{3,80})\)\s{0,9}\.\s{0,9}style\s{0,9}\.\s{0,9}(?:display|visibility)\s{0,9}=\s{0,9}([^;<]{4,60})/g;
/** Open tags of what may hold a farm; pictures and frames that a script writes hide nothing but themselves. */
const OPENED = /<(div|span|p|ul|ol|table|tr|td|marquee|font|center|section|b|strong|h\d)\b([^<>]{0,600})/gi;
const CLOSED = /<\/(?:div|span|marquee|font|p|table|ul|center)/i;
const STYLE = /style\s{0,9}=\s{0,9}["'\\]{0,3}([^"'\\]{0,600})/i;

/** Joins "t"+"e"+"s"+"i" to tesi; '' when it is no such expression. */
function joinedLiteral(expression: string): string {
  const parts = expression.match(/(["'])([^"']*)\1/g);
  return parts === null ? '' : parts.map((part) => part.slice(1, -1)).join('');
}

/**
 * Ids of the elements that a script hides as it runs: getElementById("t"+"e"+"s"+"i").style.display="n"+"one". Those
 * that stand inside a function are hidden when somebody does something: tabs and pop-ups.
 */
export function idsHiddenBy(script: string): string[] {
  if (script.length > MAX_SCRIPT || !script.includes('getElementById')) return [];
  const ids: string[] = [];
  for (const { 1: name = '', 2: value = '', index } of script.matchAll(BY_ID)) {
    if (!/^(?:none|hidden)$/.test(joinedLiteral(value)) || isInFunction(script, index)) continue;
    const id = joinedLiteral(name);
    if (id !== '') ids.push(id);
  }
  return ids;
}

/** Characters before a statement in which its function's head is looked for. */
const MAX_HEAD = 4000;

function isInFunction(script: string, index: number): boolean {
  const before = script.slice(Math.max(0, index - MAX_HEAD), index);
  return before.split('{').length > before.split('}').length && /function|=>/.test(before);
}

/**
 * The style of a box whose open tag a script writes and leaves open (`document.write('<div style="left:-987px…">')`);
 * null where it writes none.
 */
export function openedBox(script: string): { name: string; style: string; attributes: string } | null {
  if (script.length > MAX_WRITER || !script.includes('write')) return null;
  const joined = script.replace(/["']\s{0,9}\+\s{0,9}["']/g, '');
  if (CLOSED.test(joined)) return null;
  const [tag] = joined.matchAll(OPENED);
  if (tag === undefined) return null;
  const [, name = '', attributes = ''] = tag;
  return { name: name.toLowerCase(), style: STYLE.exec(attributes)?.[1] ?? '', attributes };
}
