import { bandText, openEndOf } from '#core/policy/open-band.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';

/** The steps of a text, each in a line: "3 main 2: attendance < 93 percent after 1 (2 weeks) if no improvement". */
export function stepsIn(text: string): string[] {
  return readPolicy(text).parsed.escalation.map(inWords);
}

/** The actions of the steps of a text, enforcement marked with "!". */
export function actionsIn(text: string): string[][] {
  return readPolicy(text).parsed.escalation.map(({ actions, enforcement }) =>
    actions.map((action, index) => (enforcement.includes(index) ? `!${action}` : action)),
  );
}

function inWords({ line, sequence, order, sub, kind, trigger }: Step): string {
  return `${line} ${sequence} ${order}${sub ?? ''}${kind ? ` ${kind}` : ''}: ${triggerInWords(trigger)}`;
}

function triggerInWords(trigger: Trigger): string {
  if (trigger.anyOf) return trigger.anyOf.map(triggerInWords).join(' OR ');
  const parts: string[] = [];
  if (trigger.band) parts.push(bandText(trigger).replaceAll('%', ''));
  if (trigger.metric && openEndOf(trigger) === null)
    parts.push(`${trigger.metric} ${trigger.op} ${trigger.value} ${trigger.unit}`);
  if (trigger.metric && trigger.window && trigger.afterStep === undefined) parts.push(`in ${trigger.window}`);
  if (trigger.afterStep !== undefined)
    parts.push(`after ${trigger.afterStep}${trigger.window ? ` (${trigger.window})` : ''}`);
  if (trigger.condition) parts.push(`if ${trigger.condition}`);
  return parts.join(' ');
}

/** What sets off each step of a text, shortly: "attendance < 93", "90 to 95", "after", "words"; several joined by " + ". */
export function triggersIn(text: string): string[] {
  return readPolicy(text).parsed.escalation.map(({ trigger }) => shortly(trigger).join(' + '));
}

function shortly(trigger: Trigger): string[] {
  const parts = (trigger.anyOf ?? []).flatMap(shortly);
  if (trigger.band) parts.push(trigger.band.join(' to '));
  if (trigger.metric) parts.push(`${trigger.metric} ${trigger.op} ${trigger.value}`);
  if (trigger.afterStep !== undefined) parts.push('after');
  return parts.length > 0 ? parts : ['words'];
}
