import { todayInLondon } from '#core/attendance/today.ts';
import type { Severity } from '#core/lint/finding.ts';
import { SEVERITIES } from '#core/lint/severity.ts';
import { rulebookAge } from '#core/rules/rulebook.ts';
import type { Command } from '../command.ts';
import type { RunSettings } from '../file-outcome.ts';
import type { Config } from '../input/config.ts';
import { readDay } from '../input/day.ts';
import { expandFiles, type NamedFile } from '../input/paths.ts';
import type { Io } from '../io.ts';
import { lintFiles } from '../lint-files.ts';
import type { LintedFile, LintRun } from '../output/lint-run.ts';
import { oneLine } from '../output/terminal-text.ts';

const FORMATS = ['stylish', 'json', 'sarif', 'github', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** `rollmark lint`: policies against the rule book of a day. */
export const lint: Command = {
  name: 'lint',
  summary: 'Checks policies against the rule book.',
  usage: 'FILE… [options]',
  options: [
    { name: 'as-of', value: 'DATE', help: 'the rules of that day (default: today in London)' },
    { name: 'format', value: 'FORMAT', help: 'stylish (the default, for people), json, sarif, github or junit' },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      help: 'exit with 1 from this severity up: error (the default), warning or advice',
    },
    {
      name: 'config',
      value: 'FILE',
      help: "a trust's settings: schoolType, phase, localAuthority, and the severity of rules with a reason (JSON)",
    },
    { name: 'crosswalk', help: 'also show which duties of the guidance each policy meets, and where' },
    { name: 'exceptions', help: 'also show the exceptions written in the documents, with reason, owner and expiry' },
  ],
  notes: [
    'FILE may be a pattern ("policies/**/*.md") or a folder, which stands for the Markdown, text, Word and PDF files in it.',
    'A settings file: { "schoolType": "academy", "phase": "primary", "localAuthority": "Kestrel County Council", "severities": { "RULE": { "severity": "off", "reason": "…" } } }.',
  ],
  examples: [
    'rollmark lint policy.md',
    'rollmark lint policies --fail-on warning --format github',
    'rollmark lint policy.docx --as-of 2027-09-01 --crosswalk',
  ],
  async run(call, io) {
    if (call.files.length === 0) throw call.problem('needs the name of at least one policy, or - for standard input');
    const format = call.choice('format', FORMATS);
    const failOn = call.choice('fail-on', SEVERITIES);
    const given = call.value('as-of');
    const asOf = given === undefined ? todayInLondon(io.now()) : readDay('as-of', given);
    const { settings, notes } = await configOf(call.value('config'), io);

    const { files, unread, bug } = await lintAll(await expandFiles(call.files, io), { ...settings, asOf }, io);
    const note = rulebookAge(asOf);
    const run: LintRun = {
      asOf,
      isToday: given === undefined,
      files,
      unread,
      failing: atOrAbove(failOn),
      showCrosswalk: call.isOn('crosswalk'),
      showExceptions: call.isOn('exceptions'),
      notes: [...notes, ...(note ? [note] : [])],
      colour: wantsColour(io),
    };
    // For people the report itself says so; programs read standard output.
    if (format !== 'stylish') for (const each of run.notes) io.stderr.write(`rollmark: ${each}\n`);
    io.stdout.write(await render(format, run));
    for (const { message } of unread) io.stderr.write(`rollmark: ${oneLine(message)}\n`);
    if (bug) throw bug.error;
    if (unread.length > 0) return 2;
    return files.some(({ findings }) => findings.some(({ severity }) => run.failing.includes(severity))) ? 1 : 0;
  },
};

/** Most runs have no such file, and what checks it takes long to load. */
async function configOf(file: string | undefined, io: Io): Promise<Config> {
  return file === undefined ? { settings: {}, notes: [] } : (await import('../input/config.ts')).readConfig(file, io);
}

async function lintAll(
  names: readonly NamedFile[],
  settings: RunSettings,
  io: Io,
): Promise<Pick<LintRun, 'files' | 'unread'> & { bug: { error: unknown } | null }> {
  const outcomes = await lintFiles(
    names.flatMap(({ file, problem }) => (problem ? [] : [file])),
    settings,
    io,
  );
  const files: LintedFile[] = [];
  const unread: { file: string; message: string }[] = [];
  let bug: { error: unknown } | null = null;
  let next = 0;
  for (const { file, problem } of names) {
    const outcome = problem ? { message: problem.message } : outcomes[next++];
    if (!outcome) continue;
    if ('linted' in outcome) files.push(outcome.linted);
    else {
      unread.push({ file, message: outcome.message });
      if ('bug' in outcome) bug ??= outcome.bug ?? null;
    }
  }
  return { files, unread, bug };
}

function atOrAbove(severity: Severity): Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
}

async function render(format: Format, run: LintRun): Promise<string> {
  switch (format) {
    case 'stylish':
      return (await import('../output/stylish.ts')).stylish(run);
    case 'json':
      return (await import('../output/lint-json.ts')).lintJson(run);
    case 'sarif':
      return (await import('../output/sarif.ts')).sarif(run);
    case 'github':
      return (await import('../output/github.ts')).github(run);
    case 'junit':
      return (await import('../output/junit.ts')).junit(run);
  }
}

/** NO_COLOR and FORCE_COLOR as other commands understand them. */
function wantsColour(io: Io): boolean {
  if (io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR'] && io.env['FORCE_COLOR'] !== '0') return true;
  return io.stdout.isTerminal && io.env['TERM'] !== 'dumb';
}
