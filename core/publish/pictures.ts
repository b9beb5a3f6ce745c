import type { Element } from 'hast';
import { s } from 'hastscript';
import type { AttendancePolicy } from '../policy/schema.ts';
import { sayClock, sayStep, shortened } from './say.ts';
import type { WhatIfPiece } from './what-if.ts';

export interface DayMoment {
  clock: string;
  what: string;
}

/** Every moment of the school day that the policy names once and for all, in order of the clock. */
export function momentsOfDay(policy: AttendancePolicy): DayMoment[] {
  const moments: DayMoment[] = [];
  const add = (what: string, times: AttendancePolicy['day']['start']): void => {
    for (const { value, scope } of times) moments.push({ clock: value, what: scope ? `${what} (${scope})` : what });
  };
  add('Gates open', policy.day.gatesOpen);
  add('Be in school by', policy.day.arriveBy);
  add('School day starts', policy.day.start);
  add('Morning register opens', policy.registers.am.opens);
  add('Late mark from', policy.registers.am.markedBy);
  add('Tell us about an absence by', policy.reporting.absenceBy);
  add('Morning register closes', policy.registers.am.closes);
  add('We contact you if we have not heard', policy.reporting.firstDayContactFrom);
  add('Break', policy.day.breakStart);
  add('Lunch starts', policy.day.lunchStart);
  add('Lunch ends', policy.day.lunchEnd);
  add('Afternoon register opens', policy.registers.pm.opens);
  add('Late mark from (afternoon)', policy.registers.pm.markedBy);
  add('Afternoon register closes', policy.registers.pm.closes);
  add('School day ends', policy.day.end);
  add('Gates close', policy.day.gatesClose);
  return moments.toSorted((a, b) => a.clock.localeCompare(b.clock));
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The school day as a line with its moments, evenly set, with a wider gap where hours pass. The list beside it says the same in words. */
export function drawDay(moments: readonly DayMoment[]): Element | null {
  const first = moments[0];
  const last = moments.at(-1);
  if (!first || !last || moments.length < 3) return null;
  let y = 0;
  let before = minutes(first.clock);
  const marks = moments.map(({ clock, what }) => {
    const passed = minutes(clock) - before;
    before = minutes(clock);
    // Moments of one minute stand close, a long stretch of lessons stands apart; no label ever meets another.
    y += y === 0 ? 24 : Math.min(64, 26 + passed / 4);
    return { y, clock, what };
  });
  return s(
    'svg',
    {
      viewBox: `0 0 460 ${Math.round(y + 26)}`,
      role: 'img',
      'aria-labelledby': 'day-picture-title',
      className: ['picture'],
    },
    [
      s(
        'title',
        { id: 'day-picture-title' },
        `The school day from ${sayClock(first.clock)} to ${sayClock(last.clock)}, with ${moments.length} moments; the list beside it says the same.`,
      ),
      s('line', { x1: 96, x2: 96, y1: 24, y2: y, className: ['axis'] }),
      ...marks.flatMap((mark) => [
        s('circle', { cx: 96, cy: mark.y, r: 6, className: ['dot'] }),
        s('text', { x: 82, y: mark.y + 5, className: ['clock'], textAnchor: 'end' }, sayClock(mark.clock)),
        s('text', { x: 112, y: mark.y + 5 }, mark.what),
      ]),
    ],
  );
}

/** The ladder as a scale of attendance, from 100% at the top, with the step that holds on each stretch. */
export function drawLadder(pieces: readonly WhatIfPiece[]): Element | null {
  const shown = pieces.filter(({ highTenths, lowTenths }) => highTenths > lowTenths);
  if (shown.length < 2) return null;
  const rowHeight = 44;
  const rows = shown.map((piece, index) => {
    const y = index * rowHeight;
    const [first] = piece.steps;
    const more = piece.steps.length - 1;
    const width = 40 + (index / Math.max(1, shown.length - 1)) * 100;
    return s('g', [
      s('rect', {
        x: 106,
        y: y + 2,
        width,
        height: rowHeight - 4,
        rx: 6,
        className: ['rung', piece.steps.length > 0 ? 'is-step' : 'is-free'],
        style: `--depth:${index / shown.length}`,
      }),
      s('text', { x: 96, y: y + rowHeight / 2 + 5, textAnchor: 'end', className: ['clock'] }, saySideOf(piece)),
      s(
        'text',
        { x: 118, y: y + rowHeight / 2 + 5, className: ['on-rung'] },
        first ? `${first.order}${first.sub ?? ''}` : '–',
      ),
      s(
        'text',
        { x: 116 + width, y: y + rowHeight / 2 + 5 },
        first ? `${shortened(sayStep(first), more > 0 ? 36 : 46)}${more > 0 ? `, and ${more} more` : ''}` : 'No step',
      ),
    ]);
  });
  return s(
    'svg',
    {
      viewBox: `0 0 640 ${shown.length * rowHeight + 4}`,
      role: 'img',
      'aria-labelledby': 'ladder-picture-title',
      className: ['picture'],
    },
    [
      s(
        'title',
        { id: 'ladder-picture-title' },
        'The steps by attendance, from 100% at the top; the table below says the same.',
      ),
      ...rows,
    ],
  );
}

/** The end of a stretch that tells it from the one below: "from 94%", "90% or below". */
function saySideOf({ lowTenths, isLowIn, highTenths, isHighIn }: WhatIfPiece): string {
  if (lowTenths > 0) return `${isLowIn ? 'from' : 'above'} ${lowTenths / 10}%`;
  return isHighIn ? `${highTenths / 10}% or less` : `below ${highTenths / 10}%`;
}
