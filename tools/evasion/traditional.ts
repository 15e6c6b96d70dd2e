import * as OpenCC from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';

const convert = OpenCC.Converter({ from: 'cn', to: 't' });

/** Characters that mirror programs annotate, deepest first; a site cuts the list at its own depth. */
const ANNOTATED =
  '網產發業術標運關經統現準態當導設創數據內轉領結礎費認藍節續學聯訓隊調預報習協戰區規貿驗優執質書嚴絡細環護擔紀儲';

/**
 * A text as a mirror program shows it: Traditional, with pinyin in brackets after the first `depth` characters of the
 * list.
 */
export function mirrorText(text: string, depth: number): string {
  const noted = new Set(ANNOTATED.slice(0, depth));
  return [...convert(text)].map((char) => (noted.has(char) ? `${char}(${pinyin(char)})` : char)).join('');
}
