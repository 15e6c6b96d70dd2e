/** What a tag says of the place it makes. */
import { PLACE_BLOCK, PLACE_CHROME, PLACE_CONTROL, PLACE_HEADING, PLACE_LIST, PLACE_PARAGRAPH } from './outline.ts';

/** Text in these is no text of the page. */
export const TAG_SKIP = 0x1000;
/** A link. */
export const TAG_LINK = 0x2000;
/** May carry hiding attributes of old (marquee, font, table). */
export const TAG_MARQUEE = 0x4000;
/** A form: its properties may be overridden by fields of the same name. */
export const TAG_FORM = 0x8000;

const all: [number, string][] = [
  [TAG_SKIP, 'script style noscript template head svg iframe object textarea select math'],
  [TAG_LINK, 'a area'],
  [PLACE_BLOCK | PLACE_HEADING, 'h1 h2 h3 h4 h5 h6'],
  [PLACE_BLOCK | PLACE_LIST, 'li dd dt td th option'],
  [PLACE_BLOCK | PLACE_PARAGRAPH, 'p article blockquote pre'],
  [PLACE_BLOCK | PLACE_CHROME, 'nav header footer aside menu'],
  [
    PLACE_BLOCK,
    'div ul ol dl table tbody thead tfoot tr section main center fieldset body html figure address details',
  ],
  [PLACE_BLOCK | TAG_FORM, 'form'],
  [PLACE_BLOCK | TAG_MARQUEE, 'marquee'],
  [PLACE_CONTROL, 'button label legend'],
];

/** Bits for a lower-case tag name; absent for plain inline elements. */
export const TAGS: ReadonlyMap<string, number> = new Map(
  all.flatMap(([bits, names]) => names.split(' ').map((name) => [name, bits] as const)),
);
