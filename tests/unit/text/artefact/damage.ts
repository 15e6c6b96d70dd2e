/**
 * The mirror program's mechanism, forwards: Simplified text becomes Traditional one character at a time, is held as GBK
 * bytes, and every listed character is replaced, byte by byte, by itself and `(reading)`. Makes test pages whose answer
 * is known.
 */
import { Converter } from 'opencc-js';
import { gbkOf } from '../../../../lib/text/artefact/gbk.ts';
import { plain } from '../../../../lib/text/artefact/pinyin.ts';
import { READINGS } from '../../../../lib/text/artefact/readings.ts';

/** How annotations look: as most pages have them, with a space, without tones, repeated. */
export type Form = 'toned' | 'spaced' | 'toneless' | 'repeated';
/**
 * What becomes of a lead byte without a partner: `?` that eats both bytes (as most pages show), or U+FFFD for the lead
 * byte alone.
 */
export type Decoder = 'question' | 'replacement';

export interface Damage {
  /** How many characters of the ordered list are annotated. */
  readonly depth: number;
  readonly form: Form;
  readonly decoder: Decoder;
}

/** The ordered list as far as pages showed it; the dictionary's other characters after it. */
const SEEN =
  '網產發業術標運關經統現準態當導設創數據內轉領結礎費認藍節續學聯訓隊調預報習協戰區規貿驗優執質書嚴絡細環護擔紀儲務構應頁實點進權請庫團獻驅冊機計場國對動會臺長說項開無風強負達沒競測爭覺簡問鳥見勢濟語價類過個時來';
/** Characters that a one-to-one map leaves as they are. */
const KEPT = new Set('于么里云后并杰制系');
const toTraditional = Converter({ from: 'cn', to: 't' });

function readings(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, reading = '', characters = ''] of READINGS.matchAll(/([^\u3400-\u9fff]+)([\u3400-\u9fff]+)/g)) {
    for (const character of characters) all.set(character, reading);
  }
  return all;
}
const READING = readings();
export const LIST: readonly string[] = [...new Set([...SEEN, ...READING.keys()])];

/** Traditional text by a map from one character to one. */
export function convert(simplified: string): string {
  return [...simplified]
    .map((character) => (KEPT.has(character) ? character : toTraditional(character).slice(0, 1)))
    .join('');
}

function latin(text: string): string {
  let bytes = '';
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const code = unit < 0x80 ? unit : gbkOf(unit);
    bytes += code < 0x100 ? String.fromCharCode(code) : String.fromCharCode(code >> 8, code & 0xff);
  }
  return bytes;
}

function annotation(reading: string, form: Form): string {
  if (form === 'spaced') return `(${reading} )`;
  if (form === 'toneless') return `(${plain(reading)})`;
  return form === 'repeated' ? `(${plain(reading)})`.repeat(2) : `(${reading})`;
}

function decoded(bytes: string, decoder: Decoder): string {
  const raw = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  if (decoder === 'replacement') return new TextDecoder('gbk').decode(raw);
  let text = '';
  const pair = new TextDecoder('gbk');
  for (let at = 0; at < raw.length; at++) {
    const lead = raw[at] ?? 0;
    const trail = raw[at + 1] ?? 0;
    if (lead <= 0x80) text += lead === 0x80 ? '€' : String.fromCharCode(lead);
    else {
      text += trail < 0x40 ? '?' : pair.decode(raw.subarray(at, at + 2));
      at++;
    }
  }
  return text;
}

/** Is every character in GBK, so that the text survives the program's own encoding? */
export function fits(text: string): boolean {
  return [...text].every(
    (character) => character.length === 1 && (character < '\x7f' || gbkOf(character.charCodeAt(0)) !== 0),
  );
}

/**
 * The nodes of a page after the program: they stand between tags in one stream of bytes, and a tag's `<` may be eaten.
 */
export function damage(nodes: readonly string[], how: Damage): string[] {
  let bytes = latin(nodes.join('<b>'));
  for (const character of LIST.slice(0, how.depth)) {
    bytes = bytes.replaceAll(
      latin(character),
      (own) => own + latin(annotation(READING.get(character) ?? '', how.form)),
    );
  }
  return decoded(bytes, how.decoder).replaceAll('?b>', '?<b>').split('<b>');
}
