/** The tab's title: a hijacked one gives way to its honest part, stays so when the page sets it again, and comes back on request. */
import type { TitleFinding } from '../detect/types.ts';
import { firstOf, isText, nextOf, rootOf } from './dom.ts';

/** Times that the page may set its spam title again before it has its way: scrolling titles do so without end. */
const MAX_FIGHTS = 30;

export class TitleKeeper {
  private readonly document: Document;
  private found: string | null = null;
  private repaired: string | null = null;
  /** The title element's own text node, when it has just one, so that it can be given back as it was. */
  private node: Text | null = null;
  private data = '';
  private fights = 0;

  constructor(document: Document) {
    this.document = document;
  }

  /** Takes what the detector says of the title; null where it is honest. */
  set(finding: TitleFinding | null): void {
    if (finding === null || finding.repaired === null) {
      // Our own title was judged, and found honest: the page's is what it was.
      if (this.repaired !== null && this.current() !== this.repaired) this.forget();
      return;
    }
    if (finding.found === this.repaired) return;
    this.found = finding.found;
    this.repaired = finding.repaired;
    this.write();
  }

  /** Looks whether the page has set its title again. Cheap: call it for each batch of changes. */
  check(): void {
    if (this.repaired === null || this.current() === this.repaired) return;
    if (squeeze(this.current()) !== squeeze(this.found ?? '') || ++this.fights > MAX_FIGHTS) this.forget();
    else this.write();
  }

  /** Gives the page its own title back. */
  withdraw(): void {
    if (this.repaired !== null && this.current() === this.repaired && this.found !== null) {
      if (this.node !== null && this.node === this.only()) this.node.data = this.data;
      else this.document.title = this.found;
    }
    this.forget();
  }

  /** Runs `look` with the page's own title in place: the detector must judge that one. */
  lifted<Value>(look: () => Value): Value {
    if (this.node === null || this.repaired === null || this.node !== this.only()) return look();
    const ours = this.node.data;
    this.node.data = this.data;
    try {
      return look();
    } finally {
      this.node.data = ours;
    }
  }

  private write(): void {
    if (this.repaired === null) return;
    this.node = this.only();
    if (this.node !== null) {
      this.data = this.node.data;
      this.node.data = this.repaired;
    } else if (this.current() !== '') this.document.title = this.repaired;
  }

  private forget(): void {
    this.found = null;
    this.repaired = null;
    this.node = null;
  }

  private current(): string {
    return this.element()?.textContent ?? '';
  }

  private only(): Text | null {
    const element = this.element();
    const first = element === null ? null : firstOf(element);
    return first !== null && isText(first) && nextOf(first) === null ? first : null;
  }

  private element(): Element | null {
    const root = rootOf(this.document);
    return root === null ? null : (root.getElementsByTagName('title')[0] ?? null);
  }
}

function squeeze(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}
