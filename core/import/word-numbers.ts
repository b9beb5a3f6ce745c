import { letters, roman } from './printed-number.ts';
import type { WordLevel, WordList, WordNumbering } from './word-levels.ts';
import { attributeOf, childOf, tagsOf, treeOf } from './xml-scan.ts';

/**
 * Word keeps the numbers of its lists apart from their words. Where Markdown would not count the same ("Stage 2:", "4.1",
 * "(a)", a list that goes on behind a paragraph), the number is written into its paragraph as words.
 */
export function withPrintedNumbers(documentXml: string, numbering: WordNumbering): string {
  const counts = new Counts();
  const inMarkdown = new MarkdownCounts();
  const pieces: string[] = [];
  let written = 0;
  for (const { start, end, hasText } of paragraphsOf(documentXml)) {
    const properties = propertiesOf(documentXml, start, end);
    const paragraph = childOf(treeOf(properties.xml), 'w:pPr');
    const numbered = numbering.of(paragraph);
    const level = numbered?.list.levels.get(numbered.level);
    const style = attributeOf(childOf(paragraph, 'w:pStyle'), 'w:val');
    if (!numbered || !level || level.format === 'bullet') {
      if (numbered && level && hasText) inMarkdown.item(numbered.level, null);
      else if (hasText) inMarkdown.end();
      continue;
    }
    const printed = counts.next(numbered.list, numbered.id, numbered.level);
    if (!hasText || !/[\p{L}\p{N}]/u.test(printed)) continue;
    if (!numbering.isHeading(style) && isPlain(level, numbered.level) && inMarkdown.item(numbered.level, printed))
      continue;
    inMarkdown.end();
    pieces.push(documentXml.slice(written, properties.start), unnumbered(properties.xml), runOf(printed));
    written = properties.end;
  }
  return pieces.length === 0 ? documentXml : pieces.join('') + documentXml.slice(written);
}

/** "1." and "1)" in digits are how Markdown numbers too. */
function isPlain({ format, text }: WordLevel, level: number): boolean {
  return format === 'decimal' && (text === `%${level + 1}.` || text === `%${level + 1})`);
}

/** The paragraphs that hold words of their own, in order; those that a converter reads twice are named once. */
function* paragraphsOf(xml: string): Generator<{ start: number; end: number; hasText: boolean }> {
  const open: { start: number; hasText: boolean }[] = [];
  let choices = 0;
  for (const { name, is, start, end } of tagsOf(xml)) {
    // A text box stands twice in the file, and its second version is the one that is read.
    if (name === 'mc:Choice' && is !== 'empty') choices += is === 'open' ? 1 : -1;
    if (choices > 0) continue;
    if (name === 'w:p' && is === 'open') open.push({ start, hasText: false });
    else if (name === 'w:t' && is === 'open') {
      const last = open.at(-1);
      if (last) last.hasText = true;
    } else if (name === 'w:p' && is === 'close') {
      const paragraph = open.pop();
      if (paragraph && open.length === 0) yield { ...paragraph, end };
    }
  }
}

/** A paragraph's properties, which come first in it; an empty stretch behind its tag when it has none. */
function propertiesOf(xml: string, start: number, end: number): { start: number; end: number; xml: string } {
  const behind = xml.indexOf('>', start) + 1;
  const first = xml.slice(behind, behind + 40);
  const lead = first.length - first.trimStart().length;
  if (!/^<w:pPr[\s>]/.test(first.trimStart())) return { start: behind, end: behind, xml: '' };
  const close = xml.indexOf('</w:pPr>', behind);
  if (close < 0 || close > end) return { start: behind, end: behind, xml: '' };
  const from = behind + lead;
  return { start: from, end: close + 8, xml: xml.slice(from, close + 8) };
}

/** List 0 is Word's way to say that a paragraph is in none, whatever its style says. */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

function unnumbered(properties: string): string {
  if (properties === '') return `<w:pPr>${NO_LIST}</w:pPr>`;
  const from = properties.indexOf('<w:numPr');
  const to = from < 0 ? -1 : properties.indexOf('</w:numPr>', from);
  const rest = from >= 0 && to >= 0 ? properties.slice(0, from) + properties.slice(to + 10) : properties;
  const style = /<w:pStyle [^<>]{1,200}\/>/.exec(rest);
  const at = style ? style.index + style[0].length : rest.indexOf('>') + 1;
  return rest.slice(0, at) + NO_LIST + rest.slice(at);
}

function runOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<w:r><w:t xml:space="preserve">${escaped} </w:t></w:r>`;
}

/** The numbers that Word's lists have come to. */
class Counts {
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  /** Counts one paragraph of a list and prints its number as Word does. */
  next(list: WordList, id: string, level: number): string {
    const counts = this.#counts.get(list.counts) ?? new Map<number, number>();
    this.#counts.set(list.counts, counts);
    if (!this.#begun.has(id)) for (const [at, start] of list.restarts) counts.set(at, start - 1);
    this.#begun.add(id);
    for (const at of [...counts.keys()]) if (at > level) counts.delete(at);
    const startOf = (at: number): number => list.levels.get(at)?.start ?? 1;
    counts.set(level, (counts.get(level) ?? startOf(level) - 1) + 1);
    const own = list.levels.get(level);
    return (own?.text ?? '')
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own?.isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
        return printed(counts.get(at) ?? startOf(at), format);
      })
      .trim();
  }
}

/** What Markdown will count, in which each list begins at one and ends at the next paragraph that is in none. */
class MarkdownCounts {
  #levels: (number | null)[] = [];

  /** Takes the next item of a list; false, taking nothing, when Markdown would give it another number than was printed. */
  item(level: number, printedNumber: string | null): boolean {
    const before = this.#levels[level] ?? 0;
    if (printedNumber !== null && Number.parseInt(printedNumber, 10) !== before + 1) return false;
    this.#levels = [...this.#levels.slice(0, level), printedNumber === null ? 0 : before + 1];
    return true;
  }

  end(): void {
    this.#levels = [];
  }
}

const WORDS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function printed(count: number, format: string): string {
  const number = Math.min(count, 3999);
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'cardinalText':
      return WORDS[number] ?? String(number);
    case 'ordinal':
      return `${number}${number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
    case 'none':
      return '';
    default:
      return String(number);
  }
}
