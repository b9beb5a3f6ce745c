import { diffPolicies } from '#core/diff/diff.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Step } from '#core/policy/schema.ts';
import type { Call, Command } from '../command.ts';
import { shownName } from '../input/files.ts';
import { readPolicyFile } from '../input/policy.ts';
import type { Io } from '../io.ts';
import { type MovedPupil, movesOf, type PolicyDiff } from '../output/policy-diff.ts';
import { PUPIL_OPTIONS, readPupils } from './pupils.ts';

/** `rollmark diff`: two versions of a policy by meaning, and the pupils whom the difference touches. */
export const diff: Command = {
  name: 'diff',
  summary: 'Tells what changed in meaning between two versions, and for whom.',
  usage: 'OLD NEW [--format text|json|html] [--register FILE]',
  options: [
    { name: 'format', value: 'FORMAT', help: 'text (the default), json or html (a page of its own)' },
    ...PUPIL_OPTIONS,
  ],
  notes: [
    'With a register, both versions are applied to every pupil on the same day. Text and JSON name the pupils who move; the HTML page, which is for governors, only counts them, and neither a group of fewer than five nor one that would give it away.',
  ],
  examples: ['rollmark diff policy-2025.docx policy-2026.docx', 'rollmark diff old.md new.md --register marks.csv'],
  async run(call, io) {
    const [old, current, third] = call.files;
    if (old === undefined || current === undefined || third !== undefined) {
      throw call.problem('needs two files: the old version, then the new one');
    }
    const format = call.choice('format', ['text', 'json', 'html']);
    const before = readPolicy(await readPolicyFile(old, io));
    const after = readPolicy(await readPolicyFile(current, io));
    const result: PolicyDiff = {
      before: shownName(old),
      after: shownName(current),
      changes: diffPolicies(before, after),
      ...(call.value('register') !== undefined &&
        (await movedPupils(before.parsed.escalation, after.parsed.escalation, call, io))),
    };
    io.stdout.write(await render(format, result));
    return 0;
  },
};

/** The pupils for whom the two versions hold different steps, in the order of the register. */
async function movedPupils(
  before: readonly Step[],
  after: readonly Step[],
  call: Call,
  io: Io,
): Promise<Pick<PolicyDiff, 'asOf' | 'asOfFrom' | 'pupils' | 'moves' | 'stayed'>> {
  const { pupils, asOf, asOfFrom, judgeBy } = await readPupils(call, io);
  const [judgeBefore, judgeAfter] = [judgeBy(before), judgeBy(after)];
  const moved: MovedPupil[] = [];
  for (const pupil of pupils) {
    const [then, now] = [outcome(judgeBefore(pupil)), outcome(judgeAfter(pupil))];
    if (JSON.stringify(then) === JSON.stringify(now)) continue;
    moved.push({ pupilId: pupil.pupilId, ...(pupil.name && { name: pupil.name }), before: then, after: now });
  }
  return { asOf, asOfFrom, pupils: moved, moves: movesOf(moved), stayed: pupils.length - moved.length };
}

/** What is compared of a decision: steps by their words, since numbers and lines shift. */
function outcome({ current, due }: Decision): MovedPupil['before'] {
  return { answer: current.answer, step: current.step?.title ?? null, due: due.map(({ title }) => title) };
}

async function render(format: 'text' | 'json' | 'html', result: PolicyDiff): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ schemaVersion: 1, ...result }, null, 1)}\n`;
  if (format === 'html') return (await import('../output/diff-html.ts')).diffHtml(result);
  return (await import('../output/diff-text.ts')).diffText(result);
}
