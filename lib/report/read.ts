/**
 * Reads drafts and their parts from outside (storage, messages, files): every value is checked, nothing unknown is
 * taken along. Whoever reads a field gets a sound value or the reason why there is none.
 */
import type { FindingKind, Reason, ReasonCode } from '../detect/types.ts';
import {
  type AddressShare,
  DRAFT_VERSION,
  type Draft,
  type LineLink,
  MAX_ADDRESS,
  MAX_AROUND,
  MAX_BLOCK_TEXT,
  MAX_BLOCKS,
  MAX_LINE,
  MAX_LINES,
  MAX_NOTE,
  MAX_REASONS,
  type NewDraft,
  type ReportBlock,
  type ReportFinding,
  type ReportKind,
  type ReportLine,
  type ReportState,
  type Shares,
} from './draft.ts';

const KINDS: readonly ReportKind[] = ['falsePositive', 'missed'];
const STATES: readonly ReportState[] = ['draft', 'copied', 'opened', 'saved'];
const ADDRESS_SHARES: readonly AddressShare[] = ['full', 'path', 'host', 'none'];
const LINKS: readonly LineLink[] = ['none', 'own', 'other'];
const FINDING_KINDS: readonly FindingKind[] = ['head', 'farm', 'injected', 'noise', 'own'];
/** A code or family that this version doesn't know may come from another one: its form is checked, not its meaning. */
const WORD = /^[a-zA-Z][\w-]{0,39}$/;
const ID = /^[0-9a-f]{32}$/;
const FINGERPRINT = /^[\w.-]{1,199}$/;

/** What is wrong with a value, in English: for those who work on the program. */
export class Malformed extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** A plain object with no other fields than these. @throws Malformed */
export function fields(value: unknown, where: string, names: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(`${where} is no object`);
  for (const name of Object.keys(value)) {
    if (!names.includes(name))
      throw new Malformed(`${where} has an unknown field ${JSON.stringify(name.slice(0, 40))}`);
  }
  return value as Fields;
}

/** A string of at most max UTF-16 units, well formed and without control characters but line breaks and tabs. @throws Malformed */
export function text(value: unknown, where: string, max: number): string {
  if (typeof value !== 'string') throw new Malformed(`${where} is no text`);
  if (value.length > max) throw new Malformed(`${where} is longer than ${max} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value))
    throw new Malformed(`${where} holds control characters`);
  if (/[\ud800-\udfff]/u.test(value)) throw new Malformed(`${where} holds half a character`);
  return value;
}

/** One of the given words. @throws Malformed */
export function oneOf<Word extends string>(value: unknown, where: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Malformed(`${where} is none of ${words.join(', ')}`);
  return found;
}

/** A list of at most max entries. @throws Malformed */
export function list<Entry>(
  value: unknown,
  where: string,
  max: number,
  read: (entry: unknown, where: string) => Entry,
): Entry[] {
  if (!Array.isArray(value)) throw new Malformed(`${where} is no list`);
  if (value.length > max) throw new Malformed(`${where} has more than ${max} entries`);
  return value.map((entry, at) => read(entry, `${where}[${at}]`));
}

/** A finite number within bounds. @throws Malformed */
export function number(value: unknown, where: string, min: number, max: number): number {
  if (typeof value !== 'number' || !(value >= min && value <= max))
    throw new Malformed(`${where} is no number in ${min}..${max}`);
  return value;
}

/** @throws Malformed */
export function flag(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw new Malformed(`${where} is neither true nor false`);
  return value;
}

/** @throws Malformed */
export function readKind(value: unknown): ReportKind {
  return oneOf(value, 'kind', KINDS);
}

/** What the detector said, or null. @throws Malformed */
export function readFinding(value: unknown): ReportFinding | null {
  if (value === null) return null;
  const of = fields(value, 'finding', ['kind', 'confidence', 'reasons']);
  return {
    kind: oneOf(of.kind, 'finding.kind', FINDING_KINDS),
    confidence: number(of.confidence, 'finding.confidence', 0, 1),
    reasons: list(of.reasons, 'finding.reasons', MAX_REASONS, readReason),
  };
}

function readReason(value: unknown, where: string): Reason {
  const of = fields(value, where, ['code', 'count', 'family']);
  if (typeof of.code !== 'string' || !WORD.test(of.code)) throw new Malformed(`${where}.code is no code`);
  if (of.family !== undefined && (typeof of.family !== 'string' || !WORD.test(of.family))) {
    throw new Malformed(`${where}.family is no family`);
  }
  return {
    code: of.code as ReasonCode,
    ...(of.count === undefined ? {} : { count: number(of.count, `${where}.count`, 0, 1e9) }),
    ...(of.family === undefined ? {} : { family: of.family }),
  };
}

/** The texts of a block, within the bounds of draft.ts. @throws Malformed */
export function readLines(value: unknown, where: string): ReportLine[] {
  const lines = list(value, where, MAX_LINES, (entry, at): ReportLine => {
    const of = fields(entry, at, ['text', 'link']);
    return { text: text(of.text, `${at}.text`, MAX_LINE), link: oneOf(of.link, `${at}.link`, LINKS) };
  });
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  if (total > MAX_BLOCK_TEXT) throw new Malformed(`${where} holds more than ${MAX_BLOCK_TEXT} characters`);
  return lines;
}

function readBlock(value: unknown, where: string): ReportBlock {
  const of = fields(value, where, ['before', 'lines', 'after', 'cut', 'fingerprint']);
  if (typeof of.fingerprint !== 'string' || !FINGERPRINT.test(of.fingerprint))
    throw new Malformed(`${where}.fingerprint is none`);
  return {
    before: text(of.before, `${where}.before`, MAX_AROUND),
    lines: readLines(of.lines, `${where}.lines`),
    after: text(of.after, `${where}.after`, MAX_AROUND),
    cut: flag(of.cut, `${where}.cut`),
    fingerprint: of.fingerprint,
  };
}

const NEW_FIELDS = ['kind', 'address', 'finding', 'blocks'];

function newFields(of: Fields): NewDraft {
  const blocks = list(of.blocks, 'blocks', MAX_BLOCKS, readBlock);
  if (blocks.length === 0) throw new Malformed('blocks is empty');
  return {
    kind: readKind(of.kind),
    address: text(of.address, 'address', MAX_ADDRESS),
    finding: readFinding(of.finding),
    blocks,
  };
}

/** What a page handed in. @throws Malformed */
export function readNewDraft(value: unknown): NewDraft {
  return newFields(fields(value, 'draft', NEW_FIELDS));
}

/** A stored draft; null where it is damaged or of a version that this program doesn't know. */
export function readDraft(value: unknown): Draft | null {
  try {
    const names = [...NEW_FIELDS, 'version', 'id', 'made', 'changed', 'state', 'shares', 'note', 'inPrivate'];
    const of = fields(value, 'draft', names);
    if (of.version !== DRAFT_VERSION || typeof of.id !== 'string' || !ID.test(of.id)) return null;
    return {
      ...newFields(of),
      version: DRAFT_VERSION,
      id: of.id,
      made: number(of.made, 'made', 0, Number.MAX_SAFE_INTEGER),
      changed: number(of.changed, 'changed', 0, Number.MAX_SAFE_INTEGER),
      state: oneOf(of.state, 'state', STATES),
      shares: readShares(of.shares),
      note: text(of.note, 'note', MAX_NOTE),
      inPrivate: flag(of.inPrivate, 'inPrivate'),
    };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function readShares(value: unknown): Shares {
  const of = fields(value, 'shares', ['address', 'text', 'around', 'finding']);
  return {
    address: oneOf(of.address, 'shares.address', ADDRESS_SHARES),
    text: flag(of.text, 'shares.text'),
    around: flag(of.around, 'shares.around'),
    finding: flag(of.finding, 'shares.finding'),
  };
}
