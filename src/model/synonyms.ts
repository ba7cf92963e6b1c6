/** Word, in small letters → the words it also finds. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;
