/** A share in whole per cent: `0.816` → `"82%"`. */
export const wholePercent = (share: number): string => `${Math.round(share * 100)}%`;

/** A share in per cent with one decimal where it is not whole: `0.198` → `"19.8%"`, `0.2` → `"20%"`. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
