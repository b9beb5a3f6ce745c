import { describe, expect, it } from 'vitest';
import { targets } from '#core/policy/readers/targets.ts';
import { readWith } from './read-with.ts';

function read(text: string): string {
  return readWith(targets, text)
    .flatMap((draft) => (draft.kind === 'target' ? [String(draft.value)] : []))
    .join(', ');
}

describe("the school's own target", () => {
  it.each([
    ["The school's attendance target is **96 percent** this year.", '96'],
    ['School target: 96.5%', '96.5'],
    ['Letter home: the child has fallen below school target 96%.', '96'],
    ['All pupils achieving attendance of at least 96%', '96'],
    ['We aim for 100% attendance.', '100'],
    ['The minimum attendance expected of every pupil is 95%.', '95'],
    ['We strive for attendance of 97% or above.', '97'],
    ['The whole school target for this year is ninety-six per cent.', '96'],
    ['Like most schools we aim for 97% attendance.', '97'],
    ['Our aim is attendance of 96% within this academic year.', '96'],
    ['Stage 1: the pupil has fallen below the school target of 96%.', '96'],
    ['The target we set for attendance is:\n\n97%', '97'],
    ['Target for last year was 97% and we reached 95%, this year our target is 98%.', '98'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('percentages that are no target', () => {
  it.each([
    ['Class of the week target 100%'],
    ['The government target for schools is 95%.'],
    ['The national average is 95%.'],
    ['Our target is for less than 5% of pupils to be persistently absent.'],
    ['Pupils with 100% attendance get a certificate.'],
    ['Attendance below 90% is persistent absence.'],
    ['Success: attendance moves to 95% within 3 weeks.'],
    ['100% expected while on report.'],
    ['97% to be thought a good school'],
    ['Last year we reached 96% attendance.'],
    ['| 95% | 9 days | 2 weeks |'],
    ['Pupils between 95% and 97%'],
    ['Tier Two: we would hope to see attendance of 95%.'],
    ['## Stage 2\n\nWe expect attendance of at least 95%.'],
    ['We would like to see attendance of 94% within the next half term.'],
    ['We hope to see attendance of 96% within six school weeks.'],
    ['- Action plan with a target of 96%'],
    ['Other schools in the trust aim for 97%.'],
    ['Most schools aim for attendance of 97%.'],
    ['The classes that did best this week are:\n\n97%'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
