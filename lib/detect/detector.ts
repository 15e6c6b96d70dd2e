/** The detector: document in, report out. Reads the page, never writes to it. */
import { find, textOf } from '../dom.ts';
import { bundledModel, type Model } from '../model/bundled.ts';
import { hostOf } from '../outline/links.ts';
import { LINK_NONE, Outline } from '../outline/outline.ts';
import { outlineOf, outlineOfRange, PageReader, type PageTexts } from '../outline/read.ts';
import { finish } from '../text/steps.ts';
import type { Shape } from '../text/symbols.ts';
import { CLEAN } from './clean.ts';
import { findingOf } from './findings.ts';
import { hiddenItems, type Judgement, judge, judgeSteps, PRICE } from './judge.ts';
import { isTraditional } from './other-script.ts';
import { ownWordsJudge } from './own-words.ts';
import { rangesAround } from './regions.ts';
import { SUSPECT_PEAK, suspects } from './suspects.ts';
import { judgeTitle, PIECE } from './title.ts';
import type { DetectOptions, Finding, PageReport, SteppingDetector } from './types.ts';
import { scoreSteps, scoreUnits, type UnitScores } from './units.ts';
import { DOORWAY, doorwayLogOdds, mayBeDoorway } from './verdict.ts';

/** A unit with one of the reader's own words is a span by itself. */
const OWN_SPAM = PRICE + 4;
const OWN_HONEST = -1000;
/** Of a page still loading only its first lines are known to stand in front; the rest counts as its middle. */
const HEAD_UNITS = 3;
const SOMEWHERE = 0.4;

/** Makes a detector for one page that does not ask whether it is a mirror (see mirrored.ts); `model` is the shipped one unless a test or an evaluation brings its own. */
export function createDetector(options: DetectOptions, model: Model = bundledModel()): SteppingDetector {
  const host = hostOf(options.url);
  const ownWords = ownWordsJudge(options.words);
  let seenUnits = 0;
  /** Of the page, then of each piece: kept for their memory alone. */
  const reader = new PageReader();
  const outline = new Outline();

  const override = () =>
    ownWords === null
      ? undefined
      : (item: number) => {
          const text = (outline.texts[item] as string).slice(outline.start[item], outline.end[item]);
          const said = ownWords(text);
          return said === 0 ? undefined : said === 1 ? OWN_SPAM : OWN_HONEST;
        };

  const findingsOf = (judged: Judgement): Finding[] => {
    const own = override();
    return judged.spans
      .map((span) => findingOf(outline, judged, span, own?.(span.last) === OWN_SPAM))
      .filter((finding) => finding.parts.length > 0);
  };

  /**
   * Is there surely nothing on the page? Most are told so without looking where their texts stand: a text in plain sight whose words do not
   * speak of a trade never counts for hiding (see SUSPECT_PEAK), so where the others by themselves are no spam, all together are none.
   */
  function* isClean(
    document: Document,
    page: PageTexts,
    scores: UnitScores,
    title: string,
  ): Generator<undefined, boolean> {
    const { texts, told } = page;
    if (told.boxed !== null || mayBeDoorway(texts, scores, model.lexicon, { title, host })) return false;
    if (judgeTitle(document, title, model.lexicon, false, () => false, null) !== null) return false;
    const { wanted, positions } = suspects(texts, scores);
    if (positions.length === 0) return true;
    outlineOf(page, wanted, outline);
    const traditional = isTraditional(texts, scores);
    const { spans, asked } = yield* judgeSteps(outline, model, title, options.care, { positions, traditional });
    return spans.length === 0 && !asked;
  }

  function* judgePage(document: Document): Generator<undefined, PageReport> {
    const title = titleOf(document);
    const page = yield* reader.page(document, { host });
    if (page === null) return CLEAN;
    const own = override();
    const scores = yield* scoreSteps(page.texts, model.lexicon);
    seenUnits = scores.items.length;
    if (own === undefined && (yield* isClean(document, page, scores, title))) return CLEAN;
    outlineOf(page, null, outline);
    const judged = yield* judgeSteps(outline, model, title, options.care, {
      scores,
      override: own,
    });
    yield;
    const findings = findingsOf(judged);
    const infected = findings.length > 0;
    const hidden = hiddenItems(outline, judged.spans);
    const titleFinding = judgeTitle(
      document,
      title,
      model.lexicon,
      infected,
      (node) => hidden[outline.nodes.indexOf(node)] === 1,
      firstHonestLine(outline, judged, hidden),
    );
    const doorway = doorwayLogOdds(outline, judged, hidden, model, { title, host });
    if (doorway >= DOORWAY) {
      return {
        ...CLEAN,
        verdict: 'doorway',
        confidence: 1 / (1 + Math.exp(-doorway)),
        title: titleFinding,
        findings,
        evidence: findings[0]?.evidence,
      };
    }
    if (!infected && titleFinding === null) return CLEAN;
    const confidence = Math.max(0.5, ...findings.map((finding) => finding.confidence));
    return {
      verdict: 'infected',
      confidence,
      reasons: infected ? [] : [{ code: 'title' }],
      original: null,
      title: titleFinding,
      findings,
      evidence: findings[0]?.evidence,
    };
  }

  const judgeChanged = (document: Document, nodes: readonly Node[]): Finding[] => {
    const title = titleOf(document);
    const findings: Finding[] = [];
    for (const { first, last } of rangesAround(nodes)) {
      const { texts, leaves } = reader.range(first, last);
      const scores = scoreUnits(texts, model.lexicon);
      const position = seenUnits < HEAD_UNITS ? 0 : SOMEWHERE;
      seenUnits += scores.items.length;
      const own = override();
      // What is hidden already can wait for the whole page; see suspects.ts.
      if (own === undefined && !leaves && scores.peak.every((peak) => peak <= SUSPECT_PEAK)) continue;
      outlineOfRange(first, texts, { host }, outline);
      const judged = judge(outline, model, title, options.care, { scores, position, override: own });
      findings.push(...findingsOf(judged));
    }
    return findings;
  };

  /** Nothing of the page is held on to. */
  const forget = (): void => {
    reader.end();
    outline.reset();
  };

  function* pageSteps(document: Document): Generator<undefined, PageReport> {
    try {
      return yield* judgePage(document);
    } finally {
      forget();
    }
  }

  return {
    page: (document) => finish(pageSteps(document)),
    pageSteps,
    changed(document, nodes) {
      try {
        return judgeChanged(document, nodes);
      } finally {
        forget();
      }
    },
  };
}

/** Lengths between which a line can be a title, and units in which it is looked for. */
const MIN_LINE = 8;
const MAX_LINE = 60;
const LINES_LOOKED_AT = 40;
/** Log-odds from which on a line is too suspect to be a title: less than even, since only an honest line may stand in the tab. */
const SUSPECT_LINE = -1.75;

/** The first line of the page's own text that could be its title: not hidden, not a link, without words of a spam trade. */
function firstHonestLine(outline: Outline, judged: Judgement, hidden: Uint8Array): string | null {
  const { items, peak, shapes } = judged.scores;
  for (let k = 0; k < Math.min(items.length, LINES_LOOKED_AT); k++) {
    const item = items[k] as number;
    const { han, visible } = shapes[k] as Shape;
    if (hidden[item] === 1 || outline.link[item] !== LINK_NONE || outline.hide[item] !== 0) continue;
    if (
      han < MIN_LINE ||
      visible > MAX_LINE ||
      (peak[k] as number) >= PIECE ||
      (judged.logOdds[k] as number) >= SUSPECT_LINE
    )
      continue;
    return (outline.texts[item] as string).slice(outline.start[item], outline.end[item]).replace(/\s+/g, ' ').trim();
  }
  return null;
}

function titleOf(document: Document): string {
  const element = find(document, 'title');
  return element === null ? '' : textOf(element);
}
