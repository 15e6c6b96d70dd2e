/**
 * Writes lib/text/artefact/readings.ts: the reading of each Traditional character that a mirror program may annotate.
 * Run by hand after a change of pinyin-pro or opencc-js: npm run readings
 */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

// First level of GB 2312: the 3,755 characters of nearly all Simplified text. Their Traditional forms are what the
// programs annotate.
const FIRST_LEAD = 0xb0;
const LAST_LEAD = 0xd7;
const FIRST_TRAIL = 0xa1;
const LAST_TRAIL = 0xfe;

// Readings seen on pages that differ from the dictionary's first one.
const SEEN: Readonly<Record<string, string>> = { 長: 'zhǎng' };

const toTraditional = Converter({ from: 'cn', to: 't' });
const decoder = new TextDecoder('gbk');
const groups = new Map<string, string>();

for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
  for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
    const simplified = decoder.decode(new Uint8Array([lead, trail]));
    const traditional = /\p{Script=Han}/u.test(simplified) ? toTraditional(simplified) : simplified;
    if (traditional === simplified || traditional.length !== 1) continue;
    const reading = SEEN[traditional] ?? pinyin(traditional);
    groups.set(reading, (groups.get(reading) ?? '') + traditional);
  }
}

const table = [...groups]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([reading, characters]) => reading + characters)
  .join('');
const source = `/** Made by tools/bin/readings.ts: a reading, then the Traditional characters that have it, and so on. */
export const READINGS =
  '${table}';
`;
writeFileSync('lib/text/artefact/readings.ts', source);
console.log(`${groups.size} readings, ${new TextEncoder().encode(table).length} bytes`);
