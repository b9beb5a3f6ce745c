import * as pdfjs from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { ImportError, type Imported } from '#core/import/imported.ts';
import { importPdf } from '#core/import/pdf.ts';
import type { ImportOutcome } from './import.worker.ts';

/** Reads a PDF with pdf.js, whose own worker does the work. Loaded only when a PDF is opened. */
export async function importPdfFile(bytes: Uint8Array): Promise<ImportOutcome> {
  const worker = new PdfWorker();
  pdfjs.GlobalWorkerOptions.workerPort = worker;
  try {
    const imported: Imported = await importPdf(bytes, pdfjs);
    return { is: 'done', imported };
  } catch (error) {
    if (error instanceof ImportError) return { is: 'refused', why: error.message };
    throw error;
  } finally {
    pdfjs.GlobalWorkerOptions.workerPort = null;
    worker.terminate();
  }
}
