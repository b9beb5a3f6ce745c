import { readFileSync } from 'node:fs';

const real = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');

/** Texts of one shape, each a unit that is repeated: what might make a reader slow that looks back over all it has read. */
const UNITS: Readonly<Record<string, string>> = {
  digits: '0123456789',
  'digits with spaces': '12 345 6 ',
  'clock digits': '8.45',
  pipes: '|',
  'cells of one row': '| 8.45 | 90% ',
  'rows of a table': '| L | Late | 90% |\n',
  bullets: '- Mr A Bell 01632 960118\n',
  'nested bullets': '- one\n  - two\n    - three\n',
  'own bullets': '• write home\n',
  'bullets with times': '- 8:45 doors open\n',
  'numbered lines': '1. first we write\n',
  'one line of words': 'the register closes and parents write to us ',
  'one line of sentences': 'Registers close at 9.15am. Parents ring by 9am. ',
  'one paragraph of lines': 'Registers close at 9.15am\nand parents ring us\n',
  'percent signs': '%',
  percentages: '90% ',
  asterisks: '*',
  emphasis: '**a** _b_ ',
  underscores: '_',
  'opening brackets': '[',
  brackets: '[a] (b) ',
  links: '[a](b) ',
  backticks: '`',
  'less than': '<',
  tags: '<b>late</b> ',
  'html lines': '<div>\nlate\n</div>\n',
  'comments opened': '<!-- a ',
  quotes: '>',
  'quoted lines': '> late\n',
  headings: '# Registers\n\n',
  'headings without a gap': '## 1.1 Registers\n',
  emails: 'office@elm.example.org ',
  'at signs': 'a@b.',
  spaces: ' ',
  tabs: '\t',
  'blank lines': '\n',
  'lines of spaces': '   \n',
  aligned: 'Registers   8.45   9.15\n',
  stages: 'Stage 1: below 95%. We write to parents.\n\n',
  'register closings': 'The register closes at 9.15am.\n\n',
  'fill-ins': '[insert name] ==xxx== «School» ',
  crosses: 'XXXX ',
  Acts: 'Education Act 1996, ',
  capitals: 'Aa Bb Cc ',
  dates: '1.1.2020 ',
  names: 'Mrs Imogen Frost, ',
  fences: '```\n',
  backslashes: '\\',
  entities: '&amp;',
  'curly quotes': '’ “',
};

export const SHAPES: readonly string[] = [...Object.keys(UNITS), 'a policy again and again'];

/** A text of about `length` units in a shape. */
export function shaped(shape: string, length: number): string {
  const unit = UNITS[shape] ?? `${real}\n\n`;
  return unit.repeat(Math.ceil(length / unit.length));
}
