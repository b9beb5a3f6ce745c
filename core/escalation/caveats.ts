import type { Day } from '../attendance/day.ts';
import { dayFromNumber } from '../attendance/day.ts';
import type { DoubtfulSession } from '../attendance/mark-log.ts';
import type { Mark } from '../attendance/pupil.ts';
import { dayNumberFast, dayOfSlot, sessionOfSlot } from '../attendance/session.ts';
import { registerCode } from '../guidance/codes.ts';
import { type Figures, isOfYearBefore } from './figures.ts';
import { inWords, list, plural } from './sentence.ts';
import type { View } from './view.ts';

/** What the data does not show, in plain words: marks that could not be counted, totals that disagree, rows left out. */
export function caveatsOf(view: View): string[] {
  const { figures } = view;
  const said = [...lostRows(figures), ...(figures.totals ? totalsCaveats(figures) : markCaveats(figures))];
  const { later } = view.records;
  if (later > 0)
    said.push(`${plural(later, 'action')} after ${inWords(figures.asOf)} ${later === 1 ? 'is' : 'are'} left out.`);
  for (const { action, why } of view.records.unmatched)
    said.push(
      `The action of ${inWords(action.date)}${rowText([action])} is left out: ${why} (${JSON.stringify(action.step)}).`,
    );
  return said;
}

/** Rows about the pupil that could not be read; a string of marks is one, so that there are seldom many. */
function lostRows({ pupil }: Figures): string[] {
  const lost = pupil.lost ?? [];
  const said = lost.slice(0, MOST_LOST_SAID).map(({ row, message }) => `Row ${row} of the register: ${message}`);
  const more = lost.length - said.length;
  if (more > 0) said.push(`${plural(more, 'more row')} of the register could not be read.`);
  return said;
}

const MOST_LOST_SAID = 10;

function markCaveats(figures: Figures): string[] {
  const { log } = figures;
  const said: string[] = [];
  for (const session of log.doubtful) said.push(...doubtText(session));
  for (const mark of log.repeated)
    said.push(`${at(mark)} has the same mark ${code(mark)} twice${rowText([mark])}; it is counted once.`);
  for (const mark of log.undated)
    said.push(`${JSON.stringify(mark.date)}${rowText([mark])} is no date; the mark is left out.`);
  if (log.unmarked.length > 0)
    said.push(
      `${plural(log.unmarked.length, 'session')} without a mark (blank or "-") ${log.unmarked.length === 1 ? 'is' : 'are'} not counted.`,
    );
  if (log.later > 0)
    said.push(
      `${plural(log.later, 'mark')} after ${inWords(figures.asOf)} ${log.later === 1 ? 'is' : 'are'} left out.`,
    );
  if (figures.possible === 0 && log.doubtful.length === 0)
    said.push('There is no possible session in this school year up to the day, so attendance cannot be told.');
  return said;
}

function doubtText(session: DoubtfulSession): string[] {
  const when = `${inWords(dayOfSlot(session.slot))} ${sessionOfSlot(session.slot)}`;
  const rows = rowText(session.marks);
  const codes = list(session.marks.map(code));
  switch (session.doubt) {
    case 'unknown code': {
      const retired = registerCode(session.marks[0]?.code.trim().toUpperCase() ?? '');
      return [
        retired
          ? `${when}${rows}: code ${codes} was not in force on that day${retired.replacedBy.length > 0 ? ` (now ${retired.replacedBy.join(', ')})` : ''}; the mark is not counted.`
          : `${when}${rows}: code ${codes} is not a register code that we know; the mark is not counted.`,
      ];
    }
    case 'two marks':
      return [`${when}${rows}: two different marks, ${codes}; the session is not counted.`];
    case 'school closed':
      return [
        `${when}${rows}: mark ${codes} on a session for which the calendar has the school closed; it is not counted.`,
      ];
    case 'weekend':
      return [`${when}${rows}: mark ${codes} at a weekend that no calendar opens; it is not counted.`];
    case 'not on roll':
      return [`${when}${rows}: mark ${codes} outside the days on which the pupil was enrolled; it is not counted.`];
    case 'lost':
      // Its row is told.
      return [];
  }
}

function totalsCaveats(figures: Figures): string[] {
  const { totals, pupil } = figures;
  const said = [...(totals?.problems ?? [])];
  if (totals?.possible === 0) said.push('No session was possible, so attendance cannot be told.');
  else if (totals?.possible == null && totals?.percent)
    said.push(
      `Only a rounded percentage is known (${totals.percent.text}%): sessions possible and attended would settle what lies within its rounding.`,
    );
  else if (totals?.possible == null && !(pupil.totals?.from && isOfYearBefore(pupil.totals.from, figures)))
    said.push('Neither totals nor a percentage are given, so attendance cannot be told.');
  const from = pupil.totals?.from;
  const to = pupil.totals?.to;
  if (!from && !to) said.push('The totals are taken as this school year to date, since they name no period.');
  if (from && isOfYearBefore(from, figures)) said.push(yearBeforeText(figures, from));
  else if (from && startsLate(from, figures))
    said.push(`The totals begin on ${inWords(from)}; what came before in this school year is not known.`);
  if (to && to > figures.asOf) said.push(`The totals run to ${inWords(to)}, past ${inWords(figures.asOf)}.`);
  if (to && to < figures.asOf) said.push(`The totals end on ${inWords(to)}; what came after is not known.`);
  return said;
}

function yearBeforeText(figures: Figures, from: Day): string {
  const { possible, attended } = figures.pupil.totals ?? {};
  const sessions = possible == null || attended == null ? '' : ` (${attended} of ${possible} attended)`;
  const start = inWords(dayFromNumber(figures.yearStart));
  return `The totals${sessions} begin on ${inWords(from)}, before this school year (${start}), so attendance in this school year cannot be told from them.`;
}

/** Schools have opened by then: totals that begin later leave sessions of the school year out. */
const OPEN_BY = 44;

/** Whether sessions of the school year lie before the totals: known ones, or those that a September surely has. */
function startsLate(from: Day, { calendar, yearStart, asOfDay }: Figures): boolean {
  const first = dayNumberFast(from);
  for (let slot = yearStart * 2; slot < first * 2; slot++) if (calendar.wasOpen(slot, asOfDay)) return true;
  return first > yearStart + OPEN_BY;
}

function at(mark: Mark): string {
  return `${inWords(mark.date)} ${mark.session}`;
}

function code(mark: Mark): string {
  return mark.code.trim();
}

function rowText(marks: readonly { row?: number | undefined }[]): string {
  const rows = marks.flatMap((mark) => (mark.row === undefined ? [] : [mark.row]));
  return rows.length === 0 ? '' : ` (${rows.length === 1 ? 'row' : 'rows'} ${list(rows.map(String))})`;
}
