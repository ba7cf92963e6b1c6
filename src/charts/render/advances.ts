import type { Language } from '../../model/language.ts';
import { HAN, runsOf } from './fontRuns.ts';

/** The characters of `ADVANCES`: ASCII from the space on, then marks. */
const CHARACTERS = [
  ...Array.from({ length: 95 }, (_, at) => String.fromCodePoint(0x20 + at)),
  ...'‘’“”…–—·≥≤→×€£',
];

/** The advance widths of Source Sans 3, in thousandths of an em, regular and bold; a test compares them with the font. */
const ADVANCES = {
  400: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
    479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
    500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
    338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497, 249, 249, 426, 426, 948, 480, 800, 249, 497, 497,
    619, 497, 497, 497,
  ],
  700: [
    200, 340, 537, 528, 528, 857, 667, 300, 344, 344, 457, 528, 300, 332, 300, 339, 528, 528, 528, 528, 528,
    528, 528, 528, 528, 528, 300, 300, 528, 528, 528, 463, 902, 573, 605, 582, 635, 548, 524, 638, 674, 301,
    509, 614, 518, 762, 665, 684, 596, 684, 613, 556, 556, 665, 556, 813, 567, 525, 541, 344, 339, 344, 528,
    500, 555, 527, 573, 468, 573, 518, 341, 534, 571, 276, 278, 548, 286, 857, 572, 555, 573, 573, 398, 443,
    383, 568, 523, 776, 514, 521, 460, 344, 268, 344, 528, 300, 300, 537, 537, 978, 480, 800, 300, 528, 528,
    617, 528, 528, 528,
  ],
} as const;
/** The width of any other character, such as accented ones. */
const OTHER = 560;

const widths = Object.fromEntries(
  Object.entries(ADVANCES).map(([weight, list]) => [
    weight,
    new Map(list.map((width, at) => [CHARACTERS[at], width])),
  ]),
);

/** The width of a line in pictures, in units of the font size. @param weight of the font */
export function advanceOf(line: string, size: number, language: Language, weight: 400 | 700): number {
  const thousandths = runsOf(line, language).reduce(
    (sum, { text, font }) =>
      sum +
      [...text].reduce(
        (width, character) => width + (font === HAN ? 1000 : (widths[weight]!.get(character) ?? OTHER)),
        0,
      ),
    0,
  );
  return (thousandths * size) / 1000;
}
