import { describe, expect, it } from 'vitest';
import { titleShape } from '../../../lib/detect/title-shape.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';

const shapeOf = (title: string, host = 'news.example.com') => {
  const { quantities, ...pieces } = titleShape(title, host, bundledModel().lexicon);
  return { ...quantities, ...pieces };
};

describe("a title's shape", () => {
  it('counts spam, honest pieces and what is said again', () => {
    const shape = shapeOf('澳门百家乐娱乐城_澳门百家乐娱乐城_市图书馆新馆开放');
    expect(shape).toMatchObject({
      titleSpam: 2,
      titleHonest: 1,
      titleAgain: 1,
      strongest: '澳门百家乐娱乐城',
      longest: '澳门百家乐娱乐城',
    });
    expect(shape.titleShare).toBeCloseTo(16 / 26);
    expect(shape.titlePeak).toBeGreaterThan(4.5);
  });

  it('finds nothing in an honest title', () => {
    expect(shapeOf('市图书馆新馆开放 - 城市日报')).toMatchObject({
      titleSpam: 0,
      titleShare: 0,
      titleAgain: 0,
      strongest: '',
    });
  });

  it('is empty for an empty title', () => {
    expect(shapeOf('')).toMatchObject({ titlePeak: -99, titleSpam: 0, titleHonest: 0, strongest: '', longest: '' });
  });

  it("sees the name of a site that is another's, and words that call it official", () => {
    const title = '怎么养猫_百度知道';
    expect(shapeOf(title).claim).toBe(1);
    expect(shapeOf(title, 'zhidao.baidu.com').claim).toBe(0);
    expect(shapeOf('怎么养猫').claim).toBe(0);
    expect(shapeOf('某某官网').official).toBe(1);
    expect(shapeOf('某某').official).toBe(0);
  });

  it('reads a title without end no further than its first characters', () => {
    const shape = shapeOf(`${'城市日报，'.repeat(100_000)}澳门百家乐娱乐城`);
    expect(shape.titleSpam).toBe(0);
  });
});
