/**
 * Makes a page by a seed: honest articles, lists, tables and frames of markup with spam in many shapes, well or badly
 * nested.
 */
import { Random } from './random.ts';
import { SPAM_LINES, sentence, spamLinks, stuffed } from './words.ts';

export interface GeneratedPage {
  readonly html: string;
  /** Honest sentences, each of which stands on the page once. */
  readonly honest: readonly string[];
}

class Maker {
  readonly honest: string[] = [];

  constructor(readonly random: Random) {}

  say(): string {
    const next = sentence(this.random, this.honest.length + 1);
    this.honest.push(next);
    return next;
  }

  /** Honest text and spam in one text node. */
  mixed(): string {
    const { random } = this;
    // Lines that end as sentences do: where spam ends in an address without a stop, its end is a question of words.
    const lines = SPAM_LINES.filter((line) => line.endsWith('。'));
    const parts = [this.say(), random.pick(lines), this.say()];
    if (random.chance(0.3)) parts.push(random.pick(lines), this.say());
    return parts.join('');
  }

  inline(): string {
    const { random } = this;
    const text = random.chance(0.25) ? this.mixed() : this.say();
    return random.pick([
      () => text,
      () => `<span>${text}</span>`,
      () => `<b>${this.say()}</b>${text}`,
      () => `${text}<!-- ${random.below(99)} --><i>${this.say()}</i>`,
      () => `${text}<br>${this.say()}`,
      () => `<em><span>${text}</em></span>`,
    ])();
  }

  spam(): string {
    const { random } = this;
    const links = spamLinks(random, 8 + random.below(10));
    return random.pick([
      () => `<div>${links.join(' ')}</div>`,
      () => `<ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul>`,
      () => `<p>${stuffed(random, 5 + random.below(5))}</p>`,
      () => `<div class="top"><a class="logo" href="/"></a><p>${random.pick(SPAM_LINES)}</p></div>`,
      () => `<table><tr>${links.map((link) => `<td>${link}</td>`).join('')}</tr></table>`,
      () => `<span>${links.join('|')}</span>`,
      () => `<dl><dt>友情链接</dt>${links.map((link) => `<dd>${link}</dd>`).join('')}</dl>`,
      () => `<details open><summary>更多</summary>${links.join(' ')}</details>`,
      () => `<fieldset><legend>推荐</legend>${links.join(' ')}</fieldset>`,
      () => `<div style="display:flex">${links.join('')}</div>`,
      () => `<div style="display:grid;grid-template-columns:1fr 1fr">${links.join('')}</div>`,
      () => `<div style="display:contents"><p>${stuffed(random, 6)}</p></div>`,
      () => `<p>${links.join(', ')}`,
      () => `${stuffed(random, 6)}<br>${links.join('\n')}`,
    ])();
  }

  block(depth: number): string {
    const { random } = this;
    const inner = () => this.blocks(1 + random.below(3), depth - 1);
    const shapes = [
      () => `<p>${this.inline()}</p>`,
      () => `<h2>${this.say()}</h2><p>${this.inline()}</p>`,
      () => `<ul>${this.items()}</ul>`,
      () => `<table><tr><td>${this.inline()}</td><td>${this.inline()}</td></tr></table>`,
      () => `<blockquote>${this.inline()}</blockquote>`,
      () => `<pre>${this.say()}\n${this.mixed()}</pre>`,
      () => `<p>${this.inline()}<p>${this.inline()}`,
      () => `<form><label>${this.say()}<input name="nextSibling"></label></form>`,
    ];
    if (depth > 0)
      shapes.push(
        () => `<div>${inner()}</div>`,
        () => `<section>${inner()}</section>`,
        () => `<article>${inner()}</article>`,
        () => `<div><div>${inner()}</div></div>`,
      );
    return random.pick(shapes)();
  }

  items(): string {
    const { random } = this;
    return Array.from({ length: 3 + random.below(6) }, () =>
      random.chance(0.25) ? `<li>${random.pick(SPAM_LINES)}</li>` : `<li>${this.inline()}</li>`,
    ).join(random.pick(['', '\n', '\n  ']));
  }

  blocks(count: number, depth: number): string {
    const { random } = this;
    return Array.from({ length: count }, () => (random.chance(0.2) ? this.spam() : this.block(depth))).join(
      random.pick(['', '\n']),
    );
  }
}

/** The page of a seed. Its last block is a farm with the id `farm`, by which one sees that it has been swept. */
export function generatePage(seed: number): GeneratedPage {
  const maker = new Maker(new Random(seed));
  const title = maker.say();
  // An article of its own first: a page that is nearly all spam is another matter.
  const article = Array.from({ length: 8 }, () => `<p>${maker.say()}</p>`).join('\n');
  const body = `<article><h1>${title}</h1>\n${article}</article>\n${maker.blocks(6 + maker.random.below(8), 3)}`;
  const farm = `<div id="farm">${spamLinks(maker.random, 14).join(' ')}</div>`;
  return {
    html: `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}\n${farm}</body></html>`,
    honest: maker.honest,
  };
}
