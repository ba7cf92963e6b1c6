import { strings } from '../../i18n/strings.ts';
import type { Language } from '../../model/language.ts';
import { escapeXml } from '../../model/xml.ts';
import { fixedColours } from '../forms/theme.ts';
import { publishersLine, subtitleOf, titleOf, type DrawnView } from '../../model/view.ts';
import { wrap } from '../forms/labels.ts';
import { advanceOf } from './advances.ts';
import { draw } from './draw.ts';
import type { Engine } from './engine.ts';
import { HAN, LATIN, splitFontRuns, runsOf } from './fontRuns.ts';

/** The width of a picture in units; the font size of a drawing is 13. */
const WIDTH = 800;
const MARGIN = 32;
const LINE = 1.4;

/** A shape of pictures for slides, posts and cards: its size in pixels. */
export interface Shape {
  width: number;
  height: number;
}

/** The part of an engine that lays a picture out, without fonts. */
export type Layouter = Pick<Engine, 'document' | 'serialise'>;

/** The smallest font size of a shaped picture, in pixels; below it the picture is not offered. */
const SMALLEST = 12;
const FONT_SIZE = 13;

/** A laid out picture. */
interface Layout {
  content: string;
  width: number;
  height: number;
}

/**
 * A view as a self-contained picture: title, subtitle, drawing, note, sources and licence, in fixed colours on paper; its text as
 * text, each run in its font.
 */
export function picture(view: DrawnView, engine: Layouter): string {
  const { content, width, height } = layOut(view, engine, WIDTH);
  return frame({ width, height }, { width, height }, content);
}

/** The same picture laid out for a shape: wide enough for its height to fit, and centred vertically. */
export function shapedPicture(view: DrawnView, engine: Layouter, shape: Shape): string {
  const layout = fit(view, engine, shape);
  const height = (layout.width * shape.height) / shape.width;
  const top = (height - layout.height) / 2;
  return frame(
    shape,
    { width: layout.width, height },
    `<g transform="translate(0 ${top.toFixed(1)})">${layout.content}</g>`,
  );
}

/** Whether a picture is legible in a shape: tall drawings would be too small in a wide one. */
export const fitsShape = (view: DrawnView, engine: Layouter, shape: Shape): boolean =>
  (FONT_SIZE * shape.width) / fit(view, engine, shape).width >= SMALLEST;

/** The narrowest layout whose height fits the shape. */
function fit(view: DrawnView, engine: Layouter, shape: Shape): Layout {
  let layout = layOut(view, engine, WIDTH);
  // A wider picture breaks fewer lines and may be lower, so iterate a few times.
  for (let round = 0; round < 6; round += 1) {
    const needed = Math.ceil((layout.height * shape.width) / shape.height);
    if (needed <= layout.width) break;
    layout = layOut(view, engine, needed);
  }
  return layout;
}

const frame = (pixels: Shape, units: Shape, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${units.width} ${Number(units.height.toFixed(2))}" font-family="${LATIN}">` +
  `<rect width="100%" height="100%" fill="#fdfcf9"/>${content}</svg>`;

function layOut(view: DrawnView, engine: Layouter, width: number): Layout {
  const { chart, language, choice } = view;
  const t = strings(language);
  const inner = width - 2 * MARGIN;
  const svg = draw(chart, view.rows, { language, width: inner, controls: choice }, engine.document);
  const height = Number(svg.getAttribute('height'));
  const style = (size: number, weight: 400 | 700, ink: string): Style => ({
    size,
    weight,
    ink,
    width: inner,
  });
  const soft = '#57534c';
  const head = [
    ...paragraph(titleOf(chart, choice)[language], style(22, 700, '#1c1b19'), language, true),
    ...paragraph(subtitleOf(chart, choice)[language], style(15, 400, soft), language),
  ];
  const foot = [
    ...paragraph(t.note + t.colon + chart.note[language], style(12, 400, soft), language),
    ...paragraph(
      t.sources + t.colon + publishersLine(view.sources, language),
      style(12, 400, soft),
      language,
    ),
    ...paragraph(`${t.siteName} · ${view.licence}`, style(12, 700, '#b03a2e'), language),
  ];
  const headed = stack(head, MARGIN, language);
  const top = headed.bottom + 12;
  svg.setAttribute('x', String(MARGIN));
  svg.setAttribute('y', String(top));
  svg.setAttribute('font-family', LATIN);
  splitFontRuns(svg, language);
  const footed = stack(foot, top + height + 16, language);
  return {
    content: fixedColours(headed.text + engine.serialise(svg) + footed.text),
    width,
    height: Math.ceil(footed.bottom + MARGIN / 2),
  };
}

interface Style {
  size: number;
  weight: 400 | 700;
  ink: string;
  /** The height of a line. */
  width: number;
}
interface Line extends Style {
  text: string;
}

/** A paragraph in lines; those of a title are balanced, so that none has a single word. */
function paragraph(text: string, style: Style, language: Language, balanced = false): Line[] {
  const broken = (maxWidth: number): string[] =>
    wrap(text, maxWidth, style.size, (line) => advanceOf(line, style.size, language, style.weight)).split(
      '\n',
    );
  let maxWidth = style.width;
  const count = broken(maxWidth).length;
  if (balanced && count > 1)
    while (broken(maxWidth - style.size / 2).length === count) maxWidth -= style.size / 2;
  return broken(maxWidth).map((line) => ({ ...style, text: line }));
}

function stack(lines: Line[], top: number, language: Language): { text: string; bottom: number } {
  let y = top;
  let text = '';
  for (const line of lines) {
    y += line.size * LINE;
    const runs = runsOf(line.text, language).map((run) =>
      run.font === HAN ? `<tspan font-family="${HAN}">${escapeXml(run.text)}</tspan>` : escapeXml(run.text),
    );
    text += `<text x="${MARGIN}" y="${y.toFixed(1)}" font-size="${line.size}" font-weight="${line.weight}" fill="${line.ink}" xml:space="preserve">${runs.join('')}</text>`;
  }
  return { text, bottom: y };
}
