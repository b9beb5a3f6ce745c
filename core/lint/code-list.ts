import type { CodeClass } from '../guidance/codes.ts';
import type { PlacedBlock } from '../policy/document.ts';
import type { RuleContext } from './context.ts';
import type { Place } from './rule.ts';

/** A code as a policy lists or mentions it. */
export interface CodeEntry {
  readonly code: string;
  readonly meaning: string;
  /** The code itself. */
  readonly at: Place;
  /** The code with the words that explain it. */
  readonly whole: Place;
  readonly placed: PlacedBlock;
  /** True of an entry of a list or a table, false of a mention in a sentence. */
  readonly isListed: boolean;
  /** The line of a list, or the sentence. */
  readonly words: string;
  /** What the list says the codes around it are; null where it does not say. */
  readonly group: { readonly is: CodeClass; readonly line: Place } | null;
}

const memory = new WeakMap<RuleContext, readonly CodeEntry[]>();

/** Every code that the document lists or mentions, in the order of the text. */
export function codeEntries(context: RuleContext): readonly CodeEntry[] {
  let entries = memory.get(context);
  if (!entries) memory.set(context, (entries = readEntries(context)));
  return entries;
}

const GROUPS: readonly [RegExp, CodeClass][] = [
  [/^(?:codes for |types of )?un-?authori[sz]ed absences?(?: codes?)?$/i, 'unauthorised'],
  [/^(?:codes for |types of )?authori[sz]ed absences?(?: codes?)?$/i, 'authorised'],
  [/^(?:approved|attending an approved) (?:off-site )?educational activit(?:y|ies)(?: codes?)?$/i, 'educational'],
  [/^(?:present|attending|attendance codes?|attending (?:the )?school)$/i, 'present'],
  [
    /^(?:unable to attend\b.{0,60}|not (?:counted|a possible|required)\b.{0,50}|administrative codes?|other codes?|codes? not\b.{0,40})$/i,
    'notPossible',
  ],
];
// What a column of a table says beside the code. "Unable to attend" begins the titles of Q and Y, and is no class there.
const CELLS: readonly [RegExp, CodeClass][] = [
  [/^un-?authori[sz]ed(?: absence)?$/i, 'unauthorised'],
  [/^authori[sz]ed(?: absence)?$/i, 'authorised'],
  [/^approved educational activity$/i, 'educational'],
  [/^present$/i, 'present'],
  [/^not (?:a possible (?:session|attendance)|counted)$/i, 'notPossible'],
];
const NEW_LIST = /^codes?\b.{0,60}$/i;
// "Y1 to Y7 are used where …" begins like an entry of a list.
const IN_A_SENTENCE = /^\W{0,4}\S{1,3}['"]?\s+(?:to|and|or|is|are|will|codes?)\b/;
const LINES_TO_GROUP = 30;

function readEntries(context: RuleContext): CodeEntry[] {
  const { document } = context;
  const { blocks, text, source } = document;
  const entries: CodeEntry[] = [];
  let index = 0;
  for (const fact of context.facts('code')) {
    if (fact.confidence === 'unsure') continue;
    const start = fact.span.start.offset;
    while (index > 0 && (blocks[index]?.offset ?? 0) > start) index--;
    while ((blocks[index + 1]?.offset ?? Number.POSITIVE_INFINITY) <= start) index++;
    const placed = blocks[index];
    if (!placed) continue;
    const isListed = fact.quote.length > fact.code.length + 1 && !IN_A_SENTENCE.test(fact.quote);
    const lineStart = source.lineStarts[fact.line - 1] ?? 0;
    const lineEnd = (source.lineStarts[fact.line] ?? text.length + 1) - 1;
    const from = Math.max(0, lineStart - placed.offset);
    const at = placeOfCode(text, fact.code, fact.span.start.offset, fact.span.end.offset);
    entries.push({
      code: fact.code,
      meaning: fact.meaning,
      at,
      whole: { start, end: fact.span.end.offset },
      placed,
      isListed,
      words: isListed
        ? placed.block.cells
          ? placed.block.plain
          : placed.block.plain.slice(from, Math.max(from, lineEnd - placed.offset))
        : placed.block.plain.replace(/\n/g, ' '),
      group: isListed ? (groupInRow(placed) ?? groupOf(context, fact.line)) : null,
    });
  }
  return entries;
}

function placeOfCode(text: string, code: string, from: number, to: number): Place {
  const found = text.slice(from, to).indexOf(code);
  const start = found < 0 ? from : from + found;
  return { start, end: found < 0 ? to : start + code.length };
}

/** The class that a column of the row gives, where one does and no other contradicts it. */
function groupInRow({ block, offset }: PlacedBlock): CodeEntry['group'] {
  const classes = new Set(
    (block.cells ?? [])
      .slice(1)
      .flatMap(
        (cell) => CELLS.find(([pattern]) => pattern.test(block.plain.slice(cell.start, cell.end).trim()))?.[1] ?? [],
      ),
  );
  const [is] = classes;
  return is !== undefined && classes.size === 1
    ? { is, line: { start: offset, end: offset + block.raw.length } }
    : null;
}

/** The nearest line above that names a class for what follows it. */
function groupOf({ document }: RuleContext, line: number): CodeEntry['group'] {
  const { text, source } = document;
  for (let above = line - 1; above > Math.max(0, line - LINES_TO_GROUP); above--) {
    const start = source.lineStarts[above - 1] ?? 0;
    const end = (source.lineStarts[above] ?? text.length + 1) - 1;
    const words = text
      .slice(start, end)
      .replace(/[|*_#\t:]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (words === '') continue;
    const group = GROUPS.find(([pattern]) => pattern.test(words));
    if (group) return { is: group[1], line: { start, end } };
    if (NEW_LIST.test(words) && /definition|description|meaning|scenario|explanation/i.test(words)) return null;
    if (words.length > 300) return null;
  }
  return null;
}
