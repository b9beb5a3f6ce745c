import type { Edit } from '../lint/finding.ts';
import type { Placeholder } from '../policy/schema.ts';
import { oneLine } from '../text/one-line.ts';
import type { OutlineEntry } from './outline.ts';
import { headingsAt } from './outline.ts';

/** A thing to fill in, with every place that asks for it. */
export interface FillField {
  /** Tells this field from the others, and stays when other fields are filled in. */
  readonly key: string;
  readonly kind: Placeholder['kind'];
  readonly expects: Placeholder['expects'];
  readonly options: readonly string[];
  /** The words around it, "Parents tell us by …". */
  readonly label: string;
  /** As the document prints it, without its brackets. */
  readonly asks: string;
  readonly places: readonly Placeholder[];
}

/** Fields under the heading where each is first asked for. */
export interface FillSection {
  readonly title: string;
  readonly fields: readonly FillField[];
}

// Names that say what kind of thing belongs there, not which: two "times" are two things.
const GENERIC = new Set([
  'name',
  'time',
  'date',
  'text',
  'contact',
  'choice',
  'percentage',
  'number',
  'instruction',
  'target',
]);
const BRACKETS = /^[«[<{(\s]+|(?<![»\]>})\s])[»\]>})\s]+$/g;

/** What there is to fill in, by section, in the order of the text. Places of one meaning and wording are one field. */
export function fillSections(
  text: string,
  placeholders: readonly Placeholder[],
  outline: readonly OutlineEntry[],
): FillSection[] {
  const inOrder = placeholders.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
  const fields = new Map<string, FillField & { readonly places: Placeholder[] }>();
  const copies = new Map<string, number>();
  for (const placeholder of placeholders) {
    const asks = oneLine(placeholder.text.replace(BRACKETS, ''));
    const label = contextOf(text, placeholder, inOrder) || asks;
    const isOwn = GENERIC.has(placeholder.field);
    // A phone number and an e-mail address of one person are of one field, but two things.
    const base = [placeholder.kind, placeholder.field, asks.toLowerCase(), isOwn ? label : ''].join(' · ');
    let key = base;
    if (isOwn && fields.has(key)) {
      let copy = copies.get(base) ?? 2;
      while (fields.has((key = `${base} ${copy}`))) copy++;
      copies.set(base, copy + 1);
    }
    const { kind, expects, options = [] } = placeholder;
    const known = fields.get(key);
    if (known) known.places.push(placeholder);
    else fields.set(key, { key, kind, expects, options, label, asks, places: [placeholder] });
  }
  const sections = new Map<string, FillField[]>();
  for (const field of fields.values()) {
    const start = field.places[0]?.span.start.offset ?? 0;
    const title = headingsAt(outline, start).at(-1)?.title ?? 'At the start';
    const inSection = sections.get(title);
    if (inSection) inSection.push(field);
    else sections.set(title, [field]);
  }
  return [...sections].map(([title, inSection]) => ({ title, fields: inSection }));
}

/** Edits that put the words in every place of a field. */
export function fillEdits(field: FillField, words: string): Edit[] {
  return field.places.map(({ span }) => ({ span, text: words }));
}

const WORDS_SHOWN = 7;
const CELL_END = /\|/;
const MARKUP = /[*_`#>|]+/g;

// A line may be a whole document long.
const REACH = 1000;

/** The few words before a placeholder in its line or table row; else those after it. */
function contextOf(text: string, { span }: Placeholder, inOrder: readonly Placeholder[]): string {
  const lineStart = span.start.offset - (span.start.column - 1);
  const from = Math.max(lineStart, span.start.offset - REACH);
  const to = span.end.offset + lineLength(text.slice(span.end.offset, span.end.offset + REACH));
  const others: Placeholder[] = [];
  for (let at = firstFrom(inOrder, from); (inOrder[at]?.span.start.offset ?? to) < to; at++) {
    const other = inOrder[at];
    if (other && other.span.end.offset <= to) others.push(other);
  }
  const plain = (start: number, end: number): string => {
    let words = '';
    let at = start;
    for (const other of others) {
      if (other.span.start.offset < at || other.span.end.offset > end) continue;
      words += `${text.slice(at, other.span.start.offset)}…`;
      at = other.span.end.offset;
    }
    return words + text.slice(at, Math.max(at, end));
  };
  const before = plain(from, span.start.offset);
  const after = plain(span.end.offset, to);
  if (
    text
      .slice(lineStart, lineStart + REACH)
      .trimStart()
      .startsWith('|')
  ) {
    const cells = [...before.split(CELL_END), ...after.split(CELL_END)].map(tidy);
    return cells.find((cell) => /\p{L}/u.test(cell)) ?? '';
  }
  const lead = tidy(before.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? '');
  if (/\p{L}/u.test(lead)) return `${lead.split(' ').slice(-WORDS_SHOWN).join(' ')} …`;
  const tail = tidy(after).split(' ').slice(0, WORDS_SHOWN).join(' ');
  return /\p{L}/u.test(tail) ? `… ${tail}` : '';
}

function lineLength(words: string): number {
  const newline = words.indexOf('\n');
  return newline < 0 ? words.length : newline;
}

/** The index of the first placeholder that begins at the offset or behind it. */
function firstFrom(inOrder: readonly Placeholder[], offset: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.span.start.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tidy(words: string): string {
  return oneLine(words.replace(MARKUP, ' '));
}
