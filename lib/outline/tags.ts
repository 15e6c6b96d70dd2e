/** What a tag says of the place it makes. */
import { PLACE_BLOCK, PLACE_CHROME, PLACE_CONTROL, PLACE_HEADING, PLACE_LIST, PLACE_PARAGRAPH } from './outline.ts';

/** Text in these is no text of the page. */
export const TAG_SKIP = 0x1000;
/** A link. */
export const TAG_LINK = 0x2000;
/** Holds a whole page: no finding is one, for the page would vanish with it. */
export const TAG_WHOLE = 0x4000;
/** A form: its properties may be overridden by fields of the same name. */
export const TAG_FORM = 0x8000;

/**
 * Names of the tags whose text is no text of the page. What a page puts into its head besides is text where it is
 * shown.
 */
const SKIPPED = 'script style noscript template title iframe textarea select';

const all: [number, string][] = [
  [TAG_SKIP, SKIPPED],
  [TAG_LINK, 'a'],
  [PLACE_BLOCK | PLACE_HEADING, 'h1 h2 h3 h4 h5 h6'],
  [PLACE_BLOCK | PLACE_LIST, 'li dd dt td th option'],
  [PLACE_BLOCK | PLACE_PARAGRAPH, 'p article blockquote pre'],
  [PLACE_BLOCK | PLACE_CHROME, 'nav header footer aside menu'],
  [
    PLACE_BLOCK,
    'div ul ol dl table tbody thead tfoot tr section main center fieldset figure figcaption address dialog details summary marquee',
  ],
  // Nothing stands in these; the line ends there.
  [PLACE_BLOCK, 'br hr'],
  [PLACE_BLOCK | TAG_WHOLE, 'html head body'],
  [PLACE_BLOCK | TAG_FORM, 'form'],
  [PLACE_CONTROL, 'button label legend'],
];

let bits: ReadonlyMap<string, number> | null = null;

/** Bits for a lower-case tag name; 0 for plain inline elements. */
export function tagBits(name: string): number {
  bits ??= new Map(all.flatMap(([own, names]) => names.split(' ').map((each) => [each, own] as const)));
  return bits.get(name) ?? 0;
}
