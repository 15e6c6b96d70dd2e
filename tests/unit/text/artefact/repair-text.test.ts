import { describe, expect, it } from 'vitest';
import { repairText } from '../../../../lib/text/artefact/repair-text.ts';
import { evidenceOf, repairAll } from './helpers.ts';

/** A page whose evidence suffices: several Traditional characters, each always annotated. */
const PAGE = [
  '引發(fā)的問題、技術(shù)的進步和經(jīng)濟的關(guān)系',
  '開發(fā)者說,新技術(shù)產(chǎn)生了影響,關(guān)于業(yè)務(wù)的決定',
  '產(chǎn)業(yè)、學(xué)術(shù)和數(shù)據(jù)',
];
const evidence = evidenceOf(PAGE);
const repair = (text: string, before = '') => {
  if (evidence === null) throw new Error('the page shows no artefact');
  return repairText(text, evidence, before).text;
};

describe('repairText', () => {
  it.each([
    ['引發(fā)', '引發'],
    ['技術(shù)、產(chǎn)業(yè)', '技術、產業'],
    ['技術(shù )', '技術'],
    ['技術(shu)(shu)(shu)', '技術'],
    ['(應(yīng)用)', '(應用)'],
    ['學(xué)', '學'],
  ])('drops annotations: %s', (damaged, honest) => {
    expect(repair(damaged)).toBe(honest);
  });

  it.each([
    ['將向?qū)W術(shù)界開放', '將向學術界開放'],
    ['他們?nèi)绾螠p少赤字', '他們如何減少赤字'],
    ['因?yàn)閻阂庹吒鼡Q成本', '因為惡意者更換成本'],
    ['向?qū)W(xué)術(shù)界', '向學術界'],
    ['向\ufffd(qū)W術(shù)界', '向學術界'],
    ['向\ufffdqū)W術(shù)界', '向學術界'],
    ['因?yàn)闃?biāo)準', '因為標準'],
    ['具有堅?cha)?shi)的形式', '具有堅實的形式'],
  ])('puts swallowed bytes back: %s', (damaged, honest) => {
    expect(repair(damaged)).toBe(honest);
  });

  it('lets a Latin letter that a shift took as its second byte go free', () => {
    expect(repair('因?yàn)镈MA的限制')).toBe('因為DMA的限制');
  });

  it('repairs the certain part and leaves the sign where a byte is gone', () => {
    expect(repair('他們?nèi)绾?下一句')).toBe('他們如?下一句');
    expect(repair('他們\ufffd(nèi)绾\ufffd,下一句')).toBe('他們如\ufffd,下一句');
    expect(repair('因?yàn)')).toBe('因?');
  });

  it('uses the character before the node where markup parts it from its annotation', () => {
    expect(repair('(shù)的進步', '技術')).toBe('的進步');
    expect(repair('?qū)W術(shù)界', '向')).toBe('學術界');
    expect(repair('(shù)的進步', '')).toBe('(shù)的進步');
  });

  it.each([
    '酷開(coocaa)電視',
    '重量(kg)、長度(mm)',
    '技術(jì)',
    '他問:真的嗎?yes)',
    '術(fǎ)',
    '我(wǒ)',
    'f(x)',
    '為什麼?(shù)',
    '𠮷(jí)野家',
  ])('leaves what the evidence does not cover: %s', (text) => {
    expect(repair(text)).toBe(text);
  });

  it('says how many spots it took away and left', () => {
    if (evidence === null) throw new Error('the page shows no artefact');
    expect(repairText('技術(shù)和一(yī)', evidence)).toEqual({ text: '技術和一(yī)', spots: 1, left: 1 });
  });

  it('works on the program that annotates any characters', () => {
    const line = '我(wǒ )們用(yòng )的東西有(yǒu )很多,小(xiǎo )人(rén )家(jiā )也用(yòng )';
    const honest = '我們用的東西有很多,小人家也用';
    const filler = '這一段文字裡沒什麼特別之處,只是為了讓頁面長一些,好讓註音不至於太密,再寫幾個字就夠';
    const nodes = Array.from({ length: 8 }, () => [line, filler]).flat();
    expect(repairAll(nodes)).toEqual(nodes.map((node) => (node === line ? honest : node)));
  });
});
