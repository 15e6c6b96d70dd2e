/**
 * The GBK code of characters, both ways. Mirror programs work on GBK bytes, so their damage is undone in bytes too.
 * The browser only decodes GBK; the encoder is the decoder turned round, built at the first use (a few milliseconds).
 */

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

const ROW = LAST_TRAIL - FIRST_TRAIL;
const ROWS = LAST_LEAD - FIRST_LEAD + 1;

/** The bytes of all pairs, one after another. */
function allPairs(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ROWS * ROW * 2);
  let at = 0;
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (!isTrail(trail)) continue;
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
  }
  return bytes;
}

/** One character for each pair, U+FFFD where it is none. */
function decodeAll(bytes: Uint8Array<ArrayBuffer>): string {
  const decoder = new TextDecoder('gbk');
  const whole = decoder.decode(bytes);
  if (whole.length === ROWS * ROW) return whole;
  // The encoding standard has a character for every pair. A decoder that lacks some gives two for such a pair: then one by one.
  let all = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const one = decoder.decode(bytes.subarray(at, at + 2));
    all += one.length === 1 ? one : '\ufffd';
  }
  return all;
}

function build(): Tables {
  const bytes = allPairs();
  const characters = decodeAll(bytes);
  const toGbk = new Uint16Array(0x10000);
  const fromGbk = new Uint16Array(0x10000);
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    // Pairs without a character decode to private-use ones, which shifted text is full of: they count.
    if (unit === REPLACEMENT) continue;
    const code = ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0);
    fromGbk[code] = unit;
    if (toGbk[unit] === 0) toGbk[unit] = code;
  }
  return { toGbk, fromGbk };
}

function tables(): Tables {
  built ??= build();
  return built;
}

/** The GBK code (lead byte << 8 | trail byte) of a UTF-16 code unit; 0 for ASCII and for what GBK lacks. */
export function gbkOf(unit: number): number {
  return tables().toGbk[unit] ?? 0;
}

/** The character of a lead and a trail byte; null where the pair is none. */
export function charOf(lead: number, trail: number): string | null {
  const unit = tables().fromGbk[(lead << 8) | trail] ?? 0;
  return unit === 0 ? null : String.fromCharCode(unit);
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
