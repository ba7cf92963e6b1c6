/** Whether a text is a number, with its currency or unit. */
export const isNumber = (cell: string): boolean =>
  /^[-(£$¥￥€+]*\s*[\d.,]*\d[\d.,]*\)?\s*(万元|亿元|元|万|亿|%|€)?$/.test(cell.trim());
