/** Spam goes as a whole: findings widened to items of lists, and results of a search judged each by itself. */
import { titleOf } from '../detect/page-title.ts';
import { EVIDENCE_LENGTH, type Evidence, type Finding, type Part, SNIPPET_LENGTH } from '../detect/types.ts';
import { find, holds, safeGet, siblings } from '../dom.ts';
import { asksForTrade, judgeResult, type ResultJudgement } from '../items/judge-result.ts';
import { isOfMirror } from '../items/mirror-snippet.ts';
import { isInField, queryOf } from '../items/query.ts';
import { type Result, resultsOf } from '../items/results.ts';
import { wholeItems } from '../items/whole-items.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { hostOf } from '../outline/links.ts';
import { WRITTEN } from '../page/user-fields.ts';
import type { PageSettings } from '../settings/page-settings.ts';

/** Judgements kept: an endless list of results is read again with each part that comes. */
const MAX_KNOWN = 1000;
/** Nodes of one finding's range that are looked at. */
const MAX_RANGE = 500;

interface Judged extends ResultJudgement {
  readonly isOfMirror: boolean;
}

export class Items {
  readonly #document: Document;
  readonly #lexicon: () => Lexicon;
  #wants = { results: false, notes: false };
  #results: readonly Result[] = [];
  #isAsked = false;
  readonly #known = new Map<string, Judged>();

  constructor(document: Document, lexicon: () => Lexicon) {
    this.#document = document;
    this.#lexicon = lexicon;
  }

  /** Takes over the user's choice. */
  configure({ results, resultNotes }: PageSettings): void {
    this.#wants = { results, notes: resultNotes };
  }

  /** Did the user search for what spam trades in? Then no result is hidden. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** Is it a page of results, as it was last read? It is nobody's copy, whatever its results are. */
  get hasResults(): boolean {
    return this.#results.length > 0;
  }

  /** Reads the page's results anew. Call it while the page's own texts are in place. */
  read(): void {
    const url = safeGet<string>(this.#document, 'URL') ?? '';
    const query = this.#wants.results ? queryOf(this.#document, url, titleOf(this.#document)) : '';
    this.#results = query === '' ? [] : resultsOf(this.#document, hostOf(url));
    this.#isAsked = this.hasResults && asksForTrade(query, this.#lexicon()) && isInField(this.#document, query);
  }

  /** See Extras.items. Call it while the page's own texts are in place. */
  of(findings: readonly Finding[], came: readonly Node[] | null): Finding[] {
    this.read();
    if (!this.hasResults) return this.#whole(findings);
    if (this.#isAsked) return this.#whole(findings.filter(({ kind }) => kind === 'own'));
    const elsewhere = findings.filter((finding) => finding.kind === 'own' || !this.#isInResult(finding));
    const spam = this.#results.filter((result) => this.#judge(result).isSpam && isAmong(result.element, came));
    return [...this.#whole(elsewhere), ...spam.map((result) => findingOf(result, this.#judge(result)))];
  }

  /** Results to be marked as leading to mirrors; those that are hidden may be among them. */
  mirrors(): Element[] {
    if (!this.#wants.notes) return [];
    return this.#results.filter((result) => this.#judge(result).isOfMirror).map(({ element }) => element);
  }

  #whole(findings: readonly Finding[]): Finding[] {
    return wholeItems(findings, this.#lexicon(), (item) => find(item, WRITTEN) === null);
  }

  /** Does a finding stand in results, or hold some? */
  #isInResult({ parts }: Finding): boolean {
    return this.#results.some(({ element }) => parts.some((part) => touches(element, part)));
  }

  #judge(result: Result): Judged {
    const { title, snippet } = result;
    const key = `${title}\n${snippet}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      known = { ...judgeResult(result, this.#lexicon()), isOfMirror: isOfMirror(`${title} ${snippet}`) };
      this.#known.set(key, known);
    }
    return known;
  }
}

function isAmong(element: Element, came: readonly Node[] | null): boolean {
  return came === null || came.some((node) => holds(node, element) || holds(element, node));
}

function touches(element: Element, part: Part): boolean {
  if ('text' in part) return holds(element, part.text);
  for (const at of siblings(part.first, part.last, MAX_RANGE))
    if (holds(element, at) || holds(at, element)) return true;
  return false;
}

function findingOf({ element, title, snippet, host }: Result, { surplus, otherSubject }: ResultJudgement): Finding {
  const node = element as Element & ChildNode;
  const text = `${title} ${snippet}`;
  const evidence: Evidence = {
    own: false,
    template: false,
    trade: 1,
    hosts: 0,
    links: 1,
    bareHosts: 0,
    joins: title.match(/[|_丨│｜\-–—,，、]/g)?.length ?? 0,
    first: false,
    otherSubject,
    text: text.slice(0, EVIDENCE_LENGTH),
  };
  return {
    kind: 'result',
    confidence: 1 / (1 + Math.exp(-1 - surplus)),
    parts: [{ first: node, last: node, whole: true }],
    links: 1,
    chars: text.replace(/\s+/g, '').length,
    snippet: text.slice(0, SNIPPET_LENGTH),
    reasons: [],
    segments: [title, snippet, host].filter((one) => one !== ''),
    evidence,
  };
}
