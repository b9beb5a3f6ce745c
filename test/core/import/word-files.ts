import { Document, HeadingLevel, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const cell = (...paragraphs: string[]): TableCell =>
  new TableCell({ children: paragraphs.map((text) => new Paragraph(text)) });

/** A small policy as Word itself would write it: title, headings, nested and numbered lists, highlight, shading, a table. */
export function wordPolicy(): Promise<Uint8Array> {
  made ??= make();
  return made;
}

let made: Promise<Uint8Array> | undefined;

async function make(): Promise<Uint8Array> {
  const file = new Document({
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Attendance policy', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Registers', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('The morning register closes at '),
              new TextRun({ text: 'xxx a.m.', highlight: 'yellow' }),
              new TextRun(' and the afternoon one at '),
              new TextRun({ text: 'yyy p.m.', shading: { type: ShadingType.CLEAR, fill: 'FFFF00', color: 'auto' } }),
              new TextRun('. Persistent absence (PA) is 10% or more.'),
            ],
          }),
          new Paragraph({ text: 'telephone home', bullet: { level: 0 } }),
          new Paragraph({ text: 'write a letter', bullet: { level: 1 } }),
          new Paragraph({ text: 'First we ask.', numbering: { reference: 'steps', level: 0 } }),
          new Paragraph({ text: 'Then we meet.', numbering: { reference: 'steps', level: 0 } }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Code'), cell('Meaning')] }),
              new TableRow({ children: [cell('L'), cell('Late', 'before the register closes')] }),
              new TableRow({ children: [cell('\\'), cell('Present | afternoon')] }),
            ],
          }),
          new Paragraph('Approved in September 2026.'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** The same file with its main part (or another) rewritten: for content controls, tracked changes and damage. */
export function rewritePart(file: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(file);
  parts[part] = strToU8(change(parts[part] ? strFromU8(parts[part]) : ''));
  return zipSync(parts);
}
