/**
 * Reads drafts and their parts from outside (storage, messages, files): every value is checked, nothing unknown is
 * taken along. Whoever reads a field gets a sound value or the reason why there is none. Never in a content script.
 */
import * as v from 'valibot';
import type { FindingKind, ReasonCode } from '../detect/types.ts';
import {
  ADDRESS_SHARES,
  DRAFT_VERSION,
  type Draft,
  LINE_LINKS,
  MAX_ADDRESS,
  MAX_AROUND,
  MAX_BLOCK_TEXT,
  MAX_BLOCKS,
  MAX_DATE,
  MAX_LINE_LENGTH,
  MAX_LINES,
  MAX_NOTE,
  MAX_REASONS,
  type NewDraft,
  REPORT_KINDS,
  REPORT_STATES,
} from './draft.ts';

/** Every kind once: a kind that is missing here, or that the detector does not know, is a type error. */
const FINDING_KINDS = {
  head: 0,
  farm: 0,
  injected: 0,
  noise: 0,
  result: 0,
  comment: 0,
  item: 0,
  own: 0,
} as const satisfies Record<FindingKind, 0>;
/** A code or family that this version doesn't know may come from another one: its form is checked, not its meaning. */
const WORD = v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]{0,39}$/, 'is no name'));
const CODE = v.pipe(
  WORD,
  v.transform((code) => code as ReasonCode),
);

/** What is wrong with a value, in English: for those who work on the program. */
export class Malformed extends Error {}

/** A string of at most max UTF-16 units, well formed and without control characters but line breaks and tabs. */
export function textUpTo(max: number) {
  return v.pipe(
    v.string('is no text'),
    v.maxLength(max, `is longer than ${max} characters`),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    v.check((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), 'holds control characters'),
    v.check((text) => !/[\ud800-\udfff]/u.test(text), 'holds half a character'),
  );
}

/** A list of at most max entries: counted before any of them is looked at. */
export function listOf<Entry>(entry: v.GenericSchema<unknown, Entry>, max: number) {
  return v.pipe(
    v.array(v.unknown(), 'is no list'),
    v.maxLength(max, `has more than ${max} entries`),
    v.array(entry, 'is no list'),
  );
}

/** An object with no other fields than these. */
export function only<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, received }) =>
    expected === 'never' ? `has an unknown field ${received.slice(0, 40)}` : 'is no object of its form',
  );
}

const DATE = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DATE, 'is no date'));

export const KIND = v.picklist(REPORT_KINDS);

/** What the detector said, or null. */
export const FINDING = v.nullable(
  only({
    kind: v.picklist(Object.keys(FINDING_KINDS) as FindingKind[]),
    confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    reasons: listOf(
      only({
        code: CODE,
        count: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9))),
        family: v.exactOptional(WORD),
      }),
      MAX_REASONS,
    ),
  }),
);

/** The texts of a block, within the bounds of draft.ts. */
export const LINES = v.pipe(
  listOf(only({ text: textUpTo(MAX_LINE_LENGTH), link: v.picklist(LINE_LINKS) }), MAX_LINES),
  v.check(
    (lines) => lines.reduce((sum, line) => sum + line.text.length, 0) <= MAX_BLOCK_TEXT,
    `hold more than ${MAX_BLOCK_TEXT} characters`,
  ),
);

const BLOCK = only({
  before: textUpTo(MAX_AROUND),
  lines: LINES,
  after: textUpTo(MAX_AROUND),
  cut: v.boolean(),
  fingerprint: v.pipe(v.string(), v.regex(/^[\w.-]{1,199}$/, 'is none')),
});

const NEW = {
  kind: KIND,
  address: textUpTo(MAX_ADDRESS),
  finding: FINDING,
  blocks: v.pipe(listOf(BLOCK, MAX_BLOCKS), v.minLength(1, 'is empty')),
};

/** Fields of other versions are left behind. */
const DRAFT = v.object({
  ...NEW,
  version: v.literal(DRAFT_VERSION),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  made: DATE,
  changed: DATE,
  state: v.picklist(REPORT_STATES),
  shares: v.object({
    address: v.picklist(ADDRESS_SHARES),
    text: v.boolean(),
    around: v.boolean(),
    finding: v.boolean(),
  }),
  note: textUpTo(MAX_NOTE),
  inPrivate: v.boolean(),
  noRoom: v.exactOptional(v.literal(true)),
});

/** A value as a schema has it. @throws Malformed with the first thing that is wrong. */
export function read<Value>(schema: v.GenericSchema<unknown, Value>, value: unknown, name: string): Value {
  const found = v.safeParse(schema, value, { abortEarly: true });
  if (found.success) return found.output;
  const [issue] = found.issues;
  const at = v.getDotPath(issue);
  throw new Malformed(`${at === null ? name : at} ${issue.message}`);
}

/** What a page handed in. @throws Malformed */
export function readNewDraft(value: unknown): NewDraft {
  return read(only(NEW), value, 'draft');
}

/** A stored draft; null where it is damaged or of a version that this program doesn't know. */
export function readDraft(value: unknown): Draft | null {
  const found = v.safeParse(DRAFT, value, { abortEarly: true });
  return found.success ? found.output : null;
}
