/**
 * Hosts to which honest pages of every kind link: portals, newspapers, shops, tools. A link to one of them is no sign
 * of anything, where a link to an unknown host is. Registrable names, two or three labels.
 */
const KNOWN = `
  baidu.com sina.com.cn sina.cn weibo.com sohu.com 163.com 126.com qq.com tencent.com ifeng.com people.com.cn
  people.cn xinhuanet.com news.cn cctv.com cntv.cn china.com.cn china.com chinanews.com gmw.cn youth.cn ce.cn cri.cn
  huanqiu.com taobao.com tmall.com jd.com alipay.com alibaba.com 1688.com aliyun.com youku.com tudou.com iqiyi.com
  bilibili.com douban.com zhihu.com autohome.com.cn pcauto.com.cn pconline.com.cn zol.com.cn it168.com hexun.com
  eastmoney.com caijing.com.cn jrj.com.cn cnfol.com stockstar.com 10jqka.com.cn ctrip.com qunar.com elong.com 58.com
  ganji.com anjuke.com fang.com soufun.com dianping.com meituan.com suning.com dangdang.com amazon.cn vip.com
  apple.com microsoft.com google.com facebook.com twitter.com x.com youtube.com wikipedia.org github.com linkedin.com
  instagram.com yahoo.com xunlei.com 360.cn so.com sogou.com hao123.com 2345.com 4399.com 17173.com duowan.com mop.com
  tianya.cn xcar.com.cn bitauto.com yiche.com rednet.cn southcn.com dahe.cn cnki.net wanfangdata.com.cn csdn.net
  cnblogs.com 51job.com zhaopin.com chinahr.com liepin.com 51.la cnzz.com umeng.com discuz.net comsenz.com
  wordpress.org adobe.com w3.org 12377.cn 315online.com.cn toutiao.com douyin.com kuaishou.com xiaohongshu.com udn.com
  chinatimes.com ltn.com.tw cna.com.tw ettoday.net pixnet.net mingpao.com hk01.com on.cc rthk.hk
`;

let known: ReadonlySet<string> | null = null;

/** 2: government or school · 1: known · 0: any other. */
export function knownHost(host: string): number {
  if (/\.(?:gov|edu)\.(?:cn|tw|hk)$/.test(host)) return 2;
  known ??= new Set(KNOWN.trim().split(/\s+/));
  const labels = host.split('.');
  return known.has(labels.slice(-2).join('.')) || known.has(labels.slice(-3).join('.')) ? 1 : 0;
}
