/** Whether a name is the token that stands for a natural person or a sole trader within the rows of one publisher. */
export const isMasked = (name: string): boolean => /^masked-\d+$/.test(name);
