import { describe, expect, it } from 'vitest';
import { isOneSentence, workFolder } from './call.ts';

const folder = workFolder();
const COMMANDS = ['parse', 'lint', 'escalate', 'explain', 'diff', 'import', 'publish', 'rules'];

describe('rollmark', () => {
  it('lists every command in its help', async () => {
    const { status, out } = await folder.call('--help');
    expect(status).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('without a command shows the help on standard error and exits with 2', async () => {
    const { status, out, err } = await folder.call();
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('rollmark COMMAND');
  });

  it('prints its version', async () => {
    expect((await folder.call('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(COMMANDS)('%s has a help page with its options and an example, the same by "help" and "-h"', async (name) => {
    const { status, out } = await folder.call(name, '--help');
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`^rollmark ${name} `));
    expect(out).toMatch(/--help/);
    expect(out).toMatch(/Examples:\n {2}rollmark /);
    expect(out.split('\n').every((line) => line.length <= 120)).toBe(true);
    expect((await folder.call(name, '-h')).out).toBe(out);
    expect((await folder.call('help', name)).out).toBe(out);
  });

  it('says which command was meant', async () => {
    const { status, err } = await folder.call('lnit', 'policy.md');
    expect(status).toBe(2);
    expect(err).toContain('there is no command "lnit"; did you mean "lint"?');
  });

  it('says when there is no such option before a command', async () => {
    expect((await folder.call('--formt', 'json')).err).toContain('there is no option "--formt"');
  });

  it('reports a bug with how to report it, the stack only when asked', async () => {
    const broken = {
      now: (): Date => {
        throw new Error('Unexpected clock, expected one that runs');
      },
    };
    folder.write('policy.md', '# Attendance\n');
    const { status, out, err } = await folder.callWith(broken, 'lint', 'policy.md');
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toContain('This is a bug in Rollmark');
    expect(err).toContain('ROLLMARK_DEBUG=1');
    expect(err).not.toContain('run.test.ts');
    const debug = await folder.callWith({ ...broken, env: { ROLLMARK_DEBUG: '1' } }, 'lint', 'policy.md');
    expect(debug.err).toContain('run.test.ts');
  });
});

describe('a wrong call ends with status 2, nothing on standard output and one sentence that names the problem', () => {
  folder.write('policy.md', '# Attendance\n');
  folder.write('empty.md', '');
  folder.write('blank.md', ' \n\ufeff\n');
  folder.write('letter.md', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  folder.write('picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  folder.write(
    'noise.md',
    Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256),
  );
  folder.write('broken.docx', 'no word file');
  folder.write('settings.json', '{ "severities": { "registers/no-such-rule": "off" } }');
  folder.write('bad.json', '{ "severities": ');
  folder.write('phase.json', '{ "phase": "nursery" }');
  folder.write('folder/inside.md', '# Inside\n');
  folder.write('no-header.csv', 'P1,2026-09-07,AM,/\nP2,2026-09-07,AM,/\n');
  folder.write('empty.csv', '');
  folder.write('header.csv', 'pupil_id,date,session,code\n');
  folder.write('open-quote.csv', 'pupil_id,date,session,code\nP1,"2026-09-07,AM,/\n');
  folder.write('calendar.csv', 'date,session,open\n31/02/2027,AM,true\n');
  folder.write('actions.csv', 'pupil_id,step,date\nP1,1,soon\n');
  folder.write(
    'noise.xlsx',
    Uint8Array.from({ length: 400 }, (_, at) => (at < 2 ? ([0x50, 0x4b][at] ?? 0) : at % 251)),
  );
  const pupils = ['--policy', 'policy.md', '--register'];

  it.each([
    [['parse', 'nowhere.md'], 'nowhere.md: there is no such file'],
    [['parse', 'empty.md'], 'empty.md: is empty'],
    [['parse', 'blank.md'], 'blank.md: holds only blank space'],
    [['parse', 'folder'], 'folder: is a folder'],
    [['parse', 'policy.md/inner.md'], 'a part of the path is a file'],
    [['parse', 'letter.md'], 'letter.md: is a Word or Excel file in the old format'],
    [['parse', 'picture.md'], 'picture.md: is a picture'],
    [['parse', 'noise.md'], 'noise.md: is not a text file'],
    [['parse', 'broken.docx'], 'broken.docx: '],
    [['parse'], 'needs the name of a policy'],
    [['parse', 'policy.md', 'folder/inside.md'], 'takes one policy'],
    [['parse', 'policy.md', '--format', 'yaml'], 'does not know --format yaml: use json or summary'],
    [['parse', 'policy.md', '--formt', 'json'], 'has no option --formt; did you mean --format?'],
    [['parse', 'policy.md', '--format'], 'needs a value after --format'],
    [['lint'], 'needs the name of at least one policy'],
    [['lint', 'policy.md', '--as-of', '2026-02-30'], '--as-of 2026-02-30: is not a day of the calendar'],
    [['lint', 'policy.md', '--as-of', '1/9/2026'], '--as-of 1/9/2026: is not a day of the calendar'],
    [['lint', 'policy.md', '--as-of', '--format', 'json'], 'needs a value after --as-of'],
    [['lint', 'policy.md', '--crosswalk=yes'], 'takes no value for --crosswalk'],
    [
      ['lint', 'policy.md', '--config', 'settings.json'],
      'names the rule "registers/no-such-rule", which does not exist',
    ],
    [['lint', 'policy.md', '--config', 'bad.json'], 'bad.json: is not JSON'],
    [['lint', 'policy.md', '--config', 'phase.json'], 'phase.json: phase does not fit'],
    [['escalate', '--register', 'header.csv'], 'needs --policy'],
    [['escalate', '--policy', 'policy.md'], 'needs --register'],
    [['escalate', 'policy.md', ...pupils, 'header.csv'], 'takes no file of its own'],
    [['escalate', ...pupils, 'nowhere.csv'], 'nowhere.csv: there is no such file'],
    [['escalate', ...pupils, 'folder'], 'folder: is a folder'],
    [['escalate', ...pupils, 'empty.csv'], 'empty.csv: is empty'],
    [['escalate', ...pupils, 'no-header.csv'], 'no-header.csv: '],
    [['escalate', ...pupils, 'noise.md'], 'noise.md: is not text'],
    [['escalate', ...pupils, 'letter.md'], 'letter.md: is a Word or Excel file in the old format'],
    [['escalate', ...pupils, 'noise.xlsx'], 'noise.xlsx: is cut short or damaged'],
    [['escalate', ...pupils, 'open-quote.csv'], 'open-quote.csv, line 2: a quotation mark'],
    [
      ['escalate', ...pupils, 'header.csv', '--calendar', 'calendar.csv'],
      'calendar.csv, line 2: "31/02/2027" is no date; mend it',
    ],
    [
      ['escalate', ...pupils, 'header.csv', '--actions', 'actions.csv'],
      'actions.csv, line 2: The row has "soon", which is no date; mend it',
    ],
    [
      ['escalate', ...pupils, 'header.csv', '--actions', 'calendar.csv'],
      'calendar.csv: The actions file has no column for pupilId, step',
    ],
    [['explain', ...pupils, 'header.csv'], 'needs --pupil'],
    [['explain', ...pupils, 'header.csv', '--pupil', 'P1'], 'the register has no pupil "P1"'],
    [['diff', 'policy.md'], 'needs two files'],
    [['diff', '-', '-'], 'only one file from standard input'],
    [['escalate', '--policy', '-', '--register', '-'], 'only one file from standard input'],
    [['publish', 'policy.md', '--approved-by', 'J. Okafor'], 'needs --approved-by and --approved-on together'],
    [
      ['publish', 'policy.md', '--approved-by', 'J. Okafor', '--approved-on', '2026-10-06'],
      '--approved-on 2026-10-06: is after the day of publishing',
    ],
    [['publish', 'policy.md', '-o', 'policy.md'], 'policy.md: cannot be written'],
    [['import', 'policy.md', '-o', 'missing/policy.md'], 'its folder does not exist'],
    [['rules', 'policy.md'], 'takes no file'],
  ])('%j', async (argv, problem) => {
    const { status, out, err } = await folder.call(...argv);
    expect({ status, out, isOneSentence: isOneSentence(err) }).toEqual({ status: 2, out: '', isOneSentence: true });
    expect(err).toContain(problem);
  });
});
