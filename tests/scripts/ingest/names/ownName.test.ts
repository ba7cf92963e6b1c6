import { expect, test } from 'vitest';
import { tradesUnderOwnName } from '../../../../scripts/ingest/names/ownName.ts';
import { namesOwner, privatePayee } from '../../../../scripts/ingest/names/privatePayee.ts';

test.each([
  'PLANTED, MARLENA',
  'PLANTED-SAMPLE, QUILLA',
  'PLANTED, HANNA (SAMPLE ART)',
  'PLANTED, DR NOAH A',
  'PLANTED, KAREN SAMPLE PETS PHOTOGRAPHY',
  'Minibus Arben Planted',
  'TAXI ARBEN PLANTED',
  'AT. S.Planted',
  'NSHGT A.Planted',
  'NTP Arben Planted',
  'Irvin Planted Studio',
  'Irvin Planted (Trading as Sample Arts)',
  'THEODORE ANTHONY PLANTED (SAMPLE FIREWORKS)',
  'Planted, Irvin F. PH D',
  'Kombi Taxi Fadil Planted',
  'Ramadan planted',
  'Mercedes H. Planted-Sample',
  'Irvin J Planted Horseshoeing',
  'IRVIN PLANTED ~ARTIST',
])('%s is a person who trades under the own name', (name) => {
  expect(privatePayee(name)).not.toBeNull();
});

test.each([
  'SAMPLE, ENVIRONMENTAL LABORATORY',
  'SAMPLE-HAZ, DBA PREMIER SAFETY',
  'Sample Emergency Vehicles, Div',
  'Sample Group, The',
  'Sample, Other and Partners',
  'SAMPLE, ULC',
  'NTP Fehmi Com',
  'NPT Armend Tours',
  'N.T.P. SAMPLE',
  'N.N. SAMPLE',
  'Minibus Sample',
  'Scott Safety',
  'Mercedes Benz',
  'Toni impex',
  'Sample Reese Center dba Sample Commons',
  'Gordon Food Services',
  'Ian Martin Information Technology',
])('%s is an organisation', (name) => {
  expect(privatePayee(name)).toBeNull();
});

test('initials behind a comma are left to the rule of initials', () => {
  expect(tradesUnderOwnName('Planted, J A')).toBe(false);
  expect(privatePayee('Planted, J A')).toBe('private-payee-initials');
});

test('the owner before or behind “trading as” is found, an organisation there is none', () => {
  const owned = [
    'Irvin Planted (trading as Tree Department)',
    'Irvin Q. Planted d/b/a Sample Energy, LLC',
    'SAMPLE Design dba Irvin M Planted',
  ];
  const others = [
    'Sample Holdings, Inc. dba Samples',
    'Sample Plastics (DBA NOVA PRODUCTS)',
    'Irvin Planted Ltd',
  ];
  expect([owned.map(namesOwner), others.map(namesOwner)]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});
