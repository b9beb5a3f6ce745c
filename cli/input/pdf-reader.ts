import type { PdfReader } from '#core/import/pdf.ts';

/** pdf.js as it runs in Node. */
export async function loadPdfReader(): Promise<PdfReader> {
  // pdf.js asks for the browser's matrix class when it loads, and uses it only to draw.
  if (!('DOMMatrix' in globalThis)) Reflect.set(globalThis, 'DOMMatrix', class {});
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
