import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageInput } from '../page-input.ts';
import { drawDay, momentsOfDay } from '../pictures.ts';
import { sayClock } from '../say.ts';

type Anchor = (line: number) => string;

/** What most people open the page for: times, who to call, and what each threshold means in days. */
export function keyFacts({ reading }: PageInput, anchorOf: Anchor): Element {
  const { parsed } = reading;
  const { policy, facts } = parsed;
  const lineOf = (indexes: readonly number[]): number => facts[indexes[0] ?? -1]?.line ?? 1;
  const cards: [string, { text: string; line: number }[]][] = [];
  const times = (entries: typeof policy.day.start): { text: string; line: number }[] =>
    entries.map(({ value, scope, facts: from }) => ({
      text: sayClock(value) + (scope ? ` (${scope})` : ''),
      line: lineOf(from),
    }));
  cards.push(['School day starts', times(policy.day.start)], ['School day ends', times(policy.day.end)]);
  cards.push(
    ['Morning register closes', times(policy.registers.am.closes)],
    ['Afternoon register closes', times(policy.registers.pm.closes)],
  );
  cards.push(['Tell us about an absence by', times(policy.reporting.absenceBy)]);
  const absenceContacts = facts.filter((fact) => fact.kind === 'contact').filter((fact) => fact.for === 'absence');
  cards.push([
    'Absence line',
    unique(absenceContacts.map((fact) => ({ text: fact.phone ?? fact.email ?? '', line: fact.line }))),
  ]);
  const names = { attendanceChampion: 'Senior attendance champion', attendanceOfficer: 'Attendance officer' } as const;
  for (const role of ['attendanceChampion', 'attendanceOfficer'] as const)
    cards.push([
      names[role],
      policy.people
        .filter((person) => person.role === role)
        .map((person) => ({ text: person.name, line: lineOf(person.facts) })),
    ]);
  const filled = cards.filter(([, values]) => values.length > 0);
  const missing = cards.filter(([, values]) => values.length === 0).map(([title]) => title);
  return h('section', { id: 'key-facts' }, [
    h('h2', 'Key facts'),
    h(
      'dl',
      { className: ['cards'] },
      filled.map(([title, values]) =>
        h('div', [
          h('dt', title),
          ...values.map(({ text, line }) => h('dd', [h('a', { href: anchorOf(line) }, text)])),
          values.length > 1 && !values.some(({ text }) => text.includes('(')) && title.includes('close')
            ? h('dd', { className: ['warning'] }, 'The policy says it two ways.')
            : null,
        ]),
      ),
    ),
    missing.length > 0
      ? h(
          'p',
          { className: ['quiet'] },
          `The policy does not say: ${missing.map((title) => title.toLowerCase()).join(', ')}.`,
        )
      : null,
  ]);
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
