import type { Edit } from '../lint/finding.ts';
import type { Placeholder } from '../policy/schema.ts';
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
  const fields = new Map<string, FillField>();
  for (const placeholder of placeholders) {
    const asks = placeholder.text.replace(BRACKETS, '').replace(/\s+/g, ' ').trim();
    const label = contextOf(text, placeholder, placeholders) || asks;
    const isOwn = GENERIC.has(placeholder.field);
    // A phone number and an e-mail address of one person are of one field, but two things.
    const base = [placeholder.kind, placeholder.field, asks.toLowerCase(), isOwn ? label : ''].join(' · ');
    let key = base;
    for (let copy = 2; isOwn && fields.has(key); copy++) key = `${base} ${copy}`;
    const known = fields.get(key);
    const { kind, expects, options = [] } = placeholder;
    fields.set(
      key,
      known
        ? { ...known, places: [...known.places, placeholder] }
        : { key, kind, expects, options, label, asks, places: [placeholder] },
    );
  }
  const sections = new Map<string, FillField[]>();
  for (const field of fields.values()) {
    const start = field.places[0]?.span.start.offset ?? 0;
    const title = headingsAt(outline, start).at(-1)?.title ?? 'At the start';
    sections.set(title, [...(sections.get(title) ?? []), field]);
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

/** The few words before a placeholder in its line or table row; else those after it. */
function contextOf(text: string, { span }: Placeholder, all: readonly Placeholder[]): string {
  const from = text.lastIndexOf('\n', span.start.offset - 1) + 1;
  const newline = text.indexOf('\n', span.end.offset);
  const to = newline < 0 ? text.length : newline;
  const others = all.filter((other) => other.span.start.offset >= from && other.span.end.offset <= to);
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
  if (text.slice(from, to).trimStart().startsWith('|')) {
    const cells = [...before.split(CELL_END), ...after.split(CELL_END)].map(tidy);
    return cells.find((cell) => /\p{L}/u.test(cell)) ?? '';
  }
  const lead = tidy(before.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? '');
  if (/\p{L}/u.test(lead)) return `${lead.split(' ').slice(-WORDS_SHOWN).join(' ')} …`;
  const tail = tidy(after).split(' ').slice(0, WORDS_SHOWN).join(' ');
  return /\p{L}/u.test(tail) ? `… ${tail}` : '';
}

function tidy(words: string): string {
  return words.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}
