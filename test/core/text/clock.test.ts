import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClocks, formatClock } from '#core/text/clock.ts';

/** "HH:MM", with "?" where the half of the day is only likely and "!" where a suffix was turned. */
function read(text: string): string {
  return findClocks(text)
    .map((clock) => formatClock(clock.minutes) + (clock.repaired ? '!' : clock.sure ? '' : '?'))
    .join(' ');
}

describe('clock times in every spelling', () => {
  it.each([
    ['doors 8.40am', '08:40'],
    ['doors 8:40am', '08:40'],
    ['doors 8:40 am', '08:40'],
    ['doors 8.40 AM', '08:40'],
    ['at 8.45 a.m. sharp', '08:45'],
    ['at 1.10 pm', '13:10'],
    ['by 9am', '09:00'],
    ['by 9 am', '09:00'],
    ['by 08:40am', '08:40'],
    ['by 08.40', '08:40'],
    ['by 09.30 am', '09:30'],
    ['at 2.00 p.m.', '14:00'],
    ['at 3pm', '15:00'],
    ['at 15:15pm', '15:15'],
    ['at 13:00pm', '13:00'],
    ['at 0845 hours', '08:45'],
    ['Registration 0840-0850', '08:40 08:50'],
    ['Gates open 0840 to 0855', '08:40 08:55'],
    ['School ends at 1515.', '15:15'],
    ['0845 600 1234', ''],
    ['ring 0800 1111', ''],
    ['our 0845 number', ''],
    ['from 1000 to 1500 pupils', ''],
    ['founded in 1705', ''],
    ['at 0900hrs', '09:00'],
    ['at 845am', '08:45'],
    ['at 8. 45am', '08:45'],
    ['at half past eight', '08:30?'],
    ['at quarter to nine', '08:45?'],
    ["by nine o'clock", '09:00?'],
    ["by 9 o'clock", '09:00?'],
    ['at noon', '12:00'],
    ['at 12 noon', '12:00'],
    ['by 12 pm', '12:00'],
    ['12:00pm - 13:00pm', '12:00 13:00'],
    ['open 08.40, close 09.00', '08:40 09:00'],
    ['at 8.30 and 1.00', '08:30? 13:00?'],
    ['8.55 to 9.05 in the morning and 1.00 to 1.05 in the afternoon', '08:55? 09:05? 13:00? 13:05?'],
    ['between 8.50 - 9.20am', '08:50 09:20'],
    ['11.50 - 1.05pm', '11:50 13:05'],
    ['8.35 a.m. and 2.00 p.m.', '08:35 14:00'],
    ['9-9.15am', '09:00 09:15'],
    ['between 9 and 9.15am', '09:00 09:15'],
    ['8:45-8:55', '08:45? 08:55?'],
    ['(8.45am)', '08:45'],
    ['9.05am/1.10pm', '09:05 13:10'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['the morning register closes at 9:10 PM', '09:10!'],
    ['lunch is at 12:30am', '12:30!'],
    ['the afternoon begins at 1.15am', '13:15!'],
  ])('%s: a suffix that no school day allows is turned', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '32.5 hours a week',
    '32 hours and 55 minutes',
    'attendance of 96.9%',
    '95.5 - 96.9%',
    '£8.45 a day',
    '10.02.2016',
    'Matthew 5:16',
    'see section 8.45',
    'within 24 hours',
    'a 20-minute talk',
    'ring 01632 960 118',
    'a ratio of 1:30',
    '2:15 hours.',
    'Years 5 and 6',
    'pages 8.10.2',
    'no numbers here',
    '',
  ])('%s has no clock time', (text) => {
    expect(read(text)).toBe('');
  });

  it.each([
    ['by 8.55 AM.', '8.55 AM'],
    ['at 9.30 a.m., please', '9.30 a.m.'],
    ['at 3.20pm.', '3.20pm'],
    ['closes 9.00.', '9.00'],
  ])('%s ends before the sentence does', (text, quote) => {
    const [clock] = findClocks(text);
    expect(text.slice(clock?.start, clock?.end)).toBe(quote);
  });

  it('finds what it prints, in either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7 * 60, max: 18 * 60 + 59 }), fc.constantFrom(':', '.'), (minutes, separator) => {
        const hour = Math.floor(minutes / 60);
        const minute = String(minutes % 60).padStart(2, '0');
        const twelve = `${((hour + 11) % 12) + 1}${separator}${minute}${hour < 12 ? 'am' : 'pm'}`;
        expect(read(`by ${twelve} today`)).toBe(formatClock(minutes));
      }),
    );
  });

  it('gives ordered places inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:.- ampo/%£xto') }), (text) => {
        let last = 0;
        for (const { start, end, minutes } of findClocks(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(minutes).toBeGreaterThanOrEqual(0);
          expect(minutes).toBeLessThan(1440);
          last = end;
        }
      }),
    );
  });

  it('reads five million digits and dots in linear time', () => {
    const began = performance.now();
    findClocks('8.4'.repeat(700_000));
    findClocks('1 - '.repeat(500_000));
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
