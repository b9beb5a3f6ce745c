import { attributeOf, tagsOf } from './xml-scan.ts';

/** What Word works out when it prints, and what tells nothing of the policy. */
const PRINTED_FIELD =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATE|TIME|PRINTDATE|SAVEDATE|CREATEDATE|FILENAME|FILESIZE)\b/i;

/** The lines of a header or footer of Word's; cells of a row, and what tabs part, are parted by tabs. */
export function linesOfMargin(xml: string): string[] {
  const lines: string[] = [];
  const fields: { instruction: string; isResult: boolean }[] = [];
  let line = '';
  let depth = 0;
  let before = 0;
  let isText = false;
  let isInstruction = false;
  const flush = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const { name, attributes, is, start, end } of tagsOf(xml)) {
    const field = fields.at(-1);
    const words = xml.slice(before, start);
    if (isText && !(field?.isResult && PRINTED_FIELD.test(field.instruction))) line += unescaped(words);
    if (isInstruction && field) field.instruction += words;
    before = end;
    isText = name === 'w:t' && is === 'open';
    isInstruction = name === 'w:instrText' && is === 'open';
    if (name === 'w:tr') depth += is === 'open' ? 1 : is === 'close' ? -1 : 0;
    if (name === 'w:tab' && is === 'empty') line += '\t';
    else if (name === 'w:br' || (name === 'w:p' && is === 'close')) depth > 0 ? (line += ' ') : flush();
    else if (name === 'w:tc' && is === 'close') line += '\t';
    else if (name === 'w:tr' && is === 'close' && depth === 0) flush();
    else if (name === 'w:fldSimple' && is === 'open')
      fields.push({ instruction: attributeOf({ attributes }, 'w:instr') ?? '', isResult: true });
    else if (name === 'w:fldSimple' && is === 'close') fields.pop();
    else if (name === 'w:fldChar') {
      const type = attributeOf({ attributes }, 'w:fldCharType');
      if (type === 'begin') fields.push({ instruction: '', isResult: false });
      else if (type === 'separate' && field) field.isResult = true;
      else if (type === 'end') fields.pop();
    }
  }
  flush();
  return lines;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
