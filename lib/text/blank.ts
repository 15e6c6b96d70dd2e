/** What counts as white space. */

/** Is data[start, end) white space only, as \s in a regular expression means it? */
export function isBlank(data: string, start = 0, end = data.length): boolean {
  for (let i = start; i < end; i++) {
    const c = data.charCodeAt(i);
    if (c === 32 || (c >= 9 && c <= 13)) continue;
    // Most texts are told by their first character: Han stands between the ideographic space and the last of them.
    if (c < 0xa0 || (c > 0x3000 && c < 0xfeff) || !SPACE.test(data.charAt(i))) return false;
  }
  return true;
}

const SPACE = /\s/;
