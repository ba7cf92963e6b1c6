/** Items that say the same, each once, in their order. */
export const distinct = <T>(items: T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];
