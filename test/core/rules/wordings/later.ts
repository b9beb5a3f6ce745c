import type { Wordings } from './wordings.ts';

/** Sentences written after the rules, of which they heard 13 of 35 at first sight, and the sound ones beside them. */
export const later: Wordings = {
  'penalty-notices/amounts-current': {
    wrong: [
      'Fines: £60 per parent if paid in 21 days, £120 per parent thereafter.',
      'An unpaid £60 fine becomes £120 after three weeks.',
    ],
    fine: [],
  },
  'penalty-notices/each-case-considered': {
    wrong: [
      'Fines are given for any holiday taken in term time.',
      'We operate a zero tolerance policy: unauthorised holidays result in a fine.',
      'A penalty notice follows automatically.',
    ],
    fine: ['Some families ask whether a fine follows; that is decided case by case.'],
  },
  'penalty-notices/national-threshold': {
    wrong: [
      'Where a pupil has accrued 12 unauthorised sessions over a term a penalty notice may be requested.',
      '10 unauthorised absences in a half term could mean a fine.',
    ],
    fine: ['Ten half-days of unauthorised absence in ten school weeks may lead to a penalty notice.'],
  },
  'registers/open-no-longer-than-30-minutes': {
    wrong: ['The morning register is open from 8.45am until 9.45am.'],
    fine: ['The register is open from 8.45am until 9.10am.'],
  },
  'registers/kept-six-years': {
    wrong: [
      'Registers and back-ups: 3 years from date of entry.',
      'All register entries will be held for three years then deleted.',
    ],
    fine: [],
  },
  'codes/no-o-on-day-one': {
    wrong: ['No contact by 9.15am – mark as unauthorised (O).'],
    fine: ['No contact by 9.15am: ring home.'],
  },
  'codes/reason-within-five-school-days': {
    wrong: [
      'N codes are chased for a fortnight and then become O.',
      'Unexplained absence is coded N for up to ten days before becoming O.',
    ],
    fine: ['N codes are chased for five school days and then become O.'],
  },
  'codes/remote-education-is-absence': {
    wrong: [
      'Pupils joining live lessons from home are given a B code.',
      'Home learning through Seesaw counts as present.',
    ],
    fine: [],
  },
  'absence/persistent-is-ten-percent': {
    wrong: [
      'PA = attendance under 85%',
      'We class a child as persistently absent at 85%.',
      'Persistent absentees (those missing a fifth, 20%, or more of school) are seen by the head.',
    ],
    fine: ['At 85% a child is well beyond the line for persistent absence.'],
  },
  'leave/exceptional-circumstances': {
    wrong: [
      'Each family may take ten days of holiday in term time with the head’s agreement.',
      'Authorised holidays must not exceed ten school days in any year.',
    ],
    fine: [],
  },
  'leave/evidence-only-in-doubt': {
    wrong: [
      'Doctor’s notes are compulsory for any absence over two days.',
      'We only authorise illness if a prescription or appointment card is shown.',
    ],
    fine: ['Doctor’s notes are not compulsory.'],
  },
  'returns/deletion-when-a-ground-arises': {
    wrong: [
      'Twenty days of absence without contact means the child comes off roll.',
      'Pupils will lose their place if they do not return from holiday within 10 days.',
    ],
    fine: [],
  },
  'returns/attendance-return': {
    wrong: [
      'The EWO is told of any child with 20 days of unauthorised absence.',
      'We notify Children’s Services of continuous unauthorised absence at 15 days.',
    ],
    fine: [],
  },
  'returns/sickness-return': { wrong: ['If illness goes beyond 15 school days we let the council know.'], fine: [] },
  'currency/pupil-registration-regulations': {
    wrong: ['Pupil Registration (England) Regs 2006', 'the Education (Pupil Registration) Regulations of 2006'],
    fine: [],
  },
  'leave/part-time-timetables': {
    wrong: ['Where conduct is poor the pupil goes onto a part-time timetable.'],
    fine: [],
  },
  'codes/closure-of-the-whole-school': {
    wrong: ['For staff training of one key stage the # symbol is entered for its pupils.'],
    fine: [],
  },
};
