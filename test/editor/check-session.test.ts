import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPolicyLinter } from '#core/lint/lint.ts';
import { createPolicyReader } from '#core/policy/parse.ts';
import { AskingEnd } from '../../editor/asking-end.ts';
import { type Answered, CheckingEnd } from '../../editor/checking-end.ts';

const RULES = { file: 'policy.md', asOf: '2026-11-22', settings: {} };
const POLICY = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');

/** Both ends with a border between them that copies everything, as a worker's does. */
function session() {
  const worker = new CheckingEnd();
  const answers: Answered[] = [];
  const asked: string[] = [];
  const page = new AskingEnd(async (question, rest) => {
    asked.push(question.is);
    const answer = structuredClone(worker.check(structuredClone(question), rest));
    answers.push(answer);
    return answer;
  });
  return { check: (text: string) => page.check({ text, ...RULES }), worker, answers, asked };
}

describe('a session of checks', () => {
  it('sends a text whole once, and then what is typed', async () => {
    const { check, asked, answers } = session();
    await check(POLICY);
    await check(POLICY.replace('Registers', 'All registers'));
    expect(asked).toEqual(['text', 'edit']);
    expect(JSON.stringify(answers[1]).length).toBeLessThan(300);
  });

  it('says that the problems stand where words beside them are typed, and where they are now', async () => {
    const { check } = session();
    const text = '# Attendance policy\n\nHello.\n\nRegisters are kept for three years.\n';
    const [before] = (await check(text)).findings;
    const typed = await check(text.replace('Hello.', 'Hello.\n\nAnd good day.'));
    expect(before).toBeDefined();
    expect(typed.stand).toBe(true);
    expect(typed.findings[0]?.line).toBe((before?.line ?? 0) + 2);
  });

  it.each([
    ['a problem comes', 'Hello.', 'Registers are kept for three years.'],
    ['a problem goes', 'three years', 'six years'],
    ['a problem says something else', 'three years', 'four years'],
  ])('does not say that they stand where %s', async (_, words, others) => {
    const { check } = session();
    const text = '# Attendance policy\n\nHello.\n\nRegisters are kept for three years.\n';
    const before = await check(text);
    expect(before.findings.length).toBeGreaterThan(0);
    expect((await check(text.replace(words, others))).stand).toBe(false);
  });

  it('sends the text whole when the worker has lost it', async () => {
    const { check, worker, asked } = session();
    await check('Registers are kept for three years.');
    worker.check({ is: 'text', text: 'Other words.' }, RULES);
    const { findings } = await check('Our registers are kept for three years.');
    expect(asked).toEqual(['text', 'edit', 'text']);
    expect(findings).not.toEqual([]);
  });

  it('gives after any edits what a check of the whole text gives', async () => {
    const words = fc.constantFrom(
      '',
      'x',
      '\n',
      '\n\n',
      'three years',
      '25.99am ',
      '\n# Leave\n\n',
      '| a | b |\n',
      '£60 ',
      'persistently ',
    );
    const edit = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 }), words);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const { check } = session();
        const read = createPolicyReader();
        const lint = createPolicyLinter();
        let text = POLICY;
        await check(text);
        for (const [place, removed, typed] of edits) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + typed + text.slice(at + removed);
          const { findings } = await check(text);
          expect(findings).toEqual(lint(read(text), RULES).findings);
        }
      }),
      { numRuns: Number(process.env['ROLLMARK_RUNS'] ?? 6) },
    );
  });
});
