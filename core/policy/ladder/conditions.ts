import { matchesOf } from '../../text/matches.ts';
import { cardinalOf } from '../../text/numbers.ts';
import { remembered } from '../../text/remembered.ts';
import { fragmentAt } from './fragment-questions.ts';
import { nextSubject } from './next-subject.ts';

/** Clauses that say when: "If there is no improvement after two weeks, …", "Where parents do not attend, …". */
export interface Clause {
  /** Offsets in the text, the opening word included. */
  readonly start: number;
  readonly end: number;
  /** The words behind "if", trimmed. */
  readonly words: string;
}

const OPENER =
  /\b(?:if|where|when|whenever|is\s+that|(?:for|with)\s+(?:(?:any|all|those|each|a)\s+)?(?:pupils?|students?|child(?:ren)?)\s+(?:whose|who)|should|once|unless|in\s+the\s+event\s+(?:of|that)|in\s+(?:the\s+)?cases?\s+(?:of|where)|as\s+soon\s+as|with(?=\s+(?:no|little)\s+(?:improvement|change|progress|response)\b)|following|failing|failure\s+to|after|(?:parents?|carers?|families|pupils?|students?|child(?:ren)?|those|anyone)\s+who\s+(?=(?:do|does|did|have|has|are|is\s+still|cannot|still|fail|refuse|continue|persist\w*|truants?|regularly|repeatedly|frequently|consistently|often)\b)|(?:parents?|carers?|families)\s+whose\s+(?=(?:child(?:ren)?|sons?|daughters?)(?:'s)?\b))\b\s*/gi;
const CLAUSE_END = /,\s|\s,(?=[a-z])|;|:(?!\d)|\.\s|\.$|\s-\s|(?<!\b(?:by|since|until|before)\s)\bthen\b|$/g;
const FAILURE_END =
  /,\s|;|:(?!\d)|\.\s|\.$|\s(?:will|may|can|could|would|should|results?|leads?|receives?|gets?|(?:is|are)\s+(?:\w+ed|sent|given|asked|seen|rung|written))\s|$/g;

const LISTED_BEFORE =
  /\b(?:details|names?|lists?|numbers?|percentage|proportion|records?|register)\s+of\s+(?:(?:any|all|the|those)\s+)?$/i;
// "… and should your child's attendance fall": a noun behind it, where "staff and should be told" has a verb.
const SHOULD_ALSO = /^(?:and|but)\s+should\s+(?:your|a|an|any|the|this|there|no|attendance|absences?)\s/i;
/** "Straight away after the panel, …", "Four weeks after the meeting, …". */
export const SOME_TIME =
  /^\W*(?:straight\s?away|immediately|directly|soon|shortly|at\s+once|(?:an?|one|two|three|four|five|six|eight|\d{1,2})\s+(?:school\s+)?(?:days?|weeks?|months?|terms?|fortnight|half[\s-]terms?)|half\s+a\s+term)\s+$/i;
const ONLY_FIRST = new Set(['should', 'following', 'failing', 'failure to', 'after']);

/** The clauses of a sentence that set a condition, in order. */
export const clausesOf: (sentence: string) => readonly Clause[] = remembered(readClauses);

// No sentence that people write is longer.
const LONGEST = 4000;

function readClauses(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  if (sentence.length > LONGEST) return clauses;
  let behind = 0;
  const fragment = fragmentAt(sentence);
  if (fragment) {
    clauses.push({ start: 0, end: fragment.end, words: fragment.words });
    behind = fragment.end;
  }
  for (const match of matchesOf(sentence, OPENER)) {
    if (match.index < behind) continue;
    // "details of any students who are persistently absent": those whom a list names.
    if (
      match[0].trimEnd().endsWith('who') &&
      LISTED_BEFORE.test(sentence.slice(Math.max(0, match.index - 40), match.index))
    )
      continue;
    // "even if you do not come": with or without it.
    if (/\beven\s+$/i.test(sentence.slice(Math.max(0, match.index - 6), match.index))) continue;
    const opener = match[0].trim().toLowerCase();
    // "The school should…", "the following steps": only at the head of a sentence is "should" or "following" a condition.
    if (ONLY_FIRST.has(opener)) {
      const before = sentence.slice(0, match.index);
      const joined =
        opener === 'should' && SHOULD_ALSO.test(sentence.slice(Math.max(0, match.index - 4), match.index + 30));
      if (
        !/^[-*•\d.)\s]*$/.test(before) &&
        !(opener === 'after' && SOME_TIME.test(before)) &&
        !/,\s*(?:and\s*)?$/.test(before) &&
        !joined
      )
        continue;
    }
    // "if, four weeks after Letter A, attendance has not gone up": what stands between the commas is part of it.
    const inserted = /^,\s[^,;.]{3,110},\s/.exec(sentence.slice(match.index + match[0].length))?.[0].length ?? 0;
    const opened = match.index + match[0].length;
    const from = opened + inserted;
    const subject = isSubject(opener);
    const end = clauseEnd(sentence, from, subject ? FAILURE_END : CLAUSE_END);
    const words = sentence
      .slice(inserted > 0 ? opened + 2 : from, end)
      .replace(/\s+/g, ' ')
      .replace(/^,\s/, '')
      .trim();
    if (words.length < 2) continue;
    clauses.push({ start: match.index, end, words: subject ? `${opener} ${words}` : words });
    behind = end;
  }
  return clauses;
}

/** "Failure to attend will lead to …", "Parents who do not come will be visited": the condition is the subject. */
function isSubject(opener: string): boolean {
  return (
    opener.startsWith('fail') ||
    ((opener.endsWith(' who') || opener.endsWith(' whose')) && !opener.startsWith('for') && !opener.startsWith('with'))
  );
}

function clauseEnd(sentence: string, from: number, ends: RegExp): number {
  ends.lastIndex = from;
  for (let match = ends.exec(sentence); match; match = ends.exec(sentence)) {
    const rest = sentence.slice(match.index + match[0].length);
    // A comma inside the condition: "unwilling to cooperate, or are genuinely unable to attend, a referral…".
    if (match[0].startsWith(',') && /^(?:or|and|but|nor|after)\s/i.test(rest) && /,|\bthen\b/.test(rest)) continue;
    return Math.min(match.index, nextSubject(sentence, from + 12));
  }
  return nextSubject(sentence, from + 12);
}

const TIME_WORD = /\b(?:days?|weeks?|months?|terms?|half|fortnights?|minutes?|years?|immediately|straight|once)\b/i;
const UNIT = /(?<=[\s-])(?:days?|weeks?|months?|terms?|half[\s-]terms?|minutes?|years?)\b/gi;
// "3 to 4 ", "three-", "a ", "ten school ": how many of the unit.
const COUNT_BEFORE =
  /(?:\b([a-z\d]{1,7})\s?(?:-|to|or)\s?)?\b(?:(an?)\s+|([a-z\d]+(?:-[a-z]+)?)(?:\s*-\s*|\s+(?:more\s+|further\s+|whole\s+|full\s+)?))((?:school|working)\s+)?$/i;

interface Length {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: string;
}

function lengthsIn(text: string): Length[] {
  return matchesOf(text, UNIT).flatMap(({ index, 0: unit }): Length[] => {
    const from = Math.max(0, index - 40);
    const match = COUNT_BEFORE.exec(text.slice(from, index));
    const count = match?.[2] ? 1 : cardinalOf(match?.[3] ?? '');
    if (!match || count === null) return [];
    const range = match[1] === undefined || cardinalOf(match[1]) !== null;
    const start =
      from +
      match.index +
      (range
        ? 0
        : match[0].search(
            /[a-z\d]{1,40}(?:-[a-z]{1,40})?(?:\s{0,20}-\s{0,20}|\s{1,20})(?:(?:school|working)\s{1,20})?$/i,
          ));
    return [{ start, end: index + unit.length, count, unit: `${match[4] ?? ''}${unit}` }];
  });
}

const WAITED_BEFORE =
  /\b(?:after|within|over|for|following|during|in|further|additional|of|the|its|these|those|another)\s+(?:(?:a|an|the|this|another|further|additional|(?:period|maximum|minimum)\s+of|approximately|approx|about|least|at|up\s+to|more\s+than)\s+){0,4}$/i;

const FORTNIGHT =
  /\b(?:after|within|over|for|following|during|in)\s+(?:(?:a|one|the|this|another|next|further|following)\s+){0,3}fortnight\b|\bfortnight(?:'s\s+monitoring|\s+(?:later|after|of\s+monitoring))\b/i;

/** The time that passes before the step, in words ("2 weeks"); null when the text names none. */
/** "no improvement in the month after Step 3" */
const IN_THE_NEXT =
  /\b(?:in|within|over|during)\s+the\s+(month|week|term)\s+(?:after|following|since|that\s+follows)\b/i;

export function waitIn(text: string): string | null {
  if (!TIME_WORD.test(text)) return null;
  if (/\b(?:immediately|straight\s+away|at\s+once)\b/i.test(text)) return 'immediately';
  for (const { start, end, count, unit } of lengthsIn(text)) {
    const before = text.slice(Math.max(0, start - 40), start);
    if (/\bhalf\s+$/i.test(before)) return 'half term';
    if (
      !WAITED_BEFORE.test(before) &&
      !/^(?:[\s-]{0,3}monitoring)?\s*(?:period|later|ago\b|monitoring|after(?:wards)?\b|on(?:\s?,|\s+from\b)|since\b|(?:have\s+|has\s+)?(?:pass|passed|passes|gone\s+by|goes?\s+by|elapsed)\b)/i.test(
        text.slice(end),
      )
    )
      continue;
    const one = unit
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .replace(/s$/, '');
    return `${count} ${one}${count === 1 ? '' : 's'}`;
  }
  const next = IN_THE_NEXT.exec(text)?.[1];
  if (next) return `1 ${next.toLowerCase()}`;
  if (/\bthe\s+(?:following|next)\s+week\b/i.test(text)) return '1 week';
  if (FORTNIGHT.test(text)) return '2 weeks';
  if (
    /\b(?:after|within|over|by\s+the\s+end\s+of)\s+(?:(?:a|one|the|each|that|another|further|next|following)\s+){0,3}half[\s-](?:a[\s-])?term\b/i.test(
      text,
    )
  )
    return 'half term';
  if (/\bby\s+the\s+end\s+of\s+the\s+term\b/i.test(text)) return 'term';
  return null;
}
