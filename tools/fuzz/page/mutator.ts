/** The page's memory of its own sentences, and what its steps are made of. */
import { Random } from '../random.ts';
import { SPAM_LINES, sentence } from '../words.ts';
import { sight } from './sight.ts';

/** A step of a page's script. */
export type Step = (page: Mutator) => void | Promise<void>;

/** A place of the page that holds sentences: a paragraph or a list's row. */
export interface Place {
  element: HTMLElement;
  says: string[];
}

export class Mutator {
  readonly random: Random;
  readonly log: string[] = [];
  readonly lost: string[] = [];
  readonly texts: HTMLElement;
  readonly list: HTMLElement;
  paragraphs: Place[] = [];
  rows: Place[] = [];
  #said = 1000;
  /** How the page writes: its script may exchange letters everywhere. */
  #letters: readonly (readonly [string, string])[] = [];

  constructor(seed: number) {
    this.random = new Random(seed);
    this.texts = document.getElementById('texts') as HTMLElement;
    this.list = document.getElementById('list') as HTMLElement;
  }

  say(): string {
    let said = sentence(this.random, this.#said++);
    for (const [from, to] of this.#letters) said = said.replaceAll(from, to);
    return said;
  }

  /** Adopts what the page was served with. */
  adopt(told: { readonly paragraphs: readonly string[][]; readonly rows: readonly string[][] }): void {
    const places = (parent: HTMLElement, says: readonly string[][]): Place[] =>
      says.map((each, at) => ({ element: parent.children[at] as HTMLElement, says: [...each] }));
    this.paragraphs = places(this.texts, told.paragraphs);
    this.rows = places(this.list, told.rows);
  }

  alive(): string[] {
    return [...this.paragraphs, ...this.rows].flatMap(({ says }) => says);
  }

  check(): void {
    const seen = sight();
    for (const each of this.alive()) if (!seen.includes(each)) this.lost.push(`after step ${this.log.length}: ${each}`);
  }

  async steps(count: number, steps: Readonly<Record<string, Step>>): Promise<void> {
    const names = Object.keys(steps);
    for (let at = 0; at < count && this.lost.length === 0; at++) {
      const name = this.random.pick(names);
      this.log.push(name);
      await steps[name]?.(this);
      await this.#rest();
    }
    await frame();
    await frame();
    this.check();
  }

  /** Lets a random while go by, and looks where a user could have looked. */
  async #rest(): Promise<void> {
    const { random } = this;
    if (random.chance(0.3)) return;
    if (random.chance(0.3)) {
      await Promise.resolve();
      return;
    }
    if (random.chance(0.4)) await new Promise((next) => setTimeout(next, random.below(70)));
    // A frame's callback runs right before the page is painted.
    await frame();
    this.check();
  }

  place(): Place {
    return this.random.pick(this.random.chance(0.5) ? this.paragraphs : this.rows);
  }

  /** Honest sentences with or without spam between them; or spam alone. */
  mixture(): { text: string; says: string[] } {
    const { random } = this;
    if (random.chance(0.25)) return { text: random.pick(SPAM_LINES), says: [] };
    const says = [this.say(), this.say()];
    return { text: says.join(random.chance(0.6) ? random.pick(SPAM_LINES) : ''), says };
  }

  row({ text, says }: { text: string; says: string[] }): Place {
    const element = document.createElement('li');
    const [name, body] = [document.createElement('b'), document.createElement('span')];
    name.textContent = `读者${this.random.below(99)}：`;
    body.textContent = text;
    element.append(name, body);
    return { element, says };
  }

  textNodes(root: Node): Text[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) nodes.push(node);
    return nodes;
  }

  /** Finds the elements again after the page has written its markup anew. */
  again(): void {
    this.paragraphs.forEach((place, at) => {
      place.element = this.texts.children[at] as HTMLElement;
    });
    this.rows.forEach((place, at) => {
      place.element = this.list.children[at] as HTMLElement;
    });
  }

  /** Exchanges letters in all texts of the page, as a switch between scripts does. */
  exchange(from: string, to: string): void {
    this.#letters = [...this.#letters, [from, to]];
    for (const node of this.textNodes(document.body)) {
      const next = node.data.replaceAll(from, to);
      if (next !== node.data || this.random.chance(0.5)) node.data = next;
    }
    for (const place of [...this.paragraphs, ...this.rows])
      place.says = place.says.map((each) => each.replaceAll(from, to));
  }
}

function frame(): Promise<unknown> {
  return new Promise((next) => requestAnimationFrame(next));
}
