/** Random sequences of what scripts do to texts and rows, on swept pages: no honest sentence may be lost or hidden. */
import { type FuzzTab, isFarmHidden, type Lane } from './identity.ts';
import type { Run } from './page/mutate.ts';
import { Random } from './random.ts';
import { SPAM_LINES, sentence, spamLinks } from './words.ts';

/** Steps of one sequence. */
const STEPS = 14;
/** How long the page may take to be given back, in ms. */
const GIVEN_BACK = 8000;

interface MutationPage {
  readonly html: string;
  readonly told: { readonly paragraphs: string[][]; readonly rows: string[][] };
}

/** An article, paragraphs and rows of which some hold spam, and a farm that tells that the page has been swept. */
function mutationPage(seed: number, script: string): MutationPage {
  const random = new Random(seed);
  let said = 0;
  const say = () => sentence(random, ++said);
  const article = Array.from({ length: 8 }, () => `<p>${say()}</p>`).join('');
  const paragraphs: string[][] = [];
  const rows: string[][] = [];
  const texts = Array.from({ length: 4 }, () => {
    const says = [say(), say()];
    paragraphs.push(says);
    return `<p>${says.join(random.chance(0.7) ? random.pick(SPAM_LINES) : '')}</p>`;
  });
  const items = Array.from({ length: 7 }, (_, at) => {
    const spam = random.chance(0.35);
    const says = spam ? [] : [say()];
    rows.push(says);
    return `<li><b>读者${at}：</b><span>${spam ? random.pick(SPAM_LINES) : says.join('')}</span></li>`;
  });
  return {
    html: `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>来信</title><script>${script}</script></head><body><article><h1>读者来信</h1>${article}</article><div id="texts">${texts.join('')}</div><ul id="list">${items.join('')}</ul><div id="farm">${spamLinks(random, 14).join(' ')}</div></body></html>`,
    told: { paragraphs, rows },
  };
}

export interface Outcome {
  /** What went wrong; empty where nothing did. */
  readonly wrong: readonly string[];
  readonly log: readonly string[];
}

/** One sequence. @param script the page's own script, made of page/mutate.ts. */
export async function runMutations(lane: Lane, seed: number, script: string): Promise<Outcome> {
  const { html, told } = mutationPage(seed, script);
  await lane.ours.goto(lane.pages.serve(`http://${lane.host}/mutations.html`, html));
  if (lane.sweeps) await lane.ours.waitFor(isFarmHidden);
  const run = await lane.ours.evaluate(
    (number, steps, sentences) =>
      (window as unknown as { mutate(...args: unknown[]): Promise<Run> }).mutate(number, steps, sentences),
    seed,
    STEPS,
    told,
  );
  const wrong = [...run.lost];
  if (wrong.length === 0) {
    await lane.allow(true);
    wrong.push(...(await wrongAfterwards(lane.ours, run.alive)));
    await lane.allow(false);
  }
  return { wrong, log: run.log };
}

/** What is missing, or ours, once the site has been allowed. */
async function wrongAfterwards(tab: FuzzTab, alive: readonly string[]): Promise<string[]> {
  const end = Date.now() + GIVEN_BACK;
  for (;;) {
    const wrong = await tab.evaluate((sentences) => {
      const text = document.body.textContent ?? '';
      const known = new Set(['id', 'lang', 'charset', 'href']);
      const foreign = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name }) => !known.has(name))
          .map(({ name }) => `${element.localName}[${name}]`),
      );
      return [
        ...sentences.filter((each) => !text.includes(each)).map((each) => `gone for good: ${each}`),
        ...foreign.map((each) => `left behind: ${each}`),
      ];
    }, alive);
    if (wrong.length === 0 || Date.now() > end) return wrong;
    await new Promise((next) => setTimeout(next, 60));
  }
}
