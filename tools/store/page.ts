/** The page in the stores' pictures: a news article of ours, and spam in mild words that any store may show. */

const HEAD = '传奇私服发布网-小额贷款口子-在线影院免费看-刷单兼职平台-代写代发-影视大全下载-棋牌游戏平台';

const FARM = [
  '新开传奇私服',
  '小额贷款秒批',
  '影视大全免费',
  '刷单兼职日结',
  '棋牌游戏下载',
  '网贷不看征信',
  '在线电影天堂',
  '私服一条龙',
  '无抵押贷款当天放款',
  '电视剧全集免费播放',
  '捕鱼游戏上下分',
  '彩票计划软件',
  '传奇私服发布网',
  '代开发票联系',
  '信用卡套现平台',
  '高清影视在线看',
  '斗地主赢现金',
  '黑户贷款口子',
  '快三预测软件',
  '棋牌代理加盟',
];

const TITLE = '老碼頭倉庫改成社區(qū)書屋，周末座無虛席';

/** With pinyin as mirror programs leave it. */
const ARTICLE = [
  '（記者 孟知秋）一座閑置了二十年的碼頭倉庫，經(jīng)過半年修整，上個月成了社區(qū)書屋。開放以來，每到周末，臨河的長桌旁總是坐滿了人，孩子們索性坐在臺階上看書。',
  '書屋沒有招牌，門口只放著一塊舊船板，上面寫著開放的時(shí)間。負責人羅清說，屋里的書大多是居民捐來的，已經(jīng)有六千多冊，誰都可以借走，看完送回來就行。',
  '倉庫的磚墻和木梁都留了下來，只在屋頂添了一排天窗。設(shè)計師何以安認(rèn)為，老房子最珍貴的是光線和氣味，“修得太新，大家反而不敢坐下來”。',
  '除了看書，這里每周還有兩場講座，請碼頭上的老工人講過去的事。居民們說，書屋讓人重新認(rèn)識了這條河，也認(rèn)識了鄰居。下個月，二樓還將開放一間修書的工作室。',
];

const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g;

/** The page's source. @param isMirrored keeps the pinyin in its text, so that the picture shows the repair too. */
export function storePage(isMirrored: boolean): string {
  const link = (text: string, at: number): string =>
    `<a href="http://s${at * 37 + 11}.wz${at % 7}.example/">${text}</a>`;
  const text = `<h1>${TITLE}</h1>
<p class="by">來源：河灣晚報　2026年9月12日　責任編輯：周默</p>
${ARTICLE.map((each) => `<p>${each}</p>`).join('\n')}`;
  return `<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<title>${HEAD}</title>
<style>
body { margin: 0; font: 17px/1.8 "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; color: #222; background: #f4f4f1; }
header, main, footer { max-width: 940px; margin: 0 auto; padding: 12px 28px; background: #fff; }
header b { font-size: 26px; color: #7a3b12; letter-spacing: 4px; }
nav a { margin-right: 18px; color: #7a3b12; text-decoration: none; font-size: 15px; }
h1 { font-size: 28px; line-height: 1.4; margin: 14px 0 6px; }
.by { color: #777; font-size: 14px; margin: 0 0 14px; }
#links { max-width: 940px; margin: 0 auto; padding: 8px 28px; font-size: 14px; }
footer { color: #777; font-size: 14px; }
</style>
</head>
<body>
${HEAD}
<header><b>河灣晚報</b>
<nav><a href="/1/">首頁</a><a href="/2/">本地要聞</a><a href="/3/">教育</a><a href="/4/">交通</a><a href="/5/">文化副刊</a></nav></header>
<main><article>
${isMirrored ? text : text.replace(PINYIN, '')}
</article></main>
<div id="links">友情链接：${FARM.map(link).join(' | ')}</div>
<footer><p>河灣晚報社版權所有　新聞熱線：0600-5550188</p></footer>
</body>
</html>
`;
}
