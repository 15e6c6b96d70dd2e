/**
 * The GBK code of characters, both ways. Mirror programs work on GBK bytes, so their damage is undone in bytes too.
 * The browser only decodes GBK; the encoder is the decoder turned round, built at the first use (5 to 11 milliseconds),
 * or row by row before it, where nothing may wait that long.
 */
import { finish } from '../steps.ts';

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const REPLACEMENT = 0xfffd;

interface Tables {
  /** UTF-16 code unit → GBK code (lead << 8 | trail), 0 where there is none. */
  readonly toGbk: Uint16Array;
  /** GBK code → UTF-16 code unit, 0 where there is none. */
  readonly fromGbk: Uint16Array;
}

let built: Tables | null = null;

const TRAILS = Array.from({ length: LAST_TRAIL - FIRST_TRAIL + 1 }, (_, at) => FIRST_TRAIL + at).filter(isTrail);

/** One character for each pair of a row, U+FFFD where the pair has none. */
function decodeRow(decoder: TextDecoder, lead: number): string {
  const bytes = new Uint8Array(TRAILS.flatMap((trail) => [lead, trail]));
  const whole = decoder.decode(bytes);
  if (whole.length === TRAILS.length) return whole;
  // The encoding standard has a character for every pair. A decoder that lacks some gives two for such a pair: then one
  // by one.
  let all = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const one = decoder.decode(bytes.subarray(at, at + 2));
    all += one.length === 1 ? one : '\ufffd';
  }
  return all;
}

/** Builds the tables row by row, with a stop after each; without any where they stand already. */
export function* buildGbk(): Generator<undefined, Tables> {
  if (built !== null) return built;
  const decoder = new TextDecoder('gbk');
  const toGbk = new Uint16Array(0x10000);
  const fromGbk = new Uint16Array(0x10000);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    const characters = decodeRow(decoder, lead);
    for (const [at, trail] of TRAILS.entries()) {
      const unit = characters.charCodeAt(at);
      // Pairs without a character decode to private-use ones, which shifted text is full of: they count.
      if (unit === REPLACEMENT) continue;
      const code = (lead << 8) | trail;
      fromGbk[code] = unit;
      if (toGbk[unit] === 0) toGbk[unit] = code;
    }
    yield;
  }
  built = { toGbk, fromGbk };
  return built;
}

function tables(): Tables {
  if (built !== null) return built;
  return finish(buildGbk());
}

/** The GBK code (lead byte << 8 | trail byte) of a UTF-16 code unit; 0 for ASCII and for what GBK lacks. */
export function gbkOf(unit: number): number {
  return tables().toGbk[unit] ?? 0;
}

/** The UTF-16 code unit of a lead and a trail byte; 0 where the pair has none. */
export function unitOf(lead: number, trail: number): number {
  return tables().fromGbk[(lead << 8) | trail] ?? 0;
}

/** Can this byte open a character of two bytes? */
export function isLead(byte: number): boolean {
  return byte >= FIRST_LEAD && byte <= LAST_LEAD;
}

/** Can this byte close a character of two bytes? */
export function isTrail(byte: number): boolean {
  return byte >= FIRST_TRAIL && byte <= LAST_TRAIL && byte !== 0x7f;
}

/** Is the code a character of GB 2312's first level: the 3,755 that make up nearly all Simplified text? */
export function isCommon(code: number): boolean {
  return code >= 0xb0a1 && code <= 0xd7f9 && (code & 0xff) >= 0xa1;
}

/** Does GB 2312, the set that Simplified text is written in, hold the code as a Han character? */
export function isSimplifiedSet(code: number): boolean {
  return code >= 0xb0a1 && code <= 0xf7fe && (code & 0xff) >= 0xa1;
}

/** Is the code in GBK's rows of marks, full-width letters and kana? */
export function isMark(code: number): boolean {
  return code >= 0xa1a1 && code <= 0xa9fe && (code & 0xff) >= 0xa1;
}

/** Is the code a Han character that GBK adds to GB 2312: on a Chinese page as good as always a Traditional one? */
export function isTraditionalOnly(code: number): boolean {
  return (code >= 0x8140 && code <= 0xa0fe) || (code >= 0xaa40 && (code & 0xff) <= 0xa0);
}
