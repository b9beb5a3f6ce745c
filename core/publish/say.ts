import { bandText, openEndOf } from '../policy/open-band.ts';
import { OPERATOR_WORDS } from '../policy/operator-words.ts';
import type { Metric, Step, Trigger } from '../policy/schema.ts';
import { MONTHS } from '../text/months.ts';
import { oneLine } from '../text/one-line.ts';

/** "2025-09-18" as "18 September 2025", "2025-09" as "September 2025"; anything else as it is. */
export function sayDate(date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!match) return date;
  const month = MONTHS[Number(match[2]) - 1] ?? '';
  return match[3] ? `${Number(match[3])} ${month} ${match[1]}` : `${month} ${match[1]}`;
}

/** "08:50" as "8.50 am", "12:00" as "12 noon". */
export function sayClock(clock: string): string {
  if (clock === '12:00') return '12 noon';
  const hour = Number(clock.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}.${clock.slice(3)} ${hour < 12 ? 'am' : 'pm'}`;
}

const COUNTED: Record<string, string> = {
  absence: 'absence',
  unauthorisedSessions: 'unauthorised sessions',
  unauthorisedDays: 'unauthorised days',
  consecutiveAbsenceDays: 'days absent in a row',
  absenceDays: 'days absent',
  lateMarks: 'late marks',
  sessions: 'sessions missed',
  penaltyNotices: 'penalty notices',
};

/** A step by its own name where it has one ("Stage 2: letter"), else by its number and title. */
export function sayStep({ order, sub, title }: Pick<Step, 'order' | 'sub' | 'title'>): string {
  return isNumbered(title) ? title : `Step ${order}${sub ?? ''}: ${title}`;
}

/** Whether a step's name brings its own number: "Stage 2: letter". */
export function isNumbered(name: string): boolean {
  return NUMBERED.test(name);
}

const NUMBERED = /^(?:step|stage|tier|level|phase|wave|cohort|route|letter|day)\s+\w{1,6}\b/i;

/**
 * What a step is called: its printed title; where the title is only the first words of its sentence, the sentence as far
 * as its first pause, so that no name ends in mid-air. A clause that only says when ("If attendance falls below 93%")
 * gives way to the first thing that is then done.
 */
export function nameOfStep(title: string, sentence: string, deed?: string): string {
  const name = plain(title);
  const said = plain(sentence);
  const isCutOff = said.startsWith(name) && /^[\w£’',]|^ [\w£‘“(]/.test(said.slice(name.length));
  const clause = isCutOff ? clauseOf(said) : name;
  return deed !== undefined && CONDITION.test(clause) ? clauseOf(plain(deed)) : clause;
}

function clauseOf(said: string): string {
  const pause = said.slice(0, PAUSE.exec(said)?.index ?? said.length).trim();
  const clause = pause.replace(DANGLING, '');
  if (clause.length <= LONGEST_NAME) return clause;
  return `${clause.slice(0, clause.lastIndexOf(' ', LONGEST_NAME)).replace(DANGLING, '')} …`;
}

const CONDITION = /^(?:if|when|where|once|after|should|in the (?:case|event) of|failing|failure)\b/i;
/** A word at the end that leads to what was left off. */
const DANGLING =
  /(?:[,;:]? (?:and|or|but|if|when|where|then|so|that|which|who|are|is|be|to|of|for|in|on|at|with|within|by|the|a|an|not|any|their)){1,3}$/i;

/** Text on one line, with an ellipsis where it is longer than so many letters. */
export function shortened(text: string, longest: number): string {
  const words = oneLine(text);
  return words.length <= longest ? words : `${words.slice(0, longest - 3).trimEnd()}…`;
}

/** Text on one line, without the marks of bold and italic. */
export function plain(text: string): string {
  return text
    .replace(/[*_]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const LONGEST_NAME = 90;
/** Where a sentence can be left off: at a comma and the like, or before its condition ("… when a pupil has"). */
const PAUSE = /[,;:](?= )|[.!?](?= [A-Z]|$)|(?<=\w \w{1,30} \w{1,30}) (?:when|where|if|once|after|until|unless)\b/i;

/** The first letter as at the start of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SHARES: Partial<Record<Metric, string>> = {
  attendance: 'attendance',
  unauthorisedSessions: 'unauthorised absence',
};

/** When a step begins, in a few words a parent would use. */
export function sayTrigger(trigger: Trigger): string {
  if (trigger.anyOf) return trigger.anyOf.map(sayTrigger).join(' or ');
  const parts: string[] = [];
  if (trigger.band) parts.push(`attendance ${bandText(trigger)}${ofTime(trigger)}`);
  if (openEndOf(trigger) === null && trigger.metric && trigger.op && trigger.value !== undefined) {
    const bound = OPERATOR_WORDS[trigger.op];
    const count = { '<': 'fewer than ', '<=': 'at most ', '>=': '', '>': 'more than ' }[trigger.op];
    if (trigger.metric === 'attendance' || trigger.unit === 'percent')
      parts.push(`${SHARES[trigger.metric] ?? 'absence'} ${bound} ${trigger.value}%${ofTime(trigger)}`);
    else parts.push(sayCount(trigger.metric, trigger.value, trigger.op, count, trigger.window));
  }
  if (trigger.afterStep !== undefined)
    parts.push(
      `after step ${trigger.afterStep}${trigger.window && !trigger.metric ? ` (${trigger.window})` : ''}, where things have not improved`,
    );
  const { condition } = trigger;
  if (parts.length === 0) return condition || 'when a person judges so';
  // That the step before has not helped is said above; whatever else the policy asks beside its figure is in its own words.
  const more = condition && trigger.afterStep === undefined ? ` (“${shortened(condition, LONGEST_NAME)}”)` : '';
  return parts.join(', and ') + more;
}

/** The time over which a percentage is taken, where it is named: "(half term)". The window of a later step is its wait. */
function ofTime({ window, afterStep }: Trigger): string {
  return window && afterStep === undefined ? ` (${window})` : '';
}

function sayCount(
  metric: string,
  value: number,
  op: string,
  before: string,
  window: string | null | undefined,
): string {
  const within = window ? ` in ${window.replace(/^(?=half[- ]term|term|school year|year|week)/, 'a ')}` : '';
  if (metric === 'consecutiveAbsenceDays' && op === '>=')
    return value === 1 ? 'the first day of an absence' : `${value} days of absence in a row${within}`;
  const noun = COUNTED[metric] ?? metric;
  return `${before}${value} ${value === 1 ? noun.replace(/s(?= |$)/, '') : noun}${op === '>=' ? ' or more' : ''}${within}`;
}
