/** Family names of one character, simplified and traditional, from the most common ones of the mainland, Taiwan and Hong Kong; to be edited. */
const CHINESE =
  '丁万丘丛严丰乌乐乔于云亓井亢仇付仝仲任伊伍伏但位何佘余佟侯俞信修倪傅储元党全公兰关冀冉农冯况冶冷冼凃凌刁刘初利劉劳勾包匡区华卓单南卜卞卢卫印危卿厉原古史叶司吉向吕吳吴呂周呼和哈唐商喬單喻嚴国塗夏奉奚姚姜姬娄孔孙孟季孫宁安宋宗官宣宫容宾宿寇富封尉尚尤尧尹居屈展屠岑岳崔嵇左巩巫巴帅师席常干平幸庄应庞康廉廖张張强彭徐惠慕應戈戎成战戚戴房扈揭支敖敬文斯方於施时明易昝晁晋晏普景智曲曹曾朱朴权李杜束来杨杭林柏查柯柳柴栗栾桂桑梁梅植楊楚楼樊檀欧歐武段殷母毕毛江池汤汪沈沙洪浦海涂温游湛湯溫滕满漆潘焦熊燕牛牟狄玉王班甄甘田由申留畢白皮盖盘盛盧相瞿石祁祖祝禹秦程穆窦章童符简管範簡籃米粘粟紀索練繆纪练缪罗羅羊翁翟耿聂聶肖胡胥臧舒艾芦芮花苏苑苗苟范茅茹荆荣莊莫華萧萬葉葛董蒋蒙蒲蓝蔡蔣蔺蕭薄薛藍蘇虞衡衣袁裘裴褚覃解許詹謝譚计许诸谈谌谢谭谷豆賀賈賴费贺贾赖赫赵趙路车辛辜边连迟連逯週邓邝邢那邬邰邱邵邸邹郁郎郑郜郝郭都鄒鄔鄞鄢鄧鄭金錢鍾鐘钟钱银閻闕關门闫闭闵闻阎阙阚阮阳阴阿陆陈陳陶陸陽隆隋雍雷霍靳鞠韋韓韦韩顏顧项顾颜餘饒饶馬馮駱马骆高魏魯鮑鲁鲍鲜鹿麥麦麻黃黄黎齊齐龍龎龔龙龚';
/** Family names of two characters. */
const CHINESE_DOUBLE =
  '上官|东方|令狐|公孙|公孫|南宮|司徒|司馬|司马|夏侯|宇文|尉迟|尉遲|張簡|慕容|東方|欧阳|歐陽|申屠|皇甫|端木|范姜|諸葛|诸葛|鍾離|長孫|长孙';
/** Japanese family names, from Faker, which is MIT. */
const JAPANESE: ReadonlySet<string> = new Set(
  `三上 三好 三宅 三木 三浦 三輪 上原 上村 上田 上野 下村 下田 中井 中原 中尾 中山 中島 中嶋 中川 中村 中沢 中田 中西
  中谷 中野 丸山 丹羽 久保 久保田 亀井 二宮 五十嵐 井上 井口 今井 今村 今泉 今野 伊東 伊藤 佐々木 佐久間 佐伯 佐藤 佐野
  倉田 児玉 入江 八木 内山 内海 内田 内藤 冨田 出口 前川 前田 加納 加藤 北原 北島 北川 北村 北野 千田 千葉 原口 原田
  及川 古川 古田 古谷 古賀 吉井 吉原 吉岡 吉川 吉本 吉村 吉沢 吉田 吉野 向井 和田 園田 土井 土屋 土田 坂井 坂口 坂本
  坂田 堀内 堀口 堀川 堀江 堀田 塚本 塚田 増田 多田 大久保 大内 大原 大城 大場 大塚 大山 大島 大川 大平 大木 大村 大森
  大槻 大橋 大沢 大田 大石 大竹 大西 大谷 大野 天野 太田 奥山 奥村 奥田 奥野 奧村 奧田 宇野 安井 安田 安藤 安達 安部
  宮下 宮内 宮原 宮城 宮崎 宮川 宮本 宮沢 宮田 富永 富田 寺田 小倉 小出 小原 小坂 小山 小島 小川 小松 小林 小柳 小森
  小池 小沢 小泉 小澤 小田 小笠原 小西 小谷 小野 小野寺 尾崎 山下 山中 山内 山口 山岡 山岸 山崎 山川 山本 山村 山根 山田
  岡崎 岡本 岡村 岡田 岡部 岡野 岩井 岩崎 岩本 岩瀬 岩田 岸本 島崎 島田 嶋田 川上 川原 川口 川島 川崎 川本 川村 川田
  川端 川野 工藤 市川 平井 平山 平岡 平川 平松 平田 平野 広瀬 広田 庄司 後藤 徳永 徳田 志村 成田 戸田 手塚 斉藤 斎藤
  新井 新田 新谷 日野 日高 早川 星野 服部 望月 木下 木村 本多 本田 本間 杉原 杉山 杉本 杉浦 杉田 村上 村井 村山 村松
  村瀬 村田 松下 松井 松原 松尾 松山 松岡 松島 松崎 松本 松村 松永 松浦 松田 松野 林田 柏木 柳沢 柳田 柴田 栗原 栗田
  根岸 根本 桑原 桜井 梅田 梶原 森下 森山 森岡 森川 森本 森田 植田 榊原 榎本 樋口 横井 横山 横田 橋本 武井 武田 武藤
  比嘉 水谷 水野 永井 永田 永野 江口 池上 池田 沢田 河原 河合 河村 河野 沼田 津田 浅井 浅田 浅野 浜田 浜野 深沢 清水
  渋谷 渡辺 渡邊 渡部 湯浅 溝口 滝沢 澤田 瀬戸 熊谷 片山 片岡 片桐 牧野 田上 田中 田代 田原 田口 田島 田村 田畑 田辺
  甲斐 町田 畠山 白井 白石 相沢 相馬 矢島 矢野 石井 石原 石塚 石山 石崎 石川 石橋 石田 石黒 神田 神谷 福井 福原 福岡
  福島 福本 福永 福田 秋元 秋山 稲垣 稲田 稲葉 窪田 竹下 竹中 竹内 竹本 竹村 竹田 笠井 笠原 筒井 篠原 篠崎 篠田 米山
  米田 細川 細谷 緒方 臼井 花田 若林 茂木 荒井 荒川 荒木 荻野 菅原 菅野 菊地 菊池 萩原 落合 藤井 藤原 藤岡 藤川 藤本
  藤村 藤沢 藤田 藤野 西原 西尾 西山 西岡 西川 西本 西村 西沢 西田 西野 角田 谷口 谷川 谷本 豊田 越智 足立 近藤 遠藤
  酒井 野中 野口 野崎 野村 野沢 野田 金井 金城 金子 金沢 金田 鈴木 鎌田 長尾 長岡 長島 長沢 長田 長谷川 長野 関口 関根
  阿部 青山 青木 青柳 須田 須藤 飯塚 飯島 飯田 馬場 高井 高山 高島 高木 高松 高橋 高瀬 高田 高野 鶴田 黒川 黒木 黒沢
  黒田 齋藤`.split(/\s+/),
);
/** Korean family names of one syllable, and of two. */
const KOREAN =
  '가간갈감강견경고공곽구국권금기길김나남노단당도동두라류마맹명모목문민박반방배백범변복봉부빈사상서석선설성소손송승시신심안양어엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조좌주지진차채천최추탁태팽편표피하한함허현형호홍황';
const KOREAN_DOUBLE = '남궁|황보|제갈|선우|독고|사공|서문';

/** Chinese: a family name and one or two characters; also a minority name with a middle dot. */
const CHINESE_NAME = new RegExp(
  `^(?:${CHINESE_DOUBLE})\\s?[\\p{Script=Han}]{1,2}$|^[${CHINESE}][\\p{Script=Han}]{1,2}$|^[${CHINESE}]\\s[\\p{Script=Han}]{1,2}$|^[${CHINESE}][\\p{Script=Han}]{3}$|^[\\p{Script=Han}]{2,6}[·•・][\\p{Script=Han}]{2,8}$`,
  'u',
);
/** How names of organisations of two to four characters end. */
const HAN_BODY =
  /(?:银行|銀行|机场|機場|社工|科技|集团|集團|中心|残联|政府|大学|大學|学院|學院|学校|學校|中学|小学|医院|醫院|公司|超市|药房|药店|藥局|酒店|饭店|宾馆|大厦|物业|保险|人寿|证券|电信|移动|联通|电力|电网|建设|建築|建筑|工程|市政|园林|环保|传媒|文化|广告|教育|国际|國際|实业|實業|企业|企業|制药|药业|商会|协会|協會|学会|联合|石化|石油|能源|农商|信用|邮政|铁塔|铁路|航空|物流|快递|软件|数码|电子|電子|电器|家具|印刷|图文|书店|照相|汽修|餐饮|食品|农场|林场|合作社|工作室|事務所|事务所|商行|商店|书局|報社|报社|日报|晚报|电台|市|区|區|县|縣|镇|鎮|乡|鄉|村|局|厅|廳|院|校|店|厂|廠|站|馆|館|社|署|省|州|网)$/u;
const JAPANESE_NAME =
  /^(\p{Script=Han}{2,3}?)[\s\u3000]?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,3})$/u;
const KOREAN_NAME = new RegExp(
  `^(?:(?:${KOREAN_DOUBLE})\\s?\\p{Script=Hangul}{1,2}|[${KOREAN}]\\s?\\p{Script=Hangul}{2})$`,
  'u',
);
const HANGUL_BODY =
  /(?:전자|건설|전력|산업|상사|공사|시스템|기업|물산|화학|은행|대학|병원|센터|협회|재단|조합|학교|건축|토건|설비|기술|정보|통신|식품|유통|마트|문구|인쇄|여행|관광|교육|디자인|의원|약국|서점|상회|공업|종합|개발|환경|조경|전기|소방|엔지|테크|시청|구청|군청|도청)$/u;

/**
 * Whether a text is the name of a person in Chinese, Japanese or Korean and nothing else. The names of several organisations are as short, so a family name must
 * begin it, and none of their endings may end it.
 * @example `"张三丰"`, `"歐陽小明"`, `"山田 太郎"`, `"김철수"` → true; `"温州银行"`, `"现代建设"` → false
 */
export function isEastAsianName(text: string): boolean {
  if (!/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}·•・\s]{2,15}$/u.test(text))
    return false;
  if (/\p{Script=Hangul}/u.test(text)) return KOREAN_NAME.test(text) && !HANGUL_BODY.test(text);
  if (HAN_BODY.test(text)) return false;
  if (CHINESE_NAME.test(text)) return true;
  const [, family, given] = JAPANESE_NAME.exec(text) ?? [];
  if (family === undefined || given === undefined) return false;
  const plain = text.replace(/[\s\u3000]/g, '');
  return [2, 3].some((length) => plain.length > length && JAPANESE.has(plain.slice(0, length)));
}
