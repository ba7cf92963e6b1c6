import { customPinyin, pinyin } from 'pinyin-pro';
import type { PlaceName } from '../../src/model/placeName.ts';
import { text, type Row } from '../../src/model/row.ts';

// Places that the library does not know.
customPinyin({ 什邡: 'shí fāng' });

const PEOPLES = '回|壮|藏|苗|侗|彝|白|傣|瑶|土家|朝鲜|蒙古|哈萨克|布依|哈尼|羌|柯尔克孜';
const LEVEL_ZH = new RegExp(
  `(特别行政区|(维吾尔|(${PEOPLES})族)*自治[区州县]|新区|街道|省|市|区|县|镇|乡)$`,
  'u',
);
const LEVEL_EN =
  / (District|City|County|Town|Township|Subdistrict|New Area|Province|(\w+ )?Autonomous (Region|Prefecture|County))$/;

/**
 * The names of the published places with pinyin, since readers of Chinese may type `gm` or `gaoming` for 高明. Groups of places
 * have none.
 */
export function placeNames(places: readonly Row[]): PlaceName[] {
  const byId = new Map(places.map((place) => [text(place, 'id'), place]));
  const parentOf = (place: Row): Row | undefined => byId.get(text(place, 'parent'));
  /** The name without those of the places it lies in: 佛山市高明区 → 高明区. */
  const own = (place: Row): string => {
    const name = text(place, 'name_zh');
    const parent = parentOf(place);
    const above = parent ? [text(parent, 'name_zh'), own(parent)] : [];
    return name.slice(above.find((one) => name.startsWith(one) && name !== one)?.length ?? 0);
  };
  const names = new Map<string, PlaceName>();
  for (const place of places) {
    const name = own(place);
    const short = shorten(name);
    if (text(place, 'level') === 'group' || !/^\p{Script=Han}+$/u.test(name) || names.has(short)) continue;
    const parent = parentOf(place);
    // Converted as a whole: 都 has another reading in 宜都市 than alone.
    const said = syllables(name);
    const start = said.slice(0, short.length);
    const above = parent ? syllables(shorten(own(parent))) : [];
    const written = [start, said, ...(parent ? [[...above, ...start]] : [])];
    names.set(short, {
      en: text(place, 'name_en')
        .replace(/[,(].*/, '')
        .trim()
        .replace(LEVEL_EN, ''),
      zh: short,
      full: distinct(written.map((parts) => parts.join(''))),
      initials: distinct(written.map((parts) => parts.map((part) => part[0]).join(''))),
    });
  }
  return [...names.values()];
}

const distinct = (words: string[]): string[] => [...new Set(words)];

/** The name without the word for its level, where two characters remain: 高明区 → 高明. */
function shorten(name: string): string {
  const short = name.replace(LEVEL_ZH, '');
  return short.length >= 2 ? short : name;
}

const syllables = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', v: true }).map((part) => part.replace('ü', 'v'));
