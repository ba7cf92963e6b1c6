/** A row of the table: keywords → a field of service of `data/purchases`. */
interface FieldRule {
  field: string;
  /** Words in Chinese, Japanese and English, tested on the title in NFKC and upper case. */
  words: RegExp;
}

/**
 * The table, to be edited: the first row that fits wins, so the narrow stands before the wide. Fields are those of `data/purchases`;
 * a title that no row knows has none.
 */
const FIELD_RULES: readonly FieldRule[] = [
  {
    field: 'residential-elderly-care',
    words: /养老院|敬老院|院舍|特別養護老人ホーム|RESIDENTIAL CARE|NURSING HOME/,
  },
  {
    field: 'home-care',
    words: /居家养老|居家照护|居家服务|上门照护|訪問介護|DOMICILIARY|HOME CARE|HOMECARE/,
  },
  { field: 'day-care', words: /日间照料|日间照护|日照中心|デイサービス|DAY CARE|DAY CENTRE/ },
  {
    field: 'elderly-care',
    words: /养老|老年|老人|为老|助餐|适老|长护|高齢者|介護|ELDERLY|OLDER PEOPLE|\bAGEING\b|\bAGING\b/,
  },
  { field: 'disability', words: /残疾|残障|助残|障害者|障がい|DISABILIT|LEARNING DIFFICULT|MENCAP/ },
  { field: 'drug-rehabilitation', words: /戒毒|禁毒|薬物|SUBSTANCE MISUSE|DRUG TREATMENT|DRUG AND ALCOHOL/ },
  { field: 'children-and-youth', words: /未成年|儿童|青少年|少年|児童|青年|FOSTER|YOUTH|CHILDREN|ADOPTION/ },
  { field: 'child-care', words: /托育|托幼|保育|CHILD ?CARE|NURSERY|PLAYGROUP/ },
  { field: 'women-and-children', words: /妇女|妇幼|女性|DOMESTIC VIOLENCE|DOMESTIC ABUSE/ },
  { field: 'social-work', words: /社会工作|社工|SOCIAL WORK/ },
  {
    field: 'community-services',
    words: /社区服务|社区矫正|社区治理|公益创投|COMMUNITY CENTRE|COMMUNITY DEVELOPMENT/,
  },
  { field: 'legal-aid', words: /法律|律师|公证|普法|仲裁|法務|訴訟|LEGAL|SOLICITOR|COUNSEL FEES/ },
  {
    field: 'employment',
    words: /就业|职业技能|雇用|就労|職業訓練|EMPLOYMENT SERVICE|JOB TRAINING|WORKFORCE/,
  },
  { field: 'libraries', words: /图书馆|図書館|LIBRAR/ },
  { field: 'culture', words: /文化|演出|展览|博物馆|芸術|美術|ARTS\b|MUSEUM|THEATRE|CULTUR/ },
  { field: 'parks', words: /公园|绿化养护|公園|\bPARKS?\b|GROUNDS MAINTENANCE/ },
  { field: 'sewerage', words: /污水|排水|下水道|SEWER|DRAINAGE/ },
  { field: 'water', words: /供水|饮用水|水道|WATER SUPPLY/ },
  { field: 'transport', words: /公交|客运|校车|バス運行|TRANSPORT|BUS SERVICE/ },
  {
    field: 'health',
    words: /医疗|体检|疫苗|健康|诊疗|康复|血液透析|検診|健診|健康診断|医療|HEALTH|CLINIC|MEDICAL/,
  },
  { field: 'education', words: /教学|课程|研学|招生|考试|课后|培训|研修|教育|TRAINING|EDUCATION|TUITION/ },
  {
    field: 'environment',
    words: /环卫|保洁|垃圾|清运|环境|廃棄物|環境|WASTE|RECYCL|STREET CLEANSING|REFUSE/,
  },
  { field: 'administration', words: /审计|会计|绩效|咨询|评估|代理|課題|調査|CONSULTAN|AUDIT/ },
];

/** The field of service that a title tells, with the word that told it; `null` where none does. */
export function serviceFieldOf(title: string): { field: string; word: string } | null {
  const text = title.normalize('NFKC').toUpperCase();
  for (const { field, words } of FIELD_RULES) {
    const match = words.exec(text);
    if (match) return { field, word: match[0] };
  }
  return null;
}

/** The fields that the table knows, in order. */
export const serviceFields = (): string[] => FIELD_RULES.map(({ field }) => field);
