import type { Element } from 'hast';
import { h } from 'hastscript';
import type { AttendancePolicy } from '../../policy/schema.ts';
import type { PageInput } from '../page-input.ts';
import { drawDay, momentsOfDay } from '../pictures.ts';
import { sayClock } from '../say.ts';
import { FULL_YEAR_SESSIONS } from '../what-if.ts';

/** What can have only one value unless phases differ. */
const SAID_ONCE = new Set([
  'School day starts',
  'School day ends',
  'Morning register closes',
  'Afternoon register closes',
  'Tell us about an absence by',
  'Persistent absence',
  'Severe absence',
]);

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
  const thresholds = { persistentAbsence: 'Persistent absence', severeAbsence: 'Severe absence' } as const;
  for (const label of ['persistentAbsence', 'severeAbsence'] as const)
    cards.push([
      thresholds[label],
      unique(
        policy.thresholds.flatMap((threshold) => {
          const text = threshold.label === label ? sayThreshold(threshold) : null;
          return text === null ? [] : [{ text, line: lineOf(threshold.facts) }];
        }),
      ),
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
          SAID_ONCE.has(title) && values.length > 1 && !values.some(({ text }) => text.includes('('))
            ? h('dd', { className: ['warning'] }, 'The policy says it in more than one way.')
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

/** "attendance below 90%: more than 19 days missed in a full year"; null where the threshold is no percentage. */
export function sayThreshold({ metric, op, value, unit }: AttendancePolicy['thresholds'][number]): string | null {
  if (unit !== 'percent' || (metric !== 'attendance' && metric !== 'absence')) return null;
  const bound = { '<': 'below', '<=': 'at or below', '>=': 'at or above', '>': 'above' }[op];
  const said = `${metric} ${bound} ${value}%`;
  const isMissing = metric === 'absence' ? op.startsWith('>') : op.startsWith('<');
  if (!isMissing) return said;
  const sessions = (FULL_YEAR_SESSIONS * (metric === 'absence' ? value : 100 - value)) / 100;
  // The fewest whole sessions past the line, which itself counts only for "at or".
  const fewest = op.length === 2 ? Math.ceil(sessions) : Math.floor(sessions) + 1;
  return `${said} (${fewest / 2} days or more of a full year)`;
}

function unique<T extends { text: string }>(values: readonly T[]): T[] {
  return values.filter(
    ({ text }, index) =>
      text !== '' && values.findIndex((other) => other.text.replace(/\s/g, '') === text.replace(/\s/g, '')) === index,
  );
}
