const list = (items: object, more = {}): object => ({ type: 'array', uniqueItems: true, items, ...more });
const record = (properties: object, required: string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const WORD = { type: 'string', minLength: 1 };
const YEAR = { type: 'string', pattern: '^[0-9]{4}$' };
const URI = { type: 'string', pattern: '^https?://\\S+$' };

/**
 * The part of the JSON Schema for DataCite 4.5 on the properties that we use; it is not on npm.
 * @see https://github.com/inveniosoftware/datacite
 */
export const DATACITE = record(
  {
    types: record({ resourceTypeGeneral: { const: 'Dataset' }, resourceType: WORD }, ['resourceTypeGeneral']),
    titles: list(record({ title: WORD, lang: WORD, titleType: { const: 'TranslatedTitle' } }, ['title']), {
      minItems: 1,
    }),
    creators: list(record({ name: WORD, nameType: { const: 'Organizational' }, lang: WORD }, ['name']), {
      minItems: 1,
    }),
    publisher: record({ name: WORD, lang: WORD }, ['name']),
    publicationYear: YEAR,
    dates: list(
      record(
        {
          date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$|^\\d{4}/\\d{4}$' },
          dateType: { enum: ['Issued', 'Updated', 'Other'] },
          dateInformation: WORD,
        },
        ['date', 'dateType'],
      ),
    ),
    version: WORD,
    language: WORD,
    subjects: list(record({ subject: WORD, lang: WORD }, ['subject'])),
    descriptions: list(
      record({ description: WORD, descriptionType: { enum: ['Abstract', 'Methods'] }, lang: WORD }, [
        'description',
        'descriptionType',
      ]),
    ),
    rightsList: list(
      record(
        { rights: WORD, rightsUri: URI, rightsIdentifier: WORD, rightsIdentifierScheme: WORD, lang: WORD },
        ['rights'],
      ),
      { minItems: 1 },
    ),
    geoLocations: list(record({ geoLocationPlace: WORD }, ['geoLocationPlace'])),
    alternateIdentifiers: list(
      record({ alternateIdentifier: URI, alternateIdentifierType: { const: 'URL' } }, [
        'alternateIdentifier',
        'alternateIdentifierType',
      ]),
    ),
    relatedItems: list(
      record(
        {
          relatedItemType: { const: 'Text' },
          relationType: { const: 'IsDerivedFrom' },
          titles: list(record({ title: WORD }, ['title']), { minItems: 1 }),
          publicationYear: YEAR,
          relatedItemIdentifier: record(
            { relatedItemIdentifier: URI, relatedItemIdentifierType: { const: 'URL' } },
            ['relatedItemIdentifier', 'relatedItemIdentifierType'],
          ),
        },
        ['titles', 'relatedItemType', 'relationType'],
      ),
    ),
    formats: list(WORD),
    schemaVersion: { const: 'http://datacite.org/schema/kernel-4' },
  },
  ['creators', 'titles', 'publisher', 'publicationYear', 'types', 'schemaVersion'],
);
