import {
  type AttendancePolicy,
  type ParsedPolicy,
  type Step,
  TIME_FIELDS,
  type TimeField,
  type Trigger,
} from '#core/policy/schema.ts';
import { count, oneLine } from './terminal-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;
const TIME_NAMES: Readonly<Record<TimeField, string>> = {
  gatesOpen: 'Gates open',
  gatesClose: 'Gates close',
  arriveBy: 'Arrive by',
  schoolDayStart: 'School day starts',
  schoolDayEnd: 'School day ends',
  amRegisterOpens: 'Morning register opens',
  amRegisterMarkedBy: 'Morning register marked by',
  amRegisterCloses: 'Morning register closes',
  pmRegisterOpens: 'Afternoon register opens',
  pmRegisterMarkedBy: 'Afternoon register marked by',
  pmRegisterCloses: 'Afternoon register closes',
  reportAbsenceBy: 'Report an absence by',
  firstDayContactFrom: 'First contact from',
  breakStart: 'Break starts',
  lunchStart: 'Lunch starts',
  lunchEnd: 'Lunch ends',
};

/** What was read of a policy, on a page for a person. */
export function policySummary(parsed: ParsedPolicy): string {
  const { document, policy, escalation, placeholders, questions, facts } = parsed;
  return [
    oneLine(document.title ?? 'Untitled document'),
    [document.school, document.trust, `a ${document.kind}`].filter(Boolean).join(' · '),
    '',
    ...section(
      'Times',
      TIME_FIELDS.flatMap((field) =>
        said(
          TIME_NAMES[field],
          facts.filter((fact) => fact.kind === 'time').filter((fact) => fact.field === field),
          ({ value, scope }) => (scope ? `${value} for ${scope}` : value),
        ),
      ),
    ),
    ...section(
      'People',
      facts
        .filter((fact) => fact.kind === 'role')
        .map(({ role, name, line }) => `${words(role)}: ${name} (line ${line})`),
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

/** "Morning register closes: 09:15 (lines 3, 40), 09:20 (line 61)" */
function said<F extends { line: number }>(name: string, facts: readonly F[], sayValue: (fact: F) => string): string[] {
  const lines = new Map<string, number[]>();
  for (const fact of facts) lines.set(sayValue(fact), [...(lines.get(sayValue(fact)) ?? []), fact.line]);
  const values = [...lines].map(([value, at]) => `${value} (line${at.length > 1 ? 's' : ''} ${at.join(', ')})`);
  return values.length === 0 ? [] : [`${name}: ${values.join(', ')}`];
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
