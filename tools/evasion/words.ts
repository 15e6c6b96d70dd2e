/**
 * Words that the model was never trained on: none of them stands in assets/lexicon (a test holds that), so that the
 * suites measure what the model makes of new brands and wordings.
 */
const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Invented or rare gambling brands and wordings. */
export const heldOutGambling = split(`
  鑫盈汇娱乐城 澜海国际线上娱乐 汇鼎博彩网 皓月赌场官网 泓博国际备用网址 御景娱乐开户 龙渊真人百家乐 锦盛娱乐平台登录
  凌云棋牌官网下载 百汇赢娱乐城 盈佳体育投注网 华庭赌场注册 旺角娱乐城返水 盈通彩金领取 聚宝盆老虎机网址 东方赌侠国际
  名门赌场开户 金满楼娱乐 星耀棋牌送彩金 富盈门赌城 汇赢投注平台 豪胜娱乐城官方 皇廷壹号娱乐 海神国际赌场 赢翻天娱乐
  开门红博彩 胜券娱乐网址 龙腾四海娱乐城 满江红赌场 瑞祥国际投注 荣鼎娱乐注册 恒盈博彩公司 银座娱乐城 天胜赌场app
  御尊百家乐平台 盛鼎轮盘娱乐 紫云阁赌场 汇金轩棋牌 翡翠湾娱乐城 桃花岛博彩 鹏程体育开户 宝利金娱乐 鼎尚真人荷官 凤舞国际赌城
  和盈彩票平台 财运来娱乐场 启明星赌球网 泰盈线上投注 蓝钻娱乐城网址 壹品赌坊 江山博彩代理 锦鲤棋牌官网 福盈门老虎机 麒麟阁娱乐
  乾盛国际娱乐 金鹰娱乐送体验金 鼎汇体育下注 澳彩轮盘官网 冠胜时时彩平台 凯莱赌城 捷报娱乐城开户 尚博线上 博汇通娱乐
`);

/** Other trades: lottery tips, servers, papers, loans, film. */
export const heldOutOther = split(`
  七彩特码王 天机六合资料 金算盘一肖中特 百灵马会心水 神马玄机图解 铁嘴特肖公开 开运六合彩网 灵猫一肖三码 大赢家马报图
  开区传奇私服 战歌私服发布 龙城合击sf 赤月传奇新服网 神武变态私服 怀旧奇迹新开区 沙城争霸sf发布 江湖外挂网
  办理各校文凭 专业刻公章网 代开工程票 急办驾照包拿证 出售考试答案群 英语替考枪手团队 毕业论文包写 学位证快办
  征信差也能借 凭手机号下款 花呗提钱商家 刷卡取钱公司 黑白户均可下款 三分钟秒批借款 信用卡套钱电话 私借空放群
  高仿名包货源网 精仿腕表直营 复刻表工厂直供 原单女包代理 外烟直供货源 祖传癣药膏 白斑老中医 神奇壮阳丸 增高胶囊官网
  影视全集免费看 超清大片抢先看 迅雷极速下片 全集国语免费下 韩剧大结局免费 小说无广告全本读 最新章节抢先读
  一尾中特料王 港马报图解 跑狗玄机解密 赛车冠亚和计划群 快三导师带玩 飞艇稳赢公式 二八预测神器 平肖连中资料
  神途开服表新区 魔域变态开区 奇迹复古开服网 外挂透视卖家 卡盟低价总站 元宝无限版私服 诛仙怀旧开服 征途私人服
  假证件定做厂 流水账单包做 学历入网代理 资质证挂靠价 代检体检公司 考场无线耳机 驾考代过科一 网课包刷团队
  信用分借钱口子 逾期修复专家 车辆抵押快借 空放私人老板 名包一比一厂 腕表高仿渠道 球鞋纯原货源 假烟批发渠道
  追剧会员免费看 电影种子合集 高清资源秒下 国语大片免费站 短剧合集网盘下 完整版抢先下载 美剧全季迅雷 动漫全集网盘下
  黑客接活网 微信密码找破 手机窃听卡 池子蜘蛛租用 快排代上首页 权重链接出售 站群寄生出租 外推黑词首页
`);

/** Ordinary words that innocuous-looking farms use. */
export const ordinary = split(`
  春天 雨伞 木桌 教学楼 星期六 旧书 铅笔盒 蓝色 山谷 早餐 石桥 操场 钢琴 白云 邮局 河岸 灯塔 面包 银杏 窗台 火车 茶壶 竹林 电台
  天气好 下雨了 学习计划 校园新闻 足球比赛 图书目录 花园小路 北方冬天 机械零件 木工车间 渔船 稻田 食堂菜单 画册 老照片 风筝
  第三中学 城南小学 东湖学院 师范附中 文化宫 展览馆 体育场 人民公园 博物馆 火锅店 修车铺 五金店 装饰材料 水泵配件
`);

/** Latin and mixed anchors of the same farms. */
export const ordinaryLatin = split(`
  index home 2019 7788 abc qwe news01 more cn88 www top10 link3 main page2 a01 zx go hello world test88 open map
`);

/** Labels before a farm, not in assets/lexicon/farm-labels.txt. */
export const heldOutLabels = split(
  '本周网友关注 站长荐链 深度合作站 全国分类直达 网友常去 一键直达站点 今日搜罗 本类热链',
);

/** Look-alike signs by plain character, apart from assets/lexicon/confusables.txt where possible. */
export const lookAlikes: Readonly<Record<string, readonly string[]>> = {
  赌: ['堵', '睹', '渡'],
  博: ['愽', '搏', '傅'],
  彩: ['采', '踩', '菜'],
  娱: ['娯', '愉'],
  乐: ['樂', '泺'],
  城: ['诚', '珹'],
  国: ['囯', '圀'],
  际: ['際', '漈'],
  平: ['坪', '苹'],
  官: ['倌', '菅'],
  网: ['罔', '網'],
  开: ['幵', '開'],
  注: ['註', '炷'],
  服: ['伏', '菔'],
  证: ['証', '症'],
  贷: ['货', '袋'],
  码: ['碼', '玛'],
  特: ['持', '忒'],
};

/** Homoglyphs for Latin letters and digits. */
export const homoglyphs: Readonly<Record<string, readonly string[]>> = {
  a: ['а', 'α'],
  c: ['с'],
  e: ['е'],
  f: ['ƒ'],
  i: ['і'],
  n: ['п', '∩'],
  o: ['о', '〇'],
  p: ['р'],
  s: ['ѕ'],
  u: ['∪', 'υ'],
  v: ['√', 'ν'],
  x: ['х'],
};
