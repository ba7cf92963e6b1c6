/** Whether an author or publisher is stated: where the publication names none the bibliography says “not stated”. */
export const isNamed = (name: string): boolean => !/^(not stated|)$/i.test(name);
