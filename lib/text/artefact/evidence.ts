/**
 * Decides from a page's census whether a mirror program annotated its text, and which characters it annotates.
 * Honest look-alikes: lessons and glossed poems annotate all Han characters or rare ones; brand and unit glosses are no
 * syllables.
 */
import type { Census } from './census.ts';
import { gbkOf, isTraditionalOnly } from './gbk.ts';
import { isFamiliar, readingOf } from './lookup.ts';
import { agrees, plain } from './pinyin.ts';

/** Programs annotate 4 to 25 of 100 Han characters; a glossed text annotates all of them. */
const MAX_SHARE = 0.4;
/** Of 831 annotated characters on 13 pages none stood bare; text that came from elsewhere (comments) may add a few. */
const MAX_BARE = 0.2;
/**
 * Once the page is proved, a character with the dictionary's reading may stand bare as often as annotated: in a title
 * that was spared, say.
 */
const MAX_BARE_PROVED = 1;
/** Share of the annotated characters that must be held; below it somebody annotates by hand. */
const MIN_HELD_SHARE = 0.8;
/** Different Traditional characters that must be held. */
const MIN_TRADITIONAL = 3;
/** Different ones that suffice where fewer than three belong to the known start of the programs' list. */
const MIN_UNFAMILIAR = 10;
const MIN_MARKS = 4;
/** The other program annotates any character: asked for much more, and for words no lesson explains. */
const MIN_ANY = 6;
const MIN_ANY_MARKS = 25;
const MIN_ANY_EACH = 3;
const MIN_EVERYDAY = 2;
const EVERYDAY =
  '的一是不了人我在有他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長';

/** A page with the artefact. */
export interface ArtefactEvidence {
  /** Annotated by the program: GBK code → annotations seen after it. */
  readonly held: ReadonlyMap<number, readonly string[]>;
  /** Annotations on the page that belong to the program and left their character whole. */
  readonly marks: number;
  /** The program is the one that makes Traditional text of Simplified; another annotates text as it finds it. */
  readonly converted: boolean;
  readonly census: Census;
}

interface Candidate {
  readonly code: number;
  readonly character: string;
  readonly forms: readonly string[];
  readonly marks: number;
  /** How often it stands bare, for each time that it is annotated. */
  readonly bare: number;
  readonly traditional: boolean;
  /** Its annotation is the dictionary's reading. */
  readonly known: boolean;
}

/** A character that is always annotated by the same syllable, the dictionary's where it knows it; null where not. */
function candidate(census: Census, character: string, forms: ReadonlyMap<string, number>): Candidate | null {
  const unit = character.charCodeAt(0);
  const code = gbkOf(unit);
  const written = [...forms.keys()];
  const first = written[0];
  if (code === 0 || first === undefined) return null;
  const traditional = isTraditionalOnly(code);
  const reading = traditional ? readingOf(code) : null;
  if (!written.every((form) => (reading === null ? plain(form) === plain(first) : agrees(reading, form)))) return null;
  let marks = 0;
  for (const count of forms.values()) marks += count;
  const bare = (census.count(unit) - marks) / marks;
  return { code, character, forms: written, marks, bare, traditional, known: reading !== null };
}

const total = (held: readonly Candidate[]): number => held.reduce((sum, { marks }) => sum + marks, 0);

/** The Traditional program: only characters that Simplified lacks, each always annotated. */
function isTraditionalProgram(held: readonly Candidate[], census: Census): boolean {
  const familiar = held.filter(({ character }) => isFamiliar(character)).length;
  if (held.length < MIN_TRADITIONAL || total(held) < MIN_MARKS) return false;
  if (familiar < MIN_TRADITIONAL && held.length < MIN_UNFAMILIAR) return false;
  return total(held) >= census.marks * MIN_HELD_SHARE;
}

/** The program that annotates any characters, in either script: everyday ones, over and over. */
function isAnyProgram(held: readonly Candidate[], census: Census): boolean {
  const often = held.filter(({ marks }) => marks >= MIN_ANY_EACH);
  const everyday = often.filter(({ character }) => EVERYDAY.includes(character)).length;
  if (often.length < MIN_ANY || total(often) < MIN_ANY_MARKS || everyday < MIN_EVERYDAY) return false;
  return total(held) >= census.marks * MIN_HELD_SHARE;
}

/** The verdict on the page's text: what is annotated, or null where nothing proves the artefact. */
export function weighArtefact(census: Census): ArtefactEvidence | null {
  if (census.annotated.size < MIN_TRADITIONAL || census.marks >= census.han * MAX_SHARE) return null;
  const all: Candidate[] = [];
  for (const [character, forms] of census.annotated) {
    const one = candidate(census, character, forms);
    if (one !== null) all.push(one);
  }
  const always = all.filter(({ bare }) => bare <= MAX_BARE);
  const traditional = always.filter((one) => one.traditional);
  let held = always;
  const converted = isTraditionalProgram(traditional, census);
  if (converted) {
    held = all.filter((one) => one.traditional && one.bare <= (one.known ? MAX_BARE_PROVED : MAX_BARE));
  } else if (!isAnyProgram(always, census)) return null;
  return { held: new Map(held.map(({ code, forms }) => [code, forms])), marks: total(held), converted, census };
}
