/**
 * A page as a mirror program makes it: converted to Traditional, pinyin left in its text, its own address in place of
 * the original's.
 */
import { convert, damage } from '../../unit/text/artefact/damage.ts';
import { PROSE } from '../../unit/text/artefact/prose.ts';

/** The prose converted as such programs do it. */
export const CONVERTED = PROSE.map(convert);
/** What the program left of it. */
export const DAMAGED = damage(CONVERTED, { depth: 34, form: 'toned', decoder: 'question' });
const ADDRESS = '本文引用地址：http://www.mirror.example/article/202502/467890.htm';

/** A whole page of paragraphs below a heading. */
export const pageOf = (texts: readonly string[], title = '新型橋樑設計通過檢驗'): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</body></html>`;

/** The copy: named as a mirror wherever it stands. */
export const COPY = pageOf([...DAMAGED, ADDRESS]);
