import { citeProvision } from '../../guidance/provisions.ts';
import { sessionsOfAYear } from '../../guidance/thresholds.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import { type Hit, sentenceAt } from '../../policy/document.ts';
import type { FactOf } from '../../policy/schema.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

// Authors round half days up or down, so two sessions either way are no slip.
const ROUNDING = 2;
const AGREEING = 3;

const DAYS_AND_SESSIONS = phrase(
  new RegExp(
    `(?<!\\d\\.)\\b(${CARDINAL}) (?:school |missed |lost |full )?days?(?: of absence| missed)?(?:,? (?:which|that|or|i\\.?e\\.?),?)? ?(?:\\(|is|are|=|means?|equals?|makes?|,)? ?(?:the same as |equivalent to |the equivalent of )?(${CARDINAL}) sessions\\b`,
    'gi',
  ),
  'sessions',
);
const SESSIONS_AND_DAYS = phrase(
  new RegExp(
    `(?<!\\d\\.)\\b(${CARDINAL}) (?:half[- ]day )?sessions?(?: of absence| missed)? ?(?:\\(|=|is|are|equals?|means?|makes?|, that is,?|, or|,? i\\.?e\\.?,?) ?(?:usually |normally )?(?:(?:the )?equivalent (?:to|of) |equal to |the same as |i\\.?e\\.? )?(${CARDINAL}) (?:school |full |whole )?days\\b`,
    'gi',
  ),
  'session',
);
const OUT_OF = phrase(
  /\b(\d{1,3}) sessions? (?:of absence |missed |absent )?(?:in|out of|of|from) (\d{2,3})\b[^.;]{0,60}?\battendance (?:of|is|at) (?:about )?(\d{1,3}(?:\.\d{1,2})?) ?%/gi,
  'session',
);

// "80% attendance is the same as a day off every fortnight": of five days a week.
const EVERY = phrase(
  /\b(\d{2}(?:\.\d)?) ?(?:%|per ?cent)(?: attendance)?[^.;%\d]{0,70}?\b(half a|a half|½ ?a?|one|a|1|two|2) (?:whole |full |school )?days?(?: off| missed| of absence| absent| away)?(?: school)? (?:in )?(?:every|each|a|per|of) ((?:single |school )?week|(?:two|2|other|second) (?:school )?weeks?|fortnight)\b/gi,
  'week',
  'fortnight',
);
// "One day off a week adds up to 38 days over the year."
const ADDS_UP = phrase(
  /\b(half a|one|a|1|two|2) (?:whole |full |school )?days? (?:(?:off|missed|away|absent|of absence|lost|out) )?(?:in )?(?:every|each|a|per) (week|fortnight)\b[^.;\d]{0,40}?\b(?:over|about|around|to|is|are|means?|makes?|=) (?:about |around |over |nearly |almost )?(\d{2,3}) (?:school )?days\b[^.;]{0,20}?\b(?:a|per|over|in|each|of) (?:a |the |one |each )?(?:whole |school |academic )*year\b/gi,
  'week',
  'fortnight',
);
// "A child at 90% has missed 19 days of the 190-day year."
const AT_A_PERCENTAGE = phrase(
  /\b(\d{2}(?:\.\d)?) ?(?:%|per ?cent)(?: attendance)?[^.;%\d]{0,30}?\b(?:has |have |will have |means |is )?(?:missed|misses|missing|lost|losing|loses) (?:about |around |over |nearly |almost )?(\d{1,3}(?:\.5)?) (?:school )?(days|sessions) (?:of|out of|in|over|from) (?:a |the |one |each )?(?:whole |school |academic |190[- ]day ){0,2}year\b/gi,
  'miss',
  'los',
);
// "After 4 … After a further 4 (8 in all) … After a further 4 (12 in all)."
const FURTHER = phrase(
  /\b(?:a further|another) ([a-z]+|\d{1,3})\b[^.;()]{0,30}\(([a-z]+|\d{1,3}) (?:[a-z]+ )?(?:in (?:all|total)|altogether|so far)\)/gi,
  'further',
  'another',
);
// "Being ten minutes late every day adds up to six days a year."
const LATE_EVERY_DAY = phrase(
  /\b([a-z]+|\d{1,2}) minutes? late (?:every|each|a) (?:single |school )?day\b[^.;\d]{0,60}?\b(\d{1,2}|[a-z]+)(?: school| whole| full)? (hours|days|weeks)\b[^.;]{0,40}\b(?:year|yearly|annually)\b/gi,
  'minute',
);
// "There are 365 days in a year and 190 are school days, which leaves 165."
const DAYS_LEFT = phrase(
  /\b36[56] days\b[^.;]{0,60}?\b(1[89]\d) (?:of (?:them|these|which) )?(?:are )?(?:school|at school|days (?:at|in|of) school)[^.;]{0,60}?\b(1\d\d)(?: other| more| non-school)? (?:days?|left|remaining|for)\b/gi,
  '365',
  '366',
);
const DAYS_OF_A_YEAR = 365;
const HOURS_OF_A_DAY = [4.5, 7] as const;
const GENEROUSLY = 1.3;
const DAYS_OF_A_WEEK = 5;
const WEEKS_OF_A_YEAR = 38;
const ROUGHLY = 2.5;
// Authors say 36 to 40 for a day a week.
const NEARLY = 0.1;

/** The attendance left where so many days are missed in so many weeks, in percent. */
function attendanceMissing(days: string, weeks: string): number {
  const missed = /half|½/i.test(days) ? 0.5 : /^(?:two|2)$/i.test(days) ? 2 : 1;
  const possible = /two|2|other|second|fortnight/i.test(weeks) ? 2 * DAYS_OF_A_WEEK : DAYS_OF_A_WEEK;
  return 100 - (100 * missed) / possible;
}

/** A row of an attendance table whose figures do not agree. */
export const sumsAgree = defineRule({
  id: 'document/sums-agree',
  topic: 'arithmetic',
  title: 'Days, sessions and percentages agree',
  duty: 'internal',
  citations: [citeProvision('attendance-baseline')],
  why: 'Parents read such tables first; a day is two sessions, and a school year has 190 days.',
  *check(context) {
    const year = sessionsOfAYear.valueOn(context.asOf)?.value;
    if (year === undefined) return;
    const facts = context.facts('equivalence');
    for (const hit of context.find(DAYS_AND_SESSIONS)) {
      const [days, sessions] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (days === null || sessions === null || sessions === days * 2 || isToldByRow(facts, hit)) continue;
      yield {
        message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(SESSIONS_AND_DAYS)) {
      const [sessions, days] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (days === null || sessions === null || sessions === days * 2 || isToldByRow(facts, hit)) continue;
      yield {
        message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(OUT_OF)) {
      const [missed, possible, printed] = [hit.match[1], hit.match[2], hit.match[3]].map(Number);
      if (missed === undefined || !possible || printed === undefined || missed > possible) continue;
      const due = Math.round((1000 * (possible - missed)) / possible) / 10;
      if (Math.abs(due - printed) <= 0.5) continue;
      yield {
        message: `${missed} of ${possible} sessions missed is an attendance of ${due}%; ${printed}% is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(EVERY)) {
      const [, percent = '', days = '', weeks = ''] = hit.match;
      // "10% absence is half a day every week": what is missed, not what is left.
      const isOfAbsence = /^\d{2}(?:\.\d)? ?(?:%|per ?cent) (?:of )?absen/i.test(hit.match[0]);
      const left = attendanceMissing(days, weeks);
      const due = isOfAbsence ? 100 - left : left;
      if (Math.abs(due - Number(percent)) <= ROUGHLY || /\b(?:below|under|between)\b/i.test(hit.match[0])) continue;
      yield {
        message: `So many days missed are an ${isOfAbsence ? 'absence' : 'attendance'} of ${due}%; ${percent}% is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(ADDS_UP)) {
      const [, days = '', each = '', printed = ''] = hit.match;
      const due = (yearShare(days) * WEEKS_OF_A_YEAR) / (each === 'week' ? 1 : 2);
      if (Math.abs(due - Number(printed)) <= due * NEARLY) continue;
      yield {
        message: `So many days a ${each} are ${due} in a school year; ${printed} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(DAYS_LEFT)) {
      const [school, left] = [Number(hit.match[1]), Number(hit.match[2])];
      const due = DAYS_OF_A_YEAR - school;
      if (Math.abs(due - left) <= 1) continue;
      yield {
        message: `${DAYS_OF_A_YEAR} days less ${school} are ${due}; ${left} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(LATE_EVERY_DAY)) {
      const [minutes, printed] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (minutes === null || printed === null) continue;
      const hours = (minutes * DAYS_OF_A_WEEK * WEEKS_OF_A_YEAR) / 60;
      const unit = hit.match[3]?.toLowerCase();
      const [shortest, longest] = HOURS_OF_A_DAY;
      const said = unit === 'weeks' ? printed * DAYS_OF_A_WEEK : printed;
      const [least, most] = unit === 'hours' ? [hours, hours] : [hours / longest, hours / shortest];
      if (said >= least / GENEROUSLY && said <= most * GENEROUSLY) continue;
      yield {
        message: `${minutes} minutes a day are about ${Math.round(hours)} hours in a school year; ${printed} ${unit} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(AT_A_PERCENTAGE)) {
      const [words, percent = '', printed = '', unit = ''] = hit.match;
      const due = ((year * (100 - Number(percent))) / 100) * (unit === 'days' ? 0.5 : 1);
      if (Math.abs(due - Number(printed)) <= Math.max(ROUNDING, due * 0.06)) continue;
      if (/\b(?:below|under|between|than)\b/i.test(words)) continue;
      yield {
        message: `At ${percent}% a pupil misses ${due} ${unit} of a year; ${printed} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    let before: { readonly hit: Hit; readonly total: number } | null = null;
    for (const hit of context.find(FURTHER)) {
      const [more, total] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (more === null || total === null) continue;
      const isNext: boolean = before !== null && hit.placed.index - before.hit.placed.index <= 1;
      const due: number | null = before && isNext ? before.total + more : null;
      if (due !== null && due !== total)
        yield {
          message: `${due - more} and a further ${more} are ${due}; ${total} is printed.`,
          at: { start: hit.start, end: hit.end },
        };
      before = { hit, total };
    }
    // Where other lines have the sums of a year, a line that has not is a slip, and no sum of a term.
    const isOfAYear =
      facts.filter(({ attendancePercent, days, sessions }) => {
        const missed = sessions ?? (days ?? Number.NaN) * 2;
        return (
          attendancePercent !== undefined && Math.abs(missed - (year * (100 - attendancePercent)) / 100) <= ROUNDING
        );
      }).length >= AGREEING;
    for (const { attendancePercent, days, sessions, span } of facts) {
      const at = { start: span.start.offset, end: span.end.offset };
      if (days !== undefined && sessions !== undefined && Math.abs(sessions - days * 2) > ROUNDING - 1)
        yield { message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`, at };
      else if (attendancePercent !== undefined && (sessions !== undefined || days !== undefined)) {
        const missed = sessions ?? (days ?? 0) * 2;
        const due = (year * (100 - attendancePercent)) / 100;
        // A table for a term or a week has other sums; only a year's is checked.
        const saysYear =
          /\b(?:in|over|across|per) (?:a|the|one|each) (?:whole |full )?(?:school |academic )?year\b/i.test(
            sentenceAround(context, at),
          );
        if (!saysYear && (missed < due * 0.6 || missed > due * 1.6)) continue;
        if (Math.abs(missed - due) <= Math.max(ROUNDING, due * 0.06)) continue;
        yield {
          message: `At ${attendancePercent}% a pupil misses ${due} of ${year} sessions in a year (${due / 2} days); ${sessions !== undefined ? `${sessions} sessions` : `${days} days`} is printed.`,
          at,
          doubtful: !isOfAYear && !saysYear,
        };
      }
    }
  },
  examples: {
    good: [
      {
        title: 'half a day a week',
        markdown: '90% attendance means half a day missed every week, or one day every two weeks.',
      },
      { title: 'days and other days', markdown: 'There are 190 days, and 5 training days; 380 sessions are counted.' },
      {
        title: 'a row that agrees',
        markdown:
          '| Attendance | Days missed | Sessions missed |\n|---|---|---|\n| 90% | 19 days | 38 sessions |\n| 80% | 38 days | 76 sessions |',
      },
    ],
    bad: [
      {
        title: 'a running total',
        markdown:
          'After a further 3 late marks (6 in all) there is a detention. After «a further 3 late marks (8 in all)» parents come in.',
        says: '6 and a further 3 are 9; 8 is printed.',
      },
      {
        title: 'a day a week',
        markdown: '«One day off a week adds up to 20 days over the year».',
        says: 'So many days a week are 38 in a school year; 20 is printed.',
      },
      {
        title: 'days in every so many weeks',
        markdown: 'An attendance of «80% is the same as missing one day every two weeks» of school.',
        says: 'So many days missed are an attendance of 90%; 80% is printed.',
      },
      {
        title: 'days and sessions in a clause',
        markdown: 'The year has «190 school days, which is 360 sessions».',
        says: '190 days are 380 sessions; 360 is printed.',
      },
      {
        title: 'sessions taken for days',
        markdown: 'As you know, «ten sessions is the equivalent of ten school days».',
        says: '10 days are 20 sessions; 10 is printed.',
      },
      {
        title: 'a row that does not',
        markdown:
          '| Attendance | Days missed | Sessions missed |\n|---|---|---|\n| 90% | 19 days | 38 sessions |\n| «80% | 38 days | 72 sessions» |',
        says: '38 days are 76 sessions; 72 is printed.',
      },
    ],
  },
});

/** Whether the days and sessions stand in a line whose figures are compared as a whole. */
function isToldByRow(facts: readonly FactOf<'equivalence'>[], { start, end }: Place): boolean {
  return facts.some(
    ({ days, sessions, span }) =>
      days !== undefined &&
      sessions !== undefined &&
      Math.abs(sessions - days * 2) > ROUNDING - 1 &&
      span.start.offset < end &&
      span.end.offset > start,
  );
}

/** Days of the words "half a", "one" and "two". */
function yearShare(days: string): number {
  return /half/i.test(days) ? 0.5 : /^(?:two|2)$/i.test(days) ? 2 : 1;
}

/** The sentence that a fact stands in. */
function sentenceAround(context: RuleContext, place: Place): string {
  const placed = context.blockAt(place);
  return placed ? sentenceAt(placed.block, place.start - placed.offset).text : '';
}
