/**
 * Is a trade the page's own topic? A lottery's portal, news of a crime, a shop for cards speak of it in their title and
 * all over.
 */
import { LINK_ALIEN, type Outline } from '../outline/outline.ts';
import { NEAR_TRADE } from './strength.ts';
import { TOPIC_TEXTS } from './thresholds.ts';
import type { UnitScores } from './unit-scores.ts';

/** Characters by which texts are told apart. */
const MAX_TOLD = 20;

/**
 * Does the page speak of a trade in its title and in many different texts that stay on its own site?
 * @param title strength of the title's words: see strengthOf
 */
export function isTopic(outline: Outline, { items, peak }: UnitScores, title: number): boolean {
  if (title === 0) return false;
  const texts = new Set<string>();
  let alien = 0;
  let near = 0;
  for (let k = 0; k < items.length; k++) {
    if ((peak[k] as number) <= NEAR_TRADE) continue;
    const item = items[k] as number;
    const start = outline.start[item] as number;
    near++;
    if (outline.link[item] === LINK_ALIEN) alien++;
    else if (texts.size < TOPIC_TEXTS)
      texts.add((outline.texts[item] as string).slice(start, Math.min(outline.end[item] as number, start + MAX_TOLD)));
  }
  return texts.size >= TOPIC_TEXTS && alien * 2 < near;
}
