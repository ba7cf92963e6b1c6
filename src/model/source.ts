/** Whether a name of an author or publisher is one: where the publication bears none the bibliography says “not stated”. */
export const isNamed = (name: string): boolean => !/^(not stated|)$/i.test(name);
