import { describe, expect, it } from 'vitest';
import type { CalendarEntry, Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { decided, type Given, marked } from './deciding.ts';
import { attendance, pupil, step, termDates, totals } from './ladders.ts';

/** What is said of a pupil's data before any step is looked at: sentences that do not speak of a step or a status. */
function caveats(who: PupilRecord, given?: Given): string[] {
  return decided([step(1, '<20')], who, given).cannotTell.filter(
    (text) => !/^(?:Whether|The national|There was no national|At most|How many)/.test(text),
  );
}

const mark = (date: string, code: string, more: Partial<Mark> = {}): Mark => ({ date, session: 'AM', code, ...more });
const present = attendance(20, 0);
const with_ = (...marks: Mark[]): PupilRecord => pupil([...present, ...marks]);
const closed: CalendarEntry[] = [{ date: '2025-09-15', session: 'AM', open: false }];
const asOf = '2025-09-19';

describe('marks that are not counted', () => {
  it.each<[string, PupilRecord, Given, string[]]>([
    ['none', pupil(present), {}, []],
    [
      'a code that nobody knows',
      with_(mark('2025-09-15', '?', { row: 22 })),
      {},
      ['15 September 2025 AM (row 22): code ? is not a register code that we know; the mark is not counted.'],
    ],
    [
      'a retired code, in small letters, with what stands for it now',
      with_({ date: '2025-09-15', session: 'PM', code: ' j ' }),
      {},
      ['15 September 2025 PM: code j was not in force on that day (now J1); the mark is not counted.'],
    ],
    [
      'a code before there was one',
      pupil([...attendance(20, 0, '2024-06-03'), mark('2024-06-17', 'K')]),
      { asOf: '2024-06-21' },
      ['17 June 2024 AM: code K was not in force on that day; the mark is not counted.'],
    ],
    [
      'two marks for one session',
      with_(mark('2025-09-15', '/', { row: 22 }), mark('2025-09-15', 'O', { row: 23 })),
      {},
      ['15 September 2025 AM (rows 22 and 23): two different marks, / and O; the session is not counted.'],
    ],
    [
      'three of them',
      with_(mark('2025-09-15', '/'), mark('2025-09-15', 'O'), mark('2025-09-15', 'I')),
      {},
      ['15 September 2025 AM: two different marks, /, O and I; the session is not counted.'],
    ],
    [
      'a session that the calendar closes',
      with_(mark('2025-09-15', '/')),
      { entries: closed },
      ['15 September 2025 AM: mark / on a session for which the calendar has the school closed; it is not counted.'],
    ],
    [
      'a weekend',
      with_(mark('2025-09-13', '\\')),
      {},
      ['13 September 2025 AM: mark \\ at a weekend that no calendar opens; it is not counted.'],
    ],
    [
      'before the pupil was on roll',
      pupil([mark('2025-08-29', '/'), ...present], { enrolledFrom: '2025-09-01' }),
      {},
      ['29 August 2025 AM: mark / outside the days on which the pupil was enrolled; it is not counted.'],
    ],
    [
      'the same mark twice',
      with_(mark('2025-09-12', '/', { row: 22 })),
      {},
      ['12 September 2025 AM has the same mark / twice (row 22); it is counted once.'],
    ],
    [
      'a date that is none',
      with_(mark('31/09/2025', '/', { row: 22 })),
      {},
      ['"31/09/2025" (row 22) is no date; the mark is left out.'],
    ],
    ['a blank', with_(mark('2025-09-15', '-')), {}, ['1 session without a mark (blank or "-") is not counted.']],
    [
      'two blanks',
      with_(mark('2025-09-15', ''), mark('2025-09-16', '-')),
      {},
      ['2 sessions without a mark (blank or "-") are not counted.'],
    ],
    ['a mark after the day', with_(mark('2025-09-22', '/')), {}, ['1 mark after 19 September 2025 is left out.']],
    [
      'two of them',
      with_(mark('2025-09-22', '/'), mark('2025-09-23', 'O')),
      {},
      ['2 marks after 19 September 2025 are left out.'],
    ],
    [
      'no mark at all that counts',
      marked('####'),
      {},
      ['There is no possible session in this school year up to the day, so attendance cannot be told.'],
    ],
    [
      'a single mark that may count',
      pupil([mark('2025-09-15', '?')]),
      {},
      ['15 September 2025 AM: code ? is not a register code that we know; the mark is not counted.'],
    ],
  ])('%s', (_, who, given, expected) => {
    expect(caveats(who, { asOf, ...given })).toEqual(expected);
  });
});

describe('actions that are not used', () => {
  it.each<[string, Given['actions'], string[]]>([
    ['after the day', [['1', '2025-09-22']], ['1 action after 19 September 2025 is left out.']],
    [
      'two of them',
      [
        ['1', '2025-09-22'],
        ['1', '2025-09-23'],
      ],
      ['2 actions after 19 September 2025 are left out.'],
    ],
    ['on the day', [['1', '2025-09-19']], []],
    [
      'for no step of the policy',
      [{ pupilId: 'P1', step: 'home visit', date: '2025-09-12', row: 4 }],
      ['The action of 12 September 2025 (row 4) is left out: no step has that number or title ("home visit").'],
    ],
  ])('%s', (_, actions, expected) => {
    expect(caveats(pupil(present), { asOf, actions: actions ?? null })).toEqual(expected);
  });
});

describe('what totals do not say', () => {
  const asOf = '2026-06-30';
  const TO_DATE = 'The totals are taken as this school year to date, since they name no period.';
  const year = { from: '2025-08-01', to: asOf };
  it.each<[string, PupilRecord, Given, string[]]>([
    ['nothing is missing', totals({ possible: 300, attended: 290, ...year }), {}, []],
    ['no period', totals({ possible: 300, attended: 290 }), {}, [TO_DATE]],
    ['no end: to date', totals({ possible: 300, attended: 290, from: '2025-09-01' }), {}, []],
    [
      'no possible session',
      totals({ possible: 0, attended: 0, ...year }),
      {},
      ['No session was possible, so attendance cannot be told.'],
    ],
    [
      'a percentage alone',
      totals({ percent: '91.2', ...year }),
      {},
      [
        'Only a rounded percentage is known (91.2%): sessions possible and attended would settle what lies within its rounding.',
      ],
    ],
    [
      'neither totals nor a percentage',
      totals({ late: 3, ...year }),
      {},
      ['Neither totals nor a percentage are given, so attendance cannot be told.'],
    ],
    [
      'they begin in the school year before',
      totals({ possible: 300, attended: 290, from: '2025-07-31', to: asOf }),
      {},
      [
        'The totals (290 of 300 attended) begin on 31 July 2025, before this school year (1 August 2025), so attendance in this school year cannot be told from them.',
      ],
    ],
    [
      'so does a percentage',
      totals({ percent: '91.2', from: '2025-06-01', to: asOf }),
      {},
      [
        'The totals begin on 1 June 2025, before this school year (1 August 2025), so attendance in this school year cannot be told from them.',
      ],
    ],
    [
      'they begin after schools have opened',
      totals({ possible: 100, attended: 90, from: '2025-09-15', to: asOf }),
      {},
      ['The totals begin on 15 September 2025; what came before in this school year is not known.'],
    ],
    [
      'they begin when the last schools open',
      totals({ possible: 100, attended: 90, from: '2025-09-14', to: asOf }),
      {},
      [],
    ],
    [
      'they begin after this school has opened',
      totals({ possible: 100, attended: 90, from: '2025-09-04', to: asOf }),
      { entries: termDates('2025-09-03', '2025-09-30') },
      ['The totals begin on 4 September 2025; what came before in this school year is not known.'],
    ],
    [
      'they begin with the school',
      totals({ possible: 100, attended: 90, from: '2025-09-03', to: asOf }),
      { entries: termDates('2025-09-03', '2025-09-30') },
      [],
    ],
    [
      'they run past the day',
      totals({ possible: 300, attended: 290, from: '2025-09-01', to: '2026-07-10' }),
      {},
      ['The totals run to 10 July 2026, past 30 June 2026.'],
    ],
    [
      'they end before it',
      totals({ possible: 300, attended: 290, from: '2025-09-01', to: '2026-05-22' }),
      {},
      ['The totals end on 22 May 2026; what came after is not known.'],
    ],
    [
      'they disagree with themselves, and with the percentage beside them',
      totals({ possible: 300, attended: 290, authorised: 5, unauthorised: 10, percent: '91.0', ...year }),
      {},
      [
        'The totals disagree: 290 attended and 15 absent are not the 300 sessions that were possible.',
        'The totals say 290 of 300, which is not the 91.0% printed beside them; the totals are used.',
      ],
    ],
    [
      'they cannot be right',
      totals({ possible: 300, attended: 320, ...year }),
      {},
      [
        'The totals cannot be right: 320 attended of 300 possible.',
        'Neither totals nor a percentage are given, so attendance cannot be told.',
      ],
    ],
    [
      'a percentage that nobody can read',
      totals({ possible: 300, attended: 290, percent: 'good', ...year }),
      {},
      ['The percentage "good" cannot be read.'],
    ],
  ])('%s', (_, who, given, expected) => {
    expect(caveats(who, { asOf, ...given })).toEqual(expected);
  });
});
