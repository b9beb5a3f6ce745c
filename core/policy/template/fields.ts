import { roleTitles } from '../readers/roles/titles.ts';
import type { Placeholder } from '../schema.ts';
import { DATE_LETTERS } from './date-letters.ts';
import type { Hole } from './forms.ts';

type Expects = Placeholder['expects'];

/** What a fill-in is for: one name for one meaning, and the sort of answer it takes. */
export function meaningOf(hole: Hole, before: string, after: string): { field: string; expects: Expects } {
  if (hole.kind === 'choice') return { field: choiceField(hole.options ?? []), expects: 'choice' };
  if (hole.kind === 'note') return { field: noteField(hole.inside), expects: 'instruction' };
  const inside = saidIn(hole.inside);
  if (hole.kind === 'optional')
    return /^(?:add|include|delete|remove|use|keep|optional)\b/i.test(inside)
      ? { field: camel(`optional ${lastWords(after === '' ? before : after, true)}`), expects: 'instruction' }
      : { field: camel(`include ${inside.replace(/^(?:and|or|also|plus)\s/i, '')}`), expects: 'choice' };
  if (isTime({ ...hole, inside }, before, after)) return { field: timeField(before, after), expects: 'time' };
  if (isSchoolName(inside, before, after)) return { field: 'schoolName', expects: 'name' };
  const role = roleField(before);
  if (/^(?:insert\s)?(?:number|no|figure|amount)$/i.test(inside) && UNIT.test(after))
    return { field: crossesField(before, after), expects: 'text' };
  if (/\b(?:telephone|phone|tel|e-?mail|contact|mobile|number)\b/i.test(inside))
    return { field: `${role ?? contactTopic(before, after)}Contact`, expects: 'contact' };
  if (/\b(?:trust|mat)\b.{0,12}\bname|\bname of (?:the )?trust/i.test(inside))
    return { field: 'trustName', expects: 'name' };
  if (/\b(?:mis|management information system)\b/i.test(inside)) return { field: 'mis', expects: 'text' };
  if (/\b(?:local authority|council|LA)\b/i.test(inside)) return { field: 'localAuthority', expects: 'name' };
  if (/\bdate\b/i.test(inside)) return { field: dateField(before), expects: 'text' };
  if (/\bnames?\b|\bwho\b/i.test(inside))
    return {
      field: camel(`${role ?? ''}`) === '' ? camel(`${topicOf(inside).replace(/^names?$/i, '')} name`) : `${role}Name`,
      expects: 'name',
    };
  if (inside === '' && /\b(?:call|phone|telephone|tel|ring|e-?mail|contact|text)\b[^.]{0,40}$/i.test(before))
    return { field: `${role ?? contactTopic(before, after)}Contact`, expects: 'contact' };
  if (inside === '' && role && /\b(?:is|are|called|named)\s{1,3}$/i.test(before))
    return { field: `${role}Name`, expects: 'name' };
  if (inside === '') return { field: crossesField(before, after), expects: 'text' };
  return { field: topicOf(inside) || camel(lastWords(before)) || 'text', expects: 'text' };
}

/** What a fill-in says of itself: crosses and the letters of a date say nothing but their sort. */
function saidIn(inside: string): string {
  if (/^x{1,5}(?:[:.]x{2})?$/i.test(inside)) return '';
  return DATE_LETTERS.test(inside) ? 'date' : inside;
}

function isSchoolName(inside: string, before: string, after: string): boolean {
  if (
    /\b(?:school|academy|setting)(?:'s)?\s+(?:name|logo)|\bname\s+of\s+(?:the\s+|your\s+)?(?:school|academy|setting)\b/i.test(
      inside,
    )
  )
    return true;
  if (inside !== '') return false;
  return (
    /^\s{0,3}[*_]{0,2}\s{0,2}(?:(?:primary|secondary|infant|junior|high|c\s?of\s?e|catholic|community|church|nursery)\s+){0,3}(?:school|academy|college)\b/i.test(
      after,
    ) ||
    (/\b(?:here\s+)?(?:at|welcome\s+to|pupils\s+of|governors\s+of)\s{1,3}[*_]{0,2}$/i.test(before.slice(-40)) &&
      !/^\s{0,2}(?:[ap]\.?m|%|hrs|o'clock)/i.test(after))
  );
}

function isTime(hole: Hole, before: string, after: string): boolean {
  if (/\btimes?\b|\bo'clock\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b/i.test(hole.inside)) return true;
  if (hole.inside !== '') return false;
  return (
    CLOCK_CROSSES.test(hole.text) ||
    /^\s{0,3}(?:[ap]\.?m\b|o'clock)/i.test(after) ||
    /\b(?:at|by|before|until)\s{1,3}\d{1,2}[:.]$/i.test(before)
  );
}

const CLOCK_CROSSES = /[xX][:.][xX]|[ap]\.?\s?m\b/i;

const TIMES: readonly [RegExp, string][] = [
  [
    /\b(?:report|inform|notify|call|ring|(?:tele)?phone|text|e-?mail|contact|let us know)\b[^.]{0,80}\b(?:absen|ill|away|school)/i,
    'reportAbsenceBy',
  ],
  [
    /\b(?:arrive|be (?:in|at) school|be on site|be in their class\w*)\b[^.]{0,50}\b(?:by|before|no later than)\s{0,3}$/i,
    'arriveBy',
  ],
  [/\bgates?\b[^.]{0,40}\b(?:close|shut|lock)/i, 'gatesClose'],
  [/\bgates?\b|\bdoors?\b/i, 'gatesOpen'],
  [/\bregist\w*\b[^.]{0,100}\b(?:ends?|finish(?:es)?)\b/i, 'RegisterCloses'],
  [/\b(?:end|ends|finish|finishes|home time|closes? for the day)\b/i, 'schoolDayEnd'],
  [/\blunch\b(?![^.]{0,60}\bregist)/i, 'lunchStart'],
  [/\bregist\w*\b[^.]{0,120}\b(?:kept|left|remains?|stays?) open (?:until|till|to)\b/i, 'RegisterCloses'],
  [/\bregist\w*\b[^.]{0,60}\bclos|\bclos\w*\b[^.]{0,60}\bregist/i, 'RegisterCloses'],
  [/\b(?:marked|completed|taken)\s+by\b|\blate mark|\bmarked late\b/i, 'RegisterMarkedBy'],
  [/\bregist/i, 'RegisterOpens'],
  [/\b(?:start|starts|begins?|opens?)\b|\bschool day\b/i, 'schoolDayStart'],
];

function timeField(before: string, after: string): string {
  const lead = before.slice(-160);
  const words = TIMES.some(([cue]) => cue.test(lead)) ? lead : `${lead} ${after.slice(0, 80)}`;
  const field = TIMES.find(([cue]) => cue.test(words))?.[1] ?? 'time';
  if (!field.startsWith('Register')) return field;
  const afternoon = /\b(?:pm|p\.m|afternoon|lunch\w*|second session)\b/i.test(`${lead} ${after.slice(0, 12)}`);
  return `${afternoon ? 'pm' : 'am'}${field}`;
}

function roleField(before: string): string | null {
  const title = roleTitles(before.slice(-200)).at(-1);
  return title ? title.is : null;
}

function contactTopic(before: string, after: string): string {
  return /\babsen/i.test(before) || /^[^.]{0,80}\babsen/i.test(after)
    ? 'absence'
    : /\battendance\b/i.test(before)
      ? 'attendance'
      : 'school';
}

function dateField(before: string): string {
  if (/\bnext\b|\bwill be reviewed\b|\breview date\b/i.test(before)) return 'nextReview';
  if (/\breview/i.test(before)) return 'lastReviewed';
  return /\b(?:approv|adopt|ratif)/i.test(before)
    ? 'approved'
    : camel(`${lastWords(before).replace(/\bdate$/i, '')} date`);
}

const UNIT = /^\s{0,3}((?:school |working )?(?:days?|weeks?|sessions?|minutes?|hours?|years?))\b/i;

function crossesField(before: string, after: string): string {
  if (/^\s{0,2}%/.test(after)) return 'percentage';
  const unit = UNIT.exec(after)?.[1];
  return camel(`${lastWords(before)} ${unit ?? ''}`) || 'text';
}

/** "[headteacher/head of school]": the same options mean the same choice, whatever their case and number. */
function choiceField(options: readonly string[]): string {
  const words = options.map((option) => option.toLowerCase().replace(/(?<!s)s\b/g, '')).join(' or ');
  return camel(words);
}

/** Two notes share a field only when they say the same. */
export function noteField(words: string): string {
  return camel(
    `note ${words
      .trim()
      .replace(/^note\b/i, '')
      .split(/\s+/)
      .slice(0, 6)
      .join(' ')}`,
  );
}

const SMALL =
  /^(?:insert|add|enter|your|the|a|an|of|this|that|to|be|is|are|and|or|e\.?g|please|here|state|specify|details?|for|example|will|as|with|by|on|in|at|from)$/i;

function topicOf(inside: string): string {
  return camel(
    inside
      .split(/(?:,\s*|(?<!\s)\s*)\be\.?g\b|\bfor example\b|[:;(]/i)[0]
      ?.split(/[^\p{L}\d]+/u)
      .filter((word) => word !== '' && !SMALL.test(word))
      .slice(0, 6)
      .join(' ') ?? '',
  );
}

function lastWords(before: string, first = false): string {
  const words = before.split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !SMALL.test(word));
  return (first ? words.slice(0, 3) : words.slice(-3)).join(' ');
}

function camel(words: string): string {
  return words
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}
