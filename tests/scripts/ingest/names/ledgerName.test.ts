import { describe, expect, test } from 'vitest';
import { ledgerName } from '../../../../scripts/ingest/names/ledgerName.ts';

/** All persons here are invented. */
describe('names of payees in a ledger without legal forms', () => {
  test.each([
    'PLANTED Z Q ELECTRICAL CONTRACTORS',
    'PLANTED Z Q & SON',
    'PLANTED & SON Z Q',
    'PLANTED Z & Q',
    'PLANTED ZQ & QZ',
    'PLANTED ZQ',
    'ZQ & QZ PLANTED',
    'TIM PLANTED',
    'PLANTED TIM',
    'ZEDDIKA PLANTED C/O ELM CHAMBERS',
    'PLANTED Z T/A ELM HOUSE',
    'PLANTED ZQ & Q TA ELM HOUSE',
    'ELM HOUSE /MRS Z PLANTED TA',
    'ELM HOUSE - Z Q PLANTED T/A',
    'PLANTED Z Q(ELM CARE)',
    'ELM LODGE/Z PLANTED',
    'Z Planted (Elm Lodge)',
    'ELM LODGE/MRS Z PLANTED',
    'ELM CARE CENTRE (Z.PLANTED)',
    'PLANTED Z T/A TIM PLANTED',
    'PLANTED Z Q / CONTRACTOR',
    'Z PLANTED PROPERTY SERVICES',
    'PLANTED ZQ & QZ/QUINTED ZQ & DR QZ',
    'ZEDDIKA QUINTED CARE OF ELM HOUSE',
    'PLANTED ZEDDIKA MISS CHILD SERVICES',
    'PLANTED ZEDDIKA DR',
    'ZED PLANTED KC',
    'PLANTED PLUMBING Z Q',
  ])('%s is a person', (name) => expect(ledgerName(name)).toBe('person'));

  test.each([
    'ZEDDIKA PLANTED',
    'PLANTED',
    'SMITH',
    'PLANTED PLUMBING',
    'ZEDDIKA PLANTED DESIGN',
    'PLANTED CARE SERVICES',
    'ZEDDIKA HALL',
    'HALL TIM CONSULTING',
    'CHAMBERS ZEDDIKA',
    'KENT HOUSE LTD/MRS Z PLANTED',
    'ELM CARE LTD T/A Z PLANTED',
  ])('%s is not printed, though nothing shows a person', (name) => expect(ledgerName(name)).toBe('unclear'));

  test.each([
    'ELM HOUSE NURSING HOME',
    'BEECHES THE',
    'PUFFINS OF EXETER',
    'ST PETERS CONVENT',
    'M J SUPPORT STAFFING',
    'A K CARPENTRY & BUILDING',
    'TEIGNBRIDGE C V S',
    'YEALMPTON P C C',
    'ELM CARE LTD T/A KENT HOUSE',
    'KENT COUNTY COUNCIL',
    'PLANTED LTD',
    'PLANTED PLUMBING AND HEATING (DEVON) L',
    'SPLASH',
    'EXETER SUPPORT SERVICES',
    'ELMTON VILLAGE HALL',
    'FRIENDS OF ELMTON HALL',
  ])('%s is an organisation', (name) => expect(ledgerName(name)).toBe('organisation'));

  test('where the publisher states a legal form, only what looks like a person’s name is not printed', () => {
    expect(
      ['PLANTED FENCING', 'SODEXO', 'ZEDDIKA PLANTED', 'PLANTED, TIM'].map((name) => ledgerName(name, true)),
    ).toEqual(['organisation', 'organisation', 'unclear', 'person']);
  });
});
