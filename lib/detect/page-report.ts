/** What is said of a whole page whose units have been judged. */
import { parentElementOf } from '../dom.ts';
import type { Outline } from '../outline/outline.ts';
import { CLEAN_REPORT } from './clean.ts';
import { hiddenItems, type Judgement } from './decide.ts';
import { DOORWAY, doorwayLogOdds, type PageName, type PageWeights } from './doorway.ts';
import { judgeTitle } from './judge-title.ts';
import { PageLines } from './page-lines.ts';
import { TRADE_WORDS } from './strength.ts';
import type { Finding, IsSeen, PageReport } from './types.ts';

/** Elements that are out of sight and named to whoever watches them. */
const MAX_UNSEEN = 300;

/** The report on a page: its findings, its title, and whether anything honest is left. */
export function reportOf(
  outline: Outline,
  judged: Judgement,
  findings: readonly Finding[],
  weights: PageWeights,
  name: PageName,
  isSeen: IsSeen | undefined,
): PageReport {
  const hidden = hiddenItems(outline, judged.spans);
  const lines = new PageLines(outline, judged, hidden, isSeen, findings.length > 0);
  const title = judgeTitle(name.title, weights.lexicon, lines);
  const elements = unseenElements(outline, judged);
  const doorway = doorwayLogOdds(outline, judged, hidden, weights, name);
  return {
    ...CLEAN_REPORT,
    ...(doorway >= DOORWAY
      ? { verdict: 'doorway', confidence: 1 / (1 + Math.exp(-doorway)) }
      : (findings.length > 0 || title !== null) && infectedBy(findings)),
    title,
    findings,
    evidence: findings[0]?.evidence,
    ...(elements.length > 0 && { unseen: elements }),
  };
}

/** The verdict on a page with findings, or with a hijacked title alone. */
function infectedBy(findings: readonly Finding[]): Pick<PageReport, 'verdict' | 'confidence' | 'reasons'> {
  return {
    verdict: 'infected',
    confidence: Math.max(0.5, ...findings.map((finding) => finding.confidence)),
    reasons: findings.length > 0 ? [] : [{ code: 'title' }],
  };
}

/** Elements of texts that surely speak of a trade and that nobody sees now. */
function unseenElements(outline: Outline, { scores: { items, peak }, unseen }: Judgement): Element[] {
  const elements = new Set<Element>();
  for (let k = 0; unseen !== undefined && k < items.length && elements.size < MAX_UNSEEN; k++) {
    if (unseen[k] !== 1 || (peak[k] as number) <= TRADE_WORDS) continue;
    const element = parentElementOf(outline.nodes[items[k] as number] as Node);
    if (element !== null) elements.add(element);
  }
  return [...elements];
}
