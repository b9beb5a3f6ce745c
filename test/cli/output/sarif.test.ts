import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { workFolder } from '../call.ts';

const schemaFile = createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0.json');
// One pattern of the schema (of a language's tag) is no regular expression under the u flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

const folder = workFolder();
const WRONG = '# Attendance policy\n\nRegister entries are kept for three years.\n';
folder.write('sample.md', readFileSync(new URL('../../../samples/policies/hartsmere-primary.md', import.meta.url)));
folder.write('wrong.md', WRONG);
folder.write('empty.md', '');
folder.write('a school & co/draft #2 100%.md', WRONG);
folder.write('page.html', '<h1>Attendance policy</h1><p>Register entries are kept for three years.</p>');
folder.write(
  'excepted.md',
  '# Attendance policy\n\n<!-- rollmark-ignore registers/kept-six-years: the archive is being moved (office, until 2027-01-31) -->\n' +
    'Register entries are kept for three years.\n\n<!-- rollmark-ignore registers/kept-six-years -->\nRegister entries are kept for four years.\n',
);
folder.write(
  'conflict.md',
  '# Attendance policy\n\nMorning registration is at 8.45am.\n\n## Registers\n\nThe morning register is taken at 8.50am and closes at 9.50am.\n',
);
folder.write('broken.docx', 'not a Word file at all');

describe('SARIF', () => {
  it.each([
    ['a policy with findings, fixes and related places', ['sample.md']],
    ['one wrong sentence', ['wrong.md']],
    ['an empty file', ['empty.md']],
    ['a folder and a file name with marks that an address must escape', ['a school & co/draft #2 100%.md']],
    ['a page that is not Markdown, whose fixes are left out', ['page.html']],
    ['exceptions with and without a reason', ['excepted.md']],
    ['two places that contradict each other', ['conflict.md']],
    ['a file that cannot be read', ['broken.docx', 'nowhere.md']],
    ['many files at once', ['*.md', 'a school & co/*.md']],
  ])('of %s is valid against the schema of SARIF 2.1.0', async (_what, files) => {
    const { out } = await folder.call('lint', ...files, '--format', 'sarif');
    const log: unknown = JSON.parse(out);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be refused with a result that has no message', () => {
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Rollmark' } }, results: [{ ruleId: 'a' }] }] };
    expect(validate(log)).toBe(false);
  });

  it('says of an exception what its reason is', async () => {
    const { out } = await folder.call('lint', 'excepted.md', '--format', 'sarif');
    expect(out).toContain('"justification": "the archive is being moved"');
  });
});
