import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { workFolder } from '../call.ts';

const folder = workFolder();
const POLICY = `# Attendance policy of Whitlow Green School

## Escalation

| Stage | Attendance | Action |
|---|---|---|
| Stage 1 | Below 96% | The tutor rings home and offers support |
| Stage 2 | Below 90% | Letter 1 and a meeting with the head of year |
`;
/** Ten school days from Monday 7 September 2026: the given numbers of days are wholly missed at the end. */
function marks(missed: Readonly<Record<string, number>>): string[][] {
  const dates = ['07', '08', '09', '10', '11', '14', '15', '16', '17', '18'].map((date) => `2026-09-${date}`);
  return Object.entries(missed).flatMap(([id, days]) =>
    dates.flatMap((date, index) => {
      const isMissed = index >= dates.length - days;
      return [
        [id, `Pupil ${id}`, date, 'AM', isMissed ? 'I' : '/'],
        [id, `Pupil ${id}`, date, 'PM', isMissed ? 'I' : '\\'],
      ];
    }),
  );
}
const HEADER = ['pupil_id', 'name', 'date', 'session', 'code'];
const csv = (rows: readonly (readonly string[])[]) => [HEADER, ...rows].map((row) => `${row.join(',')}\n`).join('');
const MARKS = marks({ P1: 0, P2: 1, P3: 3 });
const CALL = ['--policy', 'policy.md', '--register'];

beforeAll(async () => {
  folder.write('policy.md', POLICY);
  folder.write('page.md', '# Attendance\n\nThe morning register closes at 9.15am.\n');
  folder.write('marks.csv', csv(MARKS));
  folder.write('excel.csv', `\ufeff${csv(MARKS).replaceAll(',', ';').replaceAll('\n', '\r\n')}`);
  folder.write('header.csv', csv([]));
  folder.write('totals.csv', 'pupil_id,possible,attended,authorised,unauthorised\nP1,20,20,0,0\nP3,20,14,6,0\n');
  folder.write('slip.csv', `${csv(MARKS)}P3,Pupil P3,2027-09-11,AM,/\n`);
  folder.write('broken.csv', `${csv(MARKS)}P3,Pupil P3,31/02/2026,AM,/\n`);
  folder.write('formula.csv', csv(marks({ '=1+1': 0 })));
  folder.write('actions.csv', 'pupil_id,step,date\nP3,Stage 1,2026-09-17\nP9,Stage 1,2026-09-17\n');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Cover').addRow(['Marks of the autumn term']);
  const sheet = workbook.addWorksheet('Marks');
  sheet.addRow(HEADER);
  for (const [id, name, date = '', ...rest] of MARKS) sheet.addRow([id, name, new Date(date), ...rest]);
  await workbook.xlsx.writeFile(join(folder.path, 'marks.xlsx'));
});

async function decisions(...argv: string[]) {
  const { status, out, err } = await folder.call('escalate', ...argv, '--format', 'json');
  return { status, err, decisions: JSON.parse(out) };
}

describe('rollmark escalate', () => {
  it('gives each pupil of the register a decision on the last date with a mark, and says so', async () => {
    const { status, err, decisions: all } = await decisions(...CALL, 'marks.csv');
    expect({ status, err }).toEqual({ status: 0, err: 'rollmark: as of 2026-09-18 (the last date with a mark).\n' });
    expect(
      all.map((each: { pupilId: string; current: { step: { title: string } | null } }) => [
        each.pupilId,
        each.current.step?.title ?? null,
      ]),
    ).toEqual([
      ['P1', null],
      ['P2', 'Stage 1'],
      ['P3', 'Stage 2'],
    ]);
    expect(all[2].attendance).toMatchObject({ possible: 20, attended: 14, percent: 70 });
  });

  it.each(['excel.csv', 'marks.xlsx'])('reads %s as it reads marks.csv', async (file) => {
    const { decisions: expected } = await decisions(...CALL, 'marks.csv');
    const { status, decisions: all } = await decisions(...CALL, file);
    const figures = (list: { pupilId: string; attendance: object; current: object }[]) =>
      list.map(({ pupilId, attendance, current }) => ({ pupilId, attendance, current }));
    expect(status).toBe(0);
    expect(figures(all)).toEqual(figures(expected));
  });

  it('a mark of next year, long after the others, moves no answer into that year', async () => {
    const { err, decisions: all } = await decisions(...CALL, 'slip.csv');
    expect(err).toMatch(/marks of 2027-09-11 lie in the future and long after the others.*--as-of 2027-09-11/);
    expect(err).toMatch(/as of 2026-09-18 \(the last date with a mark\)/);
    expect(all[2]).toMatchObject({ pupilId: 'P3', attendance: { possible: 20, attended: 14 } });
    expect(all[2].cannotTell).toContainEqual(expect.stringMatching(/^1 mark after 18 September 2026 is left out/));
  });

  it('judges on the day asked for, leaving later marks out', async () => {
    const { err, decisions: all } = await decisions(...CALL, 'marks.csv', '--as-of', '2026-09-11');
    expect(err).toBe('rollmark: as of 2026-09-11 (as asked).\n');
    expect(all[2].attendance.possible).toBe(10);
  });

  it('takes today for totals', async () => {
    const { err } = await decisions(...CALL, 'totals.csv');
    expect(err).toBe('rollmark: as of 2026-10-05 (today).\n');
  });

  it('prints [] and a sentence for a register with a header and no rows', async () => {
    const { status, out, err } = await folder.call('escalate', ...CALL, 'header.csv', '--format', 'json');
    expect({ status, out }).toEqual({ status: 0, out: '[]\n' });
    expect(err).toContain('the register has a header and no pupils');
  });

  it('says that a policy has no ladder, and exits with 0', async () => {
    const { status, err, decisions: all } = await decisions('--policy', 'page.md', '--register', 'marks.csv');
    expect(status).toBe(0);
    expect(err).toContain('the policy has no escalation ladder');
    for (const { current, cannotTell } of all) {
      expect(current).toMatchObject({ answer: 'none', step: null });
      expect(cannotTell.join(' ')).toMatch(/no (?:escalation )?ladder/);
    }
  });

  it('names the row of a register that cannot be read, and computes the rest', async () => {
    const { status, err, decisions: all } = await decisions(...CALL, 'broken.csv');
    expect({ status, pupils: all.length }).toEqual({ status: 0, pupils: 3 });
    expect(err).toMatch(/^rollmark: broken\.csv, row 62: .*31\/02\/2026/m);
  });

  it('takes the recorded steps into account and names pupils that the register does not have', async () => {
    const { err, decisions: all } = await decisions(...CALL, 'marks.csv', '--actions', 'actions.csv');
    expect(err).toContain('actions.csv, line 3: pupil "P9" is not in the register.');
    expect(all[2].due.map(({ title }: { title: string }) => title)).toEqual(['Stage 2']);
  });

  it('prints a table with its day and a count', async () => {
    const { out, err } = await folder.call('escalate', ...CALL, 'marks.csv');
    expect(err).toBe('');
    expect(out).toMatch(/^P3 +Pupil P3 +6 of 20 +70\.0% +Stage 2 +1, 2/m);
    expect(out).toContain('3 pupils as of 2026-09-18 (the last date with a mark): 2 with a step due');
  });

  it('prints CSV that no spreadsheet runs', async () => {
    const { out } = await folder.call('escalate', ...CALL, 'marks.csv', '--format', 'csv');
    const [head, first] = out.split('\r\n');
    expect(head).toMatch(/^pupil_id,name,as_of,possible,attended,/);
    expect(first).toMatch(/^P1,Pupil P1,2026-09-18,20,20,0,0,0,100\.0,none,/);
    const formula = (await folder.call('escalate', ...CALL, 'formula.csv', '--format', 'csv')).out;
    expect(formula).toContain("\r\n'=1+1,Pupil =1+1,");
  });
});

describe('rollmark explain', () => {
  it('tells the step, the comparison and the sentence of the policy', async () => {
    const { status, out } = await folder.call('explain', ...CALL, 'marks.csv', '--pupil', 'P3');
    expect(status).toBe(0);
    expect(out).toMatch(
      /^Pupil P3, P3\nAs of 2026-09-18 \(the last date with a mark\)\. 14 of 20 sessions attended, 70\.0%/,
    );
    expect(out).toContain('Step now\n  Stage 2 (line 8)');
    expect(out).toMatch(/The policy, line 8: “[^”]*Below 90%/);
    expect(out).toContain('What the data does not show');
    expect(out.split('\n').every((line) => line.length <= 110)).toBe(true);
  });

  it('prints the same decision as escalate', async () => {
    const { out } = await folder.call('explain', ...CALL, 'marks.csv', '--pupil', 'P2', '--format', 'json');
    expect(JSON.parse(out)).toEqual((await decisions(...CALL, 'marks.csv')).decisions[1]);
  });

  it('says which pupil was meant', async () => {
    const { status, err } = await folder.call('explain', ...CALL, 'marks.csv', '--pupil', 'p3');
    expect(status).toBe(2);
    expect(err).toContain('the register has no pupil "p3"; did you mean "P3"?');
  });
});

describe('rollmark diff with a register', () => {
  it('names the pupils who stand at another step', async () => {
    folder.write('stricter.md', POLICY.replace('Below 96%', 'Below 88%').replace('Below 90%', 'Below 75%'));
    const { status, out } = await folder.call(
      'diff',
      'policy.md',
      'stricter.md',
      '--register',
      'marks.csv',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    const { asOf, pupils } = JSON.parse(out);
    expect(asOf).toBe('2026-09-18');
    expect(pupils).toEqual([
      {
        pupilId: 'P2',
        name: 'Pupil P2',
        before: { answer: 'step', step: 'Stage 1', due: ['Stage 1'] },
        after: { answer: 'none', step: null, due: [] },
      },
    ]);
    const text = (await folder.call('diff', 'policy.md', 'stricter.md', '--register', 'marks.csv')).out;
    expect(text).toContain('1 pupil stands at another step as of 2026-09-18');
    expect(text).toContain('P2 Pupil P2: Stage 1 (due: Stage 1) → no step');
    const page = (await folder.call('diff', 'policy.md', 'stricter.md', '--register', 'marks.csv', '--format', 'html'))
      .out;
    // One pupil: neither the number nor the move is told.
    expect(page).toContain('groups of fewer than five are not counted');
    expect(page).not.toContain('Stage 1 → no step');
    expect(page).not.toContain('P2');
  });
});
