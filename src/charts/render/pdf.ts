import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';

/**
 * A picture with outlined letters as a PDF page of its size, vectors all through.
 * @param svg as `outlined` gives it
 * @param info title and day, which stand in the file's properties
 */
export function pdf(svg: string, info: { title: string; author: string; day: string }): Promise<Uint8Array> {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number) as [
    number,
    number,
    number,
  ];
  const day = new Date(`${info.day}T00:00:00Z`);
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    info: { Title: info.title, Author: info.author, CreationDate: day, ModDate: day },
  });
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    document.on('error', reject);
    SVGtoPDF(document, svg, 0, 0, { width, height });
    document.end();
  });
}
