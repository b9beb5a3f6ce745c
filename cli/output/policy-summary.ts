import type { AttendancePolicy, ParsedPolicy, Step, Trigger } from '#core/policy/schema.ts';
import { count, oneLine } from './terminal-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;
const TIMES: readonly (readonly [string, (policy: AttendancePolicy) => readonly Sourced[]])[] = [
  ['Gates open', ({ day }) => day.gatesOpen],
  ['Arrive by', ({ day }) => day.arriveBy],
  ['School day starts', ({ day }) => day.start],
  ['School day ends', ({ day }) => day.end],
  ['Morning register opens', ({ registers }) => registers.am.opens],
  ['Morning register closes', ({ registers }) => registers.am.closes],
  ['Afternoon register opens', ({ registers }) => registers.pm.opens],
  ['Afternoon register closes', ({ registers }) => registers.pm.closes],
  ['Report an absence by', ({ reporting }) => reporting.absenceBy],
  ['First contact from', ({ reporting }) => reporting.firstDayContactFrom],
];

interface Sourced {
  readonly value: string;
  readonly scope?: string | undefined;
}

/** What was read of a policy, on a page for a person. */
export function policySummary(parsed: ParsedPolicy): string {
  const { document, policy, escalation, placeholders, questions, facts } = parsed;
  return [
    oneLine(document.title ?? 'Untitled document'),
    [document.school, document.trust, `a ${document.kind}`].filter(Boolean).join(' · '),
    '',
    ...section(
      'Times',
      TIMES.flatMap(([name, read]) => {
        const values = read(policy).map(({ value, scope }) => (scope ? `${value} (${scope})` : value));
        return values.length === 0 ? [] : [`${name}: ${values.join(', ')}`];
      }),
    ),
    ...section(
      'People',
      policy.people.map(({ role, name }) => `${words(role)}: ${name}`),
    ),
    ...section('Steps', escalation.map(stepLine)),
    ...section('Two answers in the document', policy.conflicts.map(conflictLine)),
    ...section(
      'Questions',
      questions.map(({ asks, line }) => `line ${line}: ${asks}`),
    ),
    ...section(
      'Still to fill in',
      placeholders.map(({ line, text }) => `line ${line}: ${text}`),
    ),
    `${count(facts.length, 'fact')}, ${count(escalation.length, 'step')}, ${count(placeholders.length, 'placeholder')}.`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const wrapped = lines.flatMap((line) =>
    wrap(oneLine(line), WIDTH).map((part, index) => `  ${index > 0 ? '  ' : ''}${part}`),
  );
  return [title, ...wrapped, ''];
}

function stepLine(step: Step): string {
  const sequence = step.sequence === 'main' ? '' : ` [${words(step.sequence)}]`;
  return `${step.order}${step.sub ?? ''}${sequence} ${step.title} — ${triggerWords(step.trigger)} (line ${step.line})`;
}

function conflictLine({ path, values }: AttendancePolicy['conflicts'][number]): string {
  return `${path}: ${values.map(({ value }) => value).join(' or ')}`;
}

/** "attendance < 93 percent", "93 to 95 percent", "after step 2". */
function triggerWords(trigger: Trigger): string {
  const { metric, op, value, unit, window, band, afterStep, condition, anyOf } = trigger;
  const parts = [
    metric && op && value !== undefined ? `${words(metric)} ${op} ${value} ${unit ?? ''}`.trim() : null,
    band ? `${band[0]} to ${band[1]} percent` : null,
    afterStep === undefined ? null : `after step ${afterStep}`,
    window ? `within ${window}` : null,
    condition ? `if ${condition}` : null,
    anyOf && anyOf.length > 0 ? anyOf.map(triggerWords).join(' or ') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'no trigger given' : parts.join(', ');
}

/** "consecutiveAbsenceDays" as "consecutive absence days" */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
