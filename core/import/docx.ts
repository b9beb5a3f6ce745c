import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import { visit } from './hast-visit.ts';
import { htmlToMarkdown, TAB } from './html-to-markdown.ts';
import { ImportError, type Imported, type ImportNote } from './imported.ts';
import { MARGINS_KEPT, unsaidInMargins, withMargins } from './page-margins.ts';
import { wordNumbering } from './word-levels.ts';
import { linesOfMargin } from './word-margins.ts';
import { markdownNotes } from './word-notes.ts';
import { withPrintedNumbers } from './word-numbers.ts';
import { plainWordXml } from './word-plain.ts';
import { withShapesAsText } from './word-shapes.ts';
import { attributeOf, tagsOf } from './xml-scan.ts';
import { unpack } from './zip.ts';

const STYLE_MAP = [
  "highlight[color='yellow'] => mark.yellow",
  'highlight => mark',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  'p.Title => h1:fresh',
  // Left out once they are counted.
  "p[style-name^='toc '] => p.contents-line:fresh",
  "p[style-name='TOC Heading'] => p.contents-line:fresh",
  "br[type='page'] => hr",
];
const DEEPEST_XML = 400;
/** Bytes of Word's text with its markup: a long policy has one million. */
const LARGEST_TEXT = 12_000_000;
/** A book of a thousand pages has so many, with those of its tables. */
const MOST_PARAGRAPHS = 30_000;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * A Word file as policy Markdown: headings, lists and tables kept, yellow highlight and shading kept as ==fill-ins==,
 * tracked changes and comments reported.
 * @throws ImportError for a damaged, encrypted, hostile or empty file, naming the problem
 */
export async function importDocx(bytes: Uint8Array): Promise<Imported> {
  refuseOle(bytes);
  if (strFromU8(bytes.subarray(0, 5)) === '{\\rtf')
    throw new ImportError('The file is rich text (RTF). Open it in Word and save it as “Word Document (.docx)”.');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new ImportError(
      'The file is named .docx but is not a Word document. Open it in Word and save it as “Word Document (.docx)”.',
    );
  const names = new Set<string>();
  const parts = unpack(
    bytes,
    (name) => names.add(name) && /^(?:word\/|\[Content_Types\]|_rels\/)/.test(name) && /\.(?:xml|rels)$/.test(name),
  );
  const main = mainPartOf(strFromU8(parts.get('_rels/.rels') ?? new Uint8Array()));
  const body = parts.get(main);
  if (!body) throw new ImportError(otherKind(names));
  if (body.length > LARGEST_TEXT || holdsMore(strFromU8(body), '</w:p>', MOST_PARAGRAPHS))
    throw new ImportError(
      'The Word file holds more text than a book of a thousand pages. Save the policy’s own pages as a file of their own.',
    );
  for (const part of parts.values()) refuseHostileXml(strFromU8(part));

  const xmlOf = (name: string): string => strFromU8(parts.get(name) ?? new Uint8Array());
  const targets = targetsIn(xmlOf(main.replace(/[^/]{1,200}$/, (name) => `_rels/${name}.rels`)));
  const plain = plainWordXml(withShapesAsText(xmlOf(main), (id) => xmlOf(`word/${targets.get(id) ?? ''}`)));
  const notes = reviewNotes(xmlOf(main), xmlOf('word/comments.xml'), plain.hasHidden);
  const numbering = wordNumbering(xmlOf('word/numbering.xml'), xmlOf('word/styles.xml'));
  parts.set(main, strToU8(withPrintedNumbers(plain.xml, numbering)));
  const repacked = zipSync(Object.fromEntries(parts), { level: 0 });
  // The browser's build of mammoth reads `arrayBuffer`, Node's reads `buffer`; both take the bytes.
  const copy = new Uint8Array(repacked).buffer;
  const input = { arrayBuffer: copy, buffer: copy };
  const { value: html, messages } = await convert(input, numbering.headings);
  if (messages.some(({ message }) => message.includes('image')))
    notes.push({ kind: 'lost', message: 'Pictures were left out.' });
  const markdown = htmlToMarkdown(html.replace(/\t| {4,}/g, TAB), (root) => {
    if (leaveOutContents(root)) notes.push({ kind: 'lost', message: CONTENTS_LEFT_OUT });
    markdownNotes(root);
    withoutFurniture(root);
  });
  const margins = unsaidInMargins(
    markdown,
    [...targets.values()]
      .filter((target) => MARGIN_PART.test(target))
      .flatMap((target) => linesOfMargin(xmlOf(`word/${target}`))),
  );
  if (markdown.trim() === '')
    throw new ImportError(
      'The Word file holds no text. If its pages are pictures, ask for the file they were made from.',
    );
  if (margins.length > 0) notes.push({ kind: 'kept', message: MARGINS_KEPT });
  return { markdown: withMargins(markdown, margins), notes };
}

/** What an archive without Word's text is, and what to do. */
function otherKind(names: ReadonlySet<string>): string {
  if (names.has('Index/Document.iwa') || names.has('index.xml'))
    return 'The file is a Pages document, not a Word file. Export it to Word in Pages (File, Export To).';
  if (names.has('content.xml')) return `The file is an OpenDocument file (.odt), not a Word file. ${SAVE_AS_DOCX}`;
  if (names.has('xl/workbook.xml')) return `The file is an Excel workbook, not a Word file. ${SAVE_AS_DOCX}`;
  if (names.has('ppt/presentation.xml')) return `The file is a PowerPoint file, not a Word file. ${SAVE_AS_DOCX}`;
  return `The file holds no Word text (word/document.xml is missing). ${SAVE_AS_DOCX}`;
}

const SAVE_AS_DOCX = 'Open it in Word and save it as “Word Document (.docx)”.';

/** Heads and feet of the pages. */
const MARGIN_PART = /^(?:header|footer)\d{0,4}\.xml$/;

const CONTENTS_LEFT_OUT =
  'The table of contents was left out: its headings stand in the text, and its page numbers are those of the Word file.';

/** Takes out a table of contents, whose page numbers would be read as figures; true where there was one. */
function leaveOutContents(root: Root): boolean {
  let found = false;
  visit(root, (node) => {
    if (!('children' in node)) return;
    const kept = node.children.filter((child) => !(child.type === 'element' && isContentsLine(child)));
    found ||= kept.length < node.children.length;
    node.children = kept as typeof node.children;
  });
  return found;
}

function isContentsLine({ properties }: Element): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes('contents-line');
}

/** Pictures, places that links lead to, and page breaks, which stand inside their paragraphs. */
function withoutFurniture(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    const kept = node.children.filter(
      (child) =>
        child.type !== 'element' ||
        !(
          (child.tagName === 'hr' && node.type === 'element') ||
          child.tagName === 'img' ||
          (child.tagName === 'a' && !child.properties['href'])
        ),
    );
    node.children = kept as typeof node.children;
  });
}

async function convert(
  input: { arrayBuffer: ArrayBuffer },
  headings: ReadonlyMap<string, number>,
): ReturnType<typeof mammoth.convertToHtml> {
  const own = [...headings].map(
    ([name, depth]) => `p[style-name='${name.replace(/['\\]/g, '\\$&')}'] => h${depth}:fresh`,
  );
  try {
    return await mammoth.convertToHtml(input, {
      styleMap: [...STYLE_MAP, ...own],
      externalFileAccess: false,
      // Images carry no policy: an empty picture costs nothing and is dropped.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
  } catch (error) {
    throw new ImportError(
      `The Word file is damaged and cannot be read (${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}). Open it in Word, save it again, and try once more.`,
    );
  }
}

function refuseOle(bytes: Uint8Array): void {
  if (!OLE.every((byte, index) => bytes[index] === byte)) return;
  // UTF-16 "EncryptedPackage" names the stream that a password-protected file keeps its text in.
  const head = bytes.subarray(0, Math.min(bytes.length, 2_000_000));
  const needle = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = needle[0] ?? 0;
  for (let at = head.indexOf(first); at >= 0; at = head.indexOf(first, at + 1))
    if (needle.every((byte, index) => head[at + index] === byte))
      throw new ImportError(
        'The Word file is protected by a password. Open it in Word, remove the password (File, Info, Protect Document), save it, and try again.',
      );
  throw new ImportError(
    'The file is in the old Word 97–2003 format (.doc). Open it in Word and save it as “Word Document (.docx)”.',
  );
}

function holdsMore(text: string, what: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(what); at >= 0 && count <= most; at = text.indexOf(what, at + 1)) count++;
  return count > most;
}

function refuseHostileXml(xml: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 5000)) || xml.includes('<!ENTITY'))
    throw new ImportError(
      'The Word file declares external entities, which Word never writes and harmful files do. It was not read.',
    );
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml.charCodeAt(at + 1);
    if (next === 47) depth--;
    else if (next !== 63 && next !== 33) {
      const close = xml.indexOf('>', at);
      if (close < 0) return;
      if (xml.charCodeAt(close - 1) !== 47) depth++;
      at = close - 1;
    }
    if (depth > DEEPEST_XML)
      throw new ImportError(
        'The Word file nests its parts hundreds deep, as a damaged or harmful file does. It was not read.',
      );
  }
}

/** The part that holds the text, by the package's own relations: Word on the web calls it document2.xml. */
function mainPartOf(relations: string): string {
  for (const { name, attributes } of tagsOf(relations))
    if (name === 'Relationship' && attributeOf({ attributes }, 'Type')?.endsWith('/officeDocument'))
      return attributeOf({ attributes }, 'Target')?.replace(/^\//, '') ?? MAIN_PART;
  return MAIN_PART;
}

const MAIN_PART = 'word/document.xml';

/** What each id of a part's relations names. */
function targetsIn(relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { name, attributes } of tagsOf(relations)) {
    const id = attributeOf({ attributes }, 'Id');
    const target = attributeOf({ attributes }, 'Target');
    if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
  }
  return targets;
}

function reviewNotes(xml: string, comments: string, hasHidden: boolean): ImportNote[] {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const many = (n: number, one: string, what: string): string =>
    n === 0 ? '' : `${n} ${one}${n === 1 ? '' : 's'} ${what}`;
  const changes = [
    many(count(xml, /<w:ins [^>]{0,400}(?<!\/)>/g), 'insertion', 'taken in'),
    many(count(xml, /<w:del [^>]{0,400}(?<!\/)>/g), 'deletion', 'left out'),
    many(count(xml, /<w:moveFrom [^>]{0,400}(?<!\/)>/g), 'move', 'followed'),
  ].filter((words) => words !== '');
  const said = count(comments, /<w:comment /g);
  const notes: ImportNote[] = [];
  if (changes.length > 0)
    notes.push({
      kind: 'changed',
      message: `The file has tracked changes: ${changes.join(', ')}. Accept or reject them in Word if that is not what you meant.`,
    });
  if (said > 0)
    notes.push({
      kind: 'lost',
      message: `${many(said, 'comment', `in the margin ${said === 1 ? 'was' : 'were'}`)} left out.`,
    });
  if (hasHidden) notes.push({ kind: 'lost', message: 'Words that are hidden in Word were left out.' });
  return notes;
}
