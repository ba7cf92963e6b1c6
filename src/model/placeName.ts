/** A place as people type it into a search: its short names, and how the Chinese one is written in pinyin. */
export interface PlaceName {
  en: string;
  zh: string;
  /** Pinyin without tones or spaces: `gaoming`, `gaomingqu`, `foshangaoming`. */
  full: string[];
  /** First letters of the syllables: `gm`, `gmq`, `fsgm`. */
  initials: string[];
}
