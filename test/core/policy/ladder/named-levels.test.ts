import { describe, expect, it } from 'vitest';
import { actionsIn, triggersIn } from './words.ts';

describe('colours that get their figures first and their measures further down', () => {
  it.each<[string, string[]]>([
    [
      'Green: 96% or higher\n\nAmber: 90%-95.9%\n\nRed: below 90%\n\nAmber families get a letter each half term. Red families are invited to an attendance clinic.',
      ['attendance >= 96', '90 to 95.9', 'attendance < 90'],
    ],
    [
      '- Attendance above 97% is shown as green\n- Attendance between 92% and 96% is shown as "amber"\n- Attendance below 92% is shown as "red"\n\nParents of children on amber or red will be contacted and attendance will be monitored for three weeks.',
      ['attendance > 97', '92 to 96', 'attendance < 92'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it('gives each colour what is said of it', () => {
    const text =
      'Green: 96% or higher\n\nAmber: 90%-95.9%\n\nRed: below 90%\n\nAmber families will receive a letter. Red families will be invited to a clinic.';
    expect(actionsIn(text)).toEqual([
      ['Green: 96% or higher'],
      ['Amber families will receive a letter'],
      ['Red families will be invited to a clinic'],
    ]);
  });

  it.each([
    'Green – your attendance is 95% to 100%\n\nAmber – your attendance is 88% to 94%\n\nRed – your attendance is below 88%',
    'Green: 96% or higher\n\nRed: below 90%\n\nThe red gate is locked at nine and the green one is used by visitors.',
    'Green: 96% or higher\n\nRed: below 90%\n\nPlease tell us when the red book is full.',
  ])('makes no step of colours alone: %s', (text) => expect(triggersIn(text)).toEqual([]));
});
