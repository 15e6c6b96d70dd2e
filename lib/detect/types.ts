/** What the detector says of a page. Plain data and references to nodes; nothing here writes to the page. */

import type { ShadowOf } from '../outline/apart.ts';
import type { Said } from '../outline/texts.ts';

/** Is a node in sight of somebody who looks at the page? */
export type IsSeen = (node: Text | Element) => boolean;

/**
 * head: stuffed head line · farm: list of spam links or words · injected: spliced into honest text · noise: empty-tag
 * noise or leaked template tags · result, comment, item: one result of a search, one comment, one entry of another
 * list, as a whole · own: the user's own word or own hide.
 */
export type FindingKind = 'head' | 'farm' | 'injected' | 'noise' | 'result' | 'comment' | 'item' | 'own';

/**
 * clean: nothing to say · infected: honest page with spam in it · mirror: machine-made copy of somebody's page ·
 * doorway: nothing on the page is honest.
 */
export type Verdict = 'clean' | 'infected' | 'mirror' | 'doorway';

/** Neighbouring children of one element, both ends included. One whole element has first === last. */
export interface NodeRange {
  readonly first: ChildNode;
  readonly last: ChildNode;
  /** Set for one element that is an item of a list: it goes with all that is in it, pictures too. */
  readonly whole?: true;
}

/** A piece of one text node, as UTF-16 offsets into its data: start included, end not. */
export interface TextStretch {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
}

export type Part = NodeRange | TextStretch;

/**
 * Why something was judged. Codes have texts in assets/locales/(lang)/reasons.json as reason_(code); count fills $1
 * there.
 */
export type ReasonCode =
  | 'words' // words of a spam trade; family says which
  | 'linkList' // many links with little else
  | 'alienLinks' // links to unrelated hosts; count of hosts
  | 'bareHosts' // addresses shown as text
  | 'separators' // keywords joined by marks
  | 'firstLine' // stands before everything else
  | 'template' // leaked tags of a spam program
  | 'otherSubject' // a result's title names what its text does not speak of
  | 'title' // the tab's title is spam
  | 'artefact' // pinyin left in the text by a mirror program
  | 'mirrorAddress' // own address rewritten to this host
  | 'converted' // machine-made Traditional with Simplified left over
  | 'mirrorScript' // trace of a mirror program in the source
  | 'agency' // a government's or press agency's page on an unrelated host
  | 'alienCopyright' // copyright line of somebody else
  | 'ownWord' // the user's own word
  | 'ownHide'; // the user's own hide

export interface Reason {
  readonly code: ReasonCode;
  /** How many (hosts, links, words …), where that helps a user. */
  readonly count?: number;
  /** Key of the family of words (see assets/lexicon), for code 'words'. */
  readonly family?: string;
}

/** What was counted of a finding, from which why.ts makes its reasons. */
export interface Evidence {
  /** Did the user's own words decide? */
  readonly own: boolean;
  /** Does it hold leaked tags of a spam program? */
  readonly template: boolean;
  /** Units whose words speak for a spam trade. */
  readonly trade: number;
  /** Unrelated hosts that it links to. */
  readonly hosts: number;
  readonly links: number;
  /** Units that show an address as text. */
  readonly bareHosts: number;
  /** Marks that join keywords. */
  readonly joins: number;
  /** Does it stand before everything else? */
  readonly first: boolean;
  /** Does a result's text speak of something else than its title? */
  readonly otherSubject?: boolean;
  /** The beginning of its text, white space folded, at most EVIDENCE_LENGTH characters. */
  readonly text: string;
}

/** Characters from which the trade of a text is told. */
export const EVIDENCE_LENGTH = 4000;

/** What can say why it was judged so. */
export interface Explained {
  /** Strongest first; empty as long as there is evidence to make them of. */
  readonly reasons: readonly Reason[];
  readonly evidence?: Evidence | undefined;
}

export interface Finding extends Explained {
  readonly kind: FindingKind;
  /** 0 to 1, grows with the score; no probability. Each kind has its own formula (docs/GLOSSARY.md). */
  readonly confidence: number;
  /** What to hide: disjoint, in document order, at least one. */
  readonly parts: readonly Part[];
  /** How many links stand in it. */
  readonly links: number;
  /** How many visible characters stand in it. */
  readonly chars: number;
  /** Its text, white space folded, at most SNIPPET_LENGTH characters. Hostile: never markup. */
  readonly snippet: string;
  /** Segments of its text (folded), in document order, at most 200: what a fingerprint is made from. */
  readonly segments: readonly string[];
}

export const SNIPPET_LENGTH = 160;

export interface TitleFinding {
  readonly found: string;
  /** The honest part of it, or the article's heading; null where neither is to be had. */
  readonly repaired: string | null;
}

/** Its reasons say why the page was judged so; none for 'clean'. */
export interface PageReport extends Explained {
  readonly verdict: Verdict;
  /** 0 to 1, likewise; 0.99 where there is nothing to say. */
  readonly confidence: number;
  /** The original's host, where a mirror names it. */
  readonly original: string | null;
  readonly title: TitleFinding | null;
  /** Could its text hold the pinyin of a mirror program? false: surely not · absent: not looked at. */
  readonly annotated?: boolean;
  /** Does it hold so many of the user's own words that none was acted upon? See own-words.ts. */
  readonly probed?: boolean;
  /** In document order. A verdict never keeps them from being hidden. */
  readonly findings: readonly Finding[];
  /**
   * Elements with words of a trade that the page keeps from view now, at most a few hundred: when one comes into view
   * it is worth another look.
   */
  readonly unseen?: readonly Element[];
}

/** The user's own words; matched on folded text. They outrank the model. */
export interface OwnWords {
  readonly spam: readonly string[];
  readonly honest: readonly string[];
}

/**
 * The user's words that a page has been found to hold: counted beyond one judgement, for a page may change its address
 * or have frames.
 */
export interface MetWordsCount {
  /** Takes note of words that were not met before. */
  add(words: readonly string[]): void;
  readonly size: number;
  /** May no word be acted upon, since it is not known yet what the page holds elsewhere? */
  readonly isWaiting: boolean;
  /** Is it known that more were met elsewhere than may be? */
  readonly isOver: boolean;
}

export interface DetectOptions {
  /** The page's address. */
  readonly url: string;
  readonly words: OwnWords;
  /** Which of them the page has been found to hold; by default the detector's own memory. */
  readonly met?: MetWordsCount | undefined;
  /** Does somebody who looks at the page see this? Asked of suspects alone; by default everything is seen. */
  readonly isSeen?: IsSeen | undefined;
  /**
   * Does a screen reader speak this, though nobody sees it? Asked of words beyond doubt; by default of none it does.
   */
  readonly isSpoken?: IsSeen | undefined;
  /** What the page said in texts that were edited since; by default none was. */
  readonly said?: Said | undefined;
  /** The page's own title; by default what stands in its title element. */
  readonly title?: (() => string) | undefined;
  /** The shadow root of an element, closed ones too; null where it has none. By default its own open one. */
  readonly shadowOf?: ShadowOf | undefined;
}

export interface Detector {
  /** Classifies the whole document. Bounded work on any input; never throws on hostile DOM. */
  page(document: Document): PageReport;
  /**
   * Classifies only what stands around nodes that came or changed: cost in proportion to them. For streaming and later
   * changes.
   */
  changed(document: Document, nodes: readonly Node[]): readonly Finding[];
}

/** A detector that lets a page run while it judges the whole of it. */
export interface SteppingDetector extends Detector {
  /**
   * Classifies the whole document with stops, after each few milliseconds of work at most. Whoever stops for good calls
   * `return()`; until the end or that, nothing else may be asked of the detector, and the report is of use only if the
   * page has not changed meanwhile.
   */
  pageSteps(document: Document): Generator<undefined, PageReport>;
}
