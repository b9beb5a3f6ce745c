import { ODD } from './odd.ts';
import type { Random } from './random.ts';

/** Pieces of policies, put together by chance: near enough to real ones to reach deep. */

const TIMES = [
  '8.45am',
  '08:50',
  '9:20 a.m.',
  '0915',
  '9 o’clock',
  '12 noon',
  '3.15pm',
  '25:99',
  '8-45',
  'nine thirty',
];
const FIGURES = [
  '96%',
  '95 per cent',
  '90.0%',
  '10%',
  '5 days',
  '10 sessions',
  'ten sessions',
  '20 lates',
  '£80',
  '£160',
  '0%',
  '1000%',
];
const WINDOWS = [
  'in a half term',
  'in any ten school weeks',
  'over a rolling 10-week period',
  'in a year',
  'within 21 days',
  'since September',
  '',
];
const WHO = [
  'the class teacher',
  'the attendance officer',
  'Mrs A. O’Neill',
  'the head',
  'parents',
  'the local authority',
  'a pupil',
];
const DOES = [
  'telephones home',
  'sends letter 1',
  'invites parents to a meeting',
  'issues a penalty notice',
  'marks the register',
  'is late (code L)',
  'awards a certificate',
  'considers prosecution',
];
const OPENERS = [
  'If attendance falls below',
  'When a pupil has missed',
  'Step 2:',
  'Stage One –',
  'Registers close at',
  'The school day starts at',
  'After three weeks without improvement',
  'Level B',
  'Red',
  'e.g.',
  'Pupils arriving after',
  'We aim for',
  'Telephone 01632 960 123 by',
  'Reviewed:',
  'Code N means',
  'Contact: office@school.example',
];
const JOINS = [
  ' and ',
  ', ',
  ' or ',
  '; ',
  ' – ',
  '\n',
  '  \n',
  ' | ',
  ' (',
  ') ',
  '. ',
  ': ',
  '\t',
  '\u00a0',
  ' &amp; ',
  '**',
  '_',
  '`',
];
const LINE_STARTS = [
  '',
  '',
  '# ',
  '## ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '| ',
  '    ',
  '```\n',
  '<!-- ',
  '<p>',
  '[',
  '«',
  '~~',
  '\\',
  '![',
  '---\n',
  '•\t',
  'a) ',
];

/** A line as a policy might have it. */
export function sentence(random: Random): string {
  const parts = [random.of(LINE_STARTS), random.of(OPENERS)];
  for (let index = random.below(6); index > 0; index--)
    parts.push(
      random.chance(0.7) ? ' ' : random.of(JOINS),
      random.of(random.of([TIMES, FIGURES, WINDOWS, WHO, DOES, OPENERS])),
    );
  if (random.chance(0.08)) parts.push(random.of(ODD));
  return parts.join('');
}

/** A short document. */
export function policy(random: Random, mostLines = 10): string {
  const newline = random.chance(0.9) ? '\n' : '\r\n';
  const lines = random.list(mostLines, () => (random.chance(0.12) ? tableRow(random) : sentence(random)));
  return lines.join(random.chance(0.5) ? newline : newline + newline);
}

function tableRow(random: Random): string {
  const cells = random.list(5, () =>
    random.of(random.of([TIMES, FIGURES, DOES, WHO, ['---', ':-:', '', 'Stage 1', 'U', 'Y6']])),
  );
  return `| ${cells.join(' | ')} |`;
}
