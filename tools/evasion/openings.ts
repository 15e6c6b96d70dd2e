/**
 * Pages of the 2020s as 570 openings of real ones have them: a brand or a line of keywords before everything else, in
 * the title, a heading, the breadcrumb, after the article, in the copyright line; the page around it honest, often a
 * Traditional mirror.
 */
import { mark } from './marks.ts';
import { place, retitle } from './place.ts';
import type { Dice } from './random.ts';
import { makeHost } from './shapes.ts';

/** Marks between keywords, as often as they were counted. */
const JOINTS = '_'.repeat(82) + ','.repeat(55) + '-'.repeat(35) + '|'.repeat(20) + '、'.repeat(7);
/** Keywords of a line that has more than one; 57 lines in 100 have one. */
const MANY = [2, 3, 4, 4, 4, 5, 5, 5, 6, 7, 8, 10, 14, 20] as const;
const ONE_SHARE = 0.57;
/** Spam lines before everything else. */
const FIRST_SHARE = 0.6;
/** Programs that put a sign before marks. */
const SIGN_SHARE = 0.03;
const SIGNS = ['🔥', '⭐️', '🎁', '👑', '💎', '🍓'] as const;
/** Lines that end in mid-word. */
const CUT_SHARE = 0.15;

/** A line of keywords. */
function lineOf(keywords: readonly string[], dice: Dice): string {
  if (dice.chance(ONE_SHARE)) return dice.pick(keywords);
  const joint = JOINTS[dice.int(JOINTS.length)] as string;
  const line = dice.sample(keywords, dice.pick(MANY)).join(joint);
  const shown = dice.chance(CUT_SHARE) ? line.slice(0, -1 - dice.int(2)) : line;
  return dice.chance(SIGN_SHARE) ? `${dice.pick(SIGNS)}${shown}` : shown;
}

/** An element in which such lines stand. */
function wrapped(text: string, dice: Dice): string {
  const inner = mark(text);
  return dice.pick([
    () => `<p>${inner}</p>`,
    () => `<p>${inner}</p>`,
    () => `<div>${inner}</div>`,
    () => `<h1>${inner}</h1>`,
    () => `<h1><a href="/">${inner}</a></h1>`,
    () => `<h2>${inner}</h2>`,
    () => `<div class="top"><span>${inner}</span></div>`,
    () => `<a href="/" title="">${inner}</a>`,
    () => `${inner}<br>`,
    () => `<a href="https://${makeHost(dice)}/">${inner}</a>`,
  ])();
}

/** The brand again, where a site has its own name. */
function again(brand: string, dice: Dice): string {
  const inner = mark(brand);
  return dice.pick([
    () => `<div class="crumb"><a href="/">${inner}</a></div>`,
    () => `<p>${inner}</p>`,
    () => `<h3>${inner}</h3>`,
    () => `<p>${mark(`Copyright © 20${15 + dice.int(10)} ${brand} 版权所有`)}</p>`,
    () => `<li><a href="/">${inner}</a></li>`,
    () => `<p>${mark(`${brand}${dice.pick(['相关', '最新', '官方', '介绍', '首页', ''])}`)}</p>`,
  ])();
}

/**
 * Puts an opening's spam into a page; its text carries marks.
 * @param keywords what stands as keywords, and whole lines of hijacked titles
 */
export function opening(html: string, keywords: readonly string[], dice: Dice): string {
  const line = lineOf(keywords, dice);
  const first = dice.chance(FIRST_SHARE);
  let page = place(
    html,
    wrapped(line, dice),
    first ? 'bodyStart' : dice.pick(['middle', 'beforeEnd', 'bodyEnd']),
    dice,
  );
  const brand = line.length <= 20 ? line : dice.pick(keywords);
  for (let i = dice.pick([0, 0, 0, 1, 2, 3]); i > 0; i--)
    page = place(page, again(brand, dice), dice.pick(['middle', 'beforeEnd', 'bodyEnd', 'bodyStart']), dice);
  if (dice.chance(0.3)) page = place(page, wrapped(lineOf(keywords, dice), dice), 'bodyEnd', dice);
  return dice.chance(0.6) ? retitle(page, dice.chance(0.7) ? line : `${brand}-${line}`) : page;
}

/** Texts kept of a page that is shown as plain lines, at least and at most. */
const LINES = [8, 60] as const;

/** The page as the lines of its text alone, each in a paragraph: what is left of saved openings. */
export function asLines(runs: readonly string[], title: string, dice: Dice): string {
  const count = LINES[0] + dice.int(LINES[1] - LINES[0]);
  const from = dice.chance(0.7) ? 0 : dice.int(Math.max(1, runs.length - count));
  const tag = dice.pick(['p', 'div', 'p', 'li']);
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const lines = runs.slice(from, from + count).map((text) => `<${tag}>${escaped(text)}</${tag}>`);
  return `<!doctype html><html><head><title>${escaped(title)}</title></head><body>${lines.join('\n')}</body></html>`;
}
