import { bandText, openEndOf } from '../policy/open-band.ts';
import { OPERATOR_WORDS } from '../policy/operator-words.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { Step, Trigger } from '../policy/schema.ts';
import type { Direction, MeaningChange, Side } from './change.ts';
import { sentenceOf } from './sentence-of.ts';
import { rolesOf } from './step-roles.ts';

/** What a school does, by the word that names it: two wordings with the same deeds mean the same. */
const DEEDS: [string, RegExp][] = [
  ['a letter', /\bletters?\b|\bwrite\b|\bwritten to\b/i],
  ['a telephone call', /\b(?:tele)?phones?\b|\bcalls?\b|\btext(?: message)?s?\b|\brings?\b/i],
  ['an e-mail', /\be-?mails?\b/i],
  ['a meeting', /\bmeet(?:s|ing|ings)?\b|\binvit(?:e|es|ed|ation)\b/i],
  ['a home visit', /\bhome visits?\b|\bvisits? (?:the|their|your) home\b/i],
  ['an attendance plan', /\bplans?\b|\btargets?\b/i],
  ['an attendance contract', /\bcontracts?\b/i],
  ['a panel', /\bpanels?\b/i],
  ['a referral', /\brefer(?:s|red|ral|rals)?\b/i],
  ['early help', /\bearly help\b/i],
  ['a Notice to Improve', /\bnotices? to improve\b/i],
  ['a penalty notice', /\bpenalty notices?\b|\bfin(?:e|es|ed)\b/i],
  ['prosecution', /\bprosecut\w*|\bcourt\b/i],
  ['an education supervision order', /\bsupervision orders?\b/i],
  ['an award', /\bawards?\b|\bcertificates?\b|\bprizes?\b|\bpraise\b/i],
];
const ENFORCEMENT = new Set([
  'a Notice to Improve',
  'a penalty notice',
  'prosecution',
  'an education supervision order',
]);

/** Changes of escalation steps, each step once. */
export function changedSteps(before: PolicyReading, after: PolicyReading): MeaningChange[] {
  const changes: MeaningChange[] = [];
  for (const [from, to] of pairSteps(before.parsed.escalation, after.parsed.escalation)) {
    const step = to ?? from;
    if (!step) continue;
    const said =
      from && to
        ? differences(from, to, { before: rolesOf(from, before), after: rolesOf(to, after) })
        : {
            text: to ? 'is new' : 'is no longer there',
            direction: deedsOf(step).some((deed) => ENFORCEMENT.has(deed))
              ? to
                ? 'stricter'
                : 'looser'
              : ('neutral' as Direction),
          };
    if (!said) continue;
    const what = nameOf(step);
    changes.push({
      kind: 'step',
      what,
      direction: said.direction,
      duty: null,
      before: from && sideOf(before, from),
      after: to && sideOf(after, to),
      text: `${what}: ${said.text}.`,
    });
  }
  return changes;
}

/** "Stage 2: a letter", where the title brings its number; else "Step 2: a letter". */
function nameOf({ order, sub, title, sequence }: Step): string {
  const name = NUMBERED.test(title) ? title : `Step ${order}${sub ?? ''}: ${title}`;
  return sequence === 'main' ? name : `${name} (${SEQUENCE_NAMES[sequence]})`;
}

const NUMBERED = /^(?:step|stage|tier|level|phase|wave|cohort|route|letter|day)\s+\w{1,6}\b/i;

const SEQUENCE_NAMES = {
  main: 'main',
  firstDay: 'first day of absence',
  lateness: 'lateness',
  penalty: 'penalty notices',
  truancy: 'truancy',
  missingPupil: 'missing pupil',
  legal: 'legal measures',
  other: 'other',
};

/** Pairs by sequence: equal triggers first, then equal order, in the order of the new document. */
function pairSteps(old: readonly Step[], now: readonly Step[]): [Step | null, Step | null][] {
  const free = new Set(old);
  const take = (match: (step: Step) => boolean): Step | null => {
    for (const step of free)
      if (match(step)) {
        free.delete(step);
        return step;
      }
    return null;
  };
  const paired = new Map<Step, Step | null>();
  for (const step of now)
    paired.set(
      step,
      take(
        (other) =>
          other.sequence === step.sequence &&
          sayTrigger(other.trigger) === sayTrigger(step.trigger) &&
          other.order === step.order,
      ),
    );
  for (const step of now)
    if (!paired.get(step))
      paired.set(
        step,
        take((other) => other.sequence === step.sequence && sayTrigger(other.trigger) === sayTrigger(step.trigger)),
      );
  for (const step of now)
    if (!paired.get(step))
      paired.set(
        step,
        take((other) => other.sequence === step.sequence && other.order === step.order && other.sub === step.sub),
      );
  return [
    ...now.map((step): [Step | null, Step | null] => [paired.get(step) ?? null, step]),
    ...[...free].map((step): [Step | null, Step | null] => [step, null]),
  ];
}

function differences(
  from: Step,
  to: Step,
  roles: { before: readonly string[]; after: readonly string[] },
): { text: string; direction: Direction } | null {
  const texts: string[] = [];
  const directions: Direction[] = [];
  if (sayTrigger(from.trigger) !== sayTrigger(to.trigger)) {
    texts.push(`begins ${sayTrigger(to.trigger)} and no longer ${sayTrigger(from.trigger)}`);
    directions.push(compareTriggers(from.trigger, to.trigger));
  }
  const gone = deedsOf(from).filter((deed) => !deedsOf(to).includes(deed));
  const come = deedsOf(to).filter((deed) => !deedsOf(from).includes(deed));
  if (come.length > 0) texts.push(`now brings ${list(come)}`);
  if (gone.length > 0) texts.push(`no longer brings ${list(gone)}`);
  if (come.some((deed) => ENFORCEMENT.has(deed))) directions.push('stricter');
  if (gone.some((deed) => ENFORCEMENT.has(deed))) directions.push('looser');
  if (
    from.monitoring &&
    to.monitoring &&
    (from.monitoring.value !== to.monitoring.value || from.monitoring.unit !== to.monitoring.unit)
  ) {
    texts.push(
      `is watched for ${to.monitoring.value} ${to.monitoring.unit} instead of ${from.monitoring.value} ${from.monitoring.unit}`,
    );
    directions.push(
      from.monitoring.unit !== to.monitoring.unit
        ? 'neutral'
        : to.monitoring.value < from.monitoring.value
          ? 'stricter'
          : 'looser',
    );
  }
  if (from.target !== undefined && to.target !== undefined && from.target !== to.target) {
    texts.push(`asks for ${to.target}% instead of ${from.target}%`);
    directions.push(to.target > from.target ? 'stricter' : 'looser');
  }
  const left = roles.before.filter((role) => !roles.after.includes(role));
  const joined = roles.after.filter((role) => !roles.before.includes(role));
  // A role that is merely named, or no longer named, may be a matter of wording; one in place of another is not.
  if (left.length > 0 && joined.length > 0)
    texts.push(`is for the ${list(joined)} and no longer for the ${list(left)}`);
  if (texts.length === 0) return null;
  const clear = new Set(directions.filter((direction) => direction !== 'neutral'));
  const [only] = clear;
  return { text: texts.join('; '), direction: clear.size === 1 && only ? only : 'neutral' };
}

const list = (deeds: readonly string[]): string => deeds.join(', ').replace(/, ([^,]*)$/, ' and $1');

function deedsOf(step: Step): string[] {
  const text = step.actions.join('. ');
  return DEEDS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** A trigger in words, the same for the same meaning. Conditions in words are compared by their letters only. */
export function sayTrigger(trigger: Trigger): string {
  if (trigger.anyOf) return trigger.anyOf.map(sayTrigger).toSorted().join(' or ');
  const parts: string[] = [];
  const within = trigger.window && trigger.afterStep === undefined ? ` in ${trigger.window}` : '';
  if (trigger.band) parts.push(`from ${bandText(trigger)}${within}`);
  if (openEndOf(trigger) === null && trigger.metric && trigger.op && trigger.value !== undefined)
    parts.push(
      `${trigger.metric === 'attendance' ? '' : `at ${trigger.metric.replace(/([A-Z])/g, ' $1').toLowerCase()} `}${OPERATOR_WORDS[trigger.op]} ${trigger.value}${trigger.unit === 'percent' ? '%' : ''}${within}`,
    );
  if (trigger.afterStep !== undefined)
    parts.push(`after step ${trigger.afterStep}${trigger.window ? `, ${trigger.window} later` : ''}`);
  return parts.length > 0 ? parts.join(' and ') : 'when a person judges so';
}

function compareTriggers(from: Trigger, to: Trigger): Direction {
  const was = strictness(from);
  const is = strictness(to);
  if (was === null || is === null || was === is || metricOf(from) !== metricOf(to)) return 'neutral';
  return is > was ? 'stricter' : 'looser';
}

/** A number that grows as a step begins sooner; null where a trigger has none. */
function strictness(trigger: Trigger): number | null {
  const { band, op, value } = trigger;
  if (band) return band[1] + (openEndOf(trigger) === null ? HAIR : 0);
  if (value === undefined) return null;
  // A line that counts itself is reached a little sooner than one that does not.
  return metricOf(trigger) === 'attendance' ? value + (op === '<=' ? HAIR : 0) : -value - (op === '>' ? HAIR : 0);
}

/** Less than any difference that a policy prints. */
const HAIR = 1e-4;

function metricOf({ metric }: Trigger): string {
  return metric ?? 'attendance';
}

function sideOf(reading: PolicyReading, step: Step): Side {
  return {
    value: sayTrigger(step.trigger),
    line: step.line,
    span: step.span,
    sentence: sentenceOf(reading.document, step.span.start.offset) || step.quote,
  };
}
