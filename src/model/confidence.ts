/**
 * How well a row is attested: `A` read on the official publisher's page, `B` in press, a paper or a book, `C` on a weak
 * secondary page. What is only remembered is never published and has no code here.
 */
export const CONFIDENCES = ['A', 'B', 'C'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How exact a number is, as its source words it. A forecast is a plan or goal and is never drawn as a fact. */
export const PRECISIONS = ['exact', 'about', 'over', 'at-least', 'nearly', 'under', 'forecast'] as const;
export type Precision = (typeof PRECISIONS)[number];
