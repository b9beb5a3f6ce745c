import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { at, decided, either, type Given, marked, missed, said, titles } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, totals } from './ladders.ts';

/** What stands in a decision beside the step itself. */

describe('Reasons. The marks that a step counted', () => {
  const codes = (steps: Step[], who: PupilRecord, given?: Given): string | undefined => {
    const decision = decided(steps, who, given);
    const reason = [...decision.because, ...decision.notYet].find(
      ({ step: ref }) => ref?.title === steps.at(-1)?.title,
    );
    return reason?.marks?.map(({ code }) => code).join('');
  };
  const pa = step(1, { condition: 'persistent absence' }, { title: 'Persistent absence' });
  it.each<[string, Step[], PupilRecord, string | undefined, Given?]>([
    [
      'a percentage: every absence of the school year',
      [step(1, '<95')],
      pupil([...marksFrom('2025-07-14', 'II'), ...marksFrom('2025-09-01', '/LOI//')]),
      'OI',
    ],
    ['a band', [step(1, '50-95')], marked('/LOI//'), 'OI'],
    ['a status', [pa], marked('/LOI//'), 'OI'],
    ['a count of late marks', [step(1, '3 late')], marked('/LOL//'), 'LL'],
    ['in a window: those in it', [step(1, '3 late / 1 week')], marked('LL /*8 L /*3'), 'L'],
    [
      'the national threshold: those in the ten weeks',
      [step(1, '10 unauthorised / 10 school weeks')],
      marked('OOI /*107 UGN'),
      'UGN',
    ],
    ['of two ways, the first that counted any', [step(1, either('3 late', '8 unauthorised'))], marked('/LOL//'), 'LL'],
    ['or the second', [step(1, either('3 late', '8 unauthorised'))], marked('/O/U//'), 'OU'],
    [
      'of two parts likewise',
      [step(1, { ...step(9, '<95').trigger, condition: 'no medical evidence' })],
      marked('/O/I//'),
      'OI',
    ],
    [
      'a step after another: none',
      [step(1, '<99'), step(2, 'after 1 / two weeks')],
      marked('/*40 II'),
      undefined,
      { actions: [['1', '2025-09-03']] },
    ],
    ['all pupils: none', [step(1, { condition: 'all pupils' })], marked('/O/I//'), undefined],
    ['nothing counted', [step(1, '<95')], marked('//////'), undefined],
    ['a register of totals', [step(1, '<95')], totals({ possible: 100, attended: 90 }), undefined],
  ])('%s', (_, steps, who, expected, given) => {
    expect(codes(steps, who, given)).toBe(expected);
  });
});

it('each of two steps names the marks of its own window', () => {
  const { because } = decided([step(1, '3 late'), step(2, '1 late / 1 week')], marked('LL /*8 L /*3'));
  const counted = because.flatMap(({ step: ref, marks }) => (ref ? [[ref.title, marks?.length]] : []));
  expect(Object.fromEntries(counted)).toEqual({ 'Rung 1': 3, 'Rung 2': 1 });
});

describe('12. a figure outside its band is said, unless enforcement has it', () => {
  const band = step(1, '90-95', { title: 'band' });
  const outside = (steps: Step[], who: PupilRecord): boolean =>
    /Attendance of .* band of (?:the policy|its ladder)/.test(said(decided(steps, who)));
  it.each<[string, Step[], PupilRecord, boolean]>([
    ['below the lowest', [band], missed(20), true],
    [
      'below the lowest of two ways onto a step',
      [step(1, { anyOf: [{ band: [90, 95] }, step(9, '3 late').trigger] }, { title: 'band' })],
      missed(20),
      true,
    ],
    ['enforcement holds for it, and is withheld', [band, step(2, '<=85', PENALTY)], missed(20), false],
    ['enforcement begins lower still', [band, step(2, '<=75', PENALTY)], missed(20), true],
    ['enforcement that goes by a count', [band, step(2, '5 unauthorised', PENALTY)], marked('/*80 O*20'), true],
    ['enforcement that is milder', [step(1, '<97', PENALTY), step(2, '90-95', { title: 'band' })], missed(20), true],
    ['support that holds for it', [band, step(2, '<=85')], missed(20), false],
  ])('%s', (_, steps, who, expected) => {
    expect(outside(steps, who)).toBe(expected);
  });
});

describe('10. steps without a name that are printed far apart', () => {
  const apart = (lines: number[], who: PupilRecord = at(80), more: Partial<Step> = {}): string[] => {
    const steps = lines.map((line, index) => step(index + 1, `<${99 - index}`, { sequence: 'other', line, ...more }));
    return decided(steps, who).cannotTell.filter((text) => text.includes('far apart'));
  };
  it.each<[string, number[], string[]]>([
    ['together', [10, 50, 90], []],
    [
      '41 lines between two',
      [10, 51],
      ['The steps on line 10 and on line 51 are printed far apart: they are read as one ladder, and may be two.'],
    ],
    [
      'stretches of several lines',
      [10, 12, 60, 70],
      [
        'The steps on lines 10 to 12 and on lines 60 to 70 are printed far apart: they are read as one ladder, and may be two.',
      ],
    ],
    [
      'the worst printed first',
      [70, 60, 12],
      [
        'The steps on line 12 and on lines 60 to 70 are printed far apart: they are read as one ladder, and may be two.',
      ],
    ],
    [
      'two gaps: the first',
      [10, 60, 110],
      [
        'The steps on line 10 and on lines 60 to 110 are printed far apart: they are read as one ladder, and may be two.',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(apart(lines)).toEqual(expected);
  });
  it('are no matter for a pupil on none of them', () => expect(apart([10, 60], at(100))).toEqual([]));
  it('nor where they have a name', () => expect(apart([10, 60], at(80), { sequence: 'main' })).toEqual([]));
  it('are said beside a main ladder too', () => {
    const steps = [
      step(1, '<97'),
      step(2, '<95'),
      step(1, '3 late', { sequence: 'other', line: 10 }),
      step(2, '5 late', { sequence: 'other', line: 80 }),
    ];
    expect(said(decided(steps, marked('LLLL')))).toContain('The steps on line 10 and on line 80 are printed far apart');
    expect(said(decided(steps, marked('LL')))).not.toContain('far apart');
  });
});

describe('10. a more severe percentage step of another sequence', () => {
  const elsewhere = (steps: Step[], who: PupilRecord): string[] => titles(decided(steps, who).elsewhere);
  const other = (trigger: Trigger | string, more: Partial<Step> = {}): Step =>
    step(1, trigger, { sequence: 'other', title: 'apart', ...more });
  const main = [step(1, '<97'), step(2, '<93')];
  it.each<[string, Step[], PupilRecord, string[]]>([
    ['holds and is more severe', [...main, other('<90')], missed(15), ['apart']],
    ['is as severe', [...main, other('<93')], missed(15), []],
    ['does not hold', [...main, other('<80')], missed(15), []],
    ['is a reward', [...main, other('<90', { kind: 'reward' })], missed(15), []],
    ['is no percentage', [...main, other('3 absent')], missed(15), []],
    ['while no step of the main ladder holds', [step(1, '<50'), step(2, '<40'), other('<90')], missed(15), ['apart']],
    [
      'than the percentage that holds, while a count is current',
      [step(1, '<97'), step(2, '<93'), step(3, '3 absent'), other('<95')],
      missed(15),
      [],
    ],
    [
      'likewise, and it is lower',
      [step(1, '<97'), step(2, '<93'), step(3, '3 absent'), other('<90')],
      missed(15),
      ['apart'],
    ],
    ['while the step cannot be told', [step(1, '<97'), step(2, '<85'), other('<90')], totals({ percent: '85.0' }), []],
  ])('%s', (_, steps, who, expected) => {
    expect(elsewhere(steps, who)).toEqual(expected);
  });
});

describe('marks in doubt leave open how far the next step is', () => {
  const HOW_MANY = 'How many more marks lead to the next step depends on the marks that are not counted.';
  const doubtful = marked(`${'/'.repeat(90)}${'I'.repeat(9)}?`);
  it.each<[string, Step[], PupilRecord, boolean]>([
    ['a step is ahead', [step(1, '<95'), step(2, '<80')], doubtful, true],
    ['a step is ahead, and none holds', [step(1, '<80')], doubtful, true],
    ['none is ahead', [step(1, '<95')], doubtful, false],
    ['only words are', [step(1, '<95'), step(2, { condition: 'we are worried' })], doubtful, false],
    ['the step itself cannot be told', [step(1, '<=90'), step(2, '<80')], doubtful, false],
    [
      'no mark is in doubt',
      [step(1, '<95'), step(2, { condition: 'persistent absence' }, { title: 'Severe absence' })],
      missed(100),
      false,
    ],
    ['the policy has no ladder', [], doubtful, false],
    [
      'only one for penalties',
      [step(1, '10 unauthorised / 10 school weeks', { sequence: 'penalty', ...PENALTY })],
      doubtful,
      false,
    ],
  ])('%s: %s', (_, steps, who, expected) => {
    expect(decided(steps, who).cannotTell.includes(HOW_MANY)).toBe(expected);
  });
});

describe('what a person is asked', () => {
  const questions = (steps: Step[], who: PupilRecord): string[] =>
    decided(steps, who).asks.map(({ question }) => question);
  const worry = { condition: 'we are worried' };
  it.each<[string, Step[], PupilRecord, string[]]>([
    ['words alone', [step(1, '<95'), step(2, worry)], missed(2), ['Step 2 ("Rung 2"): we are worried?']],
    [
      'two steps ask each for itself',
      [step(1, worry), step(2, worry)],
      missed(2),
      ['Step 2 ("Rung 2"): we are worried?', 'Step 1 ("Rung 1"): we are worried?'],
    ],
    [
      'a line that was read as two steps asks once',
      [step(1, worry, { line: 7 }), step(1, worry, { line: 7 })],
      missed(2),
      ['Step 1 ("Rung 1"): we are worried?'],
    ],
    [
      'beside a number that holds',
      [step(1, { ...step(9, '<95').trigger, condition: 'no evidence' })],
      missed(8),
      ['Step 1 ("Rung 1"): no evidence?'],
    ],
    ['not beside one that does not', [step(1, { ...step(9, '<95').trigger, condition: 'no evidence' })], missed(2), []],
    [
      'as a second way onto the step even so',
      [step(1, { ...step(9, '<95').trigger, condition: 'or concerning patterns' })],
      missed(2),
      ['Step 1 ("Rung 1"): or concerning patterns?'],
    ],
    [
      'the same words of two triggers once',
      [step(1, { anyOf: [worry, { ...step(9, '<95').trigger, ...worry }] })],
      missed(8),
      ['Step 1 ("Rung 1"): we are worried?'],
    ],
  ])('%s', (_, steps, who, expected) => {
    expect(questions(steps, who)).toEqual(expected);
  });
});

describe('11. what is due and what was skipped', () => {
  const bands = [step(1, '95-100', { kind: 'reward' }), step(2, '90-95'), step(3, '85-90'), step(4, '<85')];
  it.each<[string, Step[], PupilRecord, Given['actions'], string[], string[]]>([
    ['bands that were passed', bands, missed(20), null, ['Rung 4'], ['Rung 2', 'Rung 3']],
    ['but for one that the actions show', bands, missed(20), [['3', '2025-10-01']], ['Rung 4'], ['Rung 2']],
    ['the band of now, recorded', bands, missed(12), [['3', '2025-10-01']], [], ['Rung 2']],
    [
      'a band with a second way onto it',
      [step(1, either('90-95', '3 late')), step(2, '<85')],
      missed(20),
      null,
      ['Rung 2'],
      ['Rung 1'],
    ],
    [
      'a band with a condition',
      [step(1, { band: [90, 95], condition: 'we are worried' }), step(2, '<85')],
      missed(20),
      null,
      ['Rung 2'],
      ['Rung 1'],
    ],
    ['bands ahead are not skipped', bands, missed(7), null, ['Rung 2'], []],
    [
      'thresholds below the current step',
      [step(1, '<97'), step(2, '<95'), step(3, '<90')],
      missed(20),
      [['2', '2025-10-01']],
      ['Rung 1', 'Rung 3'],
      [],
    ],
  ])('%s', (_, steps, who, actions, due, skipped) => {
    const decision = decided(steps, who, { actions: actions ?? null });
    expect([titles(decision.due), titles(decision.skipped)]).toEqual([due, skipped]);
  });
});

describe('11. what is due says whether it was skipped', () => {
  it.each<[string, Step[], PupilRecord, [string, boolean][]]>([
    [
      'a threshold behind the current one was',
      [step(1, '<97'), step(2, '<90')],
      missed(20),
      [
        ['Rung 1', true],
        ['Rung 2', false],
      ],
    ],
    [
      'a band that still holds was not',
      [step(1, '90-95'), step(2, '3 late')],
      marked('/*90 I*7 L*3'),
      [
        ['Rung 1', false],
        ['Rung 2', false],
      ],
    ],
  ])('%s', (_, steps, who, expected) => {
    expect(decided(steps, who).due.map(({ title, skipped }) => [title, skipped === true])).toEqual(expected);
  });
});

it('without a ladder there is no step, and nothing of one', () => {
  const { current, due, skipped, next, leaves, elsewhere, other, asks, because, notYet } = decided([], missed(5));
  expect({ current, due, skipped, next, leaves, elsewhere, other, asks, because }).toEqual({
    current: { answer: 'none', step: null, withheld: [] },
    due: [],
    skipped: [],
    next: null,
    leaves: null,
    elsewhere: [],
    other: [],
    asks: [],
    because: [],
  });
  expect(notYet.map(({ text }) => text.slice(0, 18))).toEqual([
    'Persistent absence',
    'Severe absence (50',
    'The national thres',
  ]);
});

describe('3. figures', () => {
  it.each<[string, PupilRecord, object]>([
    [
      'from marks',
      marked('/L OI U//'),
      { possible: 7, attended: 4, authorised: 1, unauthorised: 2, late: 1, percent: 57.1 },
    ],
    ['a tenth of a percent is rounded half up', missed(1, 16), { possible: 16, attended: 15, percent: 93.8 }],
    [
      'no possible session',
      marked('##'),
      { possible: 0, attended: 0, authorised: 0, unauthorised: 0, late: 0, percent: null },
    ],
    [
      'from totals',
      totals({ possible: 16, attended: 15, late: 2 }),
      { possible: 16, attended: 15, late: 2, percent: 93.8 },
    ],
    [
      'from totals with a percentage beside them',
      totals({ possible: 200, attended: 187, percent: '94' }),
      { percent: 93.5 },
    ],
    [
      'from a percentage, with a comma',
      totals({ percent: '93,25' }),
      { possible: null, attended: null, percent: 93.25 },
    ],
    ['from totals of nought', totals({ possible: 0, attended: 0 }), { possible: 0, attended: 0, percent: null }],
  ])('%s', (_, who, expected) => {
    expect(decided([], who).attendance).toMatchObject(expected);
  });

  it('a mark in doubt on 1 August is of the school year, one on 31 July is not', () => {
    const doubts = (date: string) => {
      const who = pupil([{ date, session: 'AM', code: '?' }, ...attendance(100, 10)]);
      return decided([], who).status.persistentAbsence.answer;
    };
    expect([doubts('2025-08-01'), doubts('2025-07-31')]).toEqual(['cannot-tell', 'yes']);
  });

  it('one sure session and one that was surely possible are two', () => {
    const who = pupil([
      { date: '2025-09-01', session: 'AM', code: '/' },
      { date: '2025-09-01', session: 'PM', code: 'I' },
      { date: '2025-09-01', session: 'PM', code: 'O' },
    ]);
    expect(decided([step(1, '<90')], who).current.answer).toBe('step');
  });

  it('is decided on a day of the calendar only', () => {
    const one = missed(2);
    const on = (asOf: string) => () =>
      decide(prepareLadder([]), one, { asOf, calendar: buildCalendar([], [one]), actions: null });
    expect(on('2025-11-31')).toThrow(/2025-11-31/);
    expect(on('2025-11-30')).not.toThrow();
  });
});
