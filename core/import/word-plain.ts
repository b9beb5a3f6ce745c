import { attributeOf } from './xml-scan.ts';

/** What only wraps words and is unknown to the converter, which would leave the words out with it. */
const WRAPPERS = /<\/?w:(?:fldSimple|customXml|dir|bdo)(?: [^<>]{0,4000})?>/g;
const RUN = /<w:r(?: [^<>]{0,400})?>\s{0,40}<w:rPr>/g;
const HIDDEN = /<w:vanish(?:\/>| w:val="(?:1|true|on)"\/>)/;
const YELLOW_SHADING =
  /<w:shd [^>]{0,200}w:fill="(?:FFFF00|FFFF66|FFFF99|FFF200|FFFFCC|FFE699|FFD966|FFC000|FFFF33)"[^>]{0,200}\/>(?=(?:<w:[a-zA-Z]+ [^>]{0,200}\/>){0,12}<\/w:rPr>)/gi;
/** "Click or tap here to enter text." in a control that nobody has filled in. */
const EMPTY_CONTROL = /<w:rStyle w:val="PlaceholderText"\/>/g;

/** Word's text as it looks on paper, in the few terms that the converter knows, and whether hidden words were left out. */
export function plainWordXml(xml: string): { xml: string; hasHidden: boolean } {
  const { kept, hasHidden } = withoutHidden(withOpenChoices(xml.replace(WRAPPERS, '')));
  return {
    // Many mark a fill-in by shading, which the converter drops: it becomes the highlight that it looks like.
    xml: kept
      .replace(YELLOW_SHADING, '<w:highlight w:val="yellow"/>')
      .replace(EMPTY_CONTROL, (style) => `${style}<w:highlight w:val="yellow"/>`),
    hasHidden,
  };
}

function withoutHidden(xml: string): { kept: string; hasHidden: boolean } {
  if (!xml.includes('<w:vanish')) return { kept: xml, hasHidden: false };
  const pieces: string[] = [];
  let written = 0;
  let hasHidden = false;
  for (const match of xml.matchAll(RUN)) {
    const close = xml.indexOf('</w:rPr>', match.index);
    if (match.index < written || close < 0 || !HIDDEN.test(xml.slice(match.index, close))) continue;
    const end = xml.indexOf('</w:r>', close);
    if (end < 0) break;
    if (xml.slice(close, end).includes('<w:t')) hasHidden = true;
    pieces.push(xml.slice(written, match.index));
    written = end + 6;
  }
  return { kept: pieces.join('') + xml.slice(written), hasHidden };
}

const CONTROL = '<w:sdtPr>';
const LIST = /<w:(?:dropDownList|comboBox)(?: [^<>]{0,200})?>/;
const OPTION = /<w:listItem( [^<>]{1,600})>/g;
const WORDS = /(<w:t(?: [^<>]{0,80})?>)[^<]{0,4000}(?=<\/w:t>)/g;
/** What Word lists first, to be chosen when nothing is. */
const NO_OPTION = /^(?:(?:choose|select|pick|click)\b.{0,60}|-+|\.+)$/i;
const MOST_OPTIONS = 12;

/** A list from which nobody has chosen says what there is to choose, "[headteacher/head of school]", for "Choose an item." */
function withOpenChoices(xml: string): string {
  const pieces: string[] = [];
  let written = 0;
  for (let start = xml.indexOf(CONTROL); start >= 0; start = xml.indexOf(CONTROL, start + 1)) {
    const head = xml.slice(start, xml.indexOf('</w:sdtPr>', start));
    if (!head.includes('<w:showingPlcHdr') || !LIST.test(head)) continue;
    const end = xml.indexOf('</w:sdtContent>', start);
    const options = [...head.matchAll(OPTION)]
      .map(
        ([, attributes = '']) =>
          attributeOf({ attributes }, 'w:displayText') ?? attributeOf({ attributes }, 'w:value') ?? '',
      )
      .map((option) => option.trim())
      .filter((option) => option !== '' && !NO_OPTION.test(option));
    // With a stroke or bracket in them they could not be told apart.
    const isPlain =
      options.length > 1 && options.length <= MOST_OPTIONS && !options.some((option) => /[/[\]]/.test(option));
    if (end < 0 || !isPlain || start < written) continue;
    let isFirst = true;
    const content = xml.slice(start + head.length, end).replace(WORDS, (_, tag: string) => {
      const words = isFirst ? `[${options.join('/').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}]` : '';
      isFirst = false;
      return tag + words;
    });
    pieces.push(xml.slice(written, start + head.length), content);
    written = end;
  }
  return pieces.length === 0 ? xml : pieces.join('') + xml.slice(written);
}
