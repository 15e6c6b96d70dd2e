/**
 * Simplified text out of machine-made Traditional: the program's map went from one character to one, so it can be
 * walked back. For converted pages and for searches only: on native Traditional text it would be a poor conversion. Its
 * table is large (simplified-pairs.ts, 15 KB), so a content script asks the background for it instead of holding it.
 */
/** 著 stands for 着 and for itself; here it is itself. */
const STAYS = /(?<=[顯显名巨專专論论編编原譯译卓昭合土遺遗所拙])著|著(?=[名作述者稱称書书錄录])/;
const ZHE = new RegExp(`(?:${STAYS.source})|(著)`, 'g');

function unpack(pairs: string, groups: string): Map<string, string> {
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) map.set(pairs.charAt(at), pairs.charAt(at + 1));
  for (const group of groups.split(' ')) {
    const to = group.slice(-1);
    for (const from of group.slice(0, -1)) map.set(from, to);
  }
  return map;
}

/** Makes the conversion from the table of simplified-pairs.ts. */
export function makeSimplify(table: string): (text: string) => string {
  const [pairs = '', groups = ''] = table.split('\n');
  const map = unpack(pairs, groups);
  return (text) => {
    const zhe = text.includes('著')
      ? text.replace(ZHE, (own, moved?: string) => (moved === undefined ? own : '着'))
      : text;
    let simplified = '';
    for (const character of zhe) simplified += map.get(character) ?? character;
    return simplified;
  };
}
