import { describe, expect, test } from 'vitest';
import { HALVES, payeeSample, payeeScore } from '../../../../scripts/bench/payeeScore.ts';
import { readPayees } from '../../../../scripts/ingest/names/listedPayee.ts';
import { nameWord } from '../../../../scripts/ingest/names/personNames.ts';
import { privatePayee } from '../../../../scripts/ingest/names/privatePayee.ts';

const rounded = (share: number): number => Math.round(share * 100) / 100;

test.each(HALVES)('of the labelled payees, half %s, persons are masked and organisations are not', (half) => {
  const score = payeeScore(half, (name) => privatePayee(name) !== null);
  expect(rounded(score.recall)).toBeGreaterThanOrEqual(0.97);
  expect(score.wrong).toBeLessThanOrEqual(0.03);
  expect(score.persons).toBeGreaterThan(100);
});

test('the sample has more than a thousand payees of more than ten publishers, each once', () => {
  const sample = payeeSample();
  expect(sample.length).toBeGreaterThan(1000);
  expect(new Set(sample.map(({ publisher }) => publisher)).size).toBeGreaterThan(10);
  expect(new Set(sample.map(({ publisher, name }) => `${publisher} ${name}`)).size).toBe(sample.length);
});

/** All persons here are made up. */
describe('payees in many languages', () => {
  test.each(
    `María Ejemplo Ejemplo|MARIA DE EJEMPLO PEREZ PEREZ|ABARCA EJEMPLO JUAN|Pérez García, Juan|João da Silva Planted|JOSE DA SILVA 12345678909|Jean-Pierre Planted|PLANTED Jean|Mme Planted|Müller, Hans|Herr Planted|Anna Maria Schäfer|ROSSI MARIO|Dott. Mario Planted|Jan van der Planted|J. de Vries|Kowalski Jan|Małgorzata Planted|山田太郎|山田 太郎|김철수|남궁민수|李小明|歐陽小明|王 小明|Chan Tai Man|LI WEI|Nguyen Van An|Søren Planted|Siân Planted|Ionescu Maria|O'Planted, Patrick|Sample House / Irvin Planted|Sample Coaching (Irvin Planted)|P & D Planted|SMITH JK|Irvin Planted Solicitor|TEAR JENNIFER|Rachel Oh|D. Planted - J. Planted|PLANTED JEROEN & SAMPLE MARLENA|FERNANDO PLANTED e ANA LUCIA DA SILVA|ABHIJIT PLANTED|MANOEL LUIZ PLANTED|Zed Majid Xyzzy, Zahnarzt (Einzelunternehmer)|Xyzzy-Service, Inh. Zed Xyzzy|Xyzzy eenmanszaak|XYZZY IMPRESA INDIVIDUALE`.split(
      '|',
    ),
  )('%s is a person', (name) => expect(privatePayee(name)).not.toBeNull());

  test.each(
    `Michael Page International|Robert Walters|Jack Morton Worldwide|L B Sampleford|Coleg Y Cymoedd|Stericycle, ULC|C Core|Dawn Meats Ireland|Construcciones Pérez y Hermanos|Transportes López|Farmacia Martínez|Empresa Limpa Ltda|Posto São João|Boulangerie Martin|Cabinet Dubois|Impresa Edile Rossi|Officina Bianchi|Bouwbedrijf de Vries|Stichting Jan van Galen|Biuro Projektowe Kowalski|Bäckerei Müller GmbH|Autohaus Schmidt|Caritas e.V.|Udruga Krapina|温州银行|白云机场|陈李济|华为|현대건설|(주)대한|東京電力|陳大文工程有限公司|永豐餘工程行|Mackenzie, Ray, Heron|ACT Female MD Programme|John's Garage|Mary Rose Trust|METALLERIE THOMAS|VIVIAN ET CIE (VIVIAN & CIE, LES COMPAGNONS)|DURAND FILS|Marks & Spencer|Vande Velde - De Smidt|Price - Waterhouse|Krishna Traders`.split(
      '|',
    ),
  )('%s is an organisation', (name) => expect(privatePayee(name)).toBeNull());
});

describe('the table of exceptions', () => {
  test('says of a name that it is a firm or a person', () => {
    expect(readPayees('name,is\n"Planted, Zed Ltd.",firm\nSample Works,person\n', 'persons.csv')).toEqual(
      new Map([
        ['planted-zed-ltd', 'firm'],
        ['sample-works', 'person'],
      ]),
    );
    expect(privatePayee('GERALD EVE')).toBeNull();
  });

  test.each([
    ['name\nA\n', 'persons.csv has no column "is" (write name,is in its first row)'],
    ['name,is\nA,company\n', 'persons.csv:2:is "company" is not firm or person'],
    ['name,is\nA,firm\n,person\n', 'persons.csv:3:name is empty (write the name as the file prints it)'],
  ])('%j is refused', (csv, message) => expect(() => readPayees(csv, 'persons.csv')).toThrow(message));
});

test('words are found wherever they stand in the list, the first and the last among them', () => {
  const words = ['AAAQIL', 'ZYSK', 'SMITH', 'WOLFGANG', 'OPERATION', 'PLANTED', 'QQQQ', 'AAA', 'ZZZZ'];
  expect(words.map(nameWord)).toEqual([
    'either',
    'surname',
    'either',
    'given',
    'word',
    'surname',
    null,
    null,
    null,
  ]);
});
