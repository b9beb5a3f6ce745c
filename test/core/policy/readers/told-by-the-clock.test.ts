import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import type { TimeField } from '#core/policy/schema.ts';

const SHORT: Partial<Record<TimeField, string>> = {
  gatesOpen: 'gates',
  schoolDayStart: 'start',
  schoolDayEnd: 'end',
  amRegisterOpens: 'opens',
  amRegisterMarkedBy: 'late',
  amRegisterCloses: 'closes',
  pmRegisterOpens: 'pm opens',
  pmRegisterMarkedBy: 'pm late',
  pmRegisterCloses: 'pm closes',
  reportAbsenceBy: 'tell',
  firstDayContactFrom: 'call',
};

/** The scored times of a text in few words, each once, in the order of the text. */
function read(text: string): string {
  const found = readPolicy(text).parsed.facts.flatMap((fact) => {
    const field = fact.kind === 'time' ? SHORT[fact.field] : undefined;
    return field && fact.kind === 'time' ? [`${field} ${fact.value}`] : [];
  });
  return [...new Set(found)].sort().join(', ');
}

type Row = readonly [text: string, expected: string];
const rows = (cases: readonly Row[]): void =>
  it.each(cases)('%s', (text, expected) => expect(read(text)).toBe(expected));

describe('a moment that is told in two ways, or in another way of writing', () => {
  rows([
    ['Please ring us before half past nine (9:30am) if your child is poorly.', 'tell 09:30'],
    ['School begins at ten to nine (8.50am).', 'start 08:50'],
    ['Start of day 08h50. End of day 15h20.', 'end 15:20, start 08:50'],
    ['After 08h50 pupils are marked late.', 'late 08:50'],
    ['We close our registers at quarter past 9.', 'closes 09:15'],
    ['School starts at ten to 9 and ends at half past 3.', 'end 15:30, start 08:50'],
    ['The council pays for up to 10h30 a week.', ''],
    ['There are ten to 12 pupils in each class.', ''],
  ]);
  it('is one fact, with both ways in its quote', () => {
    const facts = readPolicy('Ring us before half past nine (9:30am) if your child is ill.').parsed.facts;
    expect(facts.filter(({ kind }) => kind === 'time').map(({ quote }) => quote)).toEqual(['half past nine (9:30am)']);
  });
});

describe('the end of the day by what pupils do', () => {
  rows([
    ["We don't let them go until 3.25pm.", 'end 15:25'],
    ['Children are let out at 3.15pm.', 'end 15:15'],
    ['Teachers let the children out at 3.10pm.', 'end 15:10'],
    ['Students are free to go at 3.05pm.', 'end 15:05'],
    ['Children come out of class at 3.20pm.', 'end 15:20'],
    ['The final bell goes at 3.10pm.', 'end 15:10'],
    ['Our day comes to an end at 3.10pm.', 'end 15:10'],
    ['Start 8.45, finish 3.15.', 'end 15:15, start 08:45'],
    ['Our day is 8.50 to 3.20.', 'end 15:20, start 08:50'],
    ['Pupils in detention are let out at 4.15pm.', ''],
    ['The dog is let out at 3.00pm.', ''],
    ['Teachers come out at 8.40am to greet families.', ''],
    ['Year 11 are released for interviews at 2.00pm.', ''],
  ]);
});

describe('a late window that begins at the moment told before', () => {
  rows([
    ['Registers close 8.55. Those who come between then and 9.25 are recorded as L.', 'closes 09:25, late 08:55'],
    [
      'Registration is finished with by 8.55am; from then until 9.15am a latecomer is an "L", and thereafter a "U".',
      'closes 09:15, late 08:55',
    ],
    ['Doors shut at 8.45am. Between then and 9.00am children are marked late (L).', 'closes 09:00, late 08:45'],
    [
      'The bell rings at 8.40am. Any pupil arriving after this but before 9.10am is coded L.',
      'closes 09:10, late 08:40',
    ],
    [
      'The afternoon register is marked by 1.10pm; between then and 1.25pm pupils are late (L).',
      'pm closes 13:25, pm late 13:10',
    ],
    ['School starts at 8.45. Between then and 12.00 there is one break.', 'start 08:45'],
  ]);
});

describe('what becomes of those who come after', () => {
  rows([
    [
      'Lateness: on the dot of 8.50 the doors are shut. Come in after that & you’re late (L). Come in after 9.20 & it’s a U.',
      'closes 09:20, late 08:50',
    ],
    ['Our doors shut at 8.50am on the dot. Late after that = L.', 'late 08:50'],
    ['Up to 8.45 on time, up to 9.15 late, beyond that absent.', 'closes 09:15, late 08:45'],
    [
      'The register closes at 8.50 for on-time pupils (L after this) and at 9.15 for good (U after this).',
      'closes 09:15, late 08:50',
    ],
    ['Registration ends 8.50am (L after that).', 'late 08:50'],
    ['A pupil who has not come by 9.00am or 1.30pm is absent for the session.', 'closes 09:00, pm closes 13:30'],
    ['Lateness starts at 8.40am.', 'late 08:40'],
    ['Tutors have the register open from 8.35 and anyone not sat down by 8.45 is late.', 'late 08:45, opens 08:35'],
    ['Year 7 L block has a fire drill at 9.15.', ''],
    ["After half past nine it counts as half a day's absence.", 'closes 09:30'],
    ['0845 register opens; 0855 late; 0915 register closes', 'closes 09:15, late 08:55, opens 08:45'],
    ['The gates are locked at 8.55. Come in after that & you must use the office.', ''],
    ['If you come after 9.20 sign the late book.', ''],
  ]);
});

describe('registers by other names and verbs', () => {
  rows([
    ['pm reg is taken at 1:10 (KS1) & 1:25 (KS2)', 'pm opens 13:10, pm opens 13:25'],
    ['AM reg opens 8.40, closes 9.10.', 'closes 09:10, opens 08:40'],
    ['Reg. closes 9.15 (U)', 'closes 09:15'],
    ['The roll is called at 8.45am.', 'opens 08:45'],
    ['The cut-off for the morning register is 9.15am.', 'closes 09:15'],
    ['All registers must be in by 9.00am.', 'late 09:00'],
    ['The register has been finished by 8.55am.', 'late 08:55'],
    ['Registers: 8.50 (open) 9.20 (shut).', 'closes 09:20, opens 08:50'],
    [
      'KS3 register after lunch: 13.40. KS4 register after lunch: 14.05. Either one is closed a quarter of an hour afterwards, at 13.55 or 14.20.',
      'pm closes 13:55, pm closes 14:20, pm opens 13:40, pm opens 14:05',
    ],
    ['See Reg 8.20 of the rules.', ''],
    ['Under regs 8 and 10 names are removed.', ''],
  ]);
});

describe('when pupils are due', () => {
  rows([
    [
      'Year 11 only: come straight to the hall for 8.20am; everyone else is due in at 8.45am, and we finish at 3.20pm.',
      'end 15:20, start 08:20, start 08:45',
    ],
    ['Pupils are expected at 8.40am.', 'start 08:40'],
    ['Every child needs to be here for 8.50am.', 'start 08:50'],
    ['Have your child here for 8.50am.', 'start 08:50'],
    ['At 8.45 the whistle goes and lessons begin.', 'start 08:45'],
    ['When the bell rings at 8.50 lessons start.', 'start 08:50'],
    ['Our day gets under way at 8.45am.', 'start 08:45'],
    ['Doors 8.40, start 8.50.', 'gates 08:40, start 08:50'],
    ['Staff are due in by 8.15am.', ''],
    ['Teachers must be in class by 8.25am.', ''],
    ['Parents are expected at 9.00am for the meeting.', ''],
    ['The payment is due in at 9.00am on Monday.', ''],
    ['The bell goes at 10.40 and lessons begin again.', ''],
    ['The match kicks off at 2.30pm.', ''],
  ]);
});

describe('who is rung, and by when parents are', () => {
  rows([
    [
      'Parents should contact us before 09:10; at 09:40 our automated call goes out to those we have heard nothing from.',
      'call 09:40, tell 09:10',
    ],
    ['A text goes out at 9.30am to parents of any child who is not in.', 'call 09:30'],
    ['At 9.30am the office starts the ring-round of homes we have heard nothing from.', 'call 09:30'],
    ['Expect a call from 9.30am if you have not told us why your child is away.', 'call 09:30'],
    ['Absence texts are sent at 9.20am.', 'call 09:20'],
    ['Get in touch with us by 8.30 if your child is poorly.', 'tell 08:30'],
    ['Log the absence on the app by 8.30am.', 'tell 08:30'],
    ['Any absence has to be with us by 8.45am.', 'tell 08:45'],
    ['If we have not heard from you by 9.30 we will ring.', 'call 09:30'],
    ['We ask for a call by 8.30am on each day of absence.', 'tell 08:30'],
    ['Deadline for messages about absence: 8.30am.', 'tell 08:30'],
    ['The newsletter goes out at 3.30pm on Fridays.', ''],
    ['A reminder text goes out at 9.00am on the day of the trip.', ''],
    ['Our automated call system is down until 9.30am.', ''],
    ['If your child is ill at school we ring you, whether it is 9.30 or 2.30.', ''],
  ]);
});

describe('hours of other schools and of stories', () => {
  rows([
    ['The village school at Nether Poole starts at 9.00, which is why the shared minibus leaves us so early.', ''],
    ['St Wilfrid’s down the road sets its target at 98%, and its registers close at 8.45.', ''],
    ['In the case study school, registers closed at 9.30; after two terms of closing at 9.00 absence had fallen.', ''],
    ['One school in Leeds closes its registers at 9.00am.', ''],
    ['Our partner school in France starts at 8.00 and ends at 4.30.', ''],
    ['Before we joined the trust the register closed at 9.30.', ''],
    ['Scenario 2: Mia arrives at 9.20 on Monday and the register closes at 9.15. Is she late?', ''],
    ['The high school starts at 8.30 and we start at 8.50.', 'start 08:50'],
    ['At Holly Lane the register closes at 9.00, but ours closes at 9.15.', 'closes 09:15'],
    ['Hill View is a village school and starts at 8.45.', 'start 08:45'],
    ['Nether Poole Primary School starts at 8.50.', 'start 08:50'],
    ['The infant school starts at 8.50 and the junior school at 8.45.', 'start 08:45, start 08:50'],
  ]);
});
