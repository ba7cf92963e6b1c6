/** What text in one language looks like, for telling encodings of one byte a letter apart. */
interface Language {
  /** The encodings in which it is written, the usual one first. */
  encodings: readonly string[];
  /** Its small letters beyond ASCII; those after `|` are rare. */
  letters: string;
  /** Frequent words without a letter beyond ASCII. */
  words: string;
}

const WEST = ['windows-1252', 'macintosh', 'iso-8859-15'];
const CENTRE = ['windows-1250', 'iso-8859-2', 'iso-8859-16'];
const BALTIC = ['windows-1257', 'iso-8859-13', 'iso-8859-4', 'iso-8859-10'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];

/** Languages of governments whose files are not always UTF-8. */
export const LANGUAGES: Record<string, Language> = {
  /** Names of several countries in one list. */
  western: {
    encodings: WEST,
    letters: '|éèêëàâäáãåçíìîïñóòôöõúùûüßæøœ',
    words: 'ltd limited inc gmbh srl sa sarl',
  },
  en: { encodings: WEST, letters: 'é|öüèáíóñçøåäë', words: 'the of and for to in services council payment' },
  fr: {
    encodings: WEST,
    letters: 'éèàêç|ôâîûùïëœæü',
    words: 'de la le les et des du en pour montant mairie',
  },
  es: {
    encodings: WEST,
    letters: 'óíáéñ|úü',
    words: 'de la el en los del y para con importe servicios contrato',
  },
  pt: { encodings: WEST, letters: 'ãçáéíóõê|âúàô', words: 'de do da e em para os valor servicos contrato' },
  de: {
    encodings: [...WEST, 'windows-1250'],
    letters: 'üäöß|é',
    words: 'und der die das von mit betrag stadt amt gmbh',
  },
  it: { encodings: WEST, letters: 'àèéìòù', words: 'di il la del per comune importo servizi e' },
  nl: { encodings: WEST, letters: 'ëéï|èöü', words: 'de het van en voor bedrag gemeente' },
  sv: { encodings: WEST, letters: 'åäö|é', words: 'och av kommun belopp ab' },
  fi: { encodings: WEST, letters: 'äö|åé', words: 'ja oy summa kunta' },
  da: { encodings: WEST, letters: 'æøå|éöä', words: 'og af kommune belop aps as' },
  is: { encodings: WEST, letters: 'áíðóþéö|úýæ', words: 'og ehf hf' },
  sq: { encodings: WEST, letters: 'ëç', words: 'dhe te e komuna' },
  pl: { encodings: CENTRE, letters: 'ąćęłńóśźż', words: 'w na z i do oraz nazwa kwota budowa' },
  cs: { encodings: CENTRE, letters: 'áčéěířšúůýž|ďňóť', words: 'a na v se pro s mesto' },
  sk: { encodings: CENTRE, letters: 'áčéíľšťúýž|äďĺňóôŕ', words: 'a na v sa pre s mesto' },
  hu: { encodings: CENTRE, letters: 'áéíóöőüű|ú', words: 'a az es kft zrt bt' },
  hr: { encodings: CENTRE, letters: 'čćšž|đ', words: 'i za u na d o grad' },
  ro: {
    encodings: ['windows-1250', 'iso-8859-16', 'iso-8859-2'],
    letters: 'ăâîşţșț',
    words: 'de si in la srl pentru',
  },
  lt: { encodings: BALTIC, letters: 'ąčęėįšųūž', words: 'ir uab vsi' },
  lv: { encodings: BALTIC, letters: 'āčēīķļņšūž|ģ', words: 'un sia par' },
  et: { encodings: BALTIC, letters: 'õäöü|šž', words: 'ja vald linn as' },
  tr: { encodings: ['windows-1254'], letters: 'çğıöşü', words: 've ile ltd sti belediyesi' },
  mt: { encodings: ['iso-8859-3'], letters: 'ċġħż|àèìòù', words: 'ta il u' },
  cy: { encodings: ['iso-8859-14'], letters: 'ŵŷ|âêîôûáéï', words: 'y yr a cyngor' },
  vi: { encodings: ['windows-1258'], letters: 'ăâđêôơưáàéèíóúùýãõ', words: 'va cua cho' },
  el: {
    encodings: ['windows-1253', 'iso-8859-7'],
    letters: 'αοιετσνηυρπκμλςίάόέγδήθφχώύβ|ξζψωϊϋΐΰ',
    words: '',
  },
  ru: { encodings: CYRILLIC, letters: 'оеаинтсрвлкмдпуяыьгзбч|йхжшюцщэфъё', words: '' },
  uk: { encodings: CYRILLIC, letters: 'оанивітерслкудмпязьбгйчїє|цюхжшщфґ', words: '' },
  bg: { encodings: CYRILLIC, letters: 'аоиетнрсвлдпкмзяугъбч|йжцхшщюфь', words: '' },
  sr: { encodings: CYRILLIC, letters: 'аоиентрсујвкдпмлзгбчљњ|шцхћжђџф', words: '' },
  he: { encodings: ['windows-1255', 'iso-8859-8'], letters: 'יוהלאבתרמשנדחקעפםט|צגןכסזףךץ', words: '' },
  ar: {
    encodings: ['windows-1256', 'iso-8859-6'],
    letters: 'اليمنورتبةعدسفهكقحأ|جشصطخزذضغثئءىظإآؤ',
    words: '',
  },
  th: {
    encodings: ['windows-874'],
    letters: 'านรกอเงมยลวดทสตปคบพหจแขชไโใะ|ธณภผฐฎฏซญศษถฟฝฉฆฌฒฮฬฤๆฯำ',
    words: '',
  },
};

/** The frequent characters of scripts whose encodings have two bytes a character. */
export const FREQUENT = {
  /** Of the Chinese texts of this project, with the words of procurement among them. */
  simplified:
    '的年政务社服购一公府会有人不市区合买中工项和同机采为家个方构数与标定组以目比织法民用资是国理占部地作业规出分财者成在由金开上自三到营办本共评可报于时对来元级多明文要计价管算居能重县接后入得少单没大第预度付全约助发利行投日护体了制月查主老供实条之期门照向提设求小类省万额收据关招费镇高施经员应款按生支各承位事企其十益量外并下前间道亿指限心总两份准起只都非性未研格选委需程局给每或力也院州内模里新所见长式过效城保表海意街究化代养增竞面山使建争持件审福专调果立说就改加结网南号先么这等点学议名写广现而布转口因产基场通最告动列更五东较交包依把清做问团创商例展录次善集参私原划质样及常低从当进载签记受证须足补相估托则二四运什佛平批联治源认监题律推论站责统决水已此系首试处验变确好值村案无取住另称信强留职权回择读失台料协综物安登厅序些核达北率何任适找息直种负配百弱象险申策普再书江放续活缺满请英担培育京编复检字域货顺令券流解青乡减示许被手张王李陈刘杨黄赵吴周徐孙马朱胡郭林何罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎常武乔贺赖龚文',
  traditional:
    '的一是在有人不為中年務政府服公會市區合買工項和同機採家個方構數與標定組以目比織法民用資國理部地作業規出分財者成由金開上自三到營辦本共評可報於時對來元級多明文要計價管算居能重縣接後入得少單沒大第預度付全約助發利行投日護體了制月查主老供實條之期門照向提設求小類省萬額收據關招費鎮高施經員應款按生支各承位事企其十益量外並下前間道億指限心總兩份準起只都非性未研格選委需程局給每或力也院州內模里新所見長式過效城保表海意街究化代養增競面山使建爭持件審福專調果立說就改加結網南號先這等點學議名寫廣現而布轉口因產基場通最告動列更五東較交包依清做問團創商例展錄次善集參私原劃質樣及常低從當進載簽記受證須足補相估託則二四運平批聯治源認監題律推論站責統決水已此系首試處驗變確好值村案無取住另稱信強留職權回擇讀失台料協綜物安登廳序核達北率何任適找息直種負配百險申策普再書江放續活缺滿請英擔培育京編複檢字域貨順令流解青鄉減示許被手陳黃劉張楊趙吳鄭謝葉蘇盧臺灣府決得廠採購勞財招限制性幼托照顧衛健康園',
  japanese:
    '法国財人業会団公所本区東務一第管担行京約省契都協当事社競研争長特市日般田支関計究官成県地年度機益出条定平査者術等実部技負千町構価代理札中為施大調入際産力方画総土合的企項境環学目託通局林防新号委衛性生式及交設分規立発道川文用手政該水外北霞開評経化科基上提結記済海農募保物番備要報課高係整全山労情予港検野原興子進神質自森登丁意共内許独振働央安程案屋福同建能相果有推確修村知体動品岡援算西島策選表対嘱庁九任作他書木続随認家空谷厚必格単資士加州決房阪場医小運審門又域院適員育二臣締工城件参府利討健三制路台電航和正放青集康類金奈射令宿間橋験食下名流連可災活析教取最材明準南営識役円期崎鉄広字種線葉病料児童保育清掃委託介護株式相手金額随意契約一般庁舎',
  korean:
    '이다는에을의가지고한하은로기사를자대도시정해전리인서어일나보수제구부소만공주아관장원상있과그게여비조물용성동화스라신경치안유생간실무세모교방업연와위문행개학요당재회지구선국발되양면단진체중호제법식통미년계약금액건출영역설산현역급입찰번월목내명차복건노돌봄위탁운역서울특별남청지원센터강복관민간위수의계낙업체매품책임담당예산집행사회적센처본군읍광부천북충경기타및등일반분류코드목기간건설환경자치행우성체험배복도료식서비스푸른나눔도시락급상담협동조합직급',
};
