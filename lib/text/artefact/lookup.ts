/** The readings by GBK code, unpacked from their compact table at the first use. */
import { gbkOf } from './gbk.ts';
import { READINGS } from './readings.ts';

/** Characters seen annotated on mirrored pages, the most often annotated first: the start of the programs' list. */
const FAMILIAR =
  '網產發業務動術標國個運關經統問現準態當場進開導實時設來構應創點數據過頁內轉長計領結對機礎費認會藍臺權節續學聯訓團隊調預報項說習協戰區達規貿覺簡驗庫優執質請書嚴沒無絡鳥見測競爭細環語勢護濟價擔紀類儲風強獻負驅冊';

const familiar = new Set(FAMILIAR);
let readings: Map<number, string> | null = null;

function unpack(): Map<number, string> {
  const all = new Map<number, string>();
  for (const [, reading = '', characters = ''] of READINGS.matchAll(/([^\u3400-\u9fff]{1,8})([\u3400-\u9fff]+)/g)) {
    for (let at = 0; at < characters.length; at++) {
      const code = gbkOf(characters.charCodeAt(at));
      if (code !== 0) all.set(code, reading);
    }
  }
  return all;
}

/** The dictionary's reading (with tone) of a Traditional character, by GBK code; null where the table has none. */
export function readingOf(code: number): string | null {
  readings ??= unpack();
  return readings.get(code) ?? null;
}

/** Was the character seen annotated on mirrored pages before? */
export function isFamiliar(character: string): boolean {
  return familiar.has(character);
}
