import { strToU8, zipSync } from 'fflate';

const NAMES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['dgm', 'http://schemas.openxmlformats.org/drawingml/2006/diagram'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A Word file of this body, written as Word writes its XML; other parts by name ("styles"), the main one under its own. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}, main = 'document'): Uint8Array {
  const relations = Object.keys(parts).map(
    (name) =>
      `<Relationship Id="${name}" Type="${OFFICE}/${name.replace(/^.*\//, '').replace(/\d+$/, '')}" Target="${name}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="main" Type="${OFFICE}/officeDocument" Target="word/${main}.xml"/></Relationships>`,
    [`word/_rels/${main}.xml.rels`]: `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="site" Type="${OFFICE}/hyperlink" Target="https://elm.example.org/leave" TargetMode="External"/></Relationships>`,
    [`word/${main}.xml`]: `<w:document ${NAMES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        `word/${name}.xml`,
        xml.replace(/^<[\w:]+/, (tag) => `${tag} ${NAMES}`),
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A run of words; its properties as XML. */
export const run = (words: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of words or of runs. */
export const para = (inner: string, look = ''): string =>
  `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;

/** A table of cells: words, paragraphs, or a cell as it is. */
export const table = (...rows: readonly string[][]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tableCell(cell))).join('')}</w:tr>`).join('')}</w:tbl>`;

export const tableCell = (inner: string, look = ''): string =>
  `<w:tc>${look === '' ? '' : `<w:tcPr>${look}</w:tcPr>`}${inner.startsWith('<') ? inner : para(inner)}</w:tc>`;
