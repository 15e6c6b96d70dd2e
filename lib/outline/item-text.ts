import type { Outline } from './outline.ts';

/** What a unit of an outline says, as it stands in its text. */
export function itemText({ texts, start, end }: Outline, item: number): string {
  return (texts[item] as string).slice(start[item], end[item]);
}
