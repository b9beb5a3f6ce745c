import { describe, expect, it } from 'vitest';
import { actionsIn, triggersIn } from './words.ts';

/**
 * One invented ladder in every shape: what a reader of tables understands in rows must not be lost in the same words under
 * headings, in boxes, behind bullets or on their side.
 */

interface Step {
  readonly name: string;
  readonly when: string;
  readonly done: string;
}

const LAYOUTS: Record<string, (steps: readonly Step[]) => string> = {
  'bullets with names': (steps) => steps.map(({ name, when, done }) => `- ${name} – ${when}: ${done}`).join('\n'),
  'bullets with an arrow': (steps) => steps.map(({ name, when, done }) => `- ${name}: ${when} → ${done}`).join('\n'),
  'bullets with the name’s trigger in brackets': (steps) =>
    steps.map(({ name, when, done }) => `- ${name} (${when}): ${done}`).join('\n'),
  'nested bullets': (steps) =>
    steps.map(({ name, when, done }) => `- ${name}: ${when}\n  - ${done}\n  - A note is kept`).join('\n'),
  'headings over bullets': (steps) =>
    steps.map(({ name, when, done }) => `### ${name} – ${when}\n\n- ${done}\n- A note is kept`).join('\n\n'),
  'underlined headings': (steps) =>
    steps
      .map(({ name, when, done }) => `${name}: ${when}\n${'-'.repeat(name.length + when.length + 2)}\n\n${done}.`)
      .join('\n\n'),
  'lines with an equals sign': (steps) => steps.map(({ name, when, done }) => `${name}: ${when} = ${done}`).join('\n'),
  'paragraphs with a bold lead': (steps) =>
    steps.map(({ name, when, done }) => `**${name} – ${when}:** ${done}.`).join('\n\n'),
  'boxes of three lines': (steps) => steps.map(({ name, when, done }) => `${name}\n${when}\n${done}`).join('\n\n'),
  'boxes with arrows between': (steps) =>
    steps.map(({ name, when, done }) => `${name}\n${when}\n${done}`).join('\n↓\n'),
  'boxes whose lines are paragraphs': (steps) =>
    steps.map(({ name, when, done }) => `${name}\n\n${when}\n\n${done}`).join('\n\n'),
  'numbered clauses': (steps) =>
    steps.map(({ name, when, done }, at) => `4.${at + 1} ${name} – ${when}: ${done}`).join('\n\n'),
  'fields under headings': (steps) =>
    steps
      .map(({ name, when, done }) => `### ${name}\n\n**Trigger:** ${when}\n\n**Action:** ${done}\n\n**Who:** Office`)
      .join('\n\n'),
  'a table of one column': (steps) =>
    `| What happens |\n|---|\n${steps.map(({ name, when, done }) => `| ${name} – ${when}: ${done} |`).join('\n')}`,
  'a table on its side': (steps) =>
    `| | ${steps.map(({ name }) => name).join(' | ')} |\n|---|${steps.map(() => '---').join('|')}|\n| Trigger | ${steps.map(({ when }) => when).join(' | ')} |\n| Action | ${steps.map(({ done }) => done).join(' | ')} |`,
  'a table on its side without names': (steps) =>
    `| Trigger | ${steps.map(({ when }) => when).join(' | ')} |\n|---|${steps.map(() => '---').join('|')}|\n| Action | ${steps.map(({ done }) => done).join(' | ')} |`,
  'measures ticked under each trigger': (steps) =>
    `| Action | ${steps.map(({ when }) => when).join(' | ')} |\n|---|${steps.map(() => '---').join('|')}|\n${steps
      .map(({ done }, row) => `| ${done} | ${steps.map((_, at) => (at === row ? '✓' : '')).join(' | ')} |`)
      .join('\n')}`,
  'triggers with the measures ticked': (steps) =>
    `| When | ${steps.map(({ done }) => done).join(' | ')} |\n|---|${steps.map(() => '---').join('|')}|\n${steps
      .map(({ when }, row) => `| ${when} | ${steps.map((_, at) => (at <= row ? '✓' : '')).join(' | ')} |`)
      .join('\n')}`,
  'a table whose rows broke in two': (steps) =>
    `| Name | Trigger | Action |\n|---|---|---|\n${steps
      .map(({ name, when, done }) => {
        const cut = when.lastIndexOf(' ', when.length / 2 + 3);
        return `| ${name} | ${when.slice(0, cut)} | ${done} |\n| | ${when.slice(cut + 1)} | |`;
      })
      .join('\n')}`,
};

const NAMES = ['Early concern', 'Concern', 'Serious concern', 'Formal action'];
const DONE = ['Phone call home', 'Letter to parents', 'Meeting with parents', 'Referral to the council'];

const LADDERS: readonly { about: string; title: string; when: readonly string[]; triggers: readonly string[] }[] = [
  {
    about: 'attendance to fall below',
    title: 'Attendance concerns',
    when: ['Attendance below 96%', 'Attendance below 93%', 'Attendance below 90%', 'Attendance below 85%'],
    triggers: ['attendance < 96', 'attendance < 93', 'attendance < 90', 'attendance < 85'],
  },
  {
    about: 'sessions missed',
    title: 'Absence',
    when: [
      'Missed 5 or more sessions',
      'Missed 10 or more sessions',
      'Missed 15 or more sessions',
      'Missed 20 or more sessions',
    ],
    triggers: ['sessions >= 5', 'sessions >= 10', 'sessions >= 15', 'sessions >= 20'],
  },
  {
    about: 'late marks of a half term',
    title: 'Punctuality',
    when: [3, 6, 9, 12].map((count) => `${count} late marks in a half term`),
    triggers: ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 9', 'lateMarks >= 12'],
  },
  {
    about: 'what the step before did not bring',
    title: 'Attendance concerns',
    when: [
      'Attendance below 95%',
      'No improvement after 4 weeks',
      'Not improved within two weeks',
      'Still below target after a further month',
    ],
    triggers: ['attendance < 95', 'after', 'after', 'after'],
  },
];

function page(title: string, body: string): string {
  return `# Attendance policy\n\nHartsmere Academy wants every pupil in school.\n\n## ${title}\n\n${body}\n\n## Leave of absence\n\nLeave is granted only in exceptional circumstances.\n`;
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}

describe('a ladder of named steps is read alike', () => {
  describe.each(Object.entries(LAYOUTS))('in %s', (_, write) => {
    it.each(LADDERS)('by $about', ({ title, when, triggers }) => {
      const steps = NAMES.map((name, at) => ({ name, when: when[at] ?? '', done: DONE[at] ?? '' }));
      const text = page(title, write(steps));
      expect(triggersIn(text)).toEqual(triggers);
      expect(triggersIn(quoted(text))).toEqual(triggers);
      expect(actionsIn(text).map((actions) => actions.join(' / ').toLowerCase())).toEqual(
        DONE.map((done): unknown => expect.stringContaining(done.toLowerCase())),
      );
    });
  });
});
