import { matchesOf } from '../../text/matches.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';
import { remembered } from '../../text/remembered.ts';
import { spelledOut } from './wording.ts';

/** Clauses that say when: "If there is no improvement after two weeks, …", "Where parents do not attend, …". */
export interface Clause {
  /** Offsets in the text, the opening word included. */
  readonly start: number;
  readonly end: number;
  /** The words behind "if", trimmed. */
  readonly words: string;
}

const OPENER =
  /\b(?:if|where|when|whenever|is\s+that|(?:for|with)\s+(?:(?:any|all|those|each|a)\s+)?(?:pupils?|students?|child(?:ren)?)\s+(?:whose|who)|should|once|unless|in\s+the\s+event\s+(?:of|that)|in\s+(?:the\s+)?cases?\s+(?:of|where)|as\s+soon\s+as|with(?=\s+(?:no|little)\s+(?:improvement|change|progress|response)\b)|following|failing|failure\s+to|after|(?:parents?|carers?|families|pupils?|students?|child(?:ren)?|those|anyone)\s+who\s+(?=(?:do|does|did|have|has|are|cannot|still|fail|refuse|continue|persist\w*|regularly|repeatedly|frequently|consistently|often)\b)|(?:parents?|carers?|families)\s+whose\s+(?=(?:child(?:ren)?|sons?|daughters?)(?:'s)?\b))\b\s*/gi;
const CLAUSE_END = /,\s|\s,(?=[a-z])|;|:(?!\d)|\.\s|\.$|\s-\s|\bthen\b|$/g;
// "If there is no improvement within six weeks we refer …": no comma, but another subject begins.
const NEXT_SUBJECT = new RegExp(
  `\\s(?=(?:${[
    '(?:we|they|he|she|you|i|school|schools|staff|parents?(?:\\s?\\/\\s?carers?)?|police|pupils?|students?)\\s+(?:ACTS)',
    "(?:the|our|your|their|his|her|mr|mrs|ms|miss|dr)\\s+(?:(?!(?:has|have|is|are|was|been|not|and|or|to|of|in)\\b)[\\w'-]+\\s+){1,4}(?:ACTS)",
    "(?:a|an|another|two)\\s+(?:(?!(?:has|have|is|are|was|been|not|and|or|to|of|in)\\b)[\\w'-]+\\s+){1,4}(?:will|may|can|could|is\\s+(?:made|sent|issued|held|arranged|called|given)|are\\s+(?:made|sent)|calls?|visits?|follows?|goes)",
  ]
    .join('|')
    .replaceAll(
      'ACTS',
      'will|may|can|shall|should|must|could|might|would|have\\s+to|refers?|sends?|contacts?|rings?|calls?|phones?|telephones?|invites?|writes?|meets?|visits?|informs?|tells?|asks?|decides?|speaks?|talks?|takes?|tr(?:y|ies)|makes?|holds?|issues?|arranges?|considers?|passes|goes\\s+to|is\\s+(?:told|asked|informed|sent|passed|referred|invited|contacted)|are\\s+(?:told|asked|informed|sent|referred|invited|contacted|called)',
    )})\\b)`,
  'gi',
);
const FAILURE_END =
  /,\s|;|:(?!\d)|\.\s|\.$|\s(?:will|may|can|could|would|should|results?|leads?|receives?|gets?|(?:is|are)\s+(?:\w+ed|sent|given|asked|seen|rung|written))\s|$/g;

const ONLY_FIRST = new Set(['should', 'following', 'failing', 'failure to', 'after']);

/** The clauses of a sentence that set a condition, in order. */
export const clausesOf: (sentence: string) => readonly Clause[] = remembered(readClauses);

// No sentence that people write is longer.
const LONGEST = 4000;

function readClauses(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  if (sentence.length > LONGEST) return clauses;
  let behind = 0;
  for (const match of matchesOf(sentence, OPENER)) {
    if (match.index < behind) continue;
    // "even if you do not come": with or without it.
    if (/\beven\s+$/i.test(sentence.slice(Math.max(0, match.index - 6), match.index))) continue;
    const opener = match[0].trim().toLowerCase();
    // "The school should…", "the following steps": only at the head of a sentence is "should" or "following" a condition.
    if (ONLY_FIRST.has(opener)) {
      const before = sentence.slice(0, match.index);
      if (!/^[-*•\d.)\s]*$/.test(before) && !/,\s*(?:and\s*)?$/.test(before)) continue;
    }
    // "if, four weeks after Letter A, attendance has not gone up": what stands between the commas is part of it.
    const inserted = /^,\s[^,;.]{3,60},\s/.exec(sentence.slice(match.index + match[0].length))?.[0].length ?? 0;
    const opened = match.index + match[0].length;
    const from = opened + inserted;
    const subject = isSubject(opener);
    const end = clauseEnd(sentence, from, subject ? FAILURE_END : CLAUSE_END);
    const words = sentence
      .slice(inserted > 0 ? opened + 2 : from, end)
      .replace(/\s+/g, ' ')
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
    return Math.min(match.index, nextSubject(sentence, from));
  }
  return nextSubject(sentence, from);
}

function nextSubject(sentence: string, from: number): number {
  NEXT_SUBJECT.lastIndex = from + 12;
  return NEXT_SUBJECT.exec(sentence)?.index ?? sentence.length;
}

const NO_IMPROVEMENT =
  /\bnot\s+(?:\w+\s+){0,2}(?:(?:gone|going|come|picked|pick|go)\s+up|risen|rise|recovered?|increased?|worked|helped|changed|made\s+(?:any|enough|a)\s+(?:difference|progress)|make\s+(?:any|enough|a)\s+(?:difference|progress)|(?:got(?:ten)?|get)\s+(?:any\s+)?better)\b|\b(?:no|little|not\s+enough|insufficient)\s+(?:real\s+|further\s+|significant\s+)?(?:progress|change|difference|better|impact|effect)\b|\b(?:this|that|it|these|they|the\s+\w+)\s+(?:fails?|(?:does|do|has|have|is|are)\s+not\s+(?:work|worked|help|helped|succeed|succeeded|enough|successful))\b|\bunchanged\b|\bnothing\s+has\s+(?:changed|improved)\b|\b(?:gets?|got|becomes?)\s+(?:any\s+)?worse\b|\b(?:goes|carries|go|carry)\s+on\b|\b(?:no|not|without|little|insufficient|lack\s+of|fails?\s+to|failed\s+to|failing\s+to|doesn't|don't|hasn't|haven't|isn't|never|unless|limited)\s+(?:[\w'/]+\s+){0,5}improv\w{0,6}|\bimprovements?\s+(?:(?:is|are|has|have|was|were|does|do)\s+)(?:not|n't)\b|\b(?:still|continues?|continued|continuing|remains?|persists?|persisting)\b|\bdeteriorat\w{0,4}|\bworsens?\b|\b(?:targets?|measures?|steps?|strategies|interventions?|support|contract|plan|agreement)\s+(?:[\w']+\s+){0,6}(?:not|unsuccessful|fail\w{0,3}|broken|refused|declined|ignored|missed|breached)\b|\btargets?\s+(?:are\s+|have\s+been\s+)?met\b|\bfurther\s+(?:\w+\s+){0,2}(?:truancy|absences?|lateness|unauthori[sz]ed|decline|late|incidents?|occurrences?)\b/i;
const NAMED_BEFORE =
  /\b(?:already|previously)\s+(?:\w+\s+){0,2}(?:had|received|been\s+(?:sent|given|issued))\b|\b(?:after|following)\s+(?:(?:the|this|a|that|these|an?|first|second|initial)\s+){0,3}(?:sending\s+of\s+(?:an?\s+|the\s+)?(?:\w+\s+)?)?(?:stage|letter|meeting|warning|visit|notice|penalty|monitoring|panel|contract|above|step|call|review)\b|\b(?:at|by)\s+the\s+end\s+of\s+(?:the|this|that)\b/i;

/** Whether words look back to a step before: no improvement, a second time, after the meeting. */
export function looksBack(words: string): boolean {
  const said = spelledOut(words);
  return NO_IMPROVEMENT.test(said) || NAMED_BEFORE.test(said);
}

const TIME_WORD = /\b(?:days?|weeks?|months?|terms?|half|minutes?|years?|immediately|straight|once)\b/i;
const UNIT = '(?:school\\s+|working\\s+)?(?:days?|weeks?|months?|terms?|half[\\s-]terms?|minutes?|years?)';
const LENGTH = new RegExp(
  `\\b(?:(a|an)\\s+|(?:(${CARDINAL})\\s?(?:-|to|or)\\s?)?(${CARDINAL})(?:\\s*-\\s*|\\s+))(${UNIT})\\b`,
  'gi',
);

/** The time that passes before the step, in words ("2 weeks"); null when the text names none. */
export function waitIn(text: string): string | null {
  if (!TIME_WORD.test(text)) return null;
  if (/\b(?:immediately|straight\s+away|at\s+once)\b/i.test(text)) return 'immediately';
  for (const match of matchesOf(text, LENGTH)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (/\bhalf\s+$/i.test(before)) return 'half term';
    if (
      !/\b(?:after|within|over|for|by\s+the\s+end\s+of|at\s+the\s+end\s+of|following|during|in|further|additional|monitored\s+for|end\s+of|of|the|another)\s+(?:(?:a|an|the|this|another|further|additional|period\s+of|maximum\s+of|minimum\s+of|approximately|approx|about|least|at|up\s+to|more\s+than)\s+){0,4}$/i.test(
        before,
      ) &&
      !/^(?:[\s-]{0,3}monitoring)?\s*(?:period|later|monitoring|after\b)/i.test(
        text.slice(match.index + match[0].length),
      )
    )
      continue;
    const count = match[1] ? 1 : cardinalOf(match[3] ?? '');
    if (count === null) continue;
    const unit = (match[4] ?? '')
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .replace(/s$/, '');
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  if (/\bthe\s+(?:following|next)\s+week\b/i.test(text)) return '1 week';
  if (
    /\b(?:after|within|over|by\s+the\s+end\s+of)\s+(?:(?:a|one|the|each|that|another|further)\s+){0,3}half[\s-](?:a[\s-])?term\b/i.test(
      text,
    )
  )
    return 'half term';
  if (/\bby\s+the\s+end\s+of\s+the\s+term\b/i.test(text)) return 'term';
  return null;
}
