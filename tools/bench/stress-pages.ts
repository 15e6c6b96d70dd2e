/** Pages that keep us busy: thousands of findings, and changes without end. */
const HONEST = [
  '市图书馆的新馆昨天开放，第一天来了三千多人，门口排起了长队。',
  '馆长说，新馆的藏书比老馆多一倍，座位也多了不少，还有一间录音室。',
  '附近的居民表示，以后借书不用再坐一个小时的公交车，孩子们很高兴。',
];
const SPAM = ['澳门百家乐娱乐城', '真人棋牌赌场', '彩票网上投注平台', '百家乐赌场开户', '棋牌娱乐城送彩金'];

const paragraph = (at: number): string => `<p>${HONEST[at % HONEST.length]}</p>`;
const links = (at: number): string =>
  SPAM.map((word, nth) => `<a href="http://www.bet${at}x${nth}.example.net/">${word}${at}</a>`).join(' | ');
/** A block that is one finding. */
export const block = (at: number): string => `<div class="spam">${links(at)}</div>`;

function whole(body: string, script = ''): string {
  const article = Array.from({ length: 12 }, (_, at) => paragraph(at)).join('');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>新馆开放</title></head><body><h1>新馆开放</h1><article>${article}</article>${body}${block(0)}<script>${script}</script></body></html>`;
}

/** So many findings, with honest paragraphs between them. */
export function pageWith(findings: number): string {
  const blocks = Array.from(
    { length: findings },
    (_, at) => `<section>${paragraph(at)}${paragraph(at + 1)}${block(at + 1)}</section>`,
  );
  return whole(`<div id="list">${blocks.join('')}</div>`);
}

const FRAME = `${paragraph(0)}${paragraph(1)}${paragraph(2)}<div id="n">3</div>${block(1)}`.replaceAll('"', '&quot;');

/** Pages that change all the time, by name: what `start()` does each tick begins when it is called. */
export const BUSY: readonly (readonly [name: string, html: string])[] = [
  [
    'spam into 30,000 nodes every 50 ms',
    whole(
      `<div id="list">${Array.from({ length: 15_000 }, (_, at) => paragraph(at)).join('')}</div>`,
      `let n = 0; function start() { setInterval(() => {
        const box = document.createElement('div'); box.innerHTML = ${JSON.stringify(block(9)).replaceAll('</', '<\\/')};
        document.getElementById('list').append(box); if (++n > 40) document.getElementById('list').lastChild.previousSibling.remove(); }, 50); }`,
    ),
  ],
  [
    'counters in 30 frames',
    whole(
      `<iframe srcdoc="${FRAME}" width="80" height="40"></iframe>`.repeat(30),
      `function start() { for (const frame of document.querySelectorAll('iframe')) setInterval(() => {
        const n = frame.contentDocument.getElementById('n'); n.textContent = String(Number(n.textContent) + 1); }, 100); }`,
    ),
  ],
  [
    'findings that come and go in 30 frames',
    whole(
      `<iframe srcdoc="${FRAME}" width="80" height="40"></iframe>`.repeat(30),
      `function start() { for (const frame of document.querySelectorAll('iframe')) setInterval(() => {
        const spam = frame.contentDocument.querySelector('.spam');
        if (frame.spam) { frame.contentDocument.body.append(frame.spam); frame.spam = null; } else if (spam) { frame.spam = spam; spam.remove(); } }, 100); }`,
    ),
  ],
  [
    'counters in 200 hidden blocks',
    whole(
      Array.from(
        { length: 200 },
        (_, at) => `<section>${paragraph(at)}${paragraph(at + 1)}${block(at)}</section>`,
      ).join(''),
      `function start() { let n = 0; setInterval(() => { n++;
        for (const link of document.querySelectorAll('.spam a:last-child')) link.firstChild.data = ${JSON.stringify(SPAM[0])} + n; }, 20); }`,
    ),
  ],
  [
    'frames made and thrown away',
    whole(
      '<div id="place"></div>',
      `function start() { setInterval(() => { document.getElementById('place').innerHTML = ${JSON.stringify(`<iframe srcdoc="${FRAME}"></iframe>`).replaceAll('</', '<\\/')}; }, 100); }`,
    ),
  ],
  [
    'findings replaced',
    whole(
      '<div id="place"></div>',
      `function start() { setInterval(() => { document.getElementById('place').innerHTML = ${JSON.stringify(
        Array.from(
          { length: 20 },
          (_, at) => `<section>${paragraph(at)}${paragraph(at + 1)}${block(at)}</section>`,
        ).join(''),
      ).replaceAll('</', '<\\/')}; }, 100); }`,
    ),
  ],
];
