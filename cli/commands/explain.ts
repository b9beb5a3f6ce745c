import type { PupilRecord } from '#core/attendance/pupil.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { explanation } from '../output/explanation.ts';
import { InputProblem } from '../problem.ts';
import { PUPIL_OPTIONS, readPupils } from './pupils.ts';

/** `rollmark explain`: one pupil's step with the whole reasoning. */
export const explain: Command = {
  name: 'explain',
  summary: 'Explains one pupil: the step, why, what is due and what comes next.',
  usage: '--policy FILE --register FILE --pupil ID [options]',
  options: [
    { name: 'policy', value: 'FILE', help: 'the policy, in any format that Rollmark reads' },
    ...PUPIL_OPTIONS,
    { name: 'pupil', value: 'ID', help: "the pupil's id, as the register has it" },
    { name: 'format', value: 'FORMAT', help: 'text (the default) or json' },
  ],
  examples: ['rollmark explain --policy policy.md --register marks.csv --pupil 4127'],
  async run(call, io) {
    const format = call.choice('format', ['text', 'json']);
    const id = call.required('pupil');
    call.noFiles();
    call.required('register');
    const steps = readPolicy(await readPolicyFile(call.required('policy'), io)).parsed.escalation;
    const { pupils, asOf, asOfFrom, judgeBy } = await readPupils(call, io);
    const pupil = findPupil(pupils, id);
    const decision = judgeBy(steps)(pupil);
    if (format === 'json') {
      sayDay(asOf, asOfFrom, io);
      io.stdout.write(`${JSON.stringify(decision, null, 1)}\n`);
    } else io.stdout.write(explanation(pupil, decision, asOfFrom));
    return 0;
  },
};

function sayDay(asOf: string, asOfFrom: string, io: Io): void {
  io.stderr.write(`rollmark: as of ${asOf} (${asOfFrom}).\n`);
}

function findPupil(pupils: readonly PupilRecord[], id: string): PupilRecord {
  const pupil = pupils.find((each) => each.pupilId === id) ?? pupils.find((each) => each.pupilId === id.trim());
  if (pupil) return pupil;
  const meant = nearest(
    id,
    pupils.map((each) => each.pupilId),
  );
  throw new InputProblem(
    `the register has no pupil "${id}"${meant === null ? '' : `; did you mean "${meant}"?`} (pupil_id names a pupil here, not the name).`,
  );
}
