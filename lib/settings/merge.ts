/**
 * Bringing settings back from a file beside those that stand, and taking a change back without touching what came after
 * it.
 */
import { MAX_DECISIONS, MAX_SITES, MAX_WORDS } from './defaults.ts';
import { FIELDS } from './keys.ts';
import type { Decision, Settings, Words } from './schema.ts';
import { decisionKey } from './validate.ts';

export interface Merged {
  readonly settings: Settings;
  /** Entries of the file for which there is no room. */
  readonly leftOut: number;
}

const itself = (value: string): string => value;

/**
 * The settings of a file brought into one's own: single values are the file's, lists hold one's own entries first and
 * then, as far as there is room, the file's. No own entry goes.
 * @param now milliseconds since 1970: nothing of a file was made or used later, or it would outlast what is one's own.
 */
export function mergeSettings(own: Settings, file: Settings, now: number): Merged {
  let leftOut = 0;
  const join = <Entry>(
    mine: readonly Entry[],
    theirs: readonly Entry[],
    most: number,
    keyOf: (entry: Entry) => string,
  ) => {
    const known = new Set(mine.map(keyOf));
    const added = theirs.filter((entry) => !known.has(keyOf(entry)));
    const room = Math.max(0, most - mine.length);
    leftOut += Math.max(0, added.length - room);
    return added.length === 0 ? mine : [...mine, ...added.slice(0, room)];
  };
  const decisions = (mine: readonly Decision[], theirs: readonly Decision[]) =>
    join(
      mine,
      theirs.map((one) => ({ ...one, made: Math.min(one.made, now), used: Math.min(one.used, now) })),
      MAX_DECISIONS,
      decisionKey,
    );
  const settings: Settings = {
    ...file,
    allowedSites: join(own.allowedSites, file.allowedSites, MAX_SITES, itself),
    words: {
      spam: join(own.words.spam, file.words.spam, MAX_WORDS, itself),
      honest: join(own.words.honest, file.words.honest, MAX_WORDS, itself),
    },
    keeps: decisions(own.keeps, file.keeps),
    ownHides: decisions(own.ownHides, file.ownHides),
  };
  return { settings, leftOut };
}

/**
 * Takes back what led from `before` to `after`, and nothing else: a value that was changed again since stays, so do
 * entries that were added or removed since.
 */
export function takeBack(now: Settings, before: Settings, after: Settings): Settings {
  const undone: Record<string, unknown> = { ...now };
  for (const field of FIELDS) {
    if (field === 'words') undone.words = wordsBack(now.words, before.words, after.words);
    else if (field === 'allowedSites') undone[field] = listBack(now[field], before[field], after[field], itself);
    else if (field === 'keeps' || field === 'ownHides')
      undone[field] = listBack(now[field], before[field], after[field], decisionKey);
    else if (now[field] === after[field]) undone[field] = before[field];
  }
  return undone as unknown as Settings;
}

function wordsBack(now: Words, before: Words, after: Words): Words {
  return {
    spam: listBack(now.spam, before.spam, after.spam, itself),
    honest: listBack(now.honest, before.honest, after.honest, itself),
  };
}

function listBack<Entry>(
  now: readonly Entry[],
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  const keys = (entries: readonly Entry[]) => new Set(entries.map(keyOf));
  const [had, got, has] = [keys(before), keys(after), keys(now)];
  const staying = now.filter((entry) => had.has(keyOf(entry)) || !got.has(keyOf(entry)));
  const returning = before.filter((entry) => !got.has(keyOf(entry)) && !has.has(keyOf(entry)));
  return [...returning, ...staying];
}
