import { describe, expect, it } from 'vitest';
import { actionsIn, triggersIn } from './words.ts';

describe('levels that only say what absence costs are no steps', () => {
  it.each([
    '99-100% Superb. Pupils here make the most of every day.\n\n94-98% Good, but up to 11 days of work have been missed.\n\n90-93% Pupils at this level may fall behind in reading.',
    '# 92%\n\n92%. 15 days away in a year: pupils are missing three weeks and it is hard for them to catch up.\n\n# 88%\n\n88%. 23 days away in a year: this will have an effect on every subject.',
    '| Attendance | What it means |\n|---|---|\n| 94% | Your child is likely to reach the target set for them |\n| 88% | Your child may struggle to keep up with the class |',
    'Children whose attendance falls below 91% are likely to reach lower grades.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual([]));

  it('keeps the one level about which something is done, and the one above all where all is well', () => {
    const text =
      '97-100%: pupils are on track and excelling.\n\n92-96%: pupils have missed at least eight days and may find it hard to catch up.\n\nBelow 92%: pupils have missed more than three weeks. Families at this level are referred to the council.';
    expect(triggersIn(text)).toEqual(['97 to 100', 'attendance < 92']);
  });
});

it('takes the condition behind a point rather than the point', () => {
  expect(
    triggersIn(
      '96%: our target\n91%: if attendance is below 96% the tutor rings home\n86%: below 91% parents are invited in',
    ),
  ).toContain('attendance < 96');
});

it('goes on with a ladder under a heading that says it has not helped', () => {
  const text =
    '## 91-95%\n\nThe office writes home.\n\n## Below 91%\n\nParents are invited to a meeting.\n\n## Where attendance does not improve\n\nIf there is no improvement, the school will prepare a referral to the council.';
  expect(triggersIn(text)).toEqual(['91 to 95', 'attendance < 91', 'after']);
});

describe('rungs of a list named by what the one before did not bring', () => {
  it('reads "no change" and "ongoing concerns" as steps of their own', () => {
    const text =
      '- Below 96%: text home\n- Below 93%: meeting with the tutor\n- Ongoing concerns: meeting with the Head of Year\n- No improvement: referral to the council';
    expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 93', 'after', 'after']);
    expect(actionsIn(text)[3]).toEqual(['referral to the council']);
  });

  it('leaves other items with a colon to the rung above', () => {
    const text =
      '- Below 96%: letter home\n- Please note: letters go out on Fridays\n- Below 92%: meeting with the Head of Year';
    expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 92']);
  });

  it('hands "the following stages begin" to the stages', () => {
    const text =
      'If attendance drops below 96% the tutor rings home.\n\nIf there is no change after this the following stages begin:\n\nStage 1\n\nBelow 94% a letter is sent.\n\nStage 2\n\nBelow 91% you are invited to a meeting.';
    expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 94', 'attendance < 91']);
  });
});

describe('colours inside one long line', () => {
  it('begins a rung at each colour with its band, and parts the bullets', () => {
    const text =
      'How we colour attendance ● Colours are looked at each half term Green → 97% - 100% ● Certificate Amber → 93% - 96% ● Tutor talks to the student ● Targets are set Amber/Red → 90% - 92% ● Meeting with the Head of Year Red – Below 90% ● Panel meeting ● Home visits';
    expect(triggersIn(text)).toEqual(['97 to 100', '93 to 96', '90 to 92', 'attendance < 90']);
    expect(actionsIn(text)[3]).toEqual(['Panel meeting', 'Home visits']);
  });
});

describe('lists of what may be done', () => {
  it('gives them to the step before them', () => {
    const text =
      'We refer families to the attendance panel when attendance is at 88% or below.\nStaff should consider:\n- an early help assessment\n- a report to the court if attendance is still not improving\n- a parenting contract';
    expect(triggersIn(text)).toEqual(['attendance <= 88']);
    expect(actionsIn(text)[0]).toContain('a parenting contract');
  });
});

describe('a letter that names the figure of one pupil', () => {
  it('takes what its next paragraph says is done', () => {
    const text =
      "Dear parent\n\nYour child's attendance is currently below 87%, which makes them persistently absent.\n\nPlease send us evidence of any illness.\n\nAttendance will be monitored over the next four weeks by Mr Odell. If it has not improved you will be invited to a meeting.";
    expect(triggersIn(text)).toEqual(['attendance < 87', 'after']);
  });

  it('makes no step of a figure with nothing behind it', () => {
    const text =
      "Your child's attendance is currently below 87%.\n\nPlease come in early on Friday for the photograph.";
    expect(triggersIn(text)).toEqual([]);
  });
});
