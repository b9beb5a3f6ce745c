import { describe, expect, it } from 'vitest';
import { readSpanOfTime, spanInWords } from '#core/escalation/span-of-time.ts';

describe('stretches of time as policies print them', () => {
  it.each([
    ['two weeks', 2, 'weeks', '2 weeks'],
    ['10 school weeks', 10, 'schoolWeeks', '10 school weeks'],
    ['within a rolling 10 school week period', 10, 'schoolWeeks', '10 school weeks'],
    ['a fortnight', 2, 'weeks', '2 weeks'],
    ['two fortnights', 4, 'weeks', '4 weeks'],
    ['10 mins', 10, 'minutes', '10 minutes'],
    ['3 to 4 weeks', 4, 'weeks', '4 weeks'],
    ['two or three weeks', 3, 'weeks', '3 weeks'],
    ['five school days', 5, 'schoolDays', '5 school days'],
    ['1 day', 1, 'schoolDays', '1 school day'],
    ['10 working days', 10, 'workingDays', '10 working days'],
    ['28 calendar days', 28, 'calendarDays', '28 days'],
    ['twenty sessions', 20, 'sessions', '20 sessions'],
    ['six months', 6, 'months', '6 months'],
    ['three years', 3, 'years', '3 years'],
    ['half term', 1, 'halfTerms', '1 half term'],
    ['a half-term', 1, 'halfTerms', '1 half term'],
    ['two consecutive half terms', 2, 'halfTerms', '2 half terms'],
    ['the next term', 1, 'terms', '1 term'],
    ['the following week', 1, 'weeks', '1 week'],
    ['this academic year', 1, 'schoolYear', 'this school year'],
    ['the year to date', 1, 'schoolYear', 'this school year'],
    ['20 minutes', 20, 'minutes', '20 minutes'],
    ['2 hours', 120, 'minutes', '120 minutes'],
    ['thirty minutes', 30, 'minutes', '30 minutes'],
    ['twenty-one days', 21, 'schoolDays', '21 school days'],
    ['a 10-school-week period', 10, 'schoolWeeks', '10 school weeks'],
    ['a 10-school week period', 10, 'schoolWeeks', '10 school weeks'],
    ['between 3 and 4 weeks', 4, 'weeks', '4 weeks'],
    ['three to four weeks', 4, 'weeks', '4 weeks'],
    ['immediately', 0, 'now', 'straight away'],
    ['Straight away', 0, 'now', 'straight away'],
    ['without delay, in any case', 0, 'now', 'straight away'],
    ['TWO  WEEKS', 2, 'weeks', '2 weeks'],
    ['6–8 weeks', 8, 'weeks', '8 weeks'],
    ['one further week', 1, 'weeks', '1 week'],
  ])('%s', (text, count, unit, words) => {
    const span = readSpanOfTime(text);
    expect(span).toEqual({ count, unit });
    expect(span && spanInWords(span)).toBe(words);
  });

  it.each(['', 'in due course', 'soon after', 'as agreed with parents'])('%j names no time', (text) => {
    expect(readSpanOfTime(text)).toBeNull();
  });
});
