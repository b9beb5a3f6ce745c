import { readPolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';
import { csvHead, csvRow } from '../output/decisions-csv.ts';
import { decisionsTable } from '../output/decisions-table.ts';
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
    const decideFor = judgeBy(steps);
    if (format !== 'table') io.stderr.write(`rollmark: as of ${asOf} (${asOfFrom}).\n`);
    if (pupils.length === 0)
      io.stderr.write('rollmark: the register has a header and no pupils, so no step was computed.\n');
    if (steps.length === 0) io.stderr.write('rollmark: the policy has no escalation ladder, so no pupil has a step.\n');

    if (format === 'json') {
      // One pupil at a time: a register of a whole trust does not fit into one string.
      io.stdout.write('[');
      pupils.forEach((pupil, index) => {
        io.stdout.write(`${index > 0 ? ',' : ''}\n${JSON.stringify(decideFor(pupil), null, 1)}`);
      });
      io.stdout.write(pupils.length > 0 ? '\n]\n' : ']\n');
    } else if (format === 'csv') {
      io.stdout.write(csvHead());
      for (const pupil of pupils) io.stdout.write(csvRow(pupil, decideFor(pupil)));
    } else {
      io.stdout.write(
        decisionsTable(
          pupils.map((pupil) => ({ pupil, decision: decideFor(pupil) })),
          asOf,
          asOfFrom,
        ),
      );
    }
    return 0;
  },
};
