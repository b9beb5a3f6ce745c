import { describe, expect, it } from 'vitest';
import { factsInFull } from './facts-in-words.ts';

const read = (text: string): string => factsInFull(text, 'legalReference');

describe('sentences that say several things, as people write', () => {
  it.each([
    ['From 9.20 a child counts as away for the morning and the register says U.', 'U, amRegisterCloses 09:20'],
    ['The dentist is M, a cold is I and a funeral is C.', 'C, I, M'],
    ['Mrs Okafor in the office changes an N to the right code as soon as a reason is known.', 'N'],
    ['A pupil at another school for part of the week has a D on those days.', 'D'],
    ['Year 6 on the residential are marked V for the week.', 'V'],
    ['B is for lessons elsewhere, P for sport and W for work experience.', 'B, P, W'],
    ['A child sent home ill before the register closes has an I for the session.', 'I'],
    [
      'Ring the absence line, 01632 960140, by a quarter to nine and tell us what is wrong.',
      'absence 01632 960140, reportAbsenceBy 08:45',
    ],
    [
      'Our attendance officer is Ron Dyer, who can be found in the front office or on 01632 960141.',
      'attendance 01632 960141, attendanceOfficer Ron Dyer',
    ],
    ['Dr Sue Marsh is the governor who follows attendance.', 'linkGovernor Dr Sue Marsh'],
    ['If we hear nothing by 9.30 somebody from the office will ring you.', 'firstDayContactFrom 09:30'],
    ['From 9.30 the office rings the families we have not heard from.', 'firstDayContactFrom 09:30'],
    ['The gate on Elm Walk is unlocked at 8.35 and locked again at 8.50.', 'gatesClose 08:50, gatesOpen 08:35'],
    ['The afternoon starts with a register at five past one.', 'pmRegisterOpens 13:05'],
    ['Children go home at 3.20 (Reception 3.10).', 'schoolDayEnd 15:10, schoolDayEnd 15:20'],
    ['Governors agreed it on 6 May 2026.', 'approved 2026-05-06'],
    [
      'Leave of absence: write to the head at head@oak.example.org four weeks ahead.',
      'attendance head@oak.example.org',
    ],
    ['Below 95% you will have a letter, below 90% a meeting.', 'attendance < 90, attendance < 95'],
    ['The council fines each parent £160, halved if the money comes within three weeks.', '£160/-/unspecified'],
    ['All registers are stored on Arbor for six years.', 'keep 6, mis Arbor'],
    ['If a Y7 pupil is at the dentist it is M, not Y7.', 'M'],
    ['The policy is brought back to the governors each September.', 'cycle 12'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('sentences that say nothing of the kind', () => {
  it.each([
    ["The pool's L-shaped changing room is locked at 9.15."],
    ['The letter A hangs over the door of class B.'],
    ['Group C meets Mrs Hart at 9.00 and group D at 9.30.'],
    ['The chair of governors is Mrs May Lark (lark@oak.example.org).'],
    ['On the last day of term we close at 1.30.'],
    ['Cars must not enter between 8.30 and 9.00.'],
    ['The crossing patrol is there from 8.20 until 8.55.'],
    ['For the school nurse ring 01632 960700.'],
    ['Our target is for all of our children to be in school for 97 days in every 100.'],
    ['We act under section 7 and section 444 of the Education Act 1996.'],
    ['The policy goes to families each September.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
