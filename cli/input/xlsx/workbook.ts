import { attributeOf, tagsOf, type XmlTag } from '#core/import/xml-scan.ts';
import type { Archive } from './archive.ts';
import { BUILT_IN_FORMATS, type NumberFormat, numberFormat } from './number-format.ts';

/** What a workbook says of itself. */
export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly isVisible: boolean; readonly part: string }[];
  readonly strings: string | null;
  readonly formats: readonly NumberFormat[];
}

/** Bytes of a part that is read whole; the lists of styles and sheets of real workbooks are far shorter. */
const LARGEST = 20_000_000;

/** Reads the parts of a workbook that are not its cells; null where the archive holds no workbook. @throws Error for damaged ones */
export async function readWorkbook(archive: Archive): Promise<Workbook | null> {
  const main = partOf([...(await relations(archive, '')).values()], 'officeDocument') ?? 'xl/workbook.xml';
  if (!archive.has(main)) return null;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await relations(archive, folder, main.slice(folder.length));
  const tags = [...tagsOf(await archive.text(main, LARGEST))];
  const properties = tags.find((tag) => nameOf(tag) === 'workbookPr');
  const from1904 = /^(?:1|true)$/.test(attributeOf(properties, 'date1904') ?? '');
  const sheets = tags
    .filter((tag) => nameOf(tag) === 'sheet')
    .flatMap((tag) => {
      // The attribute's prefix is whatever the program that wrote it made up.
      const id = /\s\w{1,20}:id="([^"]{1,200})"/.exec(tag.attributes)?.[1] ?? '';
      const part = parts.get(id);
      if (!part?.type.endsWith('/worksheet')) return [];
      const state = attributeOf(tag, 'state') ?? 'visible';
      return [{ name: attributeOf(tag, 'name') ?? 'sheet', isVisible: state === 'visible', part: part.target }];
    });
  const styles = partOf([...parts.values()], 'styles');
  return {
    sheets,
    strings: partOf([...parts.values()], 'sharedStrings'),
    formats: formatsOf(styles === null ? '' : await archive.text(styles, LARGEST), from1904),
  };
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** What each id of a part's relations names, as names of parts. */
async function relations(archive: Archive, folder: string, part = ''): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  for (const tag of tagsOf(await archive.text(`${folder}_rels/${part}.rels`, LARGEST))) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(tag, name));
    if (nameOf(tag) === 'Relationship' && id !== undefined && type !== undefined && target !== undefined)
      found.set(id, { type, target: resolved(folder, target) });
  }
  return found;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}

function partOf(all: readonly Relation[], type: string): string | null {
  return all.find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;
}

/** How numbers are read, by the number of a cell's style. */
function formatsOf(xml: string, from1904: boolean): NumberFormat[] {
  const codes = new Map(BUILT_IN_FORMATS);
  const made = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  for (const tag of tagsOf(xml)) {
    const name = nameOf(tag);
    if (name === 'numFmt') codes.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '');
    else if (name === 'cellXfs') isOfCells = tag.is === 'open';
    else if (name === 'xf' && isOfCells && tag.is !== 'close') {
      const code = codes.get(Number(attributeOf(tag, 'numFmtId') ?? 0)) ?? 'General';
      const format = made.get(code) ?? numberFormat(code, from1904);
      made.set(code, format);
      formats.push(format);
    }
  }
  return formats.length > 0 ? formats : [numberFormat('General', from1904)];
}

/** A tag's name without the prefix that some programs give it. */
function nameOf({ name }: XmlTag): string {
  return name.slice(name.indexOf(':') + 1);
}
