import { describe, expect, it } from 'vitest';
import { workFolder } from './call.ts';

const folder = workFolder();
const POLICY = `# Attendance policy

Fernhollow Primary School

The register opens at 8.45am and closes at 9.15am. Parents will be fined £60.
`;

/** Whatever a file is called, or a folder is told to be: nothing of it moves the cursor of a terminal or turns words round. */
const NAMES: readonly [name: string, file: string][] = [
  ['colours and a bell of a terminal', 'a\x1b[31mred\x1b[0m\x07.md'],
  ['a line end that begins a command of a build service', 'two\n::error::not true.md'],
  ['letters that are shown backwards', 'po\u202ecilop.md'],
  ['a separator of lines', 'one\u2028two.md'],
  ['markup', '<img src=x onerror=alert(1)>.md'],
  ['the signs of a shell', 'it’s "quoted" & `ticked` $(id).md'],
  ['the signs of a build service', '%0A::error::a,b:c.md'],
  ['as many letters as a name may have', `${'long'.repeat(62)}.md`],
];
const CALLS = [
  'lint|FILE',
  'lint|FILE|--format|github',
  'lint|no FILE',
  'import|FILE|-o|FILE',
  'import|FILE|-o|no/FILE',
  'publish|FILE|-o|out FILE',
  'diff|FILE|FILE',
  'escalate|--policy|FILE|--register|FILE',
  'lint|FILE|--config|no FILE',
  'lint|FILE|--FILE',
];
const MOVES_OR_TURNS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

describe.each(NAMES)('a file whose name has %s', (_, file) => {
  it.each(CALLS)('%s', async (words) => {
    folder.write(file, POLICY);
    const argv = words.split('|').map((word) => word.replace('FILE', () => file));
    const { status, out, err } = await folder.call(...argv);
    expect(status).toBeLessThan(3);
    expect(out + err).not.toMatch(MOVES_OR_TURNS);
    for (const line of err.split('\n').slice(0, -1)) expect(line).toMatch(/^rollmark: /);
    if (argv.includes('github')) for (const line of out.split('\n').slice(0, -1)) expect(line).toMatch(/^::\w+ file=/);
  });
});

it('a name that climbs out of its folder is a name like any other', async () => {
  folder.write('inner/policy.md', POLICY);
  expect((await folder.call('lint', 'inner/../../../../../../nowhere/policy.md')).err).toMatch(/there is no such file/);
  const { status } = await folder.callWith(
    { cwd: `${folder.path}/inner` },
    'publish',
    '../inner/policy.md',
    '-o',
    '../beside',
  );
  expect(status).toBe(0);
});
