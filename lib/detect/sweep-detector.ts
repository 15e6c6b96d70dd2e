/** The detector: document in, report out. Reads the page, never writes to it. */
import { parentElementOf } from '../dom.ts';
import { bundledModel, type Model } from '../model/bundled.ts';
import { itemText } from '../outline/item-text.ts';
import { hostOf } from '../outline/links.ts';
import { Outline } from '../outline/outline.ts';
import { outlineOf, outlineOfRange, PageReader } from '../outline/read-page.ts';
import { finish } from '../text/steps.ts';
import { CLEAN_REPORT } from './clean.ts';
import { hiddenItems, type Judgement, judgeOutline, judgeSteps } from './decide.ts';
import { DOORWAY, doorwayLogOdds, mayBeDoorway } from './doorway.ts';
import { judgeTitle, type TitlePage } from './judge-title.ts';
import { makeFinding } from './make-finding.ts';
import { ownWordsJudge } from './own-words.ts';
import { PageLines } from './page-lines.ts';
import { titleOf } from './page-title.ts';
import { rangesAround } from './regions.ts';
import { scoreSteps, scoreUnits } from './score-units.ts';
import { TRADE_WORDS } from './strength.ts';
import { DECISION } from './thresholds.ts';
import type { DetectOptions, Finding, PageReport, SteppingDetector, TitleFinding } from './types.ts';
import type { UnitScores } from './unit-scores.ts';

/** A unit with one of the user's own words is a span by itself. */
const OWN_SPAM = DECISION.price + 4;
const OWN_HONEST = -1000;
/** Of a page still loading only its first lines are known to stand in front; the rest counts as its middle. */
const LOADING_HEAD_UNITS = 3;
const SOMEWHERE = 0.4;

/** Elements that are out of sight and named to whoever watches them. */
const MAX_UNSEEN = 300;

/**
 * Makes a detector for one page that does not ask whether it is a mirror (see with-mirror.ts). `model` is the shipped
 * one unless a test or an evaluation brings its own.
 */
export function createSweepDetector(options: DetectOptions, model: Model = bundledModel()): SteppingDetector {
  const host = hostOf(options.url);
  const { isSeen, isSpoken } = options;
  const ownWords = ownWordsJudge(options.words, options.met);
  let seenUnits = 0;
  /** Of the page, then of each piece: kept for their memory alone. */
  const reader = new PageReader(options);
  const outline = new Outline();

  const override = () =>
    ownWords === null
      ? undefined
      : (item: number) => {
          const said = ownWords.of(itemText(outline, item));
          return said === 0 ? undefined : said === 1 ? OWN_SPAM : OWN_HONEST;
        };

  const findingsOf = (judged: Judgement): Finding[] => {
    const own = override();
    return judged.spans
      .map((span) => makeFinding(outline, judged, span, own?.(span.last) === OWN_SPAM))
      .filter((finding) => finding.parts.length > 0);
  };

  function* judgePage(document: Document): Generator<undefined, PageReport> {
    const title = options.title?.() ?? titleOf(document);
    const page = yield* reader.page(document, { host });
    if (page === null) return CLEAN_REPORT;
    ownWords?.look(page.texts.texts);
    const own = override();
    const scores = yield* scoreSteps(page.texts, model.lexicon, undefined, isSeen);
    seenUnits = scores.items.length;
    // Nearly all pages end here: no finding without words of a trade, and most pages have none.
    const speaks = mayHoldSpam(scores);
    if (!speaks && own === undefined && !mayBeDoorway(scores, model.lexicon, { title, host })) {
      const texts = new PageLines(page.texts, scores, null, undefined, isSeen);
      if (judgeTitle(title, model.lexicon, titlePage(texts, false)) === null) return CLEAN_REPORT;
    }
    outlineOf(page, null, outline);
    const judged = yield* judgeSteps(outline, model, title, { scores, isSeen, isSpoken, override: own });
    yield;
    const findings = findingsOf(judged);
    const hidden = hiddenItems(outline, judged.spans);
    const lines = new PageLines(outline, judged.scores, hidden, judged.unseen, isSeen);
    const titleFinding = judgeTitle(title, model.lexicon, titlePage(lines, findings.length > 0));
    const unseen = unseenElements(judged);
    const doorway = doorwayLogOdds(outline, judged, hidden, model, { title, host });
    const said = {
      title: titleFinding,
      findings,
      evidence: findings[0]?.evidence,
      ...(unseen.length > 0 ? { unseen } : {}),
    };
    if (doorway >= DOORWAY)
      return { ...CLEAN_REPORT, verdict: 'doorway', confidence: 1 / (1 + Math.exp(-doorway)), ...said };
    if (findings.length === 0 && titleFinding === null)
      return unseen.length > 0 ? { ...CLEAN_REPORT, unseen } : CLEAN_REPORT;
    return { ...infectedReport(findings, titleFinding), ...said };
  }

  /** Elements of texts that surely speak of a trade and that nobody sees now. */
  const unseenElements = ({ scores: { items, peak }, unseen }: Judgement): Element[] => {
    const elements = new Set<Element>();
    for (let k = 0; unseen !== undefined && k < items.length && elements.size < MAX_UNSEEN; k++) {
      if (unseen[k] !== 1 || (peak[k] as number) <= TRADE_WORDS) continue;
      const element = parentElementOf(outline.nodes[items[k] as number] as Node);
      if (element !== null) elements.add(element);
    }
    return [...elements];
  };

  const judgeChanged = (document: Document, nodes: readonly Node[]): Finding[] => {
    const title = options.title?.() ?? titleOf(document);
    const findings: Finding[] = [];
    for (const { first, last } of rangesAround(nodes)) {
      const texts = reader.range(first, last);
      const scores = scoreUnits(texts, model.lexicon, isSeen);
      const position = seenUnits < LOADING_HEAD_UNITS ? 0 : SOMEWHERE;
      seenUnits += scores.items.length;
      ownWords?.look(texts.texts);
      const own = override();
      if (own === undefined && !mayHoldSpam(scores)) continue;
      outlineOfRange(first, texts, { host }, outline);
      const judged = judgeOutline(outline, model, title, { scores, position, isSeen, isSpoken, override: own });
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
      const report = yield* judgePage(document);
      return ownWords?.isProbed ? { ...report, probed: true } : report;
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

/** Does any text surely speak of a trade? Without one there is no finding. */
function mayHoldSpam({ peak }: UnitScores): boolean {
  for (let k = 0; k < peak.length; k++) if ((peak[k] as number) > TRADE_WORDS) return true;
  return false;
}

function titlePage(lines: PageLines, infected: boolean): TitlePage {
  return {
    infected,
    says: (text) => lines.says(text),
    shareSaid: (text) => lines.shareSaid(text),
    honestLine: () => lines.honestLine(),
  };
}

function infectedReport(findings: readonly Finding[], title: TitleFinding | null): PageReport {
  return {
    verdict: 'infected',
    confidence: Math.max(0.5, ...findings.map((finding) => finding.confidence)),
    reasons: findings.length > 0 ? [] : [{ code: 'title' }],
    original: null,
    title,
    findings,
  };
}
