import type { Sequence, Trigger } from '../schema.ts';
import type { Ladder, Rung } from './rung.ts';

/** Which of the ladders of a school a ladder is, by what its rungs count and what stands above it. */
export function sequenceOf(ladder: Ladder): Sequence {
  const metrics = ladder.rungs.flatMap(({ trigger }) => metricsOf(trigger));
  const count = (...names: string[]): number => metrics.filter((metric) => names.includes(metric)).length;
  const percent = ladder.rungs.filter(({ trigger }) => isPercent(trigger)).length;
  if (percent > 0 && percent >= count('lateMarks')) return 'main';
  if (count('lateMarks') > 0 && count('lateMarks') * 2 >= metrics.length) return 'lateness';
  // Days of a year or a term added up, and not the days of one absence.
  const addedUp = ladder.rungs.filter(({ trigger }) => trigger.metric === 'absenceDays' && trigger.window).length;
  if (addedUp > 0 && count('consecutiveAbsenceDays') === 0) return 'main';
  // "3 days of absence: text. 10 days of absence: meeting" with nobody to reach: days of a year, whatever it leaves out.
  const inAll = ladder.rungs.filter(({ trigger }) => trigger.metric === 'absenceDays').length;
  if (inAll > 1 && inAll === ladder.rungs.length && !CHASES.test(`${ladder.about} ${wordsOf(ladder)}`)) return 'main';
  if (count('consecutiveAbsenceDays', 'absenceDays') > 0 && percent === 0 && count('unauthorisedSessions') === 0)
    return 'firstDay';
  const told = ladder.rungs.map(wordsOfRung);
  const about = ladder.about.replace(BOTH, ' ');
  // What counts days is of no lateness, whatever its words mention.
  const days = count('unauthorisedDays') > 0 && count('lateMarks', 'unauthorisedSessions') === 0;
  // Sessions added up are of no first day, whatever is done about them.
  const added = count('sessions', 'unauthorisedSessions') === ladder.rungs.length;
  let best: Sequence = 'other';
  let most = 0;
  for (const [sequence, pattern] of ABOUT) {
    const votes = told.filter((words) => pattern.test(words)).length + (pattern.test(about) ? told.length / 2 : 0);
    if (votes > most && !(days && sequence === 'lateness') && !(added && sequence === 'firstDay'))
      [best, most] = [sequence, votes];
  }
  return best;
}

/** "Attendance and punctuality" over a whole policy: of either. */
const BOTH =
  /\battendance\s+(?:and|&)\s+(?:punctuality|lateness)\b|\b(?:punctuality|lateness)\s+(?:and|&)\s+attendance\b/gi;

function wordsOf({ rungs }: Ladder): string {
  return rungs.map(wordsOfRung).join(' ');
}

function wordsOfRung({ title, trigger, actions }: Rung): string {
  return [title, trigger.condition ?? '', ...actions].join(' ');
}

/** What is done about a pupil who is away now. */
const CHASES =
  /\b(?:no\s+(?:contact|reason|reply|response|news|word)|not\s+(?:\w+\s+){0,2}(?:heard|reported|contact\w*)|unexplained|unreported|first\s+day|consecutive|home\s+visits?|visit\w*\s+(?:the\s+)?home|safe\s+and\s+well|welfare\s+check|police|emergency|missing|whereabouts|illness|doctor|medical|continu\w+|return\w*)\b/i;

/**
 * Whether a ladder counts sessions and most of its rungs come before any penalty: where a school has no ladder by
 * percentage, this is its main one, though a fine stands at its end.
 */
export function countsFromSupport({ rungs }: Ladder): boolean {
  const counted = rungs.filter(({ trigger }) => metricsOf(trigger).some((metric) => COUNTED.includes(metric)));
  const fined = rungs.filter(({ title, actions }) => PENALTY.test([title, ...actions].join(' ')));
  return counted.length > 1 && counted.length * 2 > rungs.length && fined.length * 2 < rungs.length;
}

/** Whether a rung counts sessions or days without leave. */
export function countsSessions({ rungs }: Ladder): boolean {
  return rungs.some(({ trigger }) => metricsOf(trigger).some((metric) => COUNTED.includes(metric)));
}

const COUNTED = ['unauthorisedSessions', 'unauthorisedDays', 'sessions'];
const PENALTY = /\bpenalty\s+(?:notices?|fines?)|\bfines?\b|\bfixed\s+penalty|\bnotice\s+to\s+improve/i;

const ABOUT: readonly (readonly [Sequence, RegExp])[] = [
  [
    'missingPupil',
    /\bmissing\s+(?:from\s+(?:site|school|lessons)|pupils?|students?|child(?:ren)?)\b|\b(?:pupil|child|student)s?\s+(?:going\s+|who\s+go\s+)?missing\b|\babscond/i,
  ],
  ['truancy', /\btruan/i],
  ['penalty', PENALTY],
  ['legal', /\blegal|\bprosecut|\bsupervision\s+orders?|\bstatutory|\bcourt/i],
  ['lateness', /\blate(?:ness)?\b|\bpunctual/i],
  [
    'firstDay',
    /\bnot\s+(?:\w+\s+){0,2}heard\b|\bheard\s+nothing\b|\b(?:nobody|no\s+one)\s+has\s+(?:told|let|been\s+in\s+touch|rung|contacted)\b|\bno\s+(?:message|word|news)\b|\bno\s+contact|\bemergency\s+contact|\bhome\s+visit|\bfirst\s+day|\bday\s+of\s+absence|\bdaily\b|\bunexplained/i,
  ],
];

/** Whether a trigger names a percentage of attendance or absence. */
export function isPercent(trigger: Trigger): boolean {
  return trigger.band !== undefined || trigger.unit === 'percent' || (trigger.anyOf ?? []).some(isPercent);
}

function metricsOf(trigger: Trigger): string[] {
  if (trigger.anyOf) return trigger.anyOf.flatMap(metricsOf);
  return trigger.band ? ['attendance'] : trigger.metric ? [trigger.metric] : [];
}
