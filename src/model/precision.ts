/** How exact a number is, in the words of its source. A forecast is a plan or target and is never drawn as a fact. */
export type Precision = 'exact' | 'about' | 'over' | 'at-least' | 'nearly' | 'under' | 'forecast';
