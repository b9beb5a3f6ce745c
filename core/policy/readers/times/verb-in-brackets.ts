import { type Governor, isSubject, type Subject } from './governor.ts';
import type { Mention } from './mentions.ts';

/** "Registers: 8.50 (open), 9.20 (closed)": a bracket right behind the time that holds its verb. */
const VERB =
  /^\s?\((?:it\s|they\s)?(opens?|opened|opening|clos(?:es?|ed|ing)|shuts?|locked|starts?|begins?|ends?|finish(?:es)?)\)/i;
const ACTIONS = [
  ['open', /^open/i],
  ['close', /^(?:clos|shut|lock)/i],
  ['start', /^(?:start|begin)/i],
] as const;
const MAY_DO: ReadonlySet<Subject> = new Set<Subject>(['register', 'gate', 'day', 'session']);

export function verbInBrackets({ left, rightText }: Mention, before: Subject | null): Governor | null {
  const verb = VERB.exec(rightText)?.[1];
  if (verb === undefined) return null;
  const subject = left.findLast(isSubject)?.is ?? before;
  if (subject === null || !MAY_DO.has(subject)) return null;
  const action = ACTIONS.find(([, pattern]) => pattern.test(verb))?.[0] ?? 'end';
  return { subject, action, inherited: true, text: '' };
}
