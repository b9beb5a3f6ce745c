import { Notes } from '../../text/notes.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { isLostTable } from './figure-words.ts';
import { COLOUR_FAMILY, DAY_FAMILY, labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { type Name, nameAt } from './names.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import { statementsOf } from './statements.ts';
import { GOES_DOWN } from './wording.ts';

// "3 lates in a half term: text home", "5 lates = detention".
const COUNT_MARK =
  /^\s*(?:after\s+(?:the\s+)?registers?\s+(?:has\s+|have\s+)?closed?s?\s*)?(?:\([^)]{1,40}\)\s*)?(?:(?:missed|lost)\s*)?(?:of\s+)?(?:(?:(?:un-?)?authori[sz]ed\s+|unexplained\s+)?absences?\b\s*)?(?:(?:in|within|over|per|during)\s+(?:(?:a|an|any|one|the|each|rolling|period|of|half|school|two|three|four|five|six|eight|ten|twelve|\d{1,2})[\s-]+){0,6}[\w-]{1,12}(?:\s+(?:weeks?|period|terms?))?)?(?:\s*\([^)]{1,40}\))?\s*(?:[:=→]|=>|\s[–-]\s|\s{3,}|will\s+(?:lead|result)|leads?\s+to|results?\s+in)/i;

/** How a line begins a rung: by a printed label, by a figure at its head, or by the name of a status. */
export interface Head {
  readonly family: string;
  readonly number: number | null;
  /** The figures that the line itself prints, offsets in its text. */
  readonly figures: readonly Figure[];
  /** Where the words behind the head begin. */
  readonly rest: number;
  /** The label as printed; "" where a figure or a status is the head. */
  readonly label: string;
  /** What the rung is called besides its label, with where the words behind that begin. */
  readonly name?: Name;
  /** The words by which it follows the rung before, where they were looked for among all of them. */
  readonly back?: { readonly words: string; readonly wait: string | null };
  /** The label says that the step before has not helped. */
  readonly goesOn?: boolean;
}

export const BAND_FAMILY = 'band of attendance';
export const CLOCK_FAMILY = 'clock time';
export const STATUS_FAMILY = 'status';

const LEADS_UP = new Set(
  `for if when where with those any all the a your their that are is has have whose who pupil pupils student students children
  child childs overall attendance attending absence percentage of at ${GOES_DOWN}
  rate level figure range band between from in to what happens will happen my you they`.split(/\s+/),
);
const MOST_WORDS_BEFORE = 10;

/** Whether words only lead up to a figure: "Pupils whose attendance falls to ". */
function leadsUp(before: string): boolean {
  const words = before.replace(MARKS_AROUND, '').toLowerCase().split(/\s+/);
  return (
    words.length <= MOST_WORDS_BEFORE && words.every((word) => word === '' || LEADS_UP.has(word.replace(/'s$/, '')))
  );
}

const MARKS_AROUND = /^[\s\-*•·(>]*(?:\d{1,2}[.)]\s+)?|[\s:(-]+$/g;
const STATUS =
  /^[\s\-*•]*(?:(?:pupils?\s+(?:who\s+are\s+)?)?(?:persistent(?:ly)?\s+absen\w+|severe(?:ly)?\s+absen\w+)(?:\s+(?:pupils|children|students))?|at\s+risk\s+of\s+(?:becoming\s+)?persistent(?:ly)?\s+absen\w+|(?:for\s+)?all\s+(?:pupils|children|students|-\s*universal)|universal(?:\s+(?:support|offer))?|whole[- ]school)\b[\s:(\w)-]{0,30}$/i;

// "8:55 am - office calls parents": an hour, and what is done when nobody has been reached by then.
const CLOCK =
  /^[\s\-*•]*(?:(?:[Bb]y|[Aa]t|[Ff]rom)\s+)?(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[AaPp]\.?\s?[Mm]\.?|[Nn]oon)?|[Nn]oon|[Mm]idday)(?:\s?(?:[:–-]\s|(?=\s*(?:if|where)\b))|\s{2,}(?=[A-Za-z])|(?<=[Mmn.]|\d[:.]\d\d)\s(?=[A-Z]))/;
/** "10 minutes: On Call checks the library": how long a pupil has been missing. */
const MINUTES =
  /^[\s\-*•]*(?:(?:after|at|within)\s+)?\d{1,3}\s?(?:minutes|mins?)\b(?:\s*[:=→]\s*|\s+[–-]\s+)(?=[A-Za-z])/i;
const CHASING =
  /\b(?:checks|checked|calls?|phones?|rings?|texts?|telephones?|contacts?(?:ed)?|visit\w{0,2}|told|informed|safeguarding|police|DSL|MASH|social\s+care|emergency\s+contacts?|search\w{0,2}|knocks?|go(?:es)?\s+to\s+the\s+(?:house|home))\b/i;

const LOOKS_FOR = /\b(?:e-?mails?|alerts?|checks?|looks?|sweeps?|radios?|SLT|on[\s-]call)\b/i;

/** "8.30 am Parents ring the absence line": theirs to do. */
const FOR_PARENTS =
  /^(?:the\s+)?(?:parents?|carers?|families|you)\s+(?:(?:must|should|need\s+to|are\s+to|have\s+to)\s+)?(?:ring|phone|call|contact|text|tell|let|e-?mail)\b/i;

const NUMBER = /\d|^\W*(?:(?:by|at|from)\s)?(?:noon|midday|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i;

/** "Persistent absence / Stage 2": the stage's name stands behind what it is about. */
const BEFORE_STAGE =
  /^[^/:(–-]{3,60}(?:\s?\/\s?|\s[–-]\s|:\s|\s\()(?=(?:stage|step|tier|level|phase|wave)\s(?:\d|[A-H])\s*\)?\s*$)/i;

const HAS_BEEN = /^\s+(?:has|have|had)\s+(?:already\s+)?(?:been|taken|not|happened|failed)\b/i;

const memory = new Notes<Head | null>();

/** The head of a line, remembered with it; null when the line begins no rung. */
export function headOf(line: Line): Head | null {
  let head = memory.get(line.stretch);
  if (head === undefined) memory.set(line.stretch, (head = readHead(line)));
  return head;
}

function readHead(line: Line): Head | null {
  if (line.kind === 'row') return null;
  const { text } = line;
  const label = labelAt(text);
  // "Level 2 has been tried and …": said of that step, in one behind it.
  if (label && HAS_BEEN.test(text.slice(label.end))) return null;
  if (label) {
    if (label.family === DAY_FAMILY && (!isDayHead(text, label.end, line) || tellsMore(line, figuresIn(text))))
      return null;
    if (label.family === COLOUR_FAMILY && line.kind === 'text' && text.length > 600) return null;
    // The label's own number is no figure: it is read as blank.
    const alone = figuresIn(' '.repeat(label.end) + text.slice(label.end));
    // "Letter 3 goes out at 90%": the label's words say what the figure sets off.
    const figures = alone.some(({ sense }) => sense === 'trigger' || sense === 'point')
      ? alone
      : figuresIn(withoutNumber(text.slice(0, label.end)) + text.slice(label.end));
    const name = nameAt(text, label.end);
    return {
      family: label.family,
      number: label.number,
      figures,
      rest: label.end,
      label: label.text,
      ...(name ? { name } : {}),
    };
  }
  const head = text.slice(0, 200);
  if (NUMBER.test(head)) {
    const first = figuresIn(head)[0];
    if (
      first &&
      first.metric !== 'penaltyNotices' &&
      (first.sense === 'trigger' || (first.sense === 'point' && !isShare(first))) &&
      (leadsUp(text.slice(0, first.start)) || isStatusWith(text, first)) &&
      isFigureHead(text, first, line) &&
      !isLostTable(text, first) &&
      !tellsMore(line, figuresIn(text))
    ) {
      const family = first.unit === 'percent' ? BAND_FAMILY : `count of ${first.metric}`;
      const mark = first.unit === 'percent' ? 0 : (COUNT_MARK.exec(text.slice(first.end))?.[0].length ?? 0);
      return { family, number: null, figures: figuresIn(text), rest: first.end + mark, label: '' };
    }
    const minutes = MINUTES.exec(text);
    const clock = minutes ?? CLOCK.exec(text);
    if (
      clock &&
      (CHASING.test(text) || (minutes && LOOKS_FOR.test(text))) &&
      !FOR_PARENTS.test(text.slice(clock[0].length))
    )
      return {
        family: CLOCK_FAMILY,
        number: null,
        figures: [],
        rest: clock[0].length,
        label: clock[0].replace(/(?<![\s:–-])[\s:–-]+$/, '').trim(),
      };
  }
  if (line.kind !== 'heading') return null;
  const behind = BEFORE_STAGE.exec(text);
  const stage = behind && labelAt(text.slice(behind[0].length));
  if (behind && stage) {
    const { family, number, text: label } = stage;
    return { family, number, figures: figuresIn(behind[0]), rest: text.length, label };
  }
  if (STATUS.test(text))
    return { family: STATUS_FAMILY, number: null, figures: [], rest: text.length, label: text.trim() };
  return null;
}

const GOES_ON =
  /^[\s\-*•]*((?:(?:if|where)\s+)?(?:there\s+(?:is|are|has\s+been)\s+)?(?:still\s+)?(?:no|little|ongoing|on-going|continued|continuing|further|unresolved|sustained|repeated|still\s+(?:below|under|at|less|\d{2}))\b[^:.;–=→]{3,60}?)\s*(?::|\.(?=\s)|\s[–-]\s|=|→)\s*(?=\S)/i;

/** Words that suppose: a sentence of their own, and no label. */
export const SUPPOSES = /\b(?:if|when|where|should|once)\b/i;
/** "Final: terms of the contract broken". */
const FINAL = /^[\s\-*•]*((?:final|last)(?:\s+(?:stage|step|letter|trigger|warning|phase))?)\s*(?::|\s[–-])\s+(?=\S)/i;
/** "Report failed, no improvement: referral". */
const LATER_IF =
  /^[\s\-*•]*((?:an?|one|two|three|four|five|six|eight|\d{1,2})\s+(?:school\s+)?(?:weeks?|months?|half[\s-]terms?|terms?)\s+(?:later|on),\s+if\s[^:.;]{5,60}):\s*(?=\S)/i;
const LED_BY_WORDS = /^[\s\-*•]*([A-Z][^:.;–=→]{5,60}?)\s*(?::|\s[–-]\s|=|→)\s*(?=\S)/;

/** "No improvement: review meeting" in a list of rungs: a rung by what the one before did not bring. */
export function goingOn(line: Line, family: string): Head | null {
  const last = FINAL.exec(line.text);
  if (last?.[1]) return { family, number: null, figures: figuresIn(line.text), rest: last[0].length, label: last[1] };
  if (line.kind === 'text') {
    const later = afterwards(line, family);
    if (later) return later;
  }
  if (line.kind !== 'item' && line.kind !== 'text') return null;
  const named = line.kind === 'item' ? GOES_ON.exec(line.text) : null;
  const later = line.kind === 'item' ? LATER_IF.exec(line.text) : null;
  const match = named ?? later ?? LED_BY_WORDS.exec(line.text);
  const words = match?.[1]?.trim();
  if (!named && !later && words && (SUPPOSES.test(words) || !onlyLooksBack(words))) return null;
  // "Attendance still falling and now below 93%" under a step's name is when that step begins.
  if (line.kind === 'text' && words && figuresIn(words).length > 0) return null;
  if (!match || !words || !(looksBack(words) || /\bconcerns?\b/i.test(words))) return null;
  // "still 90% or less after half a term: …" looks at the figure too.
  const figures = /\bstill\b/i.test(words) ? figuresIn(match[0]).filter(({ sense }) => sense === 'trigger') : [];
  return { family, number: null, figures, rest: match[0].length, label: words, goesOn: true };
}

const AFTERWARDS = /^\W*(?:(?:after|following)\s(?:the|this|that)\s[\w\s]{3,30},\s)?if\s[^.:;]{6,60}$/i;

/** "After the plan, if the lateness goes on" alone on its line between the counts of a list and what is done. */
function afterwards({ placed, start, end }: Line, family: string): Head | null {
  if (!family.startsWith('count of')) return null;
  const [first = ''] = placed.block.plain.slice(start, end).split('\n', 1);
  if (!AFTERWARDS.test(first) || !onlyLooksBack(first)) return null;
  return { family, number: null, figures: [], rest: first.length, label: first.trim(), goesOn: true };
}

const STATUS_BEFORE =
  /^[\s\-*•]*(?:pupils?\s+(?:who\s+are\s+)?)?(?:persistent|severe)(?:ly)?\s+absen\w+(?:\s+(?:pupils|children|students))?\s*[:(–-]\s*(?:attendance\s+(?:of\s+|is\s+|at\s+)?)?$/i;

/** "Persistent absence (below 90%)" alone on its line: a status with its figure. */
function isStatusWith(text: string, figure: Figure): boolean {
  return (
    STATUS_BEFORE.test(text.slice(0, figure.start)) &&
    !/[a-z]{4}/i.test(text.slice(figure.end).replace(/attendance/i, ''))
  );
}

/** A line that sets out several steps, each with its figure, is read as the sentences that it is made of. */
function tellsMore(line: Line, figures: readonly Figure[]): boolean {
  if (line.kind === 'heading') return false;
  const triggers = figures.filter(({ sense }) => sense === 'trigger');
  // "Attendance at 95%: letter 1. … At 90%: referral."
  const answered = figures.filter(
    ({ sense, end }) => (sense === 'trigger' || sense === 'point') && /^\s*[:=→]\s*[a-z]/i.test(line.text.slice(end)),
  );
  if (answered.length > 1 && /[.;]\s/.test(line.text.slice(answered[0]?.end, answered[1]?.start))) return true;
  // "On the third day … . On the fifth day …": sentences, not a label with what is done.
  if (/^\W*(?:on|by|from)\s/i.test(line.text)) {
    const told = line.text.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((one) => /^\W*(?:on|by|from|after)\s/i.test(one));
    if (told.length > 1 && triggers.length > 1) return true;
  }
  // "Three lates in a week lead to a detention. Six lates in a half term lead to a meeting."
  const [one, other] = triggers;
  if (one && other && one.unit !== 'percent' && /[.;]\s+\W{0,3}$/.test(line.text.slice(one.end, other.start)))
    return true;
  const parts = triggers.length > 1 ? statementsOf(line.text, triggers) : [];
  return parts.filter(({ figures: [first] }) => first?.metric === triggers[0]?.metric).length > 1;
}

/** "Day 3: a visit", "Day three of absence – …", "1st Day:"; not "Day 1 of term was sunny". */
function isDayHead(text: string, end: number, line: Line): boolean {
  const rest = text.slice(end);
  // "First day calling", "First day absence procedure": the name of the whole.
  if (/^\s+(?:calling|calls?|contact|response|procedures?|absences?\s+(?:calls?|calling|procedures?))\b/i.test(rest))
    return false;
  // "First day of absence: what the office does" opens a section.
  if (line.kind === 'heading' && /^[^:–-]{0,24}[:–-]\s(?:what|how|who)\b/i.test(rest)) return false;
  return (
    line.kind === 'heading' ||
    /^\s*(?:[:.(\-–]|$|of\s+(?:\w+\s+){0,2}(?:absence|illness)|absent|absence|\(|no\s+contact)/i.test(rest)
  );
}

// No policy has a step below it but for severe absence.
const LOWEST_POINT = 40;

/** "21.4%; national 26.5%": how many pupils, and no attendance that anybody falls to. */
function isShare({ unit, value, band }: Figure): boolean {
  return unit === 'percent' && !band && value < LOWEST_POINT;
}

function withoutNumber(label: string): string {
  return label.replace(/(?<!\S)\S+\s*$/, (number) => ' '.repeat(number.length));
}

const AND_BESIDE = /^(?:and|but)\s+([^:–-]{5,70}?)\s{0,3}(?::|[–-]\s)/i;
const COLUMNS = /^\s{3,}[A-Z][a-z]/;

/** A figure is a head where a mark, a line's end or few words follow it; in a sentence it is not. */
function isFigureHead(text: string, figure: Figure, line: Line): boolean {
  // Arrows of a chart lead on to what is done.
  const rest = text
    .slice(figure.end)
    .replace(/[↓⇓⬇▼]/g, ' ')
    .trim();
  if (line.kind === 'heading' || rest === '') return true;
  // Columns that lost their lines.
  if (/^\s{3,}\S/.test(text.slice(figure.end)) && COLUMNS.test(text.slice(figure.end))) return true;
  // "If attendance falls below 93%, a letter is sent": a sentence, whatever its figure's place.
  if (/^[\s\-*•]*(?:if|where|when|should|once|after)\b/i.test(text)) return /^[:-]/.test(rest);
  // "Drops below 93% and you have had Letter 1 already – Letter 2, …"
  const beside = figure.unit === 'percent' && line.kind === 'item' ? AND_BESIDE.exec(rest)?.[1] : undefined;
  if (beside && looksBack(beside)) return true;
  if (figure.unit !== 'percent') return COUNT_MARK.test(text.slice(figure.end));
  return /^(?:attendance\s*)?(?:[:=\-–).;,/|]|\(|=>|→)/i.test(rest) || /^(?:attendance\s+)?[A-Z]/.test(rest);
}
