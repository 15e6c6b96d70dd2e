import { describe, expect, it } from 'vitest';
import { mayHold } from '../../../../lib/text/artefact/annotations.ts';
import { convert } from './damage.ts';
import { evidenceOf, repairAll } from './helpers.ts';
import { PROSE } from './prose.ts';

const NATIVE = PROSE.map(convert);

/** Honest pages that look alike; none may be touched. */
const HONEST: Readonly<Record<string, readonly string[]>> = {
  'a poem with every character glossed': [
    '床(chuáng)前(qián)明(míng)月(yuè)光(guāng)',
    '疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)',
    '舉(jǔ)頭(tóu)望(wàng)明(míng)月(yuè)',
    '低(dī)頭(tóu)思(sī)故(gù)鄉(xiāng)',
  ],
  'a Traditional lesson that glosses rare characters': [
    ...NATIVE,
    '龜(guī)裂、饕餮(tiè)、鬱(yù)悶、齟(jǔ)齬(yǔ)、麤(cū)糙',
  ],
  'a lesson on characters with two readings': [
    ...PROSE,
    '长(cháng)短、长(zhǎng)大、行(xíng)走、银行(háng)、重(zhòng)要、重(chóng)复、还(hái)有、还(huán)书',
  ],
  'a lesson that glosses common Traditional characters once': [
    ...NATIVE,
    '「發(fā)」「說(shuō)」「經(jīng)」「學(xué)」「術(shù)」五字的讀音',
  ],
  'a Simplified word list': [...PROSE, '折(shé)本、阿(ē)谀、暴虎冯(píng)河、草菅(jiān)人命、龟(jūn)裂、单于(chán)'],
  'brand glosses': Array.from({ length: 30 }, () => '酷开(coocaa)电视、得力(deli)文具、安踏(anta)运动鞋'),
  'brands in plain pinyin': Array.from({ length: 30 }, () => '小米(mi)手机、老干妈(ma)、海尔(er)冰箱'),
  units: Array.from(
    { length: 30 },
    () => '长度(mm)、重量(kg)、时速(km)、转速(rpm)、面积(m)、时间(s)、电压(v)、电流(a)',
  ),
  zhuyin: Array.from({ length: 20 }, () => '發(ㄈㄚ)展、技術(ㄕㄨˋ)、經(ㄐㄧㄥ)濟'),
  'Cantonese romanisation': Array.from(
    { length: 20 },
    () => '發(faat3)財、經(ging1)濟、學(hok6)校、術(seot6)、我(ngo5)哋',
  ),
  code: Array.from({ length: 20 }, () => 'if (a) { 数据(b); 返回(c); 网(d) } else { f(x)(y); }'),
  'native Traditional prose': NATIVE,
  'Simplified prose': PROSE,
};

describe('judge', () => {
  it.each(Object.entries(HONEST))('finds nothing on %s', (_name, nodes) => {
    expect(evidenceOf(nodes)).toBeNull();
    expect(repairAll(nodes)).toEqual(nodes);
  });

  it('asks for three characters', () => {
    const two = ['技術(shù)和產(chǎn)品', '技術(shù)和產(chǎn)品', '技術(shù)和產(chǎn)品'];
    expect(evidenceOf([...NATIVE.filter((text) => !/[術產]/.test(text)), ...two])).toBeNull();
    expect(evidenceOf([...NATIVE.filter((text) => !/[術產發]/.test(text)), ...two, '引發(fā)'])?.held.size).toBe(3);
  });

  it('asks that a character is annotated always', () => {
    const bare = ['技術、產品、發展、經濟、業務', '技術、產品、發展、經濟、業務'];
    expect(evidenceOf([...bare, '技術(shù)和產(chǎn)品,引發(fā)經(jīng)濟'])).toBeNull();
  });

  it('works on Simplified prose with a few pinyin in it and no more', () => {
    expect(evidenceOf([...PROSE, '我(wǒ )', '你(nǐ )', '他(tā )'])).toBeNull();
  });
});

describe('mayHold', () => {
  it('wants three different characters with syllables, however they are parted', () => {
    expect(mayHold('技術(shù)、術(shù)、產(chǎn)品')).toBe(false);
    expect(mayHold('技術(shù)、產(chǎn)品、引發(fā )')).toBe(true);
    expect(mayHold('长度(mm)、重量(kg)、转速(rpm)、型号(new)')).toBe(false);
    const seen = new Set<string>();
    expect(mayHold('技術(shù)', seen)).toBe(false);
    expect(mayHold('沒有', seen)).toBe(false);
    expect(mayHold('產(chǎn)品、引發(fā)', seen)).toBe(true);
  });
});
