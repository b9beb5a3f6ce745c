import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workFolder } from './call.ts';

const folder = workFolder();
const STARTS = [
  '',
  '\ufeff',
  '%PDF-1.4\n',
  'PK\x03\x04',
  '<!doctype html><p>',
  '# Attendance\n\n| a | b |\n|---|',
  'pupil_id,date,session,code\n',
];

/** Noise behind the start of something readable: what a broken download or a wrong ending looks like. */
const bytes = fc
  .tuple(fc.constantFrom(...STARTS), fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 })))
  .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'utf8'), Buffer.from(rest)]));

describe('whatever a file holds, the command reads it or says what is wrong, and never fails itself', () => {
  it.each(['.md', '.txt', '.html', '.docx', '.pdf', ''])('a policy "file%s"', async (ending) => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const file = folder.write(`file${ending}`, content);
        const { status, err } = await folder.call('parse', file);
        expect([0, 2], err).toContain(status);
        if (status === 2) expect(err).toMatch(/^rollmark: file[^\n]*: [^\n]+\.\n$/);
      }),
      { numRuns: 25 },
    );
  });

  it.each(['.csv', '.xlsx', ''])('a register "marks%s"', async (ending) => {
    folder.write('policy.md', '# Attendance\n');
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const file = folder.write(`marks${ending}`, content);
        const { status, err } = await folder.call('escalate', '--policy', 'policy.md', '--register', file);
        expect([0, 2], err).toContain(status);
      }),
      { numRuns: 25 },
    );
  });
});
