import { describe, expect, it } from 'vitest';
import { LintReportSchema } from '#core/lint/finding.ts';
import { workFolder } from '../call.ts';

const folder = workFolder();
// Register entries are to be kept for six years: an error, whatever else the rule book finds.
const WRONG = '# Attendance policy\n\nRegister entries are kept for three years.\n';
const QUIET = '# A note\n\nThe office is open in the holidays.\n';
const RULE = 'registers/kept-six-years';
folder.write('wrong.md', WRONG);
folder.write('quiet.md', QUIET);
folder.write('school a/one.md', WRONG);
folder.write('school a/two, three.txt', WRONG);
folder.write('school a/page.html', '<p>A page that was published here.</p>');
folder.write('school a/~$one.docx', 'the lock of an open document');
folder.write('school b/[draft].md', QUIET);
folder.write('school c/readme.pptx', 'slides');

async function json(...argv: string[]) {
  const outcome = await folder.call('lint', ...argv, '--format', 'json');
  return { ...outcome, report: LintReportSchema.parse(JSON.parse(outcome.out)) };
}

describe('rollmark lint', () => {
  it('prints one JSON object for all files and exits with 1 for an error', async () => {
    const { status, err, report } = await json('wrong.md', 'quiet.md', '--as-of', '2026-09-01');
    expect({ status, err, asOf: report.asOf }).toEqual({ status: 1, err: '', asOf: '2026-09-01' });
    expect(report.findings.filter(({ ruleId }) => ruleId === RULE)).toMatchObject([
      { file: 'wrong.md', severity: 'error', line: 3, span: { start: { offset: WRONG.indexOf('three') } } },
    ]);
  });

  it('takes today in London where no day is given, also in the hour in which London is a day ahead of UTC', async () => {
    const now = () => new Date('2026-07-31T23:30:00Z');
    expect(JSON.parse((await folder.callWith({ now }, 'lint', 'quiet.md', '--format', 'json')).out).asOf).toBe(
      '2026-08-01',
    );
  });

  it('exits with 0 when nothing is found', async () => {
    expect(await folder.call('lint', 'quiet.md', '--fail-on', 'warning')).toMatchObject({ status: 0, err: '' });
  });

  it('goes on past a file that cannot be read, and exits with 2', async () => {
    const { status, err, report } = await json('nowhere.md', 'wrong.md', '*.rtf');
    expect(status).toBe(2);
    expect(err).toBe(
      'rollmark: nowhere.md: there is no such file; check the name and the folder.\n' +
        'rollmark: *.rtf: matches no file; check the pattern and the folder.\n',
    );
    expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['wrong.md']));
  });

  it('goes on past a file on which it fails itself, and then reports the bug', async () => {
    const readStdin = () => Promise.reject(new Error('Unexpected end of the world'));
    const { status, out, err } = await folder.callWith({ readStdin }, 'lint', '-', 'wrong.md', '--format', 'json');
    expect(status).toBe(3);
    expect(LintReportSchema.parse(JSON.parse(out)).findings.some(({ file }) => file === 'wrong.md')).toBe(true);
    expect(err).toContain('standard input: was not checked, because Rollmark failed on it.\n');
    expect(err).toContain('This is a bug in Rollmark');
  });

  it('reads standard input', async () => {
    const { out, status } = await folder.callWith({ stdin: WRONG }, 'lint', '-', '--format', 'json');
    expect(status).toBe(1);
    expect(LintReportSchema.parse(JSON.parse(out)).findings[0]?.file).toBe('-');
  });

  it.each<[string, string[], string[]]>([
    [
      'a folder stands for the policies in it, not for pages and lock files',
      ['school a'],
      ['school a/one.md', 'school a/two, three.txt'],
    ],
    ['a pattern', ['school*/*.md'], ['school a/one.md']],
    ['a file named twice is read once', ['wrong.md', './wrong.md'], ['wrong.md']],
    ['a name with brackets is a file when there is one', ['school b/[draft].md', 'wrong.md'], ['wrong.md']],
  ])('%s', async (_, names, files) => {
    const { report } = await json(...names);
    expect(report.findings.filter(({ ruleId }) => ruleId === RULE).map(({ file }) => file)).toEqual(files);
  });

  it('says when a folder holds no policy', async () => {
    const { status, err } = await folder.call('lint', 'school c');
    expect(status).toBe(2);
    expect(err).toContain('school c: holds no policy');
  });

  it('--fail-on and the settings file decide what fails', async () => {
    folder.write('settings.json', JSON.stringify({ severities: { [RULE]: 'advice' } }));
    const softened = await json('wrong.md', '--config', 'settings.json');
    expect(softened.report.findings.find(({ ruleId }) => ruleId === RULE)?.severity).toBe('advice');
    expect(softened.status).toBe(0);
    expect((await json('wrong.md', '--config', 'settings.json', '--fail-on', 'advice')).status).toBe(1);
    folder.write('off.json', JSON.stringify({ severities: { [RULE]: 'off' } }));
    const { report } = await json('wrong.md', '--config', 'off.json');
    expect(report.findings.some(({ ruleId }) => ruleId === RULE)).toBe(false);
  });

  it('tells what the settings file decides, and why', async () => {
    folder.write(
      'reasons.json',
      JSON.stringify({
        localAuthority: 'Kestrel County Council',
        severities: { [RULE]: { severity: 'off', reason: 'the trust archives for six years' } },
      }),
    );
    const { out } = await folder.call('lint', 'wrong.md', '--config', 'reasons.json');
    expect(out).toContain(`reasons.json sets ${RULE} to off: the trust archives for six years`);
    folder.write('unreasoned.json', JSON.stringify({ severities: { [RULE]: { severity: 'off', reason: ' ' } } }));
    const refused = await folder.call('lint', 'wrong.md', '--config', 'unreasoned.json');
    expect(refused.status).toBe(2);
  });

  it('says in every format that the rule book is old', async () => {
    const stylish = await folder.call('lint', 'wrong.md', '--as-of', '2030-01-01');
    expect(stylish.out.match(/more than twelve months before 2030-01-01/g)).toHaveLength(1);
    const { report } = await json('wrong.md', '--as-of', '2030-01-01');
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('currency/rule-book-not-old');
  });

  it('lists the exceptions of a document with reason, owner and expiry', async () => {
    folder.write(
      'excepted.md',
      `# Attendance policy\n\n<!-- rollmark-ignore ${RULE}: kept by the trust (A. Mbeki, until 2027-09-01) -->\nRegister entries are kept for three years.\n`,
    );
    const { report, out } = await json('excepted.md', '--exceptions', '--as-of', '2026-09-01');
    expect(report.suppressed.map(({ ruleId }) => ruleId)).toEqual([RULE]);
    expect(JSON.parse(out).exceptions).toEqual([
      { file: 'excepted.md', ruleId: RULE, reason: 'kept by the trust', owner: 'A. Mbeki', until: '2027-09-01' },
    ]);
    const text = await folder.call('lint', 'excepted.md', '--exceptions', '--as-of', '2026-09-01');
    expect(text.out).toContain(`${RULE}: kept by the trust (A. Mbeki, until 2027-09-01)`);
  });

  it('says when the rule book is older than twelve months on that day', async () => {
    const { out } = await folder.call('lint', 'quiet.md', '--as-of', '2031-01-01');
    expect(out).toContain('more than twelve months before 2031-01-01');
    expect((await json('quiet.md', '--as-of', '2031-01-01')).err).toContain('more than twelve months');
  });
});

describe('the report for people', () => {
  it('groups by duty and shows the line, a caret, the citation, the fix and the day', async () => {
    const { out } = await folder.call('lint', 'wrong.md', '--as-of', '2026-09-01');
    expect(out).toContain('What the law requires');
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('│ Register entries are kept for three years.'));
    const caret = lines[at + 1] ?? '';
    const marked = (lines[at] ?? '').slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1);
    expect(marked).toBe('three years');
    expect(out).toMatch(/regulation 7/);
    expect(out).toMatch(/Fix: /);
    expect(out).toMatch(/1 error, .* in 1 file; rules of 2026-09-01\.\n$/);
    expect((await folder.call('lint', 'quiet.md')).out).toContain('rules of 2026-10-05 (today).');
  });

  it.each([
    ['in a pipe', {}, false],
    ['on a terminal', { stdout: 'terminal' }, true],
    ['on a terminal with NO_COLOR', { stdout: 'terminal', env: { NO_COLOR: '1' } }, false],
    ['in a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
  ])(
    '%s: colours %#',
    async (_, { stdout, env = {} }: { stdout?: string; env?: Record<string, string> }, hasColour) => {
      let out = '';
      const terminal = { write: (text: string) => void (out += text), isTerminal: stdout === 'terminal' };
      await folder.callWith({ env, stdout: terminal }, 'lint', 'wrong.md');
      expect(out.includes('\x1b[')).toBe(hasColour);
    },
  );

  it('lets no control character of a document reach the terminal', async () => {
    folder.write('hostile.md', WRONG.replace('Register', '\x1b[2J\x1b]0;owned\x07 Register'));
    const { out } = await folder.call('lint', 'hostile.md');
    expect(out).toContain('three years');
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });
});

describe('the reports for machines', () => {
  const FILES = ['wrong.md', 'school a/two, three.txt', 'nowhere.md'];

  it('GitHub: one annotation for each finding, with commas and percent signs escaped', async () => {
    const { out } = await folder.call('lint', ...FILES, '--format', 'github');
    const lines = out.trim().split('\n');
    expect(lines.every((line) => /^::(?:error|warning|notice) [^\n]*::./.test(line))).toBe(true);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::error file=wrong\.md,line=3,endLine=3,col=31,endColumn=41,title=registers\/kept-six-years::/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^::error file=school a\/two%2C three\.txt,line=3,/));
    expect(lines).toContainEqual(expect.stringMatching(/^::error file=nowhere\.md,title=not read::/));
  });

  it('JUnit: a suite for each file, the findings that fail as failures', async () => {
    folder.write('odd.md', WRONG.replace('three', 'three ]]> & <b> \x0b'));
    const { out } = await folder.call('lint', ...FILES, 'quiet.md', 'odd.md', '--format', 'junit');
    expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
    expect(out).toMatch(/<testsuite name="wrong\.md" tests="\d+" failures="1" errors="0"/);
    expect(out).toMatch(/<testcase classname="registers\/kept-six-years" name="registers\/kept-six-years, line 3"/);
    expect(out).toMatch(/<testsuite name="quiet\.md" tests="1" failures="0"/);
    expect(out).toMatch(/<error message="nowhere\.md: there is no such file/);
    expect(out).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f]/);
  });

  it('SARIF 2.1.0: results with regions, rules, fixes and suppressions', async () => {
    const { out } = await folder.call('lint', ...FILES, 'excepted.md', '--format', 'sarif', '--as-of', '2026-09-01');
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'Rollmark', rules: expect.any(Array) });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations[0].executionSuccessful).toBe(false);
    const found = run.results.filter((result: { ruleId: string }) => result.ruleId === RULE);
    expect(found).toHaveLength(3);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(found[0]).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'wrong.md' },
            region: { startLine: 3, startColumn: 31, endLine: 3, endColumn: 42, charOffset: 51, charLength: 11 },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: expect.any(String) } }] }] }],
    });
    expect(found[1].locations[0].physicalLocation.artifactLocation.uri).toBe('school%20a/two%2C%20three.txt');
    expect(found[2].suppressions).toEqual([{ kind: 'inSource', justification: 'kept by the trust' }]);
  });
});

describe('the table of schools by duties', () => {
  it('stands once at the end, a row for each file and a key to the duties', async () => {
    folder.write(
      'schools/a.md',
      '# Attendance policy\n\nThe morning register closes at 9.15am. Registers are kept for six years.\n\nWhen attendance falls below 95%, the tutor rings home.\n',
    );
    folder.write(
      'schools/b.md',
      '# Attendance policy\n\nThe morning register closes at 9.15am. Registers are kept for three years.\n\nWhen attendance falls below 95%, the tutor rings home.\n',
    );
    const { out } = await folder.call('lint', 'schools', '--crosswalk');
    const [, table = ''] = out.split('Duties of the guidance, all files');
    const rows = table.split('\n').filter((line) => /^schools.[ab]\.md {2}/.test(line));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/ M .* \d+ of \d+$/);
    expect(rows[0]).not.toContain('X');
    expect(rows[1]).toContain('X');
    const duties = Number(/ of (\d+)$/.exec(rows[0] ?? '')?.[1]);
    expect(table.split('\n').filter((line) => /^ {4,6}\d+ {2}\S/.test(line))).toHaveLength(duties);
  });

  it.each([[['lint', 'schools/a.md', '--crosswalk']], [['lint', 'schools']]])('is not there for %j', async (argv) => {
    expect((await folder.call(...argv)).out).not.toContain('Duties of the guidance, all files');
  });
});
