/** The tab's title: a hijacked one gives way to its honest part, stays so when the page sets it again, and comes back on request. */
import type { TitleFinding } from '../detect/types.ts';
import { firstOf, isText, nextOf, rootOf } from '../page/dom.ts';

/** Times that the page may set its spam title again before it has its way: scrolling titles do so without end. */
const MAX_FIGHTS = 30;

export class TitleKeeper {
  readonly #document: Document;
  #repaired: string | null = null;
  /** The title element's own text node, when it has just one, so that it can be given back as it was. */
  #node: Text | null = null;
  /** What the page's own title was when ours took its place. */
  #data = '';
  #fights = 0;
  readonly #mend: (text: string) => string;
  #finding: TitleFinding | null = null;

  /** @param mend repairs the honest title as the page's text, which it was taken from, is repaired. */
  constructor(document: Document, mend: (text: string) => string) {
    this.#document = document;
    this.#mend = mend;
  }

  /** Takes what the detector says of the title; null where it is honest. */
  set(finding: TitleFinding | null): void {
    if (finding === null || finding.repaired === null) {
      // The page's own title was judged if ours could be lifted; else ours was, and found honest.
      if (this.#node !== null && this.#node === this.#only()) this.withdraw();
      else if (this.#repaired !== null && this.current() !== this.#repaired) this.#forget();
      return;
    }
    if (finding.found === this.#repaired) return;
    this.#finding = finding;
    this.renew();
  }

  /** Repairs can do more than before: the title that was set is mended anew. */
  renew(): void {
    const { repaired } = this.shownFor(this.#finding) ?? {};
    if (repaired !== undefined && repaired !== null && repaired !== this.current()) this.#write(repaired);
  }

  /** A finding with its honest title as the reader is to see it. */
  shownFor(finding: TitleFinding | null): TitleFinding | null {
    return finding === null || finding.repaired === null
      ? finding
      : { ...finding, repaired: this.#mend(finding.repaired) };
  }

  /** Looks whether the page has set its title again. Cheap: call it for each batch of changes. */
  check(): void {
    if (this.#repaired === null || this.current() === this.#repaired) return;
    if (squeeze(this.current()) !== squeeze(this.#data) || ++this.#fights > MAX_FIGHTS) this.#forget();
    else this.#write(this.#repaired);
  }

  /** Gives the page its own title back. */
  withdraw(): void {
    if (this.#repaired !== null && this.current() === this.#repaired) {
      if (this.#node !== null && this.#node === this.#only()) this.#node.data = this.#data;
      else this.#document.title = this.#data;
    }
    this.#forget();
  }

  /** Runs `look` with the page's own title in place: the detector must judge that one. */
  lifted<Value>(look: () => Value): Value {
    if (this.#node === null || this.#repaired === null || this.#node !== this.#only()) return look();
    const ours = this.#node.data;
    this.#node.data = this.#data;
    try {
      return look();
    } finally {
      this.#node.data = ours;
    }
  }

  #write(title: string): void {
    const isOurs = this.#repaired !== null && this.current() === this.#repaired;
    if (!isOurs) this.#data = this.current();
    this.#repaired = title;
    this.#node = this.#only();
    if (this.#node !== null) this.#node.data = title;
    else if (this.#data !== '') this.#document.title = title;
  }

  #forget(): void {
    this.#finding = null;
    this.#repaired = null;
    this.#node = null;
  }

  /** The title as the tab shows it, whatever the page calls its elements. */
  current(): string {
    return this.#element()?.textContent ?? '';
  }

  #only(): Text | null {
    const element = this.#element();
    const first = element === null ? null : firstOf(element);
    return first !== null && isText(first) && nextOf(first) === null ? first : null;
  }

  #element(): Element | null {
    const root = rootOf(this.#document);
    return root === null ? null : (root.getElementsByTagName('title')[0] ?? null);
  }
}

function squeeze(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}
