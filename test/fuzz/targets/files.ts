import { importDocx } from '#core/import/docx.ts';
import { importHtml } from '#core/import/html.ts';
import { ImportError } from '#core/import/imported.ts';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { importText } from '#core/import/text.ts';
import { loadPdfReader } from '../../../cli/input/pdf-reader.ts';
import { sentence } from '../grammar.ts';
import { damaged, edited, mutated, mutatedMarkup } from '../mutate.ts';
import type { Random } from '../random.ts';
import { PDF_DRAWING, POLICIES, pdfFile, WORD_TEXT, wordFile } from '../shapes.ts';
import { page } from '../tables.ts';
import { type Target, unlessRefused, unlessRefusedLater } from './target.ts';

const HTML = `<html><head><title>Attendance</title><style>p{}</style></head><body><h1>Attendance</h1><p>Registers close at <b>9.20am</b>.</p><ol start="3"><li>We ring<ul><li>then write</li></ul></li></ol><table><tr><th colspan="2">Code</th></tr><tr><td>L</td><td rowspan="2">Late<br>U</td></tr></table><pre>a  b</pre><script>x</script><a href="https://trust.example">more</a><dl><dt>PA</dt><dd>10%</dd></dl></body></html>`;
const TAGS = ['<table>', '<td colspan="999">', '</p>', '<ol start="x">', '<!--', '<b>', '&#0;', '&amp;&lt;', '<svg>'];
const WORD_TAGS = [
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<w:tr>',
  '<w:tc>',
  '<w:gridSpan w:val="9"/>',
  '<w:vMerge/>',
  '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
  '<w:br w:type="page"/>',
  '<w:footnoteReference w:id="2"/>',
  '<w:drawing/>',
  '<mc:AlternateContent>',
  '&amp;',
  '&#x0;',
];

const PDF_WORDS = [
  'BT',
  'ET',
  'Tj',
  '(',
  ')',
  '-99999 0 Td ',
  '0 0 0 0 0 0 Tm ',
  '1e30 w ',
  'q q q ',
  '9 Tr ',
  '/F9 0 Tf ',
  'NaN ',
];

let pdfReader: Promise<PdfReader> | undefined;
const text = (random: Random): string =>
  random.chance(0.5) ? sentence(random) : mutated(random, random.of(POLICIES), 600);

/** Policies as files of other programs. */
export const FILE_TARGETS: readonly Target[] = [
  {
    name: 'text and HTML files',
    share: 7,
    attempt(random) {
      const kind = random.below(3);
      const input =
        kind === 0 ? page(random) + text(random) : kind === 1 ? mutatedMarkup(random, HTML, TAGS) : text(random);
      return {
        input,
        run() {
          unlessRefused(ImportError, () => importText(input));
          unlessRefused(ImportError, () => importHtml(input));
        },
      };
    },
  },
  {
    name: 'Word files',
    share: 2,
    attempt(random) {
      const input = mutatedMarkup(random, WORD_TEXT, WORD_TAGS);
      const whole = wordFile(input, (xml) => (random.chance(0.2) ? mutatedMarkup(random, xml, WORD_TAGS) : xml));
      const bytes = random.chance(0.2) ? damaged(random, whole) : whole;
      return { input, run: () => unlessRefusedLater(ImportError, () => importDocx(bytes)) };
    },
  },
  {
    name: 'PDF files',
    share: 0.2,
    attempt(random) {
      const drawing = edited(random, PDF_DRAWING, () => random.of(PDF_WORDS));
      const bytes = random.chance(0.3) ? damaged(random, pdfFile(drawing)) : pdfFile(drawing);
      return {
        input: Buffer.from(bytes).toString('latin1'),
        async run() {
          pdfReader ??= loadPdfReader();
          const reader = await pdfReader;
          return unlessRefusedLater(ImportError, () => importPdf(bytes, reader));
        },
      };
    },
  },
];
