import { dayFromNumber } from '../attendance/day.ts';
import { AFTER_CLOSE, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import { both, keep } from '../attendance/kept.ts';
import { penaltyThreshold, persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { Operator } from '../policy/schema.ts';
import { dueFrom, recordedOn } from './after.ts';
import { attendanceSide, type Figures } from './figures.ts';
import { holds, satisfies } from './holds.ts';
import { countNational, daysForReason } from './national.ts';
import { standing } from './notices.ts';
import { eitherWay, inWords, percentText, plural } from './sentence.ts';
import { stretchOf } from './since.ts';
import { spanInWords } from './span-of-time.ts';
import { attendanceOf } from './status.ts';
import { countOf } from './tally.ts';
import type { AfterTest, BandTest, CountTest, PercentTest, Rung, Test } from './test.ts';
import { type Held, type NO, UNKNOWN, type View, YES } from './view.ts';

/** One plain clause that says how the test stands at the moment, with its comparison in whole numbers; `held` is its answer. */
export function describe(test: Test, held: Held, view: View): string {
  switch (test.kind) {
    case 'percent':
    case 'band':
    case 'count':
    case 'national':
      test.told ??= new Map();
      return remembered(test.told, '', test, held, '', view);
    case 'status': {
      const line = (test.status === 'persistent' ? persistentAbsencePercent : severeAbsencePercent).valueOn(
        view.figures.asOf,
      );
      return line
        ? `${test.status} absence is ${line.value}% or more missed: ${compared(view.figures, (100 - line.value) * 1000, '<=')}${inDoubt(test, held, view)}`
        : `no line for ${test.status} absence is known on the day`;
    }
    case 'notices': {
      const range = standing(view);
      return range
        ? `penalty notices that stand to one parent: ${range.least === range.most ? range.least : `${range.least} to ${range.most}`}, the step asks for ${test.op === '>' ? 'more than ' : ''}${test.notices}`
        : 'no actions file shows the penalty notices';
    }
    case 'after':
      return describeAfter(test, view);
    // Words are asked, and never said to hold or not.
    case 'words':
    case 'everyone':
      return 'it is for all pupils';
    case 'all':
      return decisive(test, held, '; and ', view);
    case 'any':
      return decisive(test, held, '; or ', view);
  }
}

/** The sentence that the step holds, or does not: made once for the same figures, since many pupils have the same. */
export function sentenceOf({ test, opening, told }: Rung, held: typeof YES | typeof NO, view: View): string {
  return held === YES
    ? remembered(told.holds, opening.holds, test, held, '.', view)
    : remembered(told.doesNot, opening.doesNot, test, held, '.', view);
}

/** The clause of the test between the two, made once for the same figures. */
function remembered(
  told: Map<number, string>,
  before: string,
  test: Test,
  held: Held,
  behind: string,
  view: View,
): string {
  const key = figuresIn(test, held, view);
  if (key < 0) return before + tell(test, held, view) + behind;
  return told.get(key) ?? keep(told, key, before + tell(test, held, view) + behind);
}

function tell(test: Test, held: Held, view: View): string {
  switch (test.kind) {
    case 'percent':
      return describePercent(test, view) + inDoubt(test, held, view);
    case 'band':
      return describeBand(test, held, view) + inDoubt(test, held, view);
    case 'count':
      return describeCount(test, view);
    case 'national':
      return describeNational(view);
    default:
      return describe(test, held, view);
  }
}

/**
 * All that the clause depends on beside the test, as one number: 0 where that is nothing, -1 where it is more than one
 * count of marks.
 */
function figuresIn(test: Test, held: Held, view: View): number {
  const { figures } = view;
  // Totals may be of any size, and marks in doubt are more than the figures.
  if (figures.totals || figures.doubts.length > 0) return -1;
  switch (test.kind) {
    case 'percent':
    case 'band':
      return both(figures.absent, figures.possible) + 1;
    case 'count': {
      const range = countOf(test, view);
      return range ? both(range.least, range.most) + 1 : -1;
    }
    case 'national': {
      // The threshold and the days for a reason stand in the clause: kept are those of one law, the newest.
      if (penaltyThreshold.valueOn(figures.asOf) !== penaltyThreshold.entries[0]) return -1;
      const { counted, awaiting, age, answer, reachesBefore } = countNational(view);
      const before = answer === UNKNOWN && reachesBefore ? 1 : 0;
      return age === null ? both(both(counted, awaiting), before) + 1 : -1;
    }
    case 'after':
      return recordedOn(test, view) === null ? 0 : -1;
    case 'all':
    case 'any':
      return figuresInParts(test, held, view);
    default:
      return -1;
  }
}

/** Which parts decide, and the figures of the one that has any; -1 where more than one has. */
function figuresInParts(whole: WholeTest, held: Held, view: View): number {
  let deciding = 0;
  let figures = 0;
  for (const part of whole.tests) {
    deciding *= 2;
    if (holds(part, view) !== held) continue;
    deciding++;
    const inPart = figuresIn(part, held, view);
    if (inPart < 0 || (inPart > 0 && figures > 0)) return -1;
    figures += inPart;
  }
  const all = figures * 2 ** whole.tests.length + deciding;
  return Number.isSafeInteger(all) ? all : -1;
}

type WholeTest = Extract<Test, { tests: Test[] }>;

/** The parts that decide, those whose answer is the answer of the whole, in one clause. */
function decisive(whole: WholeTest, held: Held, joint: string, view: View): string {
  let clause = '';
  for (const part of whole.tests)
    if (holds(part, view) === held)
      clause = clause === '' ? describe(part, held, view) : clause + joint + describe(part, held, view);
  return clause;
}

const OPERATOR_WORDS = { '<': 'below', '<=': 'or below', '>': 'above', '>=': 'or above' };

function describePercent(test: PercentTest, view: View): string {
  const shared = test.sharedWith ? ` (exactly ${percentText(test.percent)}% is in ${test.sharedWith.name})` : '';
  const printed =
    test.op === '<' || test.op === '>'
      ? `${OPERATOR_WORDS[test.op]} ${percentText(test.percent)}%`
      : `${percentText(test.percent)}% ${OPERATOR_WORDS[test.op]}`;
  return `${printed}${shared}: ${compared(view.figures, test.percent, test.sharedWith ? '<' : test.op)}`;
}

/** What is added where marks in doubt decide, whatever they were, and the certain ones alone would decide otherwise. */
function inDoubt(test: Test, held: Held, view: View): string {
  const { figures } = view;
  const doubts = figures.doubts.length;
  if (doubts === 0 || held === UNKNOWN) return '';
  const certain = holds(test, { ...view, figures: { ...figures, doubts: [] } });
  return certain === held ? '' : `; ${eitherWay(doubts)} it ${held === YES ? 'holds' : 'does not hold'}`;
}

/** "38 of 380 possible sessions missed; it takes 38 (38 × 100 is at least 10 × 380)". */
function compared(figures: Figures, percent: number, op: PercentTest['op']): string {
  const { possible, attended } = attendanceOf(figures);
  if (possible === null || attended === null)
    return figures.totals?.percent
      ? `only ${figures.totals.percent.text}%, a rounded figure, is known`
      : 'the sessions are not known';
  if (possible === 0) return 'no session was possible yet';
  const absent = possible - attended;
  const missed = 100_000 - percent;
  let unit = 1000;
  while (missed % unit !== 0) unit /= 10;
  const left = (absent * 100_000) / unit;
  const right = (missed / unit) * possible;
  const sign = left < right ? '<' : left > right ? '>' : '=';
  const sum = `${absent} × ${100_000 / unit} ${sign} ${missed / unit} × ${possible}`;
  const line = (missed * possible) / 100_000;
  // "Short", not "more": further absences make further sessions possible, so that it takes more of them.
  const least = op === '<' ? Math.floor(line) + 1 : Math.ceil(line);
  const takes =
    op === '>' || op === '>='
      ? `it holds up to ${op === '>' ? Math.ceil(line) - 1 : Math.floor(line)}`
      : absent >= least
        ? `it holds from ${least}`
        : `${least - absent} short of the ${least} of ${possible} from which it holds`;
  return `${absent} of ${possible} possible sessions missed, ${takes} (${sum})${roundedOtherwise(attended, possible, percent, op)}`;
}

/** Where a system that rounds would show a figure on the other side of the line. */
function roundedOtherwise(attended: number, possible: number, percent: number, op: Operator): string {
  const exact = satisfies(attended * 100_000, op, percent * possible);
  if (attended * 100_000 === percent * possible && (op === '<' || op === '>'))
    return `; exactly ${percentText(percent)}% is not ${OPERATOR_WORDS[op]} it`;
  for (let unit = 100; unit <= 1000; unit *= 10) {
    const shown = Math.floor((2 * attended * 100_000 + unit * possible) / (2 * unit * possible)) * unit;
    if (satisfies(shown, op, percent) !== exact)
      return `; a system that rounds to ${unit === 100 ? 'one decimal' : 'whole numbers'} shows ${percentText(shown)}%, which would answer otherwise`;
  }
  return '';
}

function describeBand(test: BandTest, held: Held, view: View): string {
  const { figures } = view;
  const high = test.sharedWith?.from ?? test.high;
  const isOut = test.sharedWith !== undefined || test.below === true;
  const range = test.oneSided
    ? `${percentText(test.low)}% or above`
    : `${percentText(test.low)} to ${isOut ? 'below ' : ''}${percentText(high)}%`;
  // The end that decides: the low one for the top band, and for those who have fallen below it.
  const isBelow = attendanceSide(figures, test.low, null).most < 0;
  const isLow = high >= 100_000 || isBelow;
  const stands = isLow ? compared(figures, test.low, '>=') : compared(figures, high, isOut ? '<' : '<=');
  // Below its own low end it can only hold because no other band does.
  const nowhere = test.reaches && test.reaches.percent >= 0 ? 'and is the milder' : 'and is the lowest';
  return `${range}: ${stands}${isBelow && held === YES ? `; it is taken, since attendance is in no band, ${nowhere}` : ''}`;
}

/** What the count counts: the noun, and what stands behind it in the singular as in the plural. */
function counted(test: CountTest): [noun: string, more: string] {
  if (test.byCode) return ['session', ` of code ${test.byCode}`];
  switch (test.bits) {
    case LATE:
      return ['late mark', ' (L)'];
    case AFTER_CLOSE:
      return ['late mark', ' after the register closed (U)'];
    case LATE | AFTER_CLOSE:
      return ['late mark', ' (L and U)'];
    case UNAUTHORISED:
      return ['unauthorised session', ''];
    default:
      return ['absent session', ''];
  }
}

const COUNT_WORDS = { '>=': 'from', '>': 'above', '<': 'below', '<=': 'up to' };

function describeCount(test: CountTest, view: View): string {
  if (test.unclear !== undefined) return `what is printed cannot be counted: ${JSON.stringify(test.unclear)}`;
  const range = countOf(test, view);
  const when = test.window ? `in ${spanInWords(test.window)}` : 'in this school year';
  const [noun, more] = counted(test);
  if (!range) return `${noun}s${more} ${when} cannot be counted from what is known`;
  const found = range.least === range.most ? plural(range.most, noun) : `${range.least} to ${plural(range.most, noun)}`;
  const where = test.inARow ? 'in a row, up to the last one' : when;
  const days =
    test.days === undefined
      ? ''
      : `, since ${plural(test.days, 'day')} ${test.days === 1 ? 'is' : 'are'} ${plural(test.sessions, 'session')}`;
  return `${found}${more} ${where}, it holds ${COUNT_WORDS[test.op]} ${test.sessions}${days}`;
}

const REACHES_BEFORE = ', and the window reaches back before the first mark that is known';

function describeNational(view: View): string {
  const { totals, asOf } = view.figures;
  const threshold = penaltyThreshold.valueOn(asOf);
  if (!threshold) return `no national threshold is known on ${inWords(asOf)}`;
  const { sessions, schoolWeeks } = threshold.value;
  const weeks = plural(schoolWeeks, 'school week');
  if (totals?.unauthorised != null)
    return `the totals have ${plural(totals.unauthorised, 'unauthorised session')} in all, it holds from ${sessions} in ${weeks}`;
  if (totals) return 'the totals do not say how many sessions were unauthorised';
  const count = countNational(view);
  const waiting =
    count.awaiting > 0
      ? `, ${count.awaiting} more of code N still inside their ${plural(daysForReason(asOf), 'school day')}`
      : '';
  const why = count.age ? `, and ${count.age}` : count.answer === UNKNOWN && count.reachesBefore ? REACHES_BEFORE : '';
  return `${plural(count.counted, 'unauthorised session')} in the ${weeks}${waiting}, it holds from ${sessions}${why}`;
}

function describeAfter(test: AfterTest, view: View): string {
  const { earlier } = test;
  const taken = recordedOn(test, view);
  if (!earlier || taken === null) {
    test.unrecorded ??= `no action of this school year shows ${earlier?.name}`;
    return test.unrecorded;
  }
  const due = dueFrom(test, taken, view);
  const since = `${earlier.name} was taken on ${inWords(dayFromNumber(taken))}`;
  if (due.day === null)
    return `${since}, and nothing shows when ${test.window ? spanInWords(test.window) : 'the time'} ends`;
  if (view.asOfDay < due.day) return `${since}; it may follow from ${inWords(dayFromNumber(due.day))}`;
  return `${since}, and may follow since ${inWords(dayFromNumber(due.day))}${improvementText(test, taken, view)}`;
}

function improvementText(test: AfterTest, taken: number, view: View): string {
  if (test.improvement === null || view.figures.totals) return '';
  const before = stretchOf(view, view.figures.yearStart, taken).certain;
  const since = stretchOf(view, taken + 1, view.asOfDay).certain;
  const overall = `, ${before.attended + since.attended} of ${before.possible + since.possible} in the school year`;
  const target = test.target === null ? '' : `${overall}, the target is ${percentText(test.target)}%`;
  return `: ${since.attended} of ${since.possible} sessions attended since, ${before.attended} of ${before.possible} up to then${target}`;
}
