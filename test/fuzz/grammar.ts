import type { Random } from './random.ts';

/** Pieces of policies, registers and pages, put together by chance: near enough to real ones to reach deep. */

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
const ODD = [
  '',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\0',
  '𝟡',
  'é',
  'Ã©',
  'â€™',
  '\r',
  '\r\n',
  '\ud800',
  '½',
  '٣',
  '９',
  '%'.repeat(40),
  '|'.repeat(40),
  '9'.repeat(60),
  '('.repeat(40),
  '['.repeat(40),
  '>'.repeat(40),
  ' '.repeat(200),
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

/** A real text with some stretches cut out, doubled, moved, or changed for odd signs. */
export function mutated(random: Random, text: string, mostLength = 1500): string {
  const from = random.below(Math.max(1, text.length - mostLength));
  let result = text.slice(from, from + 100 + random.below(mostLength));
  for (let edits = 1 + random.below(6); edits > 0; edits--) {
    const at = random.below(result.length + 1);
    const length = random.below(40);
    const change = random.below(4);
    const cut = result.slice(at, at + length);
    if (change === 0) result = result.slice(0, at) + result.slice(at + length);
    else if (change === 1) result = result.slice(0, at) + cut + result.slice(at);
    else if (change === 2) result = result.slice(0, at) + random.of(ODD) + result.slice(at);
    else result = result.slice(0, at) + sentence(random) + result.slice(at + length);
  }
  return result;
}

const CELLS = [
  '',
  '/',
  '\\',
  'L',
  'U',
  'N',
  'O',
  'I',
  'C1',
  'Y7',
  'Z',
  '#',
  '#',
  'X',
  '-',
  '94.5',
  '94.5%',
  '1,234',
  '12',
  '190',
  '0',
  '-3',
  '2026-09-02',
  '02/09/2026',
  '2 Sep',
  'Mon AM',
  'Priya Nair',
  "O'Neill, Sean",
  'SMITH, John',
  '7A',
  'Total',
  'Y6',
  '???',
  '∞',
];
const HEADINGS = [
  'Name',
  'Pupil',
  'UPN',
  'Reg',
  'Year',
  'AM',
  'PM',
  'Date',
  'Session',
  'Code',
  'Mark',
  'Possible',
  'Present',
  'Attended',
  'Absent',
  'Authorised',
  'Unauthorised',
  'Late',
  '% Attendance',
  'Attendance %',
  'Days absent',
  'MonAM',
  'FriPM',
  '02/09/2026 AM',
  'Mon 7 Sep',
  'From',
  'To',
  'pupil_id',
  '',
];

/** Rows of a register in some shape, or nearly. */
export function registerRows(random: Random): string[][] {
  const width = 1 + random.below(8);
  const head = Array.from({ length: width }, () => random.of(HEADINGS));
  return [
    head,
    ...random.list(6, () =>
      Array.from({ length: random.chance(0.9) ? width : random.below(10) }, () => random.of(CELLS)),
    ),
  ];
}

/** A page with a table or two, as an information system might draw it. */
export function page(random: Random): string {
  const cell = (tag: string, words: string): string => {
    const spans = random.chance(0.1)
      ? ` ${random.of(['colspan', 'rowspan'])}="${random.of(['2', '3', '0', '999', 'x', '-1'])}"`
      : '';
    const hidden = random.chance(0.05)
      ? ` ${random.of(['hidden', 'style="display:none"', 'aria-hidden="true"', 'class="x"'])}`
      : '';
    return `<${tag}${spans}${hidden}>${words}</${tag}>`;
  };
  const tables = random.list(2, () => {
    const [head = [], ...rows] = registerRows(random);
    const open = random.of([
      '<table>',
      '<table role="grid">',
      '<div role="grid" aria-rowcount="30">',
      '<table><caption>7A</caption>',
    ]);
    const isGrid = open.startsWith('<div');
    const row = (cells: readonly string[], tag: string): string =>
      isGrid
        ? `<div role="row">${cells.map((words) => `<div role="${tag === 'th' ? 'columnheader' : 'gridcell'}">${words}</div>`).join('')}</div>`
        : `<tr>${cells.map((words) => cell(random.chance(0.95) ? tag : 'td', words)).join('')}</tr>`;
    const body = rows.map((cells) => row(cells, 'td')).join('');
    return `${open}${row(head, 'th')}${body}${isGrid ? '</div>' : random.chance(0.9) ? '</table>' : ''}`;
  });
  const around = random.of([
    '',
    '<p>1 September 2026 to 20 November 2026</p>',
    '<select><option selected>Autumn term</option></select>',
    '<h1>Attendance summary: sessions</h1>',
    '<p>Showing 1 to 20 of 143</p>',
    '<div class="spinner">Loading…</div>',
  ]);
  return around + tables.join('<p>…</p>');
}

/** JSON like the given one, with some values and keys changed for others. */
export function mutatedJson(random: Random, value: unknown, depth = 0): unknown {
  if (random.chance(0.02)) return random.of([null, 0, -1, 1e308, '', 'x', [], {}, true, '__proto__', [[[]]]]);
  if (Array.isArray(value))
    return value.slice(0, 40).flatMap((each: unknown) => {
      if (random.chance(0.03)) return [];
      const changed = mutatedJson(random, each, depth + 1);
      return random.chance(0.02) ? [changed, changed] : [changed];
    });
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) =>
        random.chance(0.03)
          ? []
          : [
              [
                random.chance(0.02) ? random.of(['__proto__', 'constructor', '', `${key}x`]) : key,
                mutatedJson(random, each, depth + 1),
              ],
            ],
      ),
    );
  return value;
}
