import { ADVERTS, type Advert } from './advert.ts';
import { DISGUISES, disguise } from './disguise.ts';
import { isMarked, mark, type RunLabel, readRuns, unmark } from './marks.ts';
import { opening } from './openings.ts';
import { mapTexts, PLACES, type Place, place, retitle } from './place.ts';
import { type Dice, makeDice } from './random.ts';
import { farmBlock, farmLink, headLine, isHiding, makeHost, WRAPPER_NAMES } from './shapes.ts';
import { mirrorText } from './traditional.ts';
import { ordinary, ordinaryLatin } from './words.ts';

/**
 * The suites: openings of the 2020s, mirrored pages, disguised words, farms of ordinary words, advertisements without a
 * farm.
 */
export const SUITES = ['opening', 'mirror', 'disguise', 'innocuous', 'advert'] as const;
export type Suite = (typeof SUITES)[number];

/** Words to insert, all Simplified. */
export interface SpamWords {
  /** Keywords for heads and anchors. */
  readonly keywords: readonly string[];
  /** Labels that stand before a farm. */
  readonly labels: readonly string[];
}

/** Labels in the form of the labelled corpus. */
export interface PageLabels {
  readonly doorway: false;
  readonly hidden: boolean;
  readonly kinds: readonly string[];
  readonly families: readonly string[];
  readonly runs: readonly (readonly [RunLabel, string])[];
}

/** A generated page and what is true of it. */
export interface EvasionPage {
  readonly html: string;
  readonly labels: PageLabels;
}

const BLOCK_PLACES: readonly Place[] = PLACES.filter((name) => name !== 'inParagraph');
/** How many links a farm holds: short ones and long ones. */
const FARM_SIZES = [6, 12, 19, 26, 41] as const;

interface Draft {
  html: string;
  hidden: boolean;
  kinds: Set<string>;
}

function addFarm(draft: Draft, anchors: readonly string[], words: SpamWords, dice: Dice): void {
  const wrapper = dice.pick(WRAPPER_NAMES);
  const label = dice.chance(0.6) ? dice.pick(words.labels) : null;
  // Mirror programs and pools link to pages of the host they run on as often as to others.
  const own = dice.chance(0.35);
  const links = anchors.map((anchor) => farmLink(anchor, dice, own));
  draft.html = place(draft.html, farmBlock(links, label, wrapper, dice), dice.pick(BLOCK_PLACES), dice);
  draft.hidden ||= isHiding(wrapper);
  draft.kinds.add('farm');
}

function addHead(draft: Draft, words: SpamWords, dice: Dice): void {
  const line = headLine(words.keywords, dice);
  const text = mark(line);
  const block = dice.pick([
    `<div>${text}</div>`,
    `${text}<br>`,
    `<h1><a href="http://${makeHost(dice)}/">${text}</a></h1>`,
    `<p>${text}</p>`,
  ]);
  draft.html = place(draft.html, block, 'bodyStart', dice);
  if (dice.chance(0.7)) draft.html = retitle(draft.html, line);
  draft.kinds.add('head');
}

/** A third of the pages are Traditional, an eighth with pinyin in their text. */
const TRADITIONAL_SHARE = 0.33;
const PINYIN_SHARE = 0.125;

function opened(draft: Draft, words: SpamWords, dice: Dice): void {
  if (dice.chance(TRADITIONAL_SHARE)) {
    const depth = dice.chance(PINYIN_SHARE / TRADITIONAL_SHARE) ? dice.pick([20, 40, 60]) : 0;
    draft.html = mapTexts(draft.html, (text) => mirrorText(text, depth));
  }
  draft.html = opening(draft.html, words.keywords, dice);
  draft.kinds.add('opening');
}

function mirror(draft: Draft, words: SpamWords, dice: Dice): void {
  if (dice.chance(0.7)) {
    const depth = dice.pick([0, 20, 40, 60]);
    draft.html = mapTexts(draft.html, (text) => mirrorText(text, depth));
    draft.kinds.add(depth > 0 ? 'pinyin' : 'traditional');
  }
  const shape = dice.int(3);
  if (shape !== 1) addHead(draft, words, dice);
  if (shape !== 0) addFarm(draft, dice.sample(words.keywords, dice.pick(FARM_SIZES)).map(mark), words, dice);
}

function disguised(draft: Draft, words: SpamWords, dice: Dice): void {
  const kind = dice.pick(DISGUISES);
  const write = (word: string): string => disguise(word, kind, dice);
  const anchors = dice.sample(words.keywords, dice.pick(FARM_SIZES));
  if (dice.chance(0.6)) addFarm(draft, anchors.map(write), words, dice);
  else {
    for (const word of anchors.slice(0, 4)) {
      const inner = dice.chance(0.5)
        ? `<a href="http://${makeHost(dice)}/">${write(word)}</a>`
        : `<b>${write(word)}</b>`;
      draft.html = place(draft.html, inner, 'inParagraph', dice);
    }
    draft.kinds.add('injected');
  }
  draft.kinds.add(`disguise:${kind}`);
}

function innocuous(draft: Draft, words: SpamWords, dice: Dice): void {
  const size = dice.pick(FARM_SIZES);
  const anchors = dice.pick([
    (): string[] => dice.sample(ordinary, size),
    (): string[] => Array.from({ length: size }, () => makeHost(dice)),
    (): string[] => Array.from({ length: size }, () => `http://${makeHost(dice)}/`),
    (): string[] => Array.from({ length: size }, () => dice.pick([...ordinary, ...ordinaryLatin])),
  ])();
  addFarm(draft, anchors.map(mark), words, dice);
}

function advert(draft: Draft, words: SpamWords, dice: Dice): void {
  const kind = dice.pick(Object.keys(ADVERTS) as Advert[]);
  draft.html = ADVERTS[kind](draft.html, words.keywords, dice);
  draft.kinds.add(`advert:${kind}`);
}

const BUILDERS = { opening: opened, mirror, disguise: disguised, innocuous, advert };

/** Larger pages cost more time than they teach or tell. */
const MAX_HTML = 120_000;

/** Can spam be put into this page? It needs a body, and none of the signs by which spam is marked. */
export function takesSpam(html: string): boolean {
  return html.length <= MAX_HTML && !isMarked(html) && /<body/i.test(html);
}

/**
 * One page of a suite: an honest page with spam put in, and its labels. The same page, words and seed give the same
 * result. `page` must be one that `takesSpam`.
 */
export function makePage(suite: Suite, page: string, words: SpamWords, seed: number): EvasionPage {
  const draft: Draft = { html: page, hidden: false, kinds: new Set() };
  BUILDERS[suite](draft, words, makeDice(seed));
  return {
    html: unmark(draft.html),
    labels: {
      doorway: false,
      hidden: draft.hidden,
      kinds: [...draft.kinds],
      families: [suite],
      runs: readRuns(draft.html),
    },
  };
}
