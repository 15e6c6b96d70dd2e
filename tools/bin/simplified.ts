/**
 * Writes lib/text/artefact/simplified-pairs.ts: Traditional characters and the Simplified one of each.
 * Run by hand after a change of opencc-js: npm run readings
 */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

const toSimplified = Converter({ from: 't', to: 'cn' });
const toTraditional = Converter({ from: 'cn', to: 't' });
const decoder = new TextDecoder('gbk');

// All of GBK's Han characters: what a mirror program can hold at all.
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;

const groups = new Map<string, string>();
let count = 0;
for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
  for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
    const traditional = decoder.decode(new Uint8Array([lead, trail]));
    if (!/^\p{Script=Han}$/u.test(traditional)) continue;
    const simplified = toSimplified(traditional);
    if (simplified === traditional || simplified.length !== 1 || toTraditional(traditional) !== traditional) continue;
    // Characters of GB 2312 (乾 於 徵 …) stood in the Simplified original already: the map made none of them.
    if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) continue;
    groups.set(simplified, (groups.get(simplified) ?? '') + traditional);
    count++;
  }
}

// A plain character, then all that become it; those with one source are the most, so pairs need no mark between them.
const single = [...groups].filter(([, from]) => from.length === 1).map(([to, from]) => from + to);
const many = [...groups].filter(([, from]) => from.length > 1).map(([to, from]) => from + to);
const source = `/**
 * Made by tools/bin/simplified.ts. First line: pairs of a Traditional character and its Simplified one.
 * Second line: groups parted by spaces, several Traditional characters and their Simplified one.
 */
export const SIMPLIFIED_PAIRS =
  '${single.join('')}\\n${many.join(' ')}';
`;
writeFileSync('lib/text/artefact/simplified-pairs.ts', source);
console.log(`${count} characters, ${new TextEncoder().encode(source).length} bytes`);
