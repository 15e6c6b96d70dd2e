/** The detector: document in, report out. Reads the page, never writes to it. */
import { bundledModel, type Model } from '../model/bundled.ts';
import { itemText } from '../outline/item-text.ts';
import { hostOf } from '../outline/links.ts';
import { Outline } from '../outline/outline.ts';
import { outlineOf, outlineOfRange, PageReader, type PageTexts } from '../outline/read-page.ts';
import { finish } from '../text/steps.ts';
import { CLEAN_REPORT } from './clean.ts';
import { type DecideOptions, type Judgement, judgeOutline, judgeSteps } from './decide.ts';
import { mayBeDoorway, type PageName } from './doorway.ts';
import { judgeTitle } from './judge-title.ts';
import { makeFinding } from './make-finding.ts';
import { type OwnWordsJudge, ownWordsJudge } from './own-words.ts';
import { PageLines } from './page-lines.ts';
import { reportOf } from './page-report.ts';
import { titleOf } from './page-title.ts';
import { rangesAround } from './regions.ts';
import { scoreSteps, scoreUnits } from './score-units.ts';
import { TRADE_WORDS } from './strength.ts';
import { DECISION } from './thresholds.ts';
import type { DetectOptions, Finding, PageReport, SteppingDetector } from './types.ts';
import type { UnitScores } from './unit-scores.ts';

/** A unit with one of the user's own words is a span by itself. */
const OWN_SPAM = DECISION.price + 4;
const OWN_HONEST = -1000;
/** Of a page still loading only its first lines are known to stand in front; the rest counts as its middle. */
const LOADING_HEAD_UNITS = 3;
const SOMEWHERE = 0.4;

/** The detector of one page; between two questions it keeps nothing of the page in memory. */
class SweepDetector implements SteppingDetector {
  readonly #options: DetectOptions;
  readonly #model: Model;
  readonly #ownWords: OwnWordsJudge | null;
  readonly #reader: PageReader;
  /** Of the page, then of each piece: kept for its memory alone. */
  readonly #outline = new Outline();
  /** Units judged so far. */
  #judged = 0;

  constructor(options: DetectOptions, model: Model) {
    this.#options = options;
    this.#model = model;
    this.#ownWords = ownWordsJudge(options.words, options.met);
    this.#reader = new PageReader(options);
  }

  page(document: Document): PageReport {
    return finish(this.pageSteps(document));
  }

  *pageSteps(document: Document): Generator<undefined, PageReport> {
    try {
      const name = this.#nameOf(document);
      const page = yield* this.#reader.page(document, name);
      const report = page === null ? CLEAN_REPORT : yield* this.#judgePage(page, name);
      return this.#ownWords?.isProbed ? { ...report, probed: true } : report;
    } finally {
      this.#forget();
    }
  }

  changed(document: Document, nodes: readonly Node[]): Finding[] {
    try {
      const name = this.#nameOf(document);
      return rangesAround(nodes).flatMap(({ first, last }) => this.#judgeRange(first, last, name));
    } finally {
      this.#forget();
    }
  }

  *#judgePage(page: PageTexts, name: PageName): Generator<undefined, PageReport> {
    const { lexicon } = this.#model;
    const { isSeen } = this.#options;
    const override = this.#look(page.texts);
    const scores = yield* scoreSteps(page.texts, lexicon, undefined, isSeen);
    this.#judged = scores.items.length;
    // Nearly all pages end here: no finding without words of a trade, and most pages have none.
    if (override === undefined && !mayHoldSpam(scores) && !mayBeDoorway(scores, lexicon, name)) {
      const lines = new PageLines(page.texts, { scores, unseen: undefined }, null, isSeen, false);
      if (judgeTitle(name.title, lexicon, lines) === null) return CLEAN_REPORT;
    }
    outlineOf(page, null, this.#outline);
    const judged = yield* judgeSteps(this.#outline, this.#model, name.title, { ...this.#options, scores, override });
    yield;
    return reportOf(this.#outline, judged, this.#findings(judged, override), this.#model, name, isSeen);
  }

  #judgeRange(first: Node, last: Node, name: PageName): Finding[] {
    const texts = this.#reader.range(first, last);
    const scores = scoreUnits(texts, this.#model.lexicon, this.#options.isSeen);
    const position = this.#judged < LOADING_HEAD_UNITS ? 0 : SOMEWHERE;
    this.#judged += scores.items.length;
    const override = this.#look(texts);
    if (override === undefined && !mayHoldSpam(scores)) return [];
    outlineOfRange(first, texts, name, this.#outline);
    const asked = { ...this.#options, scores, position, override };
    return this.#findings(judgeOutline(this.#outline, this.#model, name.title, asked), override);
  }

  #nameOf(document: Document): PageName {
    return { title: this.#options.title?.() ?? titleOf(document), host: hostOf(this.#options.url) };
  }

  /** Looks for the user's own words; what they say of an item then, undefined where the user has none. */
  #look({ texts }: Outline): DecideOptions['override'] {
    const words = this.#ownWords;
    if (words === null) return undefined;
    words.look(texts);
    return (item) => {
      const said = words.of(itemText(this.#outline, item));
      return said === 0 ? undefined : said === 1 ? OWN_SPAM : OWN_HONEST;
    };
  }

  #findings(judged: Judgement, override: DecideOptions['override']): Finding[] {
    return judged.spans
      .map((span) => makeFinding(this.#outline, judged, span, override?.(span.last) === OWN_SPAM))
      .filter((finding) => finding.parts.length > 0);
  }

  #forget(): void {
    this.#reader.end();
    this.#outline.reset();
  }
}

/**
 * Makes a detector for one page that does not ask whether it is a mirror (see with-mirror.ts); `model` is the shipped
 * one unless a test or an evaluation brings its own.
 */
export function createSweepDetector(options: DetectOptions, model: Model = bundledModel()): SteppingDetector {
  return new SweepDetector(options, model);
}

/** Does any text surely speak of a trade? Without one there is no finding. */
function mayHoldSpam({ peak }: UnitScores): boolean {
  for (let k = 0; k < peak.length; k++) if ((peak[k] as number) > TRADE_WORDS) return true;
  return false;
}
