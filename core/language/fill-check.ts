import type { Day } from '../attendance/day.ts';
import { registerOpenMinutes } from '../guidance/thresholds.ts';
import { readPolicy } from '../policy/parse.ts';
import type { Fact, TimeField } from '../policy/schema.ts';
import type { FillField } from './placeholders.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { clock, factTitle } from './words.ts';

type TimeFact = Extract<Fact, { kind: 'time' }>;

const A_CLOCK = /^\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?)?$|^\d{1,2}\s?[ap]\.?m\.?$|^(?:12\s)?(?:noon|midday)$/i;
const AN_EMAIL = /^[^\s@]{1,64}@[^\s@.]{1,64}(?:\.[^\s@.]{1,64})+$/;
const A_PERCENTAGE = /^(\d{1,3}(?:\.\d{1,2})?)\s?%?$/;
const SAYS_PERCENTAGE = /percent|%/i;
const LETTER = /\p{L}/u;

/** What must come before what in a school day. */
const ORDER: readonly (readonly [first: TimeField, later: TimeField])[] = [
  ['gatesOpen', 'schoolDayStart'],
  ['schoolDayStart', 'schoolDayEnd'],
  ['amRegisterOpens', 'amRegisterCloses'],
  ['amRegisterMarkedBy', 'amRegisterCloses'],
  ['pmRegisterOpens', 'pmRegisterCloses'],
  ['pmRegisterMarkedBy', 'pmRegisterCloses'],
  ['lunchStart', 'lunchEnd'],
];
const REGISTERS: readonly (readonly [opens: TimeField, closes: TimeField])[] = [
  ['amRegisterOpens', 'amRegisterCloses'],
  ['pmRegisterOpens', 'pmRegisterCloses'],
];

/**
 * Why the words cannot be right for a field of the template, in a sentence, by what the rest of the policy says and the
 * rules of a day; null when nothing speaks against them. Nothing typed is refused because of it: the school decides.
 */
export function fillProblem(snapshot: PolicySnapshot, field: FillField, typed: string, asOf: Day): string | null {
  const words = typed.trim();
  if (words === '') return null;
  if (field.expects === 'time') return timeProblem(snapshot, field, words, asOf);
  if (field.expects === 'contact') return contactProblem(words);
  if (isPercentage(snapshot.text, field)) {
    const value = Number(A_PERCENTAGE.exec(words)?.[1] ?? Number.NaN);
    return value >= 0 && value <= 100 ? null : 'Write a percentage from 0 to 100, such as 96.';
  }
  if (field.expects === 'name' && !LETTER.test(words)) return 'Write a name.';
  return null;
}

/** Whether it asks for one, or a per cent sign stands after it. */
function isPercentage(text: string, { asks, places }: FillField): boolean {
  if (places.some(({ field }) => field === 'percentage' || field === 'target') || SAYS_PERCENTAGE.test(asks))
    return true;
  return places.some(({ span }) =>
    text
      .slice(span.end.offset, span.end.offset + 2)
      .trimStart()
      .startsWith('%'),
  );
}

function contactProblem(words: string): string | null {
  if (words.includes('@')) return AN_EMAIL.test(words) ? null : 'This is not a whole e-mail address.';
  const digits = words.replace(/\D/g, '');
  // A person or a page may be named with it; then a machine cannot say.
  if (digits === '') return null;
  const national = words.trimStart().startsWith('+44') ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
  if (LETTER.test(words) && digits.length < 5) return null;
  const isNumber = national.startsWith('0') && (national.length === 10 || national.length === 11);
  return isNumber ? null : `A telephone number has 10 or 11 digits and begins with 0; this one has ${digits.length}.`;
}

function timeProblem(snapshot: PolicySnapshot, field: FillField, words: string, asOf: Day): string | null {
  if (!A_CLOCK.test(words)) return 'Write a time of day, such as 8:50am or 15:15.';
  for (const place of field.places) {
    for (const said of timesSaid(snapshot.text, place.span, words)) {
      const problem = clash(snapshot, said, asOf);
      if (problem) return problem;
    }
  }
  return null;
}

/** What the line says once the words stand in it. */
function timesSaid(text: string, { start, end }: Fact['span'], words: string): TimeFact[] {
  const from = text.lastIndexOf('\n', start.offset - 1) + 1;
  const newline = text.indexOf('\n', end.offset);
  const line = text.slice(from, start.offset) + words + text.slice(end.offset, newline < 0 ? text.length : newline);
  const at = start.offset - from;
  return readPolicy(line).parsed.facts.filter(
    (fact): fact is TimeFact => fact.kind === 'time' && fact.span.start.offset <= at && at < fact.span.end.offset,
  );
}

function clash({ parsed }: PolicySnapshot, said: TimeFact, asOf: Day): string | null {
  const known = (field: TimeField): TimeFact | undefined =>
    parsed.facts.find(
      (fact): fact is TimeFact => fact.kind === 'time' && fact.field === field && fact.scope === said.scope,
    );
  for (const [first, later] of ORDER) {
    const other = said.field === first ? known(later) : said.field === later ? known(first) : undefined;
    if (!other) continue;
    const [early, late] = said.field === first ? [said, other] : [other, said];
    if (minutes(early.value) >= minutes(late.value) && early.field !== late.field)
      return `${factTitle(late)} at ${clock(late.value)}, which is not after ${lower(factTitle(early))} at ${clock(early.value)}.`;
  }
  const most = registerOpenMinutes.valueOn(asOf)?.value;
  for (const [opens, closes] of REGISTERS) {
    const other = said.field === opens ? known(closes) : said.field === closes ? known(opens) : undefined;
    if (!other || most === undefined) continue;
    const open = Math.abs(minutes(said.value) - minutes(other.value));
    if (open > most)
      return `The register would stay open for ${open} minutes; ${most} are the most that guidance allows.`;
  }
  return null;
}

function minutes(value: string): number {
  return Number(value.slice(0, 2)) * 60 + Number(value.slice(3, 5));
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
