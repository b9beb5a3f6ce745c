import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision, Reason, StepRef, Verdict } from '#core/escalation/decision.ts';
import { cite } from './citation.ts';
import { stepName, stepNumber } from './decisions-table.ts';
import { oneLine } from './terminal-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;
const WORDS: Readonly<Record<Verdict, string>> = { yes: 'yes', no: 'no', 'cannot-tell': 'cannot tell' };

/** One pupil's decision in words, in the order in which an attendance officer asks. */
export function explanation(pupil: PupilRecord, decision: Decision, asOfFrom: string): string {
  const { current, due, next, leaves, status } = decision;
  return [
    [pupil.name, pupil.year, decision.pupilId]
      .filter(Boolean)
      .map((part) => oneLine(part ?? ''))
      .join(', '),
    ...wrap(`As of ${decision.asOf} (${asOfFrom}). ${figures(decision)}`, WIDTH),
    '',
    ...section('Step now', [currentStep(decision)]),
    ...section(
      'Not now',
      current.withheld.map(({ action, why }) => `${action}: ${why}`),
    ),
    ...section('Due', due.map(step)),
    ...section('Next', next ? [next.text] : []),
    ...section('Out of this step', leaves ? [leaves.text] : []),
    ...section(
      'To ask',
      decision.asks.map(({ step: asked, question }) => `${stepNumber(asked)}: ${question}`),
    ),
    ...section('Because', decision.because.flatMap(reason)),
    ...section('Not yet', decision.notYet.flatMap(reason)),
    ...section('More severe steps elsewhere in the policy', decision.elsewhere.map(step)),
    ...decision.other.flatMap((other) =>
      section(`Other steps (${other.sequence})`, [
        ...(other.current.step ? [`Now: ${step(other.current.step)}`] : []),
        ...other.due.map((each) => `Due: ${step(each)}`),
        ...(other.next ? [`Next: ${other.next.text}`] : []),
      ]),
    ),
    ...section('National measures', [
      `Persistent absence: ${WORDS[status.persistentAbsence.answer]}`,
      `Severe absence: ${WORDS[status.severeAbsence.answer]}`,
      `National threshold for a penalty notice: ${WORDS[status.penaltyThreshold.answer]}`,
      `Limit of penalty notices to one parent reached: ${WORDS[status.penaltyNotices.answer]}`,
    ]),
    ...section('What the data does not show', decision.cannotTell),
  ].join('\n');
}

function figures({ attendance }: Decision): string {
  const { possible, attended, authorised, unauthorised, late, percent } = attendance;
  const parts = [
    possible === null || attended === null ? null : `${attended} of ${possible} sessions attended`,
    percent === null ? null : `${percent.toFixed(1)}%`,
    authorised === null ? null : `${authorised} authorised`,
    unauthorised === null ? null : `${unauthorised} unauthorised`,
    late === null ? null : `${late} late`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No figures.' : `${parts.join(', ')}.`;
}

function currentStep({ current }: Decision): string {
  if (current.answer === 'cannot-tell') return 'The data cannot tell; see below.';
  return current.step ? step(current.step) : 'None.';
}

function step(ref: StepRef): string {
  return `${stepName(ref)} (line ${ref.line})`;
}

function reason({ text, policy, citation }: Reason): string[] {
  return [
    text,
    ...(policy ? [`  The policy, line ${policy.line}: “${policy.quote}”`] : []),
    ...(citation ? [`  ${cite(citation)}`] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [title, ...lines.flatMap((line) => indented(line)), ''];
}

function indented(line: string): string[] {
  const indent = line.startsWith('  ') ? '    ' : '  ';
  return wrap(oneLine(line.trim()), WIDTH).map((part, index) => indent + (index > 0 ? '  ' : '') + part);
}
