import { describe, expect, it } from 'vitest';
import { times } from '#core/policy/readers/times.ts';
import { readWith } from './read-with.ts';

describe('times that are no times of the school day', () => {
  it.each([
    'Registers close within 15 minutes of the start of the AM & PM session.',
    '8:35 am - bell',
    'Staff go in at 8.50am. All pupils should be in by then.',
    'The school is open for 32 hours and 30 minutes each week.',
    'Breakfast club opens at 7.45am.',
    'After-school clubs finish at 4.15pm.',
    'Gates are open until 3pm for parents.',
    'For example, Ravi comes in at 08.54 and is marked as four minutes late.',
    'A 20-minute detention is held at 3.20pm.',
    '"Let your light shine" Matthew 5:16',
    'Medical appointments should be made after 3.30pm.',
    'The office is open from 8.00am to 4.00pm.',
    'Attendance below 96.5% is a concern.',
    'Assembly is at 9.10am every Friday.',
    '| Period 1 | 9:00am - 10:00am |',
    'Registration closes',
    'Messages about illness should reach the office before 9.00am.',
    'Homework club runs until 4.30pm.',
    '| Time | What happens |\n|---|---|\n| 4.30 | Clubs end |',
    'The governors meet at 6.30pm.',
    'Detention takes place from 3.15pm to 3.45pm.',
    "Parents' evening is from 4.00pm until 7.00pm.",
    'Please collect your child by 3.30pm.',
    'If your child is unwell during the day we will ring you.',
    'A pupil must be collected by 12.00pm on the last day of term.',
    'The office is staffed from 8.00am until 4.30pm.',
    'Swimming lessons leave at 9.30am.',
    'Breakfast club is open from 7.30am to 8.40am.',
    'Our website was updated at 10.15am on Monday.',
    'Attendance of 92.15 per cent is below our target.',
    'Arriving 10 minutes late every day, at 9.00am say, loses 33 hours a year.',
    'The coach leaves at 8.15am.',
    'Police should be called on 101 after 11.00am.',
    'Registers close 30 minutes after the start of each session.',
  ])('%s', (sentence) => {
    expect(readWith(times, sentence)).toEqual([]);
  });
});
