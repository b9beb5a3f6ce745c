import { createColors } from 'picocolors';
import type { DutyLevel, DutyStatus, Finding, Severity } from '#core/lint/finding.ts';
import { shownName } from '../input/files.ts';
import { cite } from './citation.ts';
import { createExcerpts } from './excerpt.ts';
import type { LintedFile, LintRun } from './lint-run.ts';
import { table } from './table.ts';
import { count, oneLine } from './terminal-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
const RULE_BOOK_AGE = 'currency/rule-book-not-old';
const GROUPS: readonly (readonly [DutyLevel, string])[] = [
  ['must', 'What the law requires'],
  ['should', 'What statutory guidance expects'],
  ['good', 'Good practice'],
  ['internal', 'The document against itself'],
];

type Colors = ReturnType<typeof createColors>;

/** The report for a person: by file and duty, each finding with its line, its citation and what to do. */
export function stylish(run: LintRun): string {
  const colors = createColors(run.colour);
  return [
    ...run.files.flatMap((file) => fileReport(file, run, colors)),
    ...(run.showCrosswalk && run.files.length > 1 ? [rollUp(run, colors)] : []),
    ...run.notes.map((note) => colors.yellow(note)),
    summary(run, colors),
    '',
  ].join('\n');
}

function fileReport(file: LintedFile, run: LintRun, colors: Colors): string[] {
  const lines = [colors.underline(oneLine(shownName(file.file)))];
  if (!file.isOwnText && file.findings.length > 0) {
    lines.push(colors.dim(`  Lines are those of the imported Markdown: rollmark import ${oneLine(file.file)}`));
  }
  for (const note of file.notes) lines.push(colors.dim(`  ${oneLine(note)}`));
  lines.push(file.findings.length === 0 ? colors.green('  Nothing found.') : '');
  const excerptOf = createExcerpts(file.text);
  for (const [duty, heading] of GROUPS) {
    // The age of the rule book is said once for the run.
    const findings = file.findings.filter((finding) => finding.duty === duty && finding.ruleId !== RULE_BOOK_AGE);
    if (findings.length === 0) continue;
    lines.push(`  ${colors.bold(heading)}`, '');
    for (const finding of findings) lines.push(...findingReport(finding, excerptOf, colors));
  }
  if (run.showCrosswalk) lines.push(...crosswalk(file.crosswalk, colors));
  if (run.showExceptions) lines.push(...exceptions(file, colors));
  return [...lines, ''];
}

function findingReport(finding: Finding, excerptOf: ReturnType<typeof createExcerpts>, colors: Colors): string[] {
  const number = String(finding.line);
  const margin = ' '.repeat(number.length);
  const excerpt = excerptOf(finding.span, WIDTH - number.length - 8);
  const bar = colors.dim('│');
  const [first = '', ...rest] = wrap(oneLine(finding.message), WIDTH - 12);
  const under = (text: string, paint = (line: string) => line) =>
    wrap(text, WIDTH - number.length - 9).map(
      (line, index) => `      ${margin}   ${index > 0 ? '  ' : ''}${paint(line)}`,
    );
  return [
    `    ${severityWord(finding.severity, colors)} ${first}`,
    ...rest.map((line) => `            ${line}`),
    `      ${colors.dim(number)} ${bar} ${excerpt.text}`,
    `      ${margin} ${bar} ${' '.repeat(excerpt.before)}${mark(finding.severity, colors)('^'.repeat(excerpt.marked))}`,
    ...finding.related.flatMap(({ line, message }) => under(`line ${line}: ${oneLine(message)}`)),
    ...finding.citations.flatMap((citation) => under(cite(citation), colors.dim)),
    ...finding.fixes.flatMap((fix) => under(`Fix: ${oneLine(fix.title)}`, colors.cyan)),
    ...under(`${finding.ruleId}, line ${number}, column ${finding.column}`, colors.dim),
    '',
  ];
}

function severityWord(severity: Severity, colors: Colors): string {
  return mark(severity, colors)(severity.padEnd(7));
}

function mark(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, advice: colors.blue }[severity];
}

function crosswalk(duties: readonly DutyStatus[], colors: Colors): string[] {
  if (duties.length === 0) return ['  No duties to show for this document.'];
  const paint = { met: colors.green, partly: colors.yellow, missing: colors.red, contradicted: colors.red };
  return [
    `  ${colors.bold('Duties of the guidance')}`,
    ...duties.flatMap((duty) => {
      const lines = [...new Set(duty.evidence.map(({ line }) => line))];
      const where = lines.length === 0 ? '' : ` (line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`;
      const [first = '', ...rest] = wrap(`${oneLine(duty.what)}${where}`, WIDTH - 17);
      return [
        `    ${paint[duty.status](duty.status.padEnd(12))} ${first}`,
        ...rest.map((line) => `${' '.repeat(19)}${line}`),
      ];
    }),
    '',
  ];
}

/** Schools by duties in one table: a letter for each, and a key, since no terminal is as wide as the duties' words. */
function rollUp({ files }: LintRun, colors: Colors): string {
  const duties = [...new Map(files.flatMap(({ crosswalk }) => crosswalk.map(({ id, what }) => [id, what]))).entries()];
  if (duties.length === 0) return '';
  const rows = files.map(({ file, crosswalk }) => {
    const statusOf = new Map(crosswalk.map(({ id, status }) => [id, status]));
    const letters = duties.map(([id]) => LETTERS[statusOf.get(id) ?? 'none']);
    return [
      shownName(file),
      ...letters,
      `${letters.filter((letter) => letter === LETTERS.met).length} of ${duties.length}`,
    ];
  });
  const metBy = duties.map(([id]) =>
    String(files.filter((file) => file.crosswalk.some((duty) => duty.id === id && duty.status === 'met')).length),
  );
  const key = duties.map(([, what], index) => `    ${String(index + 1).padStart(3)}  ${oneLine(what)}`);
  return [
    colors.bold('Duties of the guidance, all files'),
    'M met, p partly, - missing, X contradicted, blank: does not apply',
    '',
    table(
      ['file', ...duties.map((_, index) => String(index + 1)), 'met'],
      [...rows, ['files that meet it', ...metBy, '']],
    ),
    ...key,
    '',
  ].join('\n');
}

const LETTERS = { met: 'M', partly: 'p', missing: '-', contradicted: 'X', none: '' } as const;

function exceptions(file: LintedFile, colors: Colors): string[] {
  if (file.exceptions.length === 0) return ['  No exceptions are written in this document.'];
  return [
    `  ${colors.bold('Exceptions written in the document')}`,
    ...file.exceptions.map(({ ruleId, reason, owner, until }) => {
      const who = [owner, until && `until ${until}`].filter(Boolean).join(', ');
      return `    ${ruleId}: ${oneLine(reason ?? 'no reason given')}${who ? ` (${oneLine(who)})` : ''}`;
    }),
    `    ${count(file.suppressed.length, 'finding is', 'findings are')} set aside by them.`,
  ];
}

function summary(run: LintRun, colors: Colors): string {
  const findings = run.files.flatMap((file) => file.findings);
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const found = [
    colors.red(count(of('error'), 'error')),
    colors.yellow(count(of('warning'), 'warning')),
    colors.blue(count(of('advice'), 'piece of advice', 'pieces of advice')),
  ].join(', ');
  const aside = run.files.reduce((sum, file) => sum + file.suppressed.length, 0);
  const asOf = `rules of ${run.asOf}${run.isToday ? ' (today)' : ''}`;
  return `${found} in ${count(run.files.length, 'file')}${aside ? `, ${aside} set aside` : ''}; ${asOf}.`;
}
