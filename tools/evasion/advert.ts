/**
 * Advertisements as people and search pages print them: unlinked lines, posts, own-host headlines, echoes of a query.
 */
import { mark } from './marks.ts';
import { type Place, place, retitle } from './place.ts';
import type { Dice } from './random.ts';
import { farmLink, makeHost } from './shapes.ts';

/** A way to reach the advertiser, as such lines carry it. */
function contact(dice: Dice): string {
  const digits = (n: number) => Array.from({ length: n }, () => String(dice.int(10))).join('');
  return dice.pick([makeHost(dice), makeHost(dice), `QQ${digits(9)}`, `微信${digits(8)}`, `电话1${digits(10)}`, '']);
}

/** One line of advertisement made of keywords. */
function line(keywords: readonly string[], dice: Dice): string {
  const [a = '', b = '', c = ''] = dice.sample(keywords, 3);
  const end = contact(dice);
  return dice.pick([
    () => a,
    () => `${a}，${b}`,
    () => `${a}！${b}！${end}`,
    () => `${a} ${b} ${c} ${end}`,
    () => `${a}【${b}】${end}`,
    () => `${a},${b},${c}推荐!`,
    () => `${end} ${a}`,
    () => `${a}-${b}_${c}`,
  ])();
}

const POSTED: readonly Place[] = ['middle', 'beforeEnd', 'bodyStart', 'bodyEnd'];

function post(html: string, keywords: readonly string[], dice: Dice): string {
  const lines = Array.from({ length: 1 + dice.int(4) }, () => mark(line(keywords, dice)));
  const block = dice.pick([
    () => lines.map((text) => `<p>${text}</p>`).join(''),
    () => `<div class="post">${lines.join('<br>')}</div>`,
    () => `<h3>${lines[0]}</h3><div>${lines.slice(1).join('<br>')}</div>`,
    () => `<ul>${lines.map((text) => `<li>${text}</li>`).join('')}</ul>`,
    () => `<table><tbody><tr><td>${lines.join('<br>')}</td></tr></tbody></table>`,
  ])();
  return place(html, block, dice.pick(POSTED), dice);
}

function spliced(html: string, keywords: readonly string[], dice: Dice): string {
  let page = html;
  for (let i = 1 + dice.int(3); i > 0; i--) {
    const text = mark(line(keywords, dice));
    page = place(page, dice.pick([`<b>${text}</b>`, `<br>${text}<br>`, `<span>${text}</span>`]), 'inParagraph', dice);
  }
  return page;
}

function headlines(html: string, keywords: readonly string[], dice: Dice): string {
  const own = dice.chance(0.7);
  const links = dice.sample(keywords, 2 + dice.int(7)).map((word) => farmLink(mark(word), dice, own));
  const block = dice.chance(0.5)
    ? `<ul class="list">${links.map((link) => `<li>${link}</li>`).join('')}</ul>`
    : `<div>${links.join(dice.pick([' ', '<br>', mark(' | ')]))}</div>`;
  return place(html, block, dice.pick(POSTED), dice);
}

function echo(html: string, keywords: readonly string[], dice: Dice): string {
  const query = `${line(keywords, dice)}${dice.pick(['', makeHost(dice), `${2010 + dice.int(15)}年${1 + dice.int(12)}月`])}`;
  const block = dice.pick([
    `<h1>${mark(`“${query}”`)}</h1>`,
    `<h1>${mark(query)}</h1>`,
    `<p>${mark(`没有找到与“${query}”相关的结果`)}</p>`,
    `<div><em>${mark(query)}</em></div>`,
  ]);
  return place(retitle(html, `${query} - 搜索结果`), block, dice.pick(['bodyStart', 'middle']), dice);
}

/**
 * Keywords run together without a link, as posted or as put into an article; some sites link single words of it to
 * their own pages.
 */
function stuffed(html: string, keywords: readonly string[], dice: Dice): string {
  const words = dice.sample(keywords, 10 + dice.int(50));
  const pieces: string[] = [];
  for (let at = 0; at < words.length; ) {
    const many = 3 + dice.int(20);
    const text = words.slice(at, at + many).join(dice.pick(['', '', ' ', '，', ',']));
    pieces.push(mark(text + dice.pick(['，', '。', '？', '"', ''])));
    at += many;
  }
  const linked = dice.chance(0.4);
  const text = pieces.join(linked ? `<a href="/tag/">${mark((words[0] ?? '').slice(0, 2))}</a>` : '');
  return place(
    html,
    dice.pick([`<p>${text}</p>`, `<div class="post">${text}</div>`, `<br>${text}<br>`]),
    dice.pick(POSTED),
    dice,
  );
}

/** Comments of programs that do not know which markup a site takes, and post all of them. */
function markup(html: string, keywords: readonly string[], dice: Dice): string {
  const address = () => `http://${makeHost(dice)}/${dice.pick(['', 'a.html', '?id=7'])}`;
  const comments = dice
    .sample(keywords, 2 + dice.int(6))
    .map((word) =>
      dice.pick([
        () => `&lt;a href="${address()}"&gt;${word}&lt;/a&gt;`,
        () => `[url=${address()}]${word}[/url]`,
        () =>
          `${word} &lt;a href="${address()}"&gt;${word}&lt;/a&gt; [url="${address()}"]${word}[/url] ${address()} ${word}`,
      ])(),
    );
  const block = comments.map((text) => `<li>${mark(text)}</li>`).join('');
  return place(html, `<ul class="comments">${block}</ul>`, dice.pick(['middle', 'beforeEnd']), dice);
}

/** Ways to advertise without a farm. */
export const ADVERTS = { post, spliced, headlines, echo, stuffed, markup } as const;
export type Advert = keyof typeof ADVERTS;
