import type { CodeClass } from '../guidance/codes.ts';
import type { PlacedBlock } from '../policy/document.ts';
import { remembered } from '../text/remembered.ts';
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

/** Every code that the document lists or mentions, in the order of the text. */
export function codeEntries(context: RuleContext): readonly CodeEntry[] {
  return context.remember(readEntries);
}

const GROUPS: readonly [RegExp, CodeClass][] = [
  [
    /^(?:codes for |types of |codes (?:that )?count as )?un-?authori[sz]ed(?: absences?)?(?: codes?)?$/i,
    'unauthorised',
  ],
  [/^(?:codes for |types of |codes (?:that )?count as )?authori[sz]ed(?: absences?)?(?: codes?)?$/i, 'authorised'],
  [/^(?:approved|attending an approved) (?:off-site )?educational activit(?:y|ies)(?: codes?)?$/i, 'educational'],
  [/^(?:present(?: codes?)?|attending|attendance codes?|present at school|attending (?:the )?school)$/i, 'present'],
  [
    /^(?:unable to attend\b.{0,60}|not (?:counted|a possible|required)\b.{0,50}|administrat(?:ive|ion)(?: (?:codes?|purposes|use))?(?: only)?|other codes?|codes? not\b.{0,40})$/i,
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
// A heading that we do not know ends the list above it: "Administrative", "Not counted in the figures".
const OTHER_HEADING =
  /^(?:#{1,6} |\*\*|\d{1,2}[.)] )?(?:administrat\w+|statistical|not \w+|closures?|other|non[- ]\w+|unavoidable|special|pupils? not|miscellaneous|no mark|neither|does not count|unable)\b(?: [a-z()/&,-]+){0,8}:?\**:?$/i;
const LINES_TO_GROUP = 30;
const LONGEST_LINE = 300;

function readEntries(context: RuleContext): CodeEntry[] {
  const entries: CodeEntry[] = [];
  for (const fact of context.facts('code')) {
    if (fact.confidence === 'unsure') continue;
    const whole = { start: fact.span.start.offset, end: fact.span.end.offset };
    const placed = context.blockAt(whole);
    if (!placed) continue;
    const isListed = fact.quote.length > fact.code.length + 1 && !IN_A_SENTENCE.test(fact.quote);
    entries.push({
      code: fact.code,
      meaning: fact.meaning,
      at: placeOfCode(fact.quote, fact.code, whole),
      whole,
      placed,
      isListed,
      words: isListed && !placed.block.cells ? lineIn(placed, whole.start) : placed.block.plain.replace(/\n/g, ' '),
      group: isListed ? (groupInRow(placed) ?? groupOf(context, fact.line)) : null,
    });
  }
  return entries;
}

/** The line of the block that holds the place. */
function lineIn({ block: { plain }, offset }: PlacedBlock, start: number): string {
  const from = plain.lastIndexOf('\n', start - offset - 1) + 1;
  const end = plain.indexOf('\n', from);
  return plain.slice(from, end < 0 ? plain.length : end);
}

function placeOfCode(quote: string, code: string, { start, end }: Place): Place {
  const found = quote.indexOf(code);
  return found < 0 ? { start, end } : { start: start + found, end: start + found + code.length };
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
function groupOf(context: RuleContext, line: number): CodeEntry['group'] {
  for (const { text, at } of context.linesAbove(line, LINES_TO_GROUP - 1)) {
    const is = headOf(text);
    if (is === 'no class') return null;
    if (is !== null) return { is, line: at };
  }
  return null;
}

// Of thirty codes in a list each looks at the same thirty lines above.
const headOf = remembered(classOfLine);

/** What a line says of the codes below it: their class, that they are of none, or nothing. */
function classOfLine(text: string): CodeClass | 'no class' | null {
  const words = text
    .replace(/[|*_#\t:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return null;
  if (words.length > LONGEST_LINE) return 'no class';
  const group = GROUPS.find(([pattern]) => pattern.test(words));
  if (group) return group[1];
  if (OTHER_HEADING.test(text.trim())) return 'no class';
  return NEW_LIST.test(words) && /definition|description|meaning|scenario|explanation/i.test(words) ? 'no class' : null;
}
