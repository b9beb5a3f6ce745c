import { oneLine } from '../text/one-line.ts';
import type { Decision, NextStep, Reason, StepRef } from './decision.ts';
import { inWords, numberAndTitle } from './sentence.ts';

/** The whole reasoning of a decision as plain text: what `rollmark explain` prints for one pupil. */
export function explainDecision(decision: Decision, name?: string): string {
  const sections = [
    heading(decision, name),
    attendanceLines(decision),
    section('Current step', currentLines(decision)),
    section(
      'Due',
      decision.due.map((ref) => `${refText(ref)}${ref.skipped ? ' (skipped: no action shows it)' : ''}`),
    ),
    section('Passed without a record, not due', decision.skipped.map(refText)),
    section('Next', nextLines(decision.next)),
    section('Leaving the step', decision.leaves ? [decision.leaves.text] : []),
    section('More severe steps elsewhere in the policy', decision.elsewhere.map(refText)),
    ...decision.other.map((other) =>
      section(`Shown apart: ${SEQUENCE_NAMES[other.sequence] ?? other.sequence}`, otherLines(other)),
    ),
    section('Because', decision.because.flatMap(reasonLines)),
    section('Not yet', decision.notYet.flatMap(reasonLines)),
    section(
      'To be asked',
      decision.asks.map((ask) => ask.question),
    ),
    section('What cannot be told, and what was left out', decision.cannotTell),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const SEQUENCE_NAMES: Record<string, string> = {
  main: 'attendance',
  firstDay: 'first day of absence',
  lateness: 'lateness',
  penalty: 'penalty notices',
  truancy: 'truancy',
  missingPupil: 'missing pupil',
  legal: 'legal measures',
  other: 'other steps',
};

function heading(decision: Decision, name: string | undefined): string[] {
  return [`${name ? `${name} (${decision.pupilId})` : `Pupil ${decision.pupilId}`}, as of ${inWords(decision.asOf)}`];
}

function attendanceLines({ attendance, status }: Decision): string[] {
  const { possible, attended, authorised, unauthorised, late, percent } = attendance;
  const lines: string[] = [];
  if (possible === null || attended === null)
    lines.push(
      percent === null ? 'Attendance: not known' : `Attendance: ${percent}%, rounded; the sessions are not known`,
    );
  else {
    lines.push(
      `Attendance: ${attended} of ${possible} possible sessions${percent === null ? '' : ` (about ${percent}%)`}; ` +
        `authorised absence ${authorised ?? 'not known'}, unauthorised ${unauthorised ?? 'not known'}, late ${late ?? 'not known'}`,
    );
  }
  lines.push(
    `Persistent absence: ${WORDS[status.persistentAbsence.answer]} · severe absence: ${WORDS[status.severeAbsence.answer]} · ` +
      `national threshold: ${WORDS[status.penaltyThreshold.answer]} · limit of penalty notices to one parent reached: ${WORDS[status.penaltyNotices.answer]}`,
  );
  return lines;
}

const WORDS = { yes: 'yes', no: 'no', 'cannot-tell': 'cannot tell' };

function currentLines({ current }: Pick<Decision, 'current'>): string[] {
  if (current.answer === 'cannot-tell') return ['cannot tell: see below'];
  if (!current.step) return ['none'];
  return [
    refText(current.step),
    `line ${current.step.line}: ${quoted(current.step.quote)}`,
    ...current.withheld.map(({ action, why }) => `withheld: ${action} (${why})`),
  ];
}

function otherLines(other: Decision['other'][number]): string[] {
  const lines = currentLines(other);
  if (other.due.length > 0) lines.push(`due: ${other.due.map(refText).join('; ')}`);
  if (other.next) lines.push(`next: ${other.next.text}`);
  return lines;
}

function nextLines(next: NextStep | null): string[] {
  return next ? [next.text] : [];
}

function refText(ref: StepRef): string {
  const [number, title] = numberAndTitle(ref);
  return title === '' ? number : `${number}: ${title}`;
}

function reasonLines(reason: Reason): string[] {
  const lines = [reason.text];
  if (reason.marks && reason.marks.length > 0) lines.push(`    marks: ${marksText(reason.marks)}`);
  if (reason.policy) lines.push(`    policy, line ${reason.policy.line}: ${quoted(reason.policy.quote)}`);
  if (reason.citation) {
    const { document, edition, provision, verified } = reason.citation;
    lines.push(`    source: ${document}, ${edition}, ${provision}${verified ? '' : ' (not checked at its source)'}`);
  }
  return lines;
}

/** Codes by date, "3 Oct AM O". Long lists are cut, since the dates are in the register. */
function marksText(marks: NonNullable<Reason['marks']>): string {
  const shown = marks.slice(-LISTED).map((mark) => `${mark.date} ${mark.session} ${mark.code}`);
  const left = marks.length - shown.length;
  return `${left > 0 ? `${left} earlier, ` : ''}${shown.join(', ')}`;
}

const LISTED = 20;

function quoted(text: string): string {
  const line = oneLine(text);
  return `“${line.length > 300 ? `${line.slice(0, 297)}...` : line}”`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
}
