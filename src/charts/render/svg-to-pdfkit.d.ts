declare module 'svg-to-pdfkit' {
  /** Draws an SVG into a PDFKit document. */
  export default function SVGtoPDF(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options?: { width?: number; height?: number },
  ): void;
}
