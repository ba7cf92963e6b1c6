import { Resvg } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import { optimize } from 'svgo';
import { strings } from '../../i18n/strings.ts';
import type { Chart, View } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { escapeXml } from '../../model/xml.ts';
import { draw, type DrawingDocument } from './draw.ts';
import { noto } from './fonts.ts';
import { fixedColours } from '../forms/theme.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A chart's SVG as text, drawn without a browser. */
export const drawSvg = (chart: Chart, rows: Row[], view: View, label?: string): string =>
  draw(chart, rows, view, document as unknown as DrawingDocument, label).outerHTML;

const WIDTH = 800;
const MARGIN = 32;
const LINE = 1.4;

/**
 * A chart as a picture that stands alone: title, subtitle, drawing, note and sources, in fixed colours on paper.
 * @param sources the sources in one line
 */
export function picture(chart: Chart, rows: Row[], language: Language, sources: string): string {
  const t = strings(language);
  const colon = language === 'zh' ? '：' : ': ';
  const inner = WIDTH - 2 * MARGIN;
  const plot = document.createElement('div');
  plot.innerHTML = drawSvg(chart, rows, { language, width: inner, controls: {} });
  const svg = plot.querySelector('svg')!;
  const height = Number(svg.getAttribute('height'));
  const head = [
    ...paragraph(chart.title[language], { size: 22, weight: 700, width: inner, ink: '#1c1b19' }),
    ...paragraph(chart.subtitle[language], { size: 15, weight: 400, width: inner, ink: '#57534c' }),
  ];
  const foot = [
    ...paragraph(`${t.note}${colon}${chart.note[language]}`, {
      size: 12,
      weight: 400,
      width: inner,
      ink: '#57534c',
    }),
    ...paragraph(`${t.sources}${colon}${sources}`, { size: 12, weight: 400, width: inner, ink: '#57534c' }),
    ...paragraph(`${t.siteName} · CC BY 4.0`, { size: 12, weight: 700, width: inner, ink: '#b03a2e' }),
  ];
  const headed = stack(head, MARGIN);
  const plotTop = headed.bottom + 12;
  svg.setAttribute('x', String(MARGIN));
  svg.setAttribute('y', String(plotTop));
  svg.setAttribute('font-family', 'Noto Sans SC');
  const footed = stack(foot, plotTop + height + 16);
  const total = Math.ceil(footed.bottom + MARGIN / 2);
  return fixedColours(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" font-family="Noto Sans SC">` +
      `<rect width="100%" height="100%" fill="#fdfcf9"/>${headed.text}${svg.outerHTML}${footed.text}</svg>`,
  );
}

/**
 * The same picture with its letters as outlines, so that it looks the same where the fonts are missing; two digits after the point.
 * @param fontFiles whole files (`wholeFonts`); Resvg leaves out, without a word, the letters of one that it cannot read
 */
export const outlined = (svg: string, fontFiles = noto()): string =>
  optimize(rendering(svg, fontFiles).toString(), {
    floatPrecision: 2,
    plugins: [
      'cleanupIds',
      'removeUselessStrokeAndFill',
      { name: 'convertPathData', params: { floatPrecision: 2 } },
      'collapseGroups',
      'removeEmptyContainers',
    ],
  }).data;

/** A picture with outlined letters as PNG, `scale` pixels to a unit. */
export const png = (outlinedSvg: string, scale: number): Uint8Array =>
  new Resvg(outlinedSvg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } })
    .render()
    .asPng();

/** The picture in the middle of a frame of a given shape, for slides, posts and cards. */
export function framed(svg: string, width: number, height: number): string {
  const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number) as [number, number, number];
  const scale = Math.min(width / w, height / h);
  const [x, y] = [(width - w * scale) / 2, (height - h * scale) / 2];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="#fdfcf9"/><g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})">${svg}</g></svg>`
  );
}

const rendering = (svg: string, fontFiles: string[]): Resvg =>
  new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
  });

interface Line {
  text: string;
  size: number;
  weight: number;
  ink: string;
}

/** Breaks a paragraph into lines by an estimate of widths: a 汉字 is one em, a Latin letter about half. */
function paragraph(text: string, { width, ...style }: Omit<Line, 'text'> & { width: number }): Line[] {
  const room = width / style.size;
  const lines: Line[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    const size = ems(piece);
    if (used + size > room && line !== '' && !/^[，。；：、）」』”]/.test(piece)) {
      lines.push({ text: line.trimEnd(), ...style });
      line = '';
      used = 0;
    }
    line += piece;
    used += size;
  }
  return [...lines, { text: line, ...style }];
}

const ems = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\u2e80-\uffef]/u.test(letter) ? 1 : /[A-Z0-9mw]/.test(letter) ? 0.62 : 0.52),
    0,
  );

function stack(lines: Line[], top: number): { text: string; bottom: number } {
  let y = top;
  let text = '';
  for (const line of lines) {
    y += line.size * LINE;
    text += `<text x="${MARGIN}" y="${y.toFixed(1)}" font-size="${line.size}" font-weight="${line.weight}" fill="${line.ink}">${escapeXml(line.text)}</text>`;
  }
  return { text, bottom: y };
}
