/** Methods tried side by side on the same pages, and what each of them scored. */
import type { CorpusPage } from '../corpus/corpus.ts';
import type { Method } from './methods.ts';
import { type PageScore, type Summary, summarize } from './metrics.ts';
import { scorePage } from './score.ts';

export class Trials {
  readonly #scores = new Map<string, PageScore[]>();

  /** Scores a page by a method. */
  add(name: string, page: CorpusPage, group: number, method: Method): void {
    const scores = this.#scores.get(name) ?? [];
    scores.push(scorePage(page, group, method));
    this.#scores.set(name, scores);
  }

  get names(): readonly string[] {
    return [...this.#scores.keys()];
  }

  /** A method's pages, in the order in which they came. */
  scoresOf(name: string): readonly PageScore[] {
    return this.#scores.get(name) ?? [];
  }

  summaryOf(name: string): Summary {
    return summarize(this.scoresOf(name));
  }
}
