/** Word in lower case → the words it also finds. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;
