import { PDFDocument } from '@cantoo/pdf-lib';

/** The properties of a file. */
export interface PdfProperties {
  title: string;
  author: string;
  language: string;
  day: string;
}

/**
 * A picture with outlined text as a PDF page of its size, in vectors.
 * @param svg as `outlined` gives it; a unit is a point of 1/72 inch
 * @throws Error where the picture has no viewBox
 */
export async function pdf(svg: string, info: PdfProperties): Promise<Uint8Array> {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number);
  if (!size) throw new Error('a picture without a viewBox cannot be put on a page');
  const [width, height] = size as [number, number];
  const day = new Date(`${info.day}T00:00:00Z`);
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(info.title);
  document.setAuthor(info.author);
  document.setLanguage(info.language);
  document.setCreationDate(day);
  document.setModificationDate(day);
  const page = document.addPage([width, height]);
  await page.drawSvg(svg, { x: 0, y: height, width, height });
  return document.save();
}
