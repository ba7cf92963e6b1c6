import { words } from '../../rules/amountHeading.ts';

/**
 * Headings of columns that contain only persons and their contacts, by language; the columns are dropped entirely. To be edited.
 */
const PERSONAL = [
  // Chinese, simplified and traditional
  '联系人|联系电话|联系方式|电话|手机|邮箱|身份证|银行账号|开户|法定代表人|法人代表|经办人|填表人|制表人|采购人代表|评审专家|评标专家',
  '聯絡人|聯絡電話|聯絡方式|電話|手機|電子郵件|身分證|承辦人|經辦人|負責人|代表人',
  // Japanese, Korean
  '担当者|担当官|契約担当|氏名|代表者名|責任者|メール',
  '담당자|대표자|연락처|전화|이메일|성명|주민등록|휴대폰|책임자',
  // English
  'e-?mail|phone|contact(?!s? (?:type|value))|(?:buyer|agency|winner) ?(?:tel|person)$|(?<![a-z])(?:tel|(?:mobile|cell)(?: (?:no|number))?$|ssn|social security (?:no|number)|national insurance (?:no|number)|date of birth|dob|signatory|cardholder|card holder|(?:approved|authori[sz]ed|requested|prepared|updated|created|modified|entered|verified|reviewed) by|chair ?(?:person|man|woman)(?!.*\\btype)|committee members?|evaluators?|employee name|staff name|officer name|responsible officer|contract manager|contract officer|buyer name|contracting officer)(?![a-z])',
  // Spanish, Portuguese
  '(?<![a-z])(?:tel[eé]fono|correo|m[oó]vil|celular|contacto|responsable|representante|firmante|funcionari[oa]|servidor p[uú]blico|apoderado|curp|dni|c[eé]dula(?: de ciudadan[ií]a)?)(?![a-z])',
  '(?<![a-z])(?:telefone|telem[oó]vel|contato|respons[aá]vel|fiscal do contrato|gestor(?: do contrato)?|ordenador(?: de despesas?)?|cpf)(?![a-z])',
  // French, German, Italian
  '(?<![a-zé])(?:t[eé]l[eé]phone|courriel|m[eé]l|portable|interlocuteur|repr[eé]sentant|signataire|num[eé]ro de s[eé]curit[eé] sociale|nir)(?![a-z])',
  'ansprechpartner|(?<![a-z])(?:kontakt|telefon|handy|mobil|sachbearbeiter(?:in)?|bearbeiter(?:in)?|verantwortliche[rn]?|gesch[aä]ftsf[uü]hrer(?:in)?|unterzeichner(?:in)?)(?![a-z])',
  '(?<![a-z])(?:referente|contatto|telefono|cellulare|responsabile|rup|rappresentante|posta elettronica|pec|codice fiscale (?:persona|del responsabile))(?![a-z])',
  // Dutch, Polish, Albanian
  'contactpersoon|(?<![a-z])(?:telefoon|mobiel|verantwoordelijke|behandelaar|bsn|burgerservicenummer)(?![a-z])',
  '(?<![a-z])(?:osoba (?:do kontaktu|odpowiedzialna|kontaktowa)|kierownik|przedstawiciel|pesel)(?![a-z])',
  'emri i zyrtarit',
  // A given name or a surname in a column of its own
  '(?<![a-zé])(?:(?:first|last|given|family|middle|christian|maiden) names?|forenames?|surnames?|vornamen?|nachnamen?|familiennamen?|pr[eé]noms?|apellidos?|sobrenomes?|cognomen?|voornaam|achternaam|imi[eę]|imiona|nazwisk[oa]|jm[eé]no|p[rř][ií]jmen[ií]|ime i prezime|prezime|keresztn[eé]v|f[oö]rnamn|efternamn|fornavn|etternavn|efternavn|im[eę] i nazwisko)(?![a-z])',
].join('|');

/** With one of these words a heading is that of a body: `Unidad responsable`, `Responsible department`. */
const BODY =
  /(?<![a-z])(?:unidad|[aá]rea|entidad|dependencia|organismo|instituci[oó]n|secretar[ií]a|departamento|unidade|entidade|[oó]rg[aã]o|department|unit|body|agency name|stelle|abteilung|beh[oö]rde|amt|ufficio|struttura|ente|service|direction|afdeling|jednostka)(?![a-z])|单位|部门|單位|部門|기관|부서/iu;
const RESPONSIBLE = /respons|verantwort|負責|责任|責任|책임/iu;
const PERSONAL_COLUMN = new RegExp(PERSONAL, 'iu');
/** A number of a person beside one of a company, in one column: `CNPJ/CPF`, `DNI o CIF`. Its cells are masked one by one. */
const PERSONAL_NUMBER = /(?<![a-z])(?:cpf|dni|curp|pesel|bsn|ssn|c[eé]dula)(?![a-z])/giu;
const COMPANY_NUMBER = /(?<![a-z])(?:cnpj|cif|nif|rfc|ruc|rut|nit|cuit|nip|regon|kvk|ein|tin)(?![a-z])/iu;

/** Headings of columns that name the payee, by language. To be edited. */
const PAYEE_COLUMN = new RegExp(
  [
    'supplier|vendor|payee|provider|winner|contractor|beneficiary|beneficiaries|recipient|creditor|awardee|awarded to|bidder|tenderer|merchant|grantee|claimant|paid to|lessor|landlord|consultant name|applicant',
    '供应商|供货商|中标人|中标单位|成交人|承接|承包|收款|乙方|投标人|候选人|服务商|受托|供方|卖方',
    '供應商|廠商|承辦商|承建商|承商|得標|受款|受補助|受委託|承攬|投標商|服務商|中標人|中標商|收款',
    '相手方|受注者|契約者|落札者|請負者|請負人|業者名|支出先|委託先|交付先|受託者|契約先',
    '업체|낙찰자|계약상대|공급자|수급자|수급인|거래처|수혜자|보조사업자|채주|시공사|상호',
    'proveedor|contratista|adjudicatari[oa]|beneficiari[oa]|acreedor|raz[oó]n social|licitante|licitador|perceptor|prestador|oferente|ganador',
    'fornecedor|contratad[oa]|favorecid[oa]|credor|benefici[aá]ri[oa]|adjudicat[aá]ri[oa]|vencedor|raz[aã]o social|convenente',
    'fournisseur|titulaire|b[eé]n[eé]ficiaire|attributaire|prestataire|cr[eé]ancier|contractant|raison sociale|soumissionnaire|d[eé]nomination',
    'auftragnehmer|lieferant|empf[aä]nger|beg[uü]nstigte|bieter|dienstleister|kreditor|gl[aä]ubiger|vertragspartner|(?<![a-z])firma|bewerber',
    'fornitore|aggiudicatari[oa]|contraente|appaltatore|affidatari[oa]|operatore economico|(?<![a-z])ditta|creditore|ragione sociale|percettore',
    'leverancier|begunstigde|ontvanger|opdrachtnemer|crediteur|aannemer|inschrijver|wederpartij',
    'wykonawc[ay]|dostawc[ay]|kontrahent|beneficjent|odbiorc[ay]|oferent',
    'kontraktues|operatori ekonomik|furnizues|fitues|dobavlja[cč]|korisnik|dodavatel|p[rř][ií]jemce|kedvezm[eé]nyezett',
    '^(?:full )?name$|^(?:nombre|nome|nom|naam|nazwa|姓名|名字|이름)$',
  ].join('|'),
  'iu',
);
/** Names of persons by their role; they are masked like those of payees, and dropped beside their contacts. */
const ROLE_NAME =
  /(?<![a-z])(?:owner|manager|employee|customer|client|holder|director|member|councillor|requester|requestor)(?:'s)? name(?![a-z])/iu;
/** Headings of payee columns that contain numbers, codes, places or kinds instead of names. */
const NO_NAME =
  /(?<![a-z])(?:id|no|nos|nr|number|num|code|type|kind|ref|reference|city|town|country|address|postcode|zip|state|region|sector|category|status|size|count|date|amount|value|ciudad|pa[ií]s|direcci[oó]n|tipo|c[oó]digo|n[uú]mero|estado|cidade|uf|endere[cç]o|ville|adresse|code|siret|siren|ort|plz|anschrift|citt[aà]|indirizzo|provincia|adres|plaats|miasto|kod|nif|cif|nit|ruc|rut|rfc|cnpj|cuit|nip|regon)(?![a-z])|编号|代码|番号|編號|代號|統編|统一|번호|코드|地址|所在地|住所|数量|類別|类型|类别/iu;

/** Whether a column contains only persons and contacts, by its heading. */
function isPersonalColumn(heading: string): boolean {
  let is = personal.get(heading);
  if (is === undefined) {
    const named = words(heading);
    const plain = COMPANY_NUMBER.test(named) ? named.replace(PERSONAL_NUMBER, '') : named;
    const isBody = BODY.test(plain) && RESPONSIBLE.test(plain);
    personal.set(heading, (is = PERSONAL_COLUMN.test(plain) && !isBody));
  }
  return is;
}
const personal = new Map<string, boolean>();

/** Whether a column names payees, by its heading. */
export function isPayeeColumn(heading: string): boolean {
  const plain = words(heading);
  return (PAYEE_COLUMN.test(plain) && !NO_NAME.test(plain)) || ROLE_NAME.test(plain);
}

/** `Buyer Name` beside `Buyer Email`: the same word before a name and before a contact. */
const NAME_OF =
  /^(.+?)[\s:.-]*(?:full |first |last )?(?:name|nombre|nome|nom|naam|imi[eę]|nazwisko|氏名|姓名|이름)$/iu;
/** What has a telephone and is no person. */
const ORGANISATION =
  /(?<![a-z])(?:agency|department|dept|organi[sz]ation|company|authority|council|body|entity|institution|ministry|unit|office|school|firm|business|bank|entidad|empresa|dependencia|organismo|[oó]rg[aã]o|entidade|ente|beh[oö]rde|instytucja)(?![a-z])|单位|機關|机关|기관/iu;

/** Which columns contain only persons and contacts, by their headings; the name beside a contact is one, unless it is the payee's or a body's. */
export function personalColumns(headings: readonly string[]): boolean[] {
  const personal = headings.map(isPersonalColumn);
  const contacts = headings
    .filter((_, index) => personal[index])
    .map((heading) => words(heading).toLowerCase());
  return headings.map((heading, index) => {
    if (personal[index] === true) return true;
    const of = NAME_OF.exec(words(heading))?.[1]?.trim().toLowerCase();
    return (
      of !== undefined &&
      !PAYEE_COLUMN.test(words(heading)) &&
      !ORGANISATION.test(of) &&
      contacts.some((contact) => contact.startsWith(`${of} `))
    );
  });
}
