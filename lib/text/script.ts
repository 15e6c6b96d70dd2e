/** Traditional or Simplified: by characters that only one of the two scripts has. */

/** Frequent characters of prose that only Simplified has, and in the same order what Traditional writes for them. */
export const SIMPLIFIED = '这们来个说时会国对发经学没现开关问实动长业产过还进当与为从两无书门样点种电话头见';
export const TRADITIONAL = '這們來個說時會國對發經學沒現開關問實動長業產過還進當與為從兩無書門樣點種電話頭見';
/** The same of what the trades write. 臺 羣 峯 佔 準 喫 祕 鬱 兇 and the like have forms that stand on Taiwan's pages too. */
const PLAIN_TRADES = '网赌钱视频资费级线备选术买卖办赛车龙凤营单药师医疗财势预测号码账户区妇爱乐戏场娱';
export const TRADES = '網賭錢視頻資費級線備選術買賣辦賽車龍鳳營單藥師醫療財勢預測號碼賬戶區婦愛樂戲場娛';

export interface ScriptCounts {
  simplified: number;
  traditional: number;
}

const NEITHER = 0;
const ONLY_SIMPLIFIED = 1;
const ONLY_TRADITIONAL = 2;

let kinds: Uint8Array | null = null;

/** Which script alone has a character, by code; made when a page is first asked for. */
function kindsOfCharacters(): Uint8Array {
  if (kinds === null) {
    kinds = new Uint8Array(0x10000);
    for (const character of SIMPLIFIED + PLAIN_TRADES) kinds[character.charCodeAt(0)] = ONLY_SIMPLIFIED;
    for (const character of TRADITIONAL + TRADES) kinds[character.charCodeAt(0)] = ONLY_TRADITIONAL;
  }
  return kinds;
}

/** Adds what text[start, end) holds of either script to `counts`. */
export function countScripts(text: string, start: number, end: number, counts: ScriptCounts): void {
  const kind = kindsOfCharacters();
  for (let i = start; i < end; i++) {
    const of = kind[text.charCodeAt(i)] as number;
    if (of === NEITHER) continue;
    if (of === ONLY_SIMPLIFIED) counts.simplified++;
    else counts.traditional++;
  }
}

/** One Simplified form can be a Taiwanese habit or a slip; two are not. */
const LEAST_SIMPLIFIED = 2;

/** Is text[start, end) Simplified beyond doubt? */
export function isSimplified(text: string, start: number, end: number): boolean {
  const counts = { simplified: 0, traditional: 0 };
  countScripts(text, start, end, counts);
  return counts.simplified >= LEAST_SIMPLIFIED && counts.traditional === 0;
}
