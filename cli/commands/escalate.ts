import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';
import type { Io } from '../io.ts';
import { csvHead, csvRow } from '../output/decisions-csv.ts';
import { DecisionsTable } from '../output/decisions-table.ts';
import { oneLine } from '../output/terminal-text.ts';
import { PUPIL_OPTIONS, readPupils } from './pupils.ts';

/** `rollmark escalate`: the step of every pupil of a register. */
export const escalate: Command = {
  name: 'escalate',
  summary: "Computes each pupil's step.",
  usage: '--policy FILE --register FILE [options]',
  options: [
    { name: 'policy', value: 'FILE', help: 'the policy, in any format that Rollmark reads' },
    ...PUPIL_OPTIONS,
    { name: 'format', value: 'FORMAT', help: 'table (the default), json or csv' },
  ],
  notes: [
    'A register has one row a mark (pupil_id, name, date, session, code) or one row a pupil (pupil_id, name, possible, attended, authorised, unauthorised, late, percent).',
    'The exit status is 0 also when steps are due.',
  ],
  examples: [
    'rollmark escalate --policy policy.md --register marks.csv',
    'rollmark escalate --policy policy.docx --register marks.xlsx --actions letters.csv --format csv > steps.csv',
  ],
  async run(call, io) {
    const format = call.choice('format', ['table', 'json', 'csv']);
    call.noFiles();
    call.required('register');
    const steps = readPolicy(await readPolicyFile(call.required('policy'), io)).parsed.escalation;
    const { pupils, asOf, asOfFrom, judgeBy } = await readPupils(call, io);
    if (format !== 'table') io.stderr.write(`rollmark: as of ${asOf} (${asOfFrom}).\n`);
    if (pupils.length === 0)
      io.stderr.write('rollmark: the register has a header and no pupils, so no step was computed.\n');
    if (steps.length === 0) io.stderr.write('rollmark: the policy has no escalation ladder, so no pupil has a step.\n');

    const { decisions, firstFailure } = decideEach(pupils, judgeBy(steps), io);
    print(format, decisions, asOf, asOfFrom, io);
    const failure = firstFailure();
    if (failure) throw failure.error;
    return 0;
  },
};

/**
 * Each pupil's decision as it is asked for: a register of a whole trust does not fit into memory with its reasons.
 * A fault of ours in one pupil must not cut off what is printed of the others; it is told, and thrown after them.
 */
function decideEach(
  pupils: readonly PupilRecord[],
  decideFor: (pupil: PupilRecord) => Decision,
  io: Io,
): { decisions: Iterable<{ pupil: PupilRecord; decision: Decision }>; firstFailure(): { error: unknown } | null } {
  let failure: { error: unknown } | null = null;
  function* decisions(): Iterable<{ pupil: PupilRecord; decision: Decision }> {
    for (const pupil of pupils) {
      let decision: Decision;
      try {
        decision = decideFor(pupil);
      } catch (error) {
        failure ??= { error };
        io.stderr.write(`rollmark: pupil "${oneLine(pupil.pupilId)}" has no step, because Rollmark failed on it.\n`);
        continue;
      }
      yield { pupil, decision };
    }
  }
  return { decisions: decisions(), firstFailure: () => failure };
}

function print(
  format: 'table' | 'json' | 'csv',
  decisions: Iterable<{ pupil: PupilRecord; decision: Decision }>,
  asOf: Day,
  asOfFrom: string,
  io: Io,
): void {
  if (format === 'table') {
    const table = new DecisionsTable();
    for (const { pupil, decision } of decisions) table.add(pupil, decision);
    io.stdout.write(table.render(asOf, asOfFrom));
  } else if (format === 'csv') {
    io.stdout.write(csvHead());
    for (const { pupil, decision } of decisions) io.stdout.write(csvRow(pupil, decision));
  } else {
    let between = '[\n';
    for (const { decision } of decisions) {
      io.stdout.write(`${between}${JSON.stringify(decision, null, 1)}`);
      between = ',\n';
    }
    io.stdout.write(between === '[\n' ? '[]\n' : '\n]\n');
  }
}
