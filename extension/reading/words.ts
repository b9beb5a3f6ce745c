/** What a column, judged by its heading alone, says that it holds. Its values have the last word. */
export type HeadingMeaning =
  | 'name'
  | 'surname'
  | 'forename'
  | 'id'
  | 'year'
  | 'session'
  | 'date'
  | 'mark'
  | 'percent'
  | 'possible'
  | 'attended'
  | 'educatedElsewhere'
  | 'absent'
  | 'authorised'
  | 'unauthorised'
  | 'late'
  | 'unexplained'
  /** A count or a share, by a heading with words that could change what it is. */
  | 'doubtful'
  | 'other';

export type CountUnit = 'sessions' | 'days' | 'lessons';

/** In this order: the first that matches wins, so what is narrower stands before what is wider. */
const MEANINGS: readonly (readonly [RegExp, HeadingMeaning])[] = [
  [
    /\b(?:target|previous|last year|change|trend|difference|benchmark|national|rank|streak|consecutive|continuous)\b/,
    'other',
  ],
  // A column of its own, shorter period.
  [
    /\b(?:last|past|this|current) (?:\d{1,3} )?(?:days?|weeks?|months?|half|half-terms?|terms?)\b|\bweek(?:ly)?\b/,
    'other',
  ],
  [/\bminutes?\b|\bmins?\b/, 'other'],
  [/\blate[a-z]* after\b|\bafter (?:the )?(?:register|registration|reg\b|close)|\blate both\b/, 'other'],
  [/\bun-? ?auth|\bunauthori[sz]/, 'unauthorised'],
  [/\bauth\b|\bauthori[sz]/, 'authorised'],
  [
    /\bunexplained\b|\bmissing\b|\bnot (?:yet )?(?:taken|recorded|received|known)\b|\bno (?:reason|mark)/,
    'unexplained',
  ],
  [/\b(?:present|attended)\b.{0,12}\baea\b|\baea\b.{0,12}\b(?:present|attended)\b/, 'attended'],
  [/\b(?:aea|approved ed[a-z]*|educational activit(?:y|ies)|educated (?:off|elsewhere))\b/, 'educatedElsewhere'],
  [/\bposs\b|\bpossible\b/, 'possible'],
  [/\bpresent\b|\battended\b|\battendances\b/, 'attended'],
  [/\b(?:fore|first|given)[- ]?names?\b.{1,12}\b(?:sur|last |family )name\b/, 'name'],
  [/\b(?:sur|last |family )name\b.{1,12}\b(?:fore|first |given )names?\b/, 'name'],
  [/\bsurname\b|\blast name\b|\bfamily name\b/, 'surname'],
  [/\bforenames?\b|\bfirst name\b|\bgiven name\b|\bpreferred name\b/, 'forename'],
  [/\bupn\b|\badm(?:ission)?\b|\badno\b|\b(?:pupil|student|learner) (?:id|no|number|ref)|^id$|\bidentifier\b/, 'id'],
  [/\babsen(?:t|ces?)\b|\bmissed\b/, 'absent'],
  [/^l$|\blates?\b|\blateness\b/, 'late'],
  [/^(?:full |legal |pupil |student )?name|\b(?:pupil|student|child|learner)s?\b/, 'name'],
  [
    /^(?:year|yr|nc year|year group|form|class|reg|reg group|registration group|tutor group|tutor|house|group)$/,
    'year',
  ],
  [/^session$|^am ?\/ ?pm$|^half ?day$/, 'session'],
  [/(?<!\bto )\bdate\b|^day$/, 'date'],
  [/\bcode\b|\bmark\b/, 'mark'],
  [/%|\bper ?cent(?:age)?\b|\bpct\b|\battendance\b|\bytd\b|\byear to date\b/, 'percent'],
];

const SHARE = /%|\bper ?cent(?:age)?\b|\bpct\b|\brate\b/;
/** A heading that says only that a share stands below: of what, the heading above it says, or nothing does. */
const BARE_SHARE = /^(?:%|\(%\)|per ?cent(?:age)?|pct|rate)$/;
/** What a heading can say that its column states of each pupil in numbers. */
export const FIGURES: ReadonlySet<HeadingMeaning> = new Set([
  'percent',
  'possible',
  'attended',
  'educatedElsewhere',
  'absent',
  'authorised',
  'unauthorised',
  'late',
]);

/** Words of controls in a heading, and those that change nothing of what a count is. Any other word could: "predicted", "class", "HT1", "points", "needed". */
const PLAIN_WORDS = new Set(
  `sort sorted ascending descending asc desc click activate column columns filter menu options remove hide
  a abs absence absences absent academic activities activity actual aea all am and approved are as at att attend attendance
  attendances attended auth authorised authorized available before by call child closed code codes count counts cumulative
  current date day days each ed educated education educational elsewhere excused figures for from full half in inc incl
  including is l late lateness lates learner lesson lessons made mark marks missed missing no not number of off offsite on or out overall own
  pct per percent percentage plus pm poss possible presence present pupil rate received recorded reg register registration
  roll school sess session sessions site so far statistical statutory student sum taken that the this those to total totals
  u un unauth unauthorised unauthorized unexplained visits was were whole year yet ytd`.split(/\s+/),
);
/** Two kinds in one count, or the opposite of one: "late and absent", "authorised + unauthorised", "not attended". */
const TWO_KINDS =
  /\b(?:not|non)\b.{0,200}(?:attend|present)|\blate.{0,200}(?:absen|auth)|(?:absen|auth).{0,200}\blate|\bauth.{0,200}\bun-? ?auth|\bun-? ?auth.{0,200} auth|(?:present|attended).{0,200}(?:absen|auth)|(?:absen|auth).{0,200}(?:present|attended)|\bpresent\b(?!.{0,200}(?:\+|and|inc|plus|&)).{0,200}\blate|(?:attended|present|absen|auth|late).{0,200} of (?:the )?(?:sessions )?poss|\bposs.{0,200}(?:absen|auth|late)/;
/** A group of columns for a part of the time, for other times, or of what has not come to pass. */
const OTHER_TIME =
  /\b(?:autumn|spring|summer|winter|michaelmas|lent|trinity|half|ht|terms?|months?|weeks?|last|previous|prior|next|targets?|forecasts?|predicted|projected|expected|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:\b|[a-z]*\d)|\d/;

/** What the heading's words say; `path` is the group heading, then the column's own. */
export function headingMeaning(path: readonly string[]): HeadingMeaning {
  const own = normalise(path.at(-1) ?? '');
  const whole = normalise(path.join(' '));
  for (const text of own === whole || BARE_SHARE.test(own) ? [whole] : [own, whole]) {
    for (const [words, meaning] of MEANINGS) {
      if (!words.test(text)) continue;
      // "Authorised %" is a share of the possible sessions and not the attendance.
      if (meaning !== 'attended' && meaning !== 'percent' && meaning !== 'other' && SHARE.test(text))
        return FIGURES.has(meaning) ? 'doubtful' : 'other';
      if (FIGURES.has(meaning) && !isPlain(path)) return 'doubtful';
      return meaning === 'attended' && SHARE.test(text) ? 'percent' : meaning;
    }
  }
  return 'other';
}

/** Whether a heading says that it is a share, and not of what. */
export function isBareShare(heading: string): boolean {
  return BARE_SHARE.test(normalise(heading));
}

/** No word of the heading is unknown, its group names no other time, and it is not for one half of the day. */
function isPlain(path: readonly string[]): boolean {
  const [last, groups] = [normalise(path.at(-1) ?? ''), normalise(path.slice(0, -1).join(' '))];
  const own = BARE_SHARE.test(last) ? `${groups} ${last}` : last;
  const words: string[] = own.match(/[\p{L}\d]+/gu) ?? [];
  const halves = `${groups} ${own}`;
  const ofOneHalf = /\b[ap]m\b/.test(halves) && !/\bam\b.{0,200}\bpm\b/.test(halves);
  return words.every((word) => PLAIN_WORDS.has(word)) && !OTHER_TIME.test(groups) && !ofOneHalf && !TWO_KINDS.test(own);
}

/** The unit that a text names: sessions are half days. Null when it names none or several. */
export function unitIn(text: string): CountUnit | null {
  const words = normalise(text);
  const units = new Set<CountUnit>();
  if (/\bsessions?\b|\bhalf[- ]?days?\b|\bam ?[/&] ?pm\b|\broll ?calls?\b/.test(words)) units.add('sessions');
  if (/\bdays?\b/.test(words.replace(/\bhalf[- ]?days?\b|\blast \d{1,3} days?\b|\bschool days?\b/g, ' ')))
    units.add('days');
  if (/\blessons?\b|\bteaching periods?\b|\bclass(?:es)? (?:missed|attended)\b/.test(words)) units.add('lessons');
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** Lower case, one space, no punctuation at the ends: CSS upper-cases headings, and sort arrows trail them. */
export function normalise(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[▲▼↑↓⇅↕*:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const TOTAL_ROW =
  /^(?:grand |sub-?|class |group |school |year |overall )?(?:totals?|averages?|mean|overall|summary|sum|all pupils|all students|whole school|median|count)\b/;

/** "Number present", "% absent", "Pupils marked", "Present": a row that counts the rows above it. */
const COUNT_ROW =
  /^(?:(?:numbers?|nos?\.?|percent(?:age)?|%|how many|out of|of which) )?(?:of )?(?:all )?(?:pupils?|students?|children|learners?|boys|girls|present|absent|absences?|lates?|marked|unmarked|on roll|missing|possible|authori[sz]ed|unauthori[sz]ed|attend(?:ed|ing|ance))(?: (?:present|absent|late|marked|unmarked|on roll|missing|am|pm|total|count|sessions?|absences?|%|:))*$/;

/** "8B average", "Year 8 total": a row that sums up the class above it. */
const CLASS_ROW = /^(?:\S{1,12} ){1,3}(?:totals?|sub-?totals?|averages?|mean)$/;

/** Whether a row's first words say that it sums others up. */
export function isTotalLabel(text: string): boolean {
  const words = normalise(text).replace(/(?<![:.])[:.]+$/, '');
  return TOTAL_ROW.test(words) || COUNT_ROW.test(words) || CLASS_ROW.test(words);
}
