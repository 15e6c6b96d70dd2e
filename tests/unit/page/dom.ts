/** Documents for the sweep's unit tests, parsed as a browser does. */
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import type { Finding, Part } from '../../../lib/detect/types.ts';

export function documentOf(body: string): Document {
  const { document } = parseHTML(
    serialize(parse(`<!doctype html><html><head><title>t</title></head><body>${body}</body></html>`)),
  );
  lendTextMethods(Object.getPrototypeOf(document.createTextNode('')));
  return document;
}

/** What linkedom's texts lack of the standard. */
function lendTextMethods(prototype: Text): void {
  prototype.replaceData = function (start, length, now) {
    this.data = this.data.slice(0, start) + now + this.data.slice(start + length);
  };
}

export function finding(...parts: Part[]): Finding {
  return {
    kind: 'farm',
    confidence: 0.99,
    parts,
    links: 1,
    chars: 10,
    snippet: '',
    reasons: [{ code: 'words' }],
    segments: ['甲乙丙丁'],
  };
}

export function range(first: ChildNode, last: ChildNode = first): Part {
  return { first, last };
}
