/**
 * Pages of sets called honest on which a second look found spam (posted comments, farms, stuffed keywords, doorways of
 * adult films and clinics), by the beginning of their names. They teach nothing and count for nothing.
 */
const FOUND = new Set(
  `
  97luhi.club
  9jiujiushipin.com
  ixingmei.com
  ldqxn.com
  lnhx.com.cn
  lukelvxing.com
  qiuxia55.com
  s1bang.com
  shishouwang.cn
  shzr.net
  taohediaoke.com
  88rt.org
  enjoydiy.com
  cui1000.com-69c31d11
  forolady.com
  haozhanhui.com-d93ef435
  miaopai.com-617461bc
  xya8.com
  yupoo.com-77dc002e
  hard-bbs.ymbbs.com-b0da6ab9
  cheukying.com
  xiyouok.com
  yqbdt.com
  lhlh126.com-a4d96b30
  arefly.com-10097419
  bokee.com-c337d7d1
  blz29.com
  meetingschina.com
  388.tm
  bsoar.com
  ccsx.net
  clx258.com
  go667.cn
  qiandragon.com
  qunsoso.com
  souyida.com
  wztg.net.cn-eb606b5d
  xianer.net
  zhm2m.com
  moxingabc.com
  ideainternationalgifts.com
  tongluzhijia.com
  17767.com-6fee2cc3
  to-hunt.com
  jiuzhoumuye.cn
  baicheng-huadian.com
  dnwx.com-5e513ba1
  dnwx.com-a4ef31b7
  food.39.net-aed8090d
  xinye188.com-c5157946
  dushituangou.com-0348a994
  gysnct.com
  55188.com-028a9b28
  lzol.org-2711cd98
`
    .trim()
    .split(/\s+/),
);

/** Is a page, by its file's name, one of them? */
export function isSecondLook(name: string): boolean {
  for (const found of FOUND)
    if (name.startsWith(`${found}-`) || name.startsWith(`${found}.html`) || name === found) return true;
  return false;
}
