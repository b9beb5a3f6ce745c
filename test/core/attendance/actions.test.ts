import { describe, expect, it } from 'vitest';
import { readActions } from '#core/attendance/actions.ts';
import { RegisterError } from '#core/attendance/register.ts';
import { rows, said } from './typed.ts';

const HEADER = 'pupil_id|step|date|outcome|sequence|parent_id';

describe('a row of an actions file', () => {
  it('keeps outcome, ladder and parent where they are given', () => {
    const { actions, problems } = readActions(rows(`${HEADER}\n7|2|03/11/2025|held|penalty|A\n7|3|04/11/2025|||`));
    expect(problems).toEqual([]);
    expect(actions).toEqual([
      { pupilId: '7', step: '2', date: '2025-11-03', row: 2, outcome: 'held', sequence: 'penalty', parentId: 'A' },
      { pupilId: '7', step: '3', date: '2025-11-04', row: 3 },
    ]);
  });

  it('may have blanks round its cells, and be shorter than the header', () => {
    const { actions } = readActions([HEADER.split('|'), [' 7 ', ' Letter 1', '2025-11-03 ']]);
    expect(actions).toEqual([{ pupilId: '7', step: 'Letter 1', date: '2025-11-03', row: 2 }]);
  });

  it('may be blank, which is no row, before the header and after it', () => {
    const blank = [' ', '\t', ''];
    const { actions, problems } = readActions([blank, HEADER.split('|'), blank, ['7', '2', '2025-11-03']]);
    expect([actions.map(({ row }) => row), problems]).toEqual([[4], []]);
  });

  it.each([
    ['names no pupil', '|2|2025-11-03', '2 -: The row names no pupil; the action is left out.'],
    ['names no step', '7||2025-11-03', '2 7: The row names no step; the action is left out.'],
    ['has a date that is none', '7|2|soon', '2 7: The row has "soon", which is no date; the action is left out.'],
    ['has no date', '7|2|', '2 7: The row has "", which is no date; the action is left out.'],
    ['has nothing of it all but an outcome', '|||held', '2 -: The row names no pupil; the action is left out.'],
  ])('that %s is left out and told', (_, row, message) => {
    const { actions, problems } = readActions(rows(`${HEADER}\n${row}`));
    expect([actions, said(problems)]).toEqual([[], [message]]);
  });
});

describe('the header of an actions file', () => {
  it.each([
    'UPN|Stage|Date taken|Notes|Ladder|Parent/Carer',
    'Student ID|Intervention|Date sent|Result|Sequence|Carer ID',
    'Adno|Letter|On|Comment|Ladder|Parent',
  ])('%s', (header) => {
    expect(readActions(rows(`${header}\n7|2|2025-11-03|held|main|A`)).actions).toEqual([
      { pupilId: '7', step: '2', date: '2025-11-03', row: 2, outcome: 'held', sequence: 'main', parentId: 'A' },
    ]);
  });

  it('of two columns for the same the first is read', () => {
    const [action] = readActions(rows('UPN|Student|Step|Stage|Date\n7|Ada|2|3|2025-11-03')).actions;
    expect([action?.pupilId, action?.step]).toEqual(['7', '2']);
  });

  it.each([
    ['nothing', '', /^The actions file is empty: expected the header "pupil_id, step, date"\.$/],
    [
      'neither step nor date',
      'pupil_id|outcome',
      /^The actions file has no column for step, date: expected the header "pupil_id, step, date, outcome, sequence, parent_id" \(the last three may be left out\)\.$/,
    ],
    ['no pupil', 'step|date', /no column for pupilId: /],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readActions(rows(text))).toThrow(message);
    expect(() => readActions(rows(text))).toThrow(RegisterError);
  });
});
