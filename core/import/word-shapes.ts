import { attributeOf } from './xml-scan.ts';

const VML = 'xmlns:v="urn:schemas-microsoft-com:vml"';
/** The tags of each element that matters here. */
const TAGS = {
  'mc:AlternateContent': /<(\/?)mc:AlternateContent(?=[\s>/])[^<>]{0,4000}>/g,
  'mc:Choice': /<(\/?)mc:Choice(?=[\s>/])[^<>]{0,4000}>/g,
  'mc:Fallback': /<(\/?)mc:Fallback(?=[\s>/])[^<>]{0,4000}>/g,
  'w:drawing': /<(\/?)w:drawing(?=[\s>/])[^<>]{0,4000}>/g,
  'w:txbxContent': /<(\/?)w:txbxContent(?=[\s>/])[^<>]{0,4000}>/g,
  'dgm:pt': /<(\/?)dgm:pt(?=[\s>/])[^<>]{0,4000}>/g,
};
type Name = keyof typeof TAGS;
const WORDS = /<a:t(?: [^<>]{0,200})?>([^<]{0,4000})<\/a:t>/g;

/**
 * Words that stand in shapes, where the converter finds them: text boxes that are written for new versions of Word alone
 * become such as old ones know, and a diagram becomes the list of its words. `partOf` gives the XML that an id of the
 * document's relations names.
 */
export function withShapesAsText(xml: string, partOf: (id: string) => string): string {
  const chosen = replaceElements(xml, 'mc:AlternateContent', (content) => {
    const fallback = elementIn(content, 'mc:Fallback');
    if (fallback.includes('<w:t') || !content.includes('<w:txbxContent'))
      return withDiagrams(content, fallback, partOf);
    return elementIn(content, 'mc:Choice').replace(/<\/?mc:Choice\b[^<>]{0,400}>/g, '');
  });
  return replaceElements(chosen, 'w:drawing', (drawing, before) => {
    // What stands in a choice has its fallback, which is read instead.
    if (before.lastIndexOf('<mc:Choice') > before.lastIndexOf('</mc:Choice>')) return drawing;
    const boxes = elementsIn(drawing, 'w:txbxContent').join('');
    if (boxes !== '') return `<w:pict><v:shape ${VML}><v:textbox>${boxes}</v:textbox></v:shape></w:pict>`;
    return diagramText(drawing, partOf) ?? drawing;
  });
}

function withDiagrams(content: string, fallback: string, partOf: (id: string) => string): string {
  return fallback.includes('<w:t') ? content : (diagramText(content, partOf) ?? content);
}

/** The words of a diagram's points in their order, each a paragraph; null where there is no diagram. */
function diagramText(xml: string, partOf: (id: string) => string): string | null {
  const tag = /<dgm:relIds [^<>]{1,600}>/.exec(xml)?.[0];
  const id = tag && attributeOf({ attributes: tag.slice(11) }, 'r:dm');
  if (!id) return null;
  const points = elementsIn(partOf(id), 'dgm:pt').flatMap((point) => {
    const words = [...point.matchAll(WORDS)]
      .map(([, text]) => text)
      .join('')
      .trim();
    return words === '' ? [] : [`<w:p><w:r><w:t>• ${words}</w:t></w:r></w:p>`];
  });
  if (points.length === 0) return null;
  return `<w:pict><v:shape ${VML}><v:textbox><w:txbxContent>${points.join('')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
}

/** The outermost elements of a name, tags and all, in time linear in the text. */
function elementsIn(xml: string, name: Name): string[] {
  const found: string[] = [];
  replaceElements(xml, name, (element) => {
    found.push(element);
    return element;
  });
  return found;
}

function elementIn(xml: string, name: Name): string {
  return elementsIn(xml, name)[0] ?? '';
}

/** The text with each outermost element of a name replaced; `before` is what stands before it, as far as it matters. */
function replaceElements(xml: string, name: Name, by: (element: string, before: string) => string): string {
  const pieces: string[] = [];
  let written = 0;
  let depth = 0;
  let start = 0;
  for (const match of xml.matchAll(TAGS[name])) {
    if (match[0].endsWith('/>')) continue;
    if (match[1] === '') {
      if (depth === 0) start = match.index;
      depth++;
    } else if (depth > 0 && --depth === 0) {
      const end = match.index + match[0].length;
      pieces.push(xml.slice(written, start), by(xml.slice(start, end), xml.slice(Math.max(0, start - 4000), start)));
      written = end;
    }
  }
  return pieces.length === 0 ? xml : pieces.join('') + xml.slice(written);
}
