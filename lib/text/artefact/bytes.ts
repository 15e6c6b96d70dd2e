/** Text as a row of GBK bytes that may hold characters GBK lacks, and back. */
import { charOf, gbkOf, isLead, isTrail } from './gbk.ts';

/** Values from here up are UTF-16 code units that GBK lacks: they stand for themselves and end every shift. */
const OPAQUE = 0x10000;
const QUESTION = 0x3f;
const LOST = OPAQUE + 0xfffd;
/** Decoders show a single byte 0x80 as the euro sign, so this is what the sign is taken for. */
const EURO_BYTE = 0x80;
const EURO = 0x20ac;

/** Appends the bytes of a text. */
export function encode(text: string, to: number[]): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || unit === EURO) {
      to.push(unit === EURO ? EURO_BYTE : unit);
      continue;
    }
    const code = gbkOf(unit);
    if (code === 0) to.push(OPAQUE + unit);
    else to.push(code >> 8, code & 0xff);
  }
}

/** Reads bytes as text. A lead byte whose partner was lost becomes the sign that the page shows for the loss, or `?`. */
export function decode(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const value = bytes[at] ?? 0;
    if (!isLead(value)) {
      text += String.fromCharCode(value === EURO_BYTE ? EURO : value >= OPAQUE ? value - OPAQUE : value);
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    const character = isTrail(next) ? charOf(value, next) : null;
    if (character !== null) {
      text += character;
      at++;
    } else if (next !== QUESTION && next !== LOST) {
      text += '?';
    }
  }
  return text;
}
