/**
 * What an earlier copy of this script left. Firefox starts the scripts of an updated extension in pages that stand
 * open, and the old ones end without a word: what they hid could not be shown any more. Texts that they edited stay so
 * until the page is loaded anew, for nobody knows what they said.
 */
import { attributeOf, findAll } from '../dom.ts';
import { dropAttribute } from '../write.ts';

/** Names that copies make (random-name.ts); no attribute of HTML is called so. */
const OURS = /^[a-z]{12}$/;
const LENT = ['aria-label', 'aria-expanded', 'role', 'tabindex'];

/** Takes marks of earlier copies off a page that had been loaded before this one began. */
export function removeOldMarks(document: Document): void {
  for (const bar of findAll(document, '[aria-label][tabindex="0"]')) {
    const name = namesOf(bar).find((one) => OURS.test(one));
    if (name === undefined) continue;
    for (const element of findAll(document, `[${name}]`)) {
      if (attributeOf(element, name) !== '') for (const lent of LENT) dropAttribute(element, lent);
      dropAttribute(element, name);
    }
  }
}

function namesOf(element: Element): readonly string[] {
  return Element.prototype.getAttributeNames.call(element);
}
