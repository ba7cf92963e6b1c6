/** A place as typed in a search: its short names, and the Chinese one in pinyin. */
export interface PlaceName {
  en: string;
  zh: string;
  /** Pinyin without tones or spaces: `gaoming`, `gaomingqu`, `foshangaoming`. */
  full: string[];
  /** First letters of the syllables: `gm`, `gmq`, `fsgm`. */
  initials: string[];
}
