import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageInput } from '../page-input.ts';
import { drawDay, momentsOfDay } from '../pictures.ts';
import { sayClock } from '../say.ts';
import { thresholdsInDays } from './thresholds.ts';

type Anchor = (line: number) => string;

/** One thing to know, with every value that the policy gives it. */
interface Card {
  title: string;
  values: Value[];
  /** Two values without a scope are a contradiction, and not two facts. */
  isSaidOnce?: true;
}

interface Value {
  text: string;
  line: number;
  /** Where a press on it leads; absent: to the sentence in the policy. */
  href?: string;
}

/** What most people open the page for: times, who to call and by when, and what each threshold means in days. */
export function keyFacts({ reading }: PageInput, anchorOf: Anchor): Element {
  const { policy, facts } = reading.parsed;
  const lineOf = (indexes: readonly number[]): number => facts[indexes[0] ?? -1]?.line ?? 1;
  const times = (entries: typeof policy.day.start): Value[] =>
    entries.map(({ value, scope, facts: from }) => ({
      text: sayClock(value) + (scope ? ` (${scope})` : ''),
      line: lineOf(from),
    }));
  const people = (role: 'attendanceChampion' | 'attendanceOfficer'): Value[] =>
    policy.people
      .filter((person) => person.role === role)
      .map((person) => ({ text: person.name, line: lineOf(person.facts) }));
  const absenceLine = facts.flatMap((fact): Value[] =>
    fact.kind === 'contact' && fact.for === 'absence' ? [contactOf(fact)] : [],
  );
  const cards: Card[] = [
    { title: 'School day starts', values: times(policy.day.start), isSaidOnce: true },
    { title: 'Morning register closes', values: times(policy.registers.am.closes), isSaidOnce: true },
    { title: 'Afternoon register closes', values: times(policy.registers.pm.closes), isSaidOnce: true },
    { title: 'School day ends', values: times(policy.day.end), isSaidOnce: true },
    { title: 'Tell us about an absence by', values: times(policy.reporting.absenceBy), isSaidOnce: true },
    { title: 'Absence line', values: unique(absenceLine) },
    { title: 'Attendance officer', values: people('attendanceOfficer') },
    { title: 'Senior attendance champion', values: people('attendanceChampion') },
  ];
  const missing = cards.filter(({ values }) => values.length === 0).map(({ title }) => title.toLowerCase());
  return h('section', { id: 'key-facts' }, [
    h('h2', 'Key facts'),
    missing.length < cards.length
      ? h(
          'dl',
          { className: ['cards'] },
          cards.filter(({ values }) => values.length > 0).map((card) => cardOf(card, anchorOf)),
        )
      : null,
    missing.length > 0 ? h('p', { className: ['quiet'] }, `The policy does not say: ${missing.join(', ')}.`) : null,
    thresholdsInDays(policy.thresholds, (threshold) => anchorOf(lineOf(threshold.facts))),
  ]);
}

function cardOf({ title, values, isSaidOnce }: Card, anchorOf: Anchor): Element {
  const isContradicted = isSaidOnce && values.length > 1 && !values.some(({ text }) => text.includes('('));
  return h('div', [
    h('dt', title),
    ...values.map(({ text, line, href }) => h('dd', [h('a', { href: href ?? anchorOf(line) }, text)])),
    isContradicted ? h('dd', { className: ['warning'] }, 'The policy says it in more than one way.') : null,
  ]);
}

/** A telephone number is for calling, an address for writing to. */
function contactOf({
  phone,
  email,
  line,
}: {
  phone?: string | undefined;
  email?: string | undefined;
  line: number;
}): Value {
  const text = phone ?? email ?? '';
  const digits = text.replace(/[\s()-]/g, '');
  if (phone !== undefined && /^\+?\d{5,15}$/.test(digits)) return { text, line, href: `tel:${digits}` };
  if (email !== undefined && /^[\w.+-]{1,64}@[\w.-]{1,255}$/.test(email))
    return { text, line, href: `mailto:${email}` };
  return { text, line };
}

/** The school day as a picture and as a list. */
export function schoolDay({ reading }: PageInput): Element | null {
  const moments = momentsOfDay(reading.parsed.policy);
  if (moments.length < 3) return null;
  return h('section', { id: 'day' }, [
    h('h2', 'The school day'),
    h('div', { className: ['beside'] }, [
      h('figure', [drawDay(moments)]),
      h('table', [
        h('caption', 'The same in words'),
        h('thead', h('tr', [h('th', { scope: 'col' }, 'Time'), h('th', { scope: 'col' }, 'What happens')])),
        h(
          'tbody',
          moments.map(({ clock, what }) => h('tr', [h('td', sayClock(clock)), h('td', what)])),
        ),
      ]),
    ]),
  ]);
}

function unique<T extends { text: string }>(values: readonly T[]): T[] {
  return values.filter(
    ({ text }, index) =>
      text !== '' && values.findIndex((other) => other.text.replace(/\s/g, '') === text.replace(/\s/g, '')) === index,
  );
}
