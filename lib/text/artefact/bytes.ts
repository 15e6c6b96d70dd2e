/** Text as a row of GBK bytes that may hold characters GBK lacks, and back. */
import { gbkOf, isLead, isTrail, unitOf } from './gbk.ts';

/** Values from here up are UTF-16 code units that GBK lacks: they stand for themselves and end every shift. */
const OPAQUE = 0x10000;
const QUESTION = 0x3f;
const LOST = OPAQUE + 0xfffd;
/** Decoders show a single byte 0x80 as the euro sign, so this is what the sign is taken for. */
const EURO_BYTE = 0x80;
const EURO = 0x20ac;
/** Code units that are made a string in one go: a call takes no more arguments than the stack holds. */
const CHUNK = 4096;

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

/**
 * Reads bytes as text, with stops. A lead byte whose partner was lost becomes the sign that the page shows for the
 * loss, or `?`.
 */
export function* decodeSteps(bytes: readonly number[]): Generator<undefined, string> {
  // Adding to a string one character at a time leaves a chain of small ones for the collector to clear away.
  let units: number[] = [];
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
      yield;
    }
    const value = bytes[at] ?? 0;
    if (!isLead(value)) {
      units.push(value === EURO_BYTE ? EURO : value >= OPAQUE ? value - OPAQUE : value);
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    const unit = isTrail(next) ? unitOf(value, next) : 0;
    if (unit !== 0) {
      units.push(unit);
      at++;
    } else if (next !== QUESTION && next !== LOST) {
      units.push(QUESTION);
    }
  }
  return text + String.fromCharCode(...units);
}
