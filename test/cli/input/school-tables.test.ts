import { describe, expect, it } from 'vitest';
import { readRegisterFile } from '../../../cli/input/school-tables.ts';
import { workFolder } from '../call.ts';
import { row, workbookFile } from './workbook-file.ts';

const folder = workFolder();

async function read(sheets: Record<string, string>) {
  folder.write('register.xlsx', workbookFile({ sheets }));
  const io = { cwd: folder.path, stderr: { isTerminal: false, write: () => {} } };
  const { pupils, problems, shape } = await readRegisterFile('register.xlsx', io as never);
  return {
    shape,
    marks: pupils.map(({ pupilId, marks }) => `${pupilId} ${marks?.map(({ code }) => code).join('')}`),
    problems: problems.map(({ message }) => message),
  };
}

const HEAD = row('pupil_id', 'date', 'session', 'code');
const mark = (id: string, date: string, code: string) => row(id, date, 'AM', code);

describe('a workbook with a register on several sheets', () => {
  it('is read whole: a sheet for each year group, pupils on several sheets being one', async () => {
    const sheets = {
      'Year 7': HEAD + mark('P1', '2026-09-07', '/'),
      'Year 8': HEAD + mark('P2', '2026-09-07', 'I') + mark('P1', '2026-09-08', 'L'),
    };
    expect(await read(sheets)).toEqual({ shape: 'marks', marks: ['P1 /L', 'P2 I'], problems: [] });
  });

  it('says which sheets are left out, and which sheet a bad row stands on', async () => {
    const sheets = {
      Cover: row('Elmdale School'),
      Marks: HEAD + mark('P1', '2026-09-07', '/'),
      'More marks': HEAD + mark('P1', 'soon', '/'),
      Totals: row('pupil_id', 'possible', 'attended') + row('P1', '2', '2'),
      'No head': mark('P1', '2026-09-09', '/'),
      Blank: '',
    };
    expect(await read(sheets)).toEqual({
      shape: 'marks',
      marks: ['P1 /'],
      problems: [
        'The sheet "Cover" is left out. It holds no register that can be read.',
        'The sheet "Totals" is left out. It holds totals, but those before it a row for each mark.',
        expect.stringMatching(/^The sheet "No head" is left out\. No header was recognised/),
        expect.stringMatching(/^\(sheet "More marks"\) "soon" is no date/),
      ],
    });
  });

  it('is refused when no sheet holds a register, with what is missing', async () => {
    await expect(read({ Cover: row('Elmdale School') })).rejects.toThrow(/^register\.xlsx: No header was recognised/);
    await expect(read({ Blank: '' })).rejects.toThrow(/^register\.xlsx: has no sheet with anything on it/);
  });
});
