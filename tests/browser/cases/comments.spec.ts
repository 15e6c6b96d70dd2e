/** Spam posted among honest comments: it takes none of them along, and makes no mirror of the page. */
import { AD, page, S } from './harness/spam.ts';
import { expect, expectHidden, expectSeen, inBoth } from './harness/test.ts';

const SHORT = ['沙发', '赞', '路过', '好文', '支持楼主', '学习了', '前排', '感谢分享', '楼主辛苦了', '同意'];
const SPAM = [AD, S, '澳门百家乐娱乐城注册送彩金', '真人棋牌网上赌场开户 www.bet88.example'];

/** How sites write their comments. */
const SHAPES: Readonly<Record<string, readonly [box: string, item: (text: string) => string]>> = {
  'items of a list': ['ul', (text) => `<li>${text}</li>`],
  boxes: ['section', (text) => `<div class="c">${text}</div>`],
  'lines with breaks': ['div', (text) => `${text}<br>`],
  rows: ['table', (text) => `<tr><td>${text}</td></tr>`],
};

for (const [name, [box, item]] of Object.entries(SHAPES))
  inBoth(`comments: honest ones stay between spam, as ${name}`, async (scene) => {
    const all = SHORT.map((short, at) => item(SPAM[at % SPAM.length] as string) + item(`${short}！`)).join('');
    const tab = await scene.open(page(`<${box} id="list">${all}</${box}>`));
    await expectHidden(tab, /百家乐|赌场|彩金/, '#list');
    await expectSeen(tab, ...SHORT.map((short) => `${short}！`));
  });

/** As a mirror program writes them, by the hand of somebody who posts. */
const PINYIN =
  '這項技術(shù)的發(fā)展讓產(chǎn)品的質(zhì)量有了很大的進(jìn)步，學(xué)生們也參與(yǔ)了實(shí)驗(yàn)，專家說這對(duì)經(jīng)濟(jì)有好處。';

inBoth('comments: one with a mirror’s marks and an address makes no mirror of the page', async (scene) => {
  const posts = [PINYIN, PINYIN, '本文引用地址:http://www.wanted.example.org/article/202502/123456.htm'];
  const list = `<ol class="comment-list">${posts.map((text) => `<li><b>网友</b><p>${text}</p></li>`).join('')}</ol>`;
  const tab = await scene.open(page(list));
  const said = await scene.popup(tab, /赌场|百家乐|处/);
  expect(said).not.toMatch(/wanted\.example|原文|镜像/);
});
