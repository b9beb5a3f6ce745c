import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day } from '#core/attendance/day.ts';
import { todayInLondon } from '#core/attendance/today.ts';
import type { FileReport } from '#core/lint/lint.ts';
import { type PolicyReading, readPolicy } from '#core/policy/parse.ts';
import { type Impact, impactOf } from '#core/publish/impact.ts';
import { bundleFile, publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import type { Call, Command } from '../command.ts';
import { readDay } from '../input/day.ts';
import { shownName, writeProblem } from '../input/files.ts';
import { readPolicyFile } from '../input/policy.ts';
import { readCalendarFile } from '../input/school-tables.ts';
import type { Io } from '../io.ts';
import { count } from '../output/terminal-text.ts';
import { InputProblem } from '../problem.ts';
import { readPupils } from './pupils.ts';

/** `rollmark publish`: the page for governors and parents, and the bundle for the browser extension. */
export const publish: Command = {
  name: 'publish',
  summary: 'Writes the governor and parent page (index.html) and the policy bundle (policy.json).',
  usage: 'FILE [-o FOLDER] [options]',
  options: [
    { name: 'output', short: 'o', value: 'FOLDER', help: 'write there (default: published)' },
    { name: 'previous', value: 'OLD', help: 'the version before: the page then tells what changed in meaning' },
    { name: 'approved-by', value: 'NAME', help: 'who approved this version; needs --approved-on' },
    { name: 'approved-on', value: 'DATE', help: 'when; needs --approved-by' },
    { name: 'calendar', value: 'FILE', help: 'the days and sessions on which the school is open (CSV or Excel)' },
    {
      name: 'register',
      value: 'FILE',
      help: 'marks or totals of the pupils: the page then counts whom the steps, or their changes, touch',
    },
    { name: 'actions', value: 'FILE', help: 'with --register: the steps already taken' },
    {
      name: 'as-of',
      value: 'DATE',
      help: 'the day of publishing (default: today in London); with --register also the day to judge on (default: the last date with a mark)',
    },
  ],
  notes: [
    'Without an approval given here, the state is "approved" only when the document has an approved date that is not to come, no placeholder, and no error set aside; else "draft". Comments in the document are not published.',
    'Of a register only counts are published: no name, no number of a pupil, and no group of fewer than five, nor any that would let one be worked out.',
  ],
  examples: [
    'rollmark publish policy.md -o website/attendance',
    'rollmark publish policy.docx --previous policy-2025.docx',
    'rollmark publish new.md --previous old.md --register marks.csv',
    'rollmark publish policy.md --approved-by "J. Okafor, chair of governors" --approved-on 2026-09-14',
  ],
  async run(call, io) {
    const file = call.oneFile('policy');
    const folder = call.value('output') ?? 'published';
    const given = call.value('as-of');
    const asOf = given === undefined ? todayInLondon(io.now()) : readDay('as-of', given);
    const approval = readApproval(call, asOf);
    const previous = call.value('previous');
    const calendarFile = call.value('calendar');
    const draft = readPolicy(await readPolicyFile(file, io));
    const before = previous === undefined ? undefined : readPolicy(await readPolicyFile(previous, io));
    const calendar = calendarFile === undefined ? undefined : await readCalendarFile(calendarFile, io);

    const impact = await readImpact(before ?? null, draft, call, io);

    const { page, bundle, reading, report } = publishPolicy(draft, {
      asOf,
      file,
      rulebook: RULEBOOK,
      calendar,
      previous: before,
      impact,
      ...approval,
    });
    await write(folder, { 'policy.json': bundleFile(bundle), 'index.html': page }, io);
    say(folder, bundle.published.state, reading, report, io);
    return 0;
  },
};

/** What the steps, or their changes, mean for the pupils of the call's register; undefined without one. */
async function readImpact(
  before: PolicyReading | null,
  after: PolicyReading,
  call: Call,
  io: Io,
): Promise<Impact | undefined> {
  if (call.value('register') === undefined) {
    if (call.value('actions') !== undefined) throw call.problem('needs --register with --actions');
    return undefined;
  }
  const { pupils, asOf, judgeBy } = await readPupils(call, io);
  const judgeBefore = before && judgeBy(before.parsed.escalation);
  const judgeAfter = judgeBy(after.parsed.escalation);
  const standings = pupils.map((pupil) => ({
    before: judgeBefore?.(pupil).current ?? null,
    after: judgeAfter(pupil).current,
  }));
  return impactOf(standings, asOf, before !== null);
}

/** Both parts of an approval, or none. @throws InputProblem for one of them, or for a day to come. */
function readApproval(call: Call, asOf: Day): { approvedBy?: string; approvedOn?: Day } {
  const approvedBy = call.value('approved-by')?.trim();
  const on = call.value('approved-on');
  if (approvedBy === undefined && on === undefined) return {};
  if (!approvedBy || on === undefined) throw call.problem('needs --approved-by and --approved-on together');
  const approvedOn = readDay('approved-on', on);
  if (approvedOn > asOf) {
    throw new InputProblem(
      `--approved-on ${on}: is after the day of publishing, ${asOf}; publish once it is approved.`,
    );
  }
  return { approvedBy, approvedOn };
}

async function write(folder: string, files: Readonly<Record<string, string>>, io: Io): Promise<void> {
  const path = resolve(io.cwd, folder);
  try {
    await mkdir(path, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  } catch (error) {
    throw writeProblem(folder, error);
  }
}

function say(folder: string, state: string, { parsed }: PolicyReading, report: FileReport, io: Io): void {
  io.stdout.write(`Wrote index.html and policy.json to ${shownName(folder)} (${state}).\n`);
  const open = parsed.placeholders.length;
  if (open > 0) io.stderr.write(`rollmark: ${count(open, 'placeholder is', 'placeholders are')} still open.\n`);
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    io.stderr.write(`rollmark: the policy has ${count(errors, 'error')}; "rollmark lint" shows them.\n`);
  }
}
