import { describe, expect, test } from 'vitest';
import { decode, encodingOf } from '../../../scripts/lib/decode.ts';
import { encoderOf } from './encodings.ts';

/** Rows of made-up lists of payments, with the encodings that their governments used before UTF-8. */
const TEXTS: readonly [language: string, encodings: string, text: string][] = [
  [
    'Spanish',
    'windows-1252 macintosh',
    'Entidad;Proveedor;Importe\nAyuntamiento de León;Construcción Pérez, S.A.;1.234,50\nDiputación de Málaga;Señalización y Diseño SL;99,00\n',
  ],
  [
    'French',
    'windows-1252 macintosh',
    'Acheteur;Objet;Montant\nVille de Besançon;Entretien des bâtiments, école élémentaire;1200,00\nDépartement de la Haute-Saône;Fête de la forêt à Vesoul;85,00\n',
  ],
  [
    'German',
    'windows-1252 macintosh',
    'Behörde;Auftragnehmer;Betrag\nStadt Köln;Müller & Söhne GmbH;12.500,00\nLandkreis Görlitz;Straßenbau Weiß KG;800,00\n',
  ],
  [
    'Portuguese',
    'windows-1252',
    'Órgão;Fornecedor;Valor\nPrefeitura de São João;Construções União Ltda;1.000,00\nSecretaria de Educação;Alimentação Já;55,10\n',
  ],
  [
    'Italian',
    'windows-1252',
    'Città;Fornitore;Importo\nComune di Forlì;Società per la Qualità;100\nUniversità di Cefalù;Più Verde;20\n',
  ],
  [
    'Swedish',
    'windows-1252 macintosh',
    'Förvaltning;Leverantör;Belopp\nÄldreförvaltningen;Hemtjänst i Norr AB;100\nMalmö stad;Åkeri Öst AB;250\n',
  ],
  [
    'Danish',
    'windows-1252',
    'Forvaltning;Leverandør;Beløb\nKøbenhavns Kommune;Børn og Unge ApS;100\nÅrhus;Hjemmepleje Øst A/S;90\n',
  ],
  [
    'Icelandic',
    'windows-1252',
    'Stofnun;Birgir;Fjárhæð\nReykjavíkurborg;Þjónusta og ráðgjöf ehf;100\nFélagsþjónustan;Heimaþjónusta Norðurlands;90\n',
  ],
  [
    'Polish',
    'windows-1250 iso-8859-2 iso-8859-16',
    'Zamawiający;Wykonawca;Kwota\nGmina Łódź;Usługi Opiekuńcze Sp. z o.o.;1 234,50\nUrząd Miasta Częstochowa;Zakład Gospodarki Śląsk;99,00\n',
  ],
  [
    'Czech',
    'windows-1250 iso-8859-2',
    'Zadavatel;Dodavatel;Částka\nMěsto Plzeň;Péče o seniory, s.r.o.;100,00\nKraj Vysočina;Úklid a údržba budov Žďár;55,00\n',
  ],
  [
    'Hungarian',
    'windows-1250 iso-8859-2',
    'Megrendelő;Szállító;Összeg\nGyőr Megyei Jogú Város;Időskorúak Gondozása Kft.;100\nFővárosi Önkormányzat;Fűtés és Hűtés Zrt.;200\n',
  ],
  [
    'Croatian',
    'windows-1250 iso-8859-2',
    'Naručitelj;Dobavljač;Iznos\nGrad Šibenik;Čistoća d.o.o.;100\nOpćina Đakovo;Građevinar Županja;200\n',
  ],
  [
    'Romanian',
    'windows-1250',
    'Autoritate;Furnizor;Sumă\nPrimăria Braşov;Servicii de Îngrijire şi Curăţenie SRL;100\nJudeţul Argeş;Şcoala Nouă;20\n',
  ],
  [
    'Lithuanian',
    'windows-1257 iso-8859-13',
    'Įstaiga;Tiekėjas;Suma\nŠiaulių miesto savivaldybė;Socialinės Paslaugos, UAB;100\nKėdainių rajonas;Žaliasis Ąžuolas;20\n',
  ],
  [
    'Latvian',
    'windows-1257 iso-8859-13',
    'Pasūtītājs;Piegādātājs;Summa\nRīgas dome;Mājas aprūpe SIA;100\nJūrmalas pašvaldība;Ģimenes atbalsta biedrība;20\n',
  ],
  [
    'Estonian',
    'windows-1257',
    'Asutus;Tarnija;Summa\nTallinna linn;Koduhooldus OÜ, Põltsamaa;100\nVõru vald;Tõlkebüroo Žest ja Šarm;20\n',
  ],
  [
    'Turkish',
    'windows-1254',
    'İdare;Yüklenici;Tutar\nİstanbul Büyükşehir Belediyesi;Sağlık ve Bakım Hizmetleri Ltd. Şti.;100\nIğdır İl Müdürlüğü;Çağdaş İnşaat;20\n',
  ],
  [
    'Maltese',
    'iso-8859-3',
    'Entità;Fornitur;Ammont\nKunsill Lokali Ħamrun;Servizzi ta Għajnuna fid-Djar, Żebbuġ;100\n',
  ],
  [
    'Welsh',
    'iso-8859-14',
    'Corff;Cyflenwr;Swm\nCyngor Gwynedd;Gofal yn y Tŷ, Dŵr a Chŵn Cyf;100\nCyngor Sir Ŷr;Tŷ Ŵyn;20\n',
  ],
  [
    'Greek',
    'windows-1253 iso-8859-7',
    'Φορέας;Ανάδοχος;Ποσό\nΔήμος Αθηναίων;Υπηρεσίες Καθαρισμού ΑΕ;100\nΠεριφέρεια Κρήτης;Φροντίδα Ηλικιωμένων;20\n',
  ],
  [
    'Russian',
    'windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic',
    'Заказчик;Поставщик;Сумма\nАдминистрация города Омска;ООО Социальное обслуживание на дому;100\nДепартамент образования;ЗАО Чистый дом;20\n',
  ],
  [
    'Ukrainian',
    'windows-1251 koi8-u',
    'Замовник;Постачальник;Сума\nКиївська міська рада;ТОВ Догляд вдома, місто Їжаківка;100\nВідділ освіти;Ґанок і Єдність;20\n',
  ],
  [
    'Bulgarian',
    'windows-1251',
    'Възложител;Изпълнител;Стойност\nОбщина Пловдив;Домашен патронаж ЕООД;100\nСтолична община;Чистота и ред АД;20\n',
  ],
  [
    'Hebrew',
    'windows-1255 iso-8859-8',
    'רשות;ספק;סכום\nעיריית חיפה;שירותי סיעוד לקשיש;100\nמשרד החינוך;ניקיון ותחזוקה;20\n',
  ],
  [
    'Arabic',
    'windows-1256 iso-8859-6',
    'الجهة;المورد;المبلغ\nبلدية عمان;خدمات الرعاية المنزلية;100\nوزارة التربية;شركة النظافة;20\n',
  ],
  [
    'Thai',
    'windows-874',
    'หน่วยงาน;ผู้รับจ้าง;จำนวนเงิน\nเทศบาลนครเชียงใหม่;บริการดูแลผู้สูงอายุ;100\nกรมการปกครอง;งานทำความสะอาด;20\n',
  ],
  ['Korean', 'euc-kr', '기관;계약명;금액\n서울특별시;노인돌봄 서비스 위탁;100\n강남구청;청소 용역 계약;20\n'],
  [
    'Japanese',
    'euc-jp shift_jis',
    '契約名;相手方;金額\n庁舎清掃業務委託;株式会社さくら;100\n学童保育の運営;社会福祉法人うめの会;20\n',
  ],
  [
    'Simplified Chinese',
    'gb18030',
    '采购人,项目,金额\n高明区民政局,居家养老服务,100\n荷城街道办事处,社会工作服务站运营,20\n',
  ],
  [
    'Traditional Chinese',
    'big5',
    '機關,標案名稱,金額\n臺北市政府社會局,居家照顧服務委託案,100\n新竹縣政府,清潔勞務採購,20\n',
  ],
];

describe('the encoding is known by the letters and words of languages', () => {
  for (const [language, encodings, text] of TEXTS)
    for (const encoding of encodings.split(' '))
      test(`${language} in ${encoding}`, () => {
        const bytes = encoderOf(encoding)(text);
        // Of two encodings in which these bytes are the same text, either will do.
        expect(decode(bytes).text).toBe(text);
      });
});

test('names of several countries, the first of them far below, are read as the most usual encoding of the West', () => {
  const bytes = encoderOf('windows-1252')(
    `a,b\n${'A Ltd,1\n'.repeat(30_000)}Café Déjà,2\nNuño S.A.,3\nGröße Æbler,4\n`,
  );
  expect(encodingOf(bytes)).toMatchObject({ encoding: 'windows-1252' });
});

test('a few capitals of the West before small letters are no Chinese', () => {
  for (const text of [
    'a,b\nÅkeri,1\nÄlvdalen,2\nÅmål,3\n',
    'a,b\nÆbler,1\nÅben,2\n',
    'a,b\nÉcole,1\nÂge,2\n',
  ])
    expect(decode(encoderOf('windows-1252')(text)).text).toBe(text);
});

test('a reading is unsure where nothing but another letter tells encodings apart', () => {
  expect(encodingOf(encoderOf('windows-1252')('a,b\nDoña,1\n'))).toMatchObject({ sure: false });
  expect(encodingOf(encoderOf('windows-1250')(TEXTS[8]![2]))).toMatchObject({ sure: true });
  expect(encodingOf(new TextEncoder().encode('a,b\nDoña,1\n'))).toEqual({ encoding: 'utf-8', sure: true });
});

test('ISO-2022-JP, whose bytes are all ASCII, is known by its escapes', () => {
  const bytes = Buffer.from('a,b\n\x1b$B7@Ls\x1b(B,1\n', 'latin1');
  expect(decode(bytes)).toEqual({ text: 'a,b\n契約,1\n', encoding: 'iso-2022-jp', sure: true });
  expect(encodingOf(Buffer.from('a,b\n\x1b[1m,1\n', 'latin1')).encoding).toBe('utf-8');
});

test.each([
  ['£ before amounts', 'Payee;Amount\nA Ltd;£1,000.00\nB Ltd;£518.00\nC Ltd;£693.84\nD Ltd;£12.00\n', true],
  ['one £ in a title', 'Monthly expenditure over £500\nPayee;Amount\nA Ltd;5\n', false],
  ['an apostrophe', 'Payee;Amount\nSample Services Ltd;5\nSampleways Children’s Home;5\n', false],
  ['a dash and an apostrophe', 'Payee;Amount\nSample Services Ltd – Sampleways Children’s Home;5\n', false],
])('an English list with %s is windows-1252', (_, text, sure) =>
  expect(encodingOf(encoderOf('windows-1252')(text))).toEqual({ encoding: 'windows-1252', sure }),
);
