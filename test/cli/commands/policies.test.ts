import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { ParsedPolicySchema } from '#core/policy/schema.ts';
import { sha256 } from '#core/text/sha256.ts';
import { workFolder } from '../call.ts';

const folder = workFolder();
const POLICY = `# Attendance policy of Fernhollow Primary School

The morning register opens at 8.45am and closes at 9.15am.

Attendance below 90% is persistent absence. The headteacher is [insert name].
`;

beforeAll(async () => {
  folder.write('policy.md', POLICY);
  folder.write('windows.md', `\ufeff${POLICY.replaceAll('\n', '\r\n')}`);
  folder.write('wide.md', Buffer.from(`\ufeff${POLICY}`, 'utf16le'));
  folder.write('policy.txt', 'Attendance policy\n\nThe morning register closes at 9.15am.\n');
  folder.write(
    'policy.html',
    '<html><body><h1>Attendance policy</h1><p>The register closes at 9.15am.</p></body></html>',
  );
  const word = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Attendance policy', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('The morning register closes at 9.15am.'),
        ],
      },
    ],
  });
  folder.write('policy.docx', await Packer.toBuffer(word));
});

describe('rollmark parse', () => {
  it.each(['policy.md', 'windows.md', 'wide.md', 'policy.txt', 'policy.html', 'policy.docx'])('%s', async (file) => {
    const { status, out } = await folder.call('parse', file);
    expect(status).toBe(0);
    const parsed = ParsedPolicySchema.parse(JSON.parse(out));
    const times = parsed.facts.filter((fact) => fact.kind === 'time').map(({ field, value }) => `${field} ${value}`);
    expect(times).toContain('amRegisterCloses 09:15');
  });

  it('gives the hash and the offsets of the text as it is stored, byte-order mark and all', async () => {
    const text = readFileSync(join(folder.path, 'windows.md'), 'utf8');
    const parsed = ParsedPolicySchema.parse(JSON.parse((await folder.call('parse', 'windows.md')).out));
    expect(parsed.document.sha256).toBe(sha256(text));
    for (const { span, quote } of parsed.facts) expect(text.slice(span.start.offset, span.end.offset)).toBe(quote);
    expect(parsed.facts.find(({ kind }) => kind === 'time')?.line).toBe(3);
  });

  it('reads standard input, whatever the format', async () => {
    for (const [stdin, title] of [
      [POLICY, 'Attendance policy'],
      ['<!doctype html><h1>Attendance</h1><p>Words.</p>', 'Attendance'],
    ]) {
      const { out } = await folder.callWith({ stdin: stdin ?? '' }, 'parse', '-');
      expect(JSON.parse(out).document.title).toContain(title);
    }
  });

  it('sums a policy up for a person', async () => {
    const { out } = await folder.call('parse', 'policy.md', '--format', 'summary');
    expect(out).toContain('Morning register closes: 09:15');
    expect(out).toMatch(/Still to fill in\n {2}line 5: \[insert name\]/);
  });
});

describe('rollmark import', () => {
  it('prints the Markdown that lines refer to', async () => {
    const { status, out } = await folder.call('import', 'policy.docx');
    expect({ status, out }).toEqual({
      status: 0,
      out: '# Attendance policy\n\nThe morning register closes at 9.15am.\n',
    });
  });

  it('writes it to a file', async () => {
    const { status, out, err } = await folder.call('import', 'policy.html', '-o', 'imported.md');
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'rollmark: wrote imported.md\n' });
    expect(readFileSync(join(folder.path, 'imported.md'), 'utf8')).toContain('# Attendance policy');
  });
});

describe('rollmark diff', () => {
  beforeAll(() => {
    folder.write('new.md', POLICY.replace('9.15am', '9.10am').replace('headteacher is', 'head <b>is'));
  });

  it('tells changes in meaning with the sentences of both versions', async () => {
    const { status, out } = await folder.call('diff', 'policy.md', 'new.md');
    expect(status).toBe(0);
    expect(out).toMatch(/^policy\.md → new\.md: \d+ changes? in meaning\.\n/);
    expect(out).toMatch(/09:15.*09:10/);
    expect(out).toContain('closes at 9.15am');
  });

  it('finds nothing between a text and itself, in any format', async () => {
    expect((await folder.call('diff', 'policy.md', 'policy.txt')).status).toBe(0);
    expect((await folder.call('diff', 'policy.md', 'policy.md')).out).toContain('0 changes in meaning.');
  });

  it('prints JSON and a page of its own, with the policy’s words escaped', async () => {
    const json = JSON.parse((await folder.call('diff', 'policy.md', 'new.md', '--format', 'json')).out);
    expect(json).toMatchObject({ schemaVersion: 1, before: 'policy.md', after: 'new.md', changes: expect.any(Array) });
    const { out } = await folder.call('diff', 'policy.md', 'new.md', '--format', 'html');
    expect(out).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(out).not.toMatch(/<script|head <b>is/);
  });
});

describe('rollmark rules', () => {
  it('prints the rule book as a table, JSON and Markdown', async () => {
    const json = JSON.parse((await folder.call('rules', '--format', 'json')).out);
    expect(json).toMatchObject({ schemaVersion: 1, version: expect.any(String), checkedOn: expect.any(String) });
    const table = (await folder.call('rules')).out;
    const markdown = (await folder.call('rules', '--format', 'markdown')).out;
    for (const { id } of json.rules) {
      expect(table).toContain(`${id} `);
      expect(markdown).toContain(id);
    }
    expect(table).toContain(`${json.rules.length} rules, version ${json.version}`);
  });
});
