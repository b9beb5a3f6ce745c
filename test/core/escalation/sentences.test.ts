import { describe, expect, it } from 'vitest';
import type { Totals } from '#core/attendance/pupil.ts';
import { prepareLadder } from '#core/escalation/decide.ts';
import type { Decision, Reason } from '#core/escalation/decision.ts';
import { deedsOf } from '#core/escalation/deeds.ts';
import { findStep } from '#core/escalation/records.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { at, current, decided, said, titles } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, totals } from './ladders.ts';

describe('2 and 4. totals of which any may be blank: 186 of 200 attended, 9 authorised and 5 unauthorised absences', () => {
  const WHOLE = { possible: 200, attended: 186, authorised: 9, unauthorised: 5 };
  type Figure = keyof typeof WHOLE;
  const given = (names: string): Partial<Totals> =>
    Object.fromEntries(names.split(' ').flatMap((name) => (name in WHOLE ? [[name, WHOLE[name as Figure]]] : [])));

  it.each([
    // given, then what is shown: possible, attended, authorised, unauthorised, and the step of "below 95%"
    ['possible attended authorised unauthorised', 200, 186, 9, 5, 'Rung 1'],
    ['attended authorised unauthorised', 200, 186, 9, 5, 'Rung 1'],
    ['possible authorised unauthorised', 200, 186, 9, 5, 'Rung 1'],
    ['possible attended unauthorised', 200, 186, 9, 5, 'Rung 1'],
    ['possible attended authorised', 200, 186, 9, 5, 'Rung 1'],
    ['possible attended', 200, 186, null, null, 'Rung 1'],
    ['possible authorised', null, null, 9, null, 'cannot-tell'],
    ['possible unauthorised', null, null, null, 5, 'cannot-tell'],
    ['attended authorised', null, null, 9, null, 'cannot-tell'],
    ['attended unauthorised', null, null, null, 5, 'cannot-tell'],
    ['authorised unauthorised', null, null, 9, 5, 'cannot-tell'],
    ['possible', null, null, null, null, 'cannot-tell'],
    ['attended', null, null, null, null, 'cannot-tell'],
    ['authorised', null, null, 9, null, 'cannot-tell'],
    ['unauthorised', null, null, null, 5, 'cannot-tell'],
    ['(nothing)', null, null, null, null, 'cannot-tell'],
  ])('only %s', (names, possible, attended, authorised, unauthorised, title) => {
    const decision = decided([step(1, '<95')], totals(given(names)));
    expect(decision.attendance).toMatchObject({ possible, attended, authorised, unauthorised, late: null });
    expect(current(decision)).toBe(title);
    expect(decision.status.persistentAbsence).toEqual(
      possible === null
        ? { answer: 'cannot-tell', absent: null, possible: null, margin: null }
        : { answer: 'no', absent: 14, possible: 200, margin: -6 },
    );
  });

  it.each([
    ['attended', '93.0', 'Rung 1', 'no'],
    ['attended', '95.0', 'cannot-tell', 'no'],
    ['authorised unauthorised', '93', 'Rung 1', 'no'],
    ['possible', '90.0', 'Rung 1', 'cannot-tell'],
    ['(nothing)', '96', 'none', 'no'],
  ])('only %s, beside a rounded %s%%: the interval decides', (names, percent, title, persistent) => {
    const decision = decided([step(1, '<95')], totals({ ...given(names), percent }));
    expect([current(decision), decision.status.persistentAbsence.answer]).toEqual([title, persistent]);
  });

  it.each([
    ['late marks blank', { late: null }, 'cannot-tell'],
    ['no late mark', { late: 0 }, 'none'],
    ['three of them', { late: 3 }, 'Rung 1'],
  ])('a step that counts late marks: %s', (_, late, title) => {
    expect(current(decided([step(1, '3 late')], totals({ ...WHOLE, ...late })))).toBe(title);
  });

  it.each([
    ['unauthorised blank', { unauthorised: null, authorised: null }, 'cannot-tell'],
    ['fourteen absences, the authorised ones given', { unauthorised: null }, 'Rung 1'],
    ['none', { unauthorised: 0, authorised: 14 }, 'none'],
  ])('a step that counts unauthorised sessions: %s', (_, blank, title) => {
    expect(current(decided([step(1, '5 unauthorised')], totals({ ...WHOLE, ...blank })))).toBe(title);
  });
});

describe('10. `order` is the printed number, else the position', () => {
  const policy = (body: string): string => `# Attendance policy\n\nElmgate School\n\n## Our ladder\n\n${body}\n`;
  const orders = (text: string): [number, string | undefined, unknown][] =>
    readPolicy(text).parsed.escalation.map(({ order, sub, trigger }) => [order, sub, trigger.value]);

  it.each<[string, string, [number, string | undefined, number][]]>([
    [
      'printed from three',
      '**Stage 3** Below 95% we write home.\n\n**Stage 4** Below 92% we meet parents.\n\n**Stage 5** Below 90% a panel meets parents.',
      [
        [3, undefined, 95],
        [4, undefined, 92],
        [5, undefined, 90],
      ],
    ],
    [
      'printed backwards: the number stays with its step',
      '**Stage 3** Below 90% a panel meets parents.\n\n**Stage 2** Below 92% we meet parents.\n\n**Stage 1** Below 95% we write home.',
      [
        [3, undefined, 90],
        [2, undefined, 92],
        [1, undefined, 95],
      ],
    ],
    [
      'without numbers: the position in the document, not the severity',
      '- Below 90%: a panel meets parents.\n- Below 92%: we meet parents.\n- Below 95%: we write home.',
      [
        [1, undefined, 90],
        [2, undefined, 92],
        [3, undefined, 95],
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(orders(policy(body))).toEqual(expected);
  });

  it.each([
    [96, 'none', []],
    [94, 3, [3]],
    [91, 2, [3, 2]],
    [85, 1, [3, 2, 1]],
  ])('printed from the worst, %d%% attendance: the step and what is due, the mildest first', (percent, order, due) => {
    const steps = readPolicy(
      policy('- Below 90%: a panel meets parents.\n- Below 92%: we meet parents.\n- Below 95%: we write home.'),
    ).parsed.escalation;
    const decision = decided(steps, at(percent));
    expect(decision.current.step?.order ?? decision.current.answer).toBe(order);
    expect(decision.due.map((ref) => ref.order)).toEqual(due);
  });

  it('an action names the printed number and not the place', () => {
    const ladder = prepareLadder([step(7, '<90', { title: 'worst' }), step(4, '<95', { title: 'mild' })]);
    expect(findStep(ladder, '7').rung?.ref.title).toBe('worst');
    expect(findStep(ladder, '4').rung?.ref.title).toBe('mild');
    expect(findStep(ladder, '1').rung).toBeNull();
  });
});

describe('Reasons. Where law or guidance sets the value there is its citation', () => {
  const NATIONAL = ['Persistent absence', 'Severe absence', 'The national threshold', 'At most 2 penalty notices'];
  const ten = pupil(marksFrom('2025-09-01', '/*20 I*60 /*10 O*10'));
  const few = pupil(attendance(100, 2));
  const notice = (date: string) => ({ pupilId: 'P1', step: 'penalty notice', date, parentId: 'A' });
  const steps = [step(1, '<95'), step(2, '<90', PENALTY)];

  it.each<[string, () => Decision, boolean[]]>([
    [
      'reached',
      () => decided(steps, ten, { actions: [notice('2025-10-01'), notice('2025-10-20')] }),
      [true, true, true, true],
    ],
    ['not reached', () => decided(steps, few, { actions: [] }), [false, false, false, false]],
  ])('every national answer that is given, %s, stands with its reason and citation', (_, decide, reached) => {
    const decision = decide();
    for (const [at, name] of NATIONAL.entries()) {
      const [fired, not] = [decision.because, decision.notYet].map((list) =>
        list.filter((r) => r.text.startsWith(name)),
      );
      expect([fired?.length, not?.length]).toEqual(reached[at] ? [1, 0] : [0, 1]);
      const citation = [...(fired ?? []), ...(not ?? [])][0]?.citation;
      expect(citation).toMatchObject({ document: expect.stringMatching(/\w/), provision: expect.stringMatching(/\w/) });
      expect(citation?.url).toMatch(/^https:/);
    }
  });

  it('every reason of a step has the policy sentence with its span, and none a citation', () => {
    const decision = decided(steps, ten, { actions: [] });
    const ofSteps = [...decision.because, ...decision.notYet].filter((reason) => reason.step);
    expect(ofSteps).toHaveLength(2);
    for (const reason of ofSteps) {
      const own = steps.find(({ title }) => title === reason.step?.title);
      expect(reason.policy).toEqual({ quote: own?.quote, line: own?.line, span: own?.span });
      expect(reason.citation).toBeUndefined();
    }
  });

  it('every reason lists the marks it counted, and no other', () => {
    const decision = decided(
      [step(1, '<95'), step(2, '3 late')],
      pupil(marksFrom('2025-09-01', '/*10 LIOG YYY'.replace('YYY', 'L/'))),
    );
    const codes = (list: Reason[], start: string): string =>
      list
        .find(({ text }) => text.startsWith(start))
        ?.marks?.map(({ code }) => code)
        .join('') ?? '';
    expect(codes(decision.because, 'Step 1')).toBe('IOG');
    expect(codes(decision.notYet, 'Step 2')).toBe('LL');
    expect(codes(decision.because, 'Persistent absence')).toBe('IOG');
    expect(codes(decision.notYet, 'The national threshold')).toBe('');
    expect(decision.status.penaltyThreshold.marks.map(({ code }) => code).join('')).toBe('OG');
  });
});

describe('Reasons. Of sessions in a row, those in the row are listed', () => {
  it.each([
    ['those at the end alone', 'II//////OIO', 'OIO'],
    ['none where the last one was attended', 'IIIIII//', undefined],
    ['sessions that were not possible do not part them', '// I*2 Y1*2 I*2', 'IIII'],
    ['a session that may be one of them does not part them, and is not listed', '// II?I', 'III'],
  ])('%s', (_, codes, listed) => {
    const { because, notYet } = decided([step(1, '3 running')], pupil(marksFrom('2025-09-01', codes)));
    const own = [...because, ...notYet].find((reason) => reason.step);
    expect(own?.marks?.map(({ code }) => code).join('')).toBe(listed);
  });
});

describe('9. penalty notices on a day before there was a limit', () => {
  it('notices are not counted, and that is said', () => {
    const notice = (date: string) => ({ pupilId: 'P1', step: 'penalty notice', date, parentId: 'A' });
    const decision = decided([step(1, '<95')], pupil(attendance(40, 0, '2024-01-08')), {
      actions: [notice('2024-01-10'), notice('2024-01-20')],
    });
    expect(decision.status.penaltyNotices).toEqual({ answer: 'no', byParent: [] });
    expect(said(decision)).toMatch(/2 penalty notices issued before 19 August 2024 are not counted/);
  });
});

describe('14. what is done at a step of enforcement', () => {
  it.each<[string, string[], number[], string[]]>([
    ['all of it', ['a penalty notice is issued'], [0], ['a penalty notice is issued']],
    [
      'words that only say when are nothing done',
      ['The pupil has 10 sessions of unauthorised absence in 10 school weeks', 'We issue a penalty notice'],
      [1],
      ['We issue a penalty notice'],
    ],
    [
      'nor what is printed behind the name of the trigger',
      ['Trigger: 10 unauthorised sessions in 10 school weeks', 'a fine'],
      [1],
      ['a fine'],
    ],
    ['nor the rest of a bracket', ['in a rolling period of 10 school weeks)', 'a fine'], [1], ['a fine']],
    ['nor a heading over it', ['Legal', 'a fine'], [1], ['a fine']],
    ['a letter is', ['Letter 3', 'a fine'], [1], ['Letter 3', 'a fine']],
    ['a meeting in week 2 is', ['a meeting in week 2', 'a fine'], [1], ['a meeting in week 2', 'a fine']],
    ['help without a figure is', ['early help', 'a fine'], [1], ['early help', 'a fine']],
    ['what is enforced stays, whatever it says', ['10 sessions: a fine'], [0], ['10 sessions: a fine']],
  ])('%s', (_, actions, enforcement, expected) => {
    expect(deedsOf({ actions, enforcement }).map((index) => actions[index])).toEqual(expected);
  });

  it('a fine with words of its trigger beside it is withheld like any other fine', () => {
    const steps = [
      step(1, '<95'),
      step(2, '10 unauthorised / 10 school weeks', {
        title: 'Fine',
        actions: ['10 unauthorised sessions in 10 school weeks', 'a penalty notice is issued'],
        enforcement: [1],
      }),
    ];
    const ten = pupil(marksFrom('2025-09-01', '/*90 O*10'));
    expect(current(decided(steps, ten, { actions: [] }))).toBe('Rung 1');
    const notices = ['2025-02-01', '2025-05-01'].map((date) => ({
      pupilId: 'P1',
      step: 'penalty notice',
      date,
      parentId: 'A',
    }));
    const decision = decided(steps, ten, { actions: [{ pupilId: 'P1', step: '1', date: '2025-10-01' }, ...notices] });
    expect([current(decision), titles(decision.due), said(decision)]).toEqual(['Rung 1', [], '']);
    expect(decision.notYet.map(({ text }) => text).join(' ')).toMatch(
      /"Fine"\) is withheld: 2 penalty notices to one parent/,
    );
  });
});
