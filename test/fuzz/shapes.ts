import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { globSync } from 'tinyglobby';
import { readPolicy } from '#core/policy/parse.ts';
import { publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';

/** Whole and valid originals of what comes in from outside; what is made of them by chance is tried. */

const here = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const sample = readFileSync(here('samples/policies/hartsmere-primary.md'), 'utf8');

/** Policies as schools write them: the samples, and the annotated pages in the styles of many schools. */
export const POLICIES: readonly string[] = [
  sample,
  sample,
  readFileSync(here('samples/templates/attendance-policy.md'), 'utf8'),
  ...globSync('test/corpus/pages/*.md', { cwd: here('.') })
    .toSorted()
    .map((path) => readFileSync(here(path), 'utf8')),
];

export const BUNDLE: object = publishPolicy(readPolicy(sample), {
  asOf: '2026-11-20',
  file: 'policy.md',
  rulebook: RULEBOOK,
}).bundle;

/** What IT sets in the browser. */
export const MANAGED: object = {
  policies: [
    { origin: 'https://mis.example', address: 'https://trust.example/policy.json' },
    { anySchool: true, bundle: '{"schemaVersion":1}' },
  ],
  allowedOrigins: ['https://mis.example'],
  terms: [{ from: '2026-09-01', to: '2026-12-18' }],
  closedDays: ['2026-10-26'],
  locked: ['policies', 'terms'],
  disabledAdapters: ['arbor'],
};

/** The file in which people exchange what they taught the extension. */
export const LESSONS: object = {
  rollmark: 'taught-pages',
  version: 1,
  lessons: [
    {
      origin: 'https://mis.example',
      route: '/marks',
      headers: '0a1b2c3d',
      columns: [
        { heading: 'name', nth: 0, field: 'name' },
        { heading: 'possible', nth: 0, field: 'possible' },
      ],
      unit: 'sessions',
      period: { kind: 'since', from: '2026-09-01' },
      taughtOn: '2026-11-01',
    },
  ],
};

/** The settings of a code editor. */
export const SETTINGS: object = {
  asOf: '2026-09-01',
  schoolType: 'academy',
  phase: 'primary',
  severities: { 'registers/kept': 'off', 'codes/known': 'advice' },
};

/** A trust's settings for `rollmark lint`. */
export const CONFIG: object = {
  schoolType: 'academy',
  localAuthority: 'Kestrel County Council',
  severities: { 'codes/lists-all-codes': { severity: 'off', reason: 'the trust lists them elsewhere' } },
};

/** A draft as the editor keeps it, and an earlier version. */
export const DRAFT: object = {
  id: 'a',
  name: 'b',
  source: 'file',
  fileName: null,
  createdAt: 1,
  updatedAt: 2,
  text: 'c',
  fileText: null,
};
export const VERSION: object = { draftId: 'a', at: 1, why: 'opened', text: 'c' };

/** The drawing of a small PDF's page: a heading, lines, columns that stand level and a ruled box. */
export const PDF_DRAWING = [
  'BT /F2 18 Tf 72 760 Td (Attendance policy) Tj ET',
  'BT /F1 11 Tf 72 730 Td (Registers close at 9.20am. Parents telephone 01632 960123) Tj 0 -14 Td (before 9am.) Tj ET',
  'BT /F1 11 Tf 72 680 Td (Stage 1) Tj 120 0 Td (below 96%) Tj ET',
  'BT /F1 11 Tf 72 660 Td (Stage 2) Tj 120 0 Td (below 94%) Tj ET',
  '0.5 w 70 655 300 40 re S 190 655 m 190 695 l S',
  'BT /F1 11 Tf 1 0 0 1 72 630 Tm [(Wri) -20 (tten) -300 (warning)] TJ ET',
  'q 1 0 0 1 0 0 cm BT /F1 9 Tf 72 40 Td (Page 1 of 1) Tj ET Q',
].join('\n');

/** A small PDF of one page with the given drawing. */
export function pdfFile(drawing = PDF_DRAWING): Uint8Array {
  const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const starts = body.map((_, at) => `%PDF-1.4\n${body.slice(0, at).join('')}`.length);
  const head = `%PDF-1.4\n${body.join('')}`;
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${head}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${head.length}\n%%EOF\n`,
    'latin1',
  );
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (words: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r>${run && `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const cell = (words: string): string => `<w:tc>${paragraph(words)}</w:tc>`;

/** The text of a small Word file: a heading, a list with printed numbers, a fill-in, a change, a box and a table. */
export const WORD_TEXT = `<w:document ${W}><w:body>${[
  paragraph('Attendance', '<w:pStyle w:val="Heading1"/>'),
  paragraph('Registers close at ', '', '<w:b/>'),
  paragraph('9.20am', '', '<w:highlight w:val="yellow"/>'),
  paragraph('XXX', '', '<w:shd w:val="clear" w:fill="FFFF00"/>'),
  paragraph('We telephone home.', numbered),
  paragraph('We write.', numbered),
  '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>',
  `<w:tbl><w:tr>${cell('Code')}${cell('Meaning')}</w:tr><w:tr>${cell('L')}${cell('Late')}</w:tr></w:tbl>`,
  '<w:sdt><w:sdtContent><w:p><w:r><w:t>Stage 1</w:t><w:tab/><w:br/></w:r></w:p></w:sdtContent></w:sdt>',
].join('')}</w:body></w:document>`;

const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Stage %1:"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations = (type: string, target: string, id = 1): string =>
  `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A small Word file with the given text, and the given changes of its numbering and styles. */
export function wordFile(text = WORD_TEXT, change: (xml: string) => string = (xml) => xml): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(
        `<Relationships ${RELS}>${relations('officeDocument', 'word/document.xml')}</Relationships>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships ${RELS}>${relations('numbering', 'numbering.xml')}${relations('styles', 'styles.xml', 2)}</Relationships>`,
      ),
      'word/document.xml': strToU8(text),
      'word/numbering.xml': strToU8(change(NUMBERING)),
      'word/styles.xml': strToU8(change(STYLES)),
    },
    { level: 0 },
  );
}
