import { describe, expect, it } from 'vitest';
import { markupSight } from '../../../extension/reading/sight.ts';
import type { Lesson } from '../../../extension/reading/taught.ts';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { columnAt, findCandidates } from '../../../extension/teaching/candidates.ts';
import { firstDraft, lessonOf, stillWanted, withField } from '../../../extension/teaching/draft.ts';
import { lessonFile } from '../../../extension/teaching/lesson-file.ts';
import { LessonSchema, readLessonFile } from '../../../extension/teaching/lesson-schema.ts';
import { documentOf, figuresOf, TODAY, table } from '../page.ts';

const PLACE = {
  origin: 'https://hartsmere.mis.example',
  address: 'https://hartsmere.mis.example/class/4',
  today: TODAY,
};
/** Names, figures and identifiers that no lesson may hold, in any column and in any order. */
const CELLS = [
  'Zebedee',
  'Quillfeather',
  'Marmaduke',
  'Oxenhope',
  'Z820200126001',
  'A917',
  '4Kestrels',
  '113',
  '87',
  '0.77',
];
const PAGE = table(
  ['Who', 'No.', 'Set', 'In all', 'Here', 'Note'],
  [
    ['Quillfeather, Zebedee', 'Z820200126001', '4Kestrels', '113', '87', '0.77'],
    ['Oxenhope, Marmaduke', 'A917', '4Kestrels', '113', '87', '0.77'],
  ],
);

function teach(body: string, fields: Record<string, Parameters<typeof withField>[2]>): Lesson {
  const [candidate] = findCandidates(documentOf(body), markupSight);
  if (!candidate) throw new Error('nothing to teach');
  let draft = firstDraft(candidate);
  for (const [heading, field] of Object.entries(fields)) {
    draft = withField(
      draft,
      candidate.columns.findIndex(({ shown }) => shown === heading),
      field,
    );
  }
  const lesson = lessonOf(candidate, { ...draft, unit: 'sessions', period: { kind: 'school-year' } }, PLACE);
  if (!lesson) throw new Error('the lesson is not finished');
  return lesson;
}

describe('what someone can point at', () => {
  it('is every table with headings, the longest first', () => {
    const page = documentOf(`${table(['A', 'B'], [['1', '2']])}${PAGE}<table><tr><td>x</td></tr></table>`);
    expect(findCandidates(page, markupSight).map(({ matrix }) => matrix.rows.length)).toEqual([2, 1]);
  });
  it('is the column of the cell that was clicked, or of its heading', () => {
    const page = documentOf(PAGE);
    const [candidate] = findCandidates(page, markupSight);
    const at = (selector: string): string | undefined => {
      const element = page.querySelector(selector);
      return candidate && element ? columnAt(candidate, element)?.shown : undefined;
    };
    expect([at('td:nth-child(4)'), at('th:nth-child(5)'), at('body')]).toEqual(['In all', 'Here', undefined]);
  });
  it('is one column for all the days of a register', () => {
    const grid = table(['Pupil', '2 Nov 2026', '3 Nov 2026', '4 Nov 2026'], [['Amara Bello', '/', '/', 'I']]);
    const [candidate] = findCandidates(documentOf(grid), markupSight);
    expect(candidate?.columns.map(({ shown, indexes, guess }) => [shown, indexes.length, guess])).toEqual([
      ['Pupil', 1, 'name'],
      ['Days', 3, 'mark'],
    ]);
  });
  it('is told apart when headings are equal', () => {
    const [candidate] = findCandidates(documentOf(table(['Who', 'Total', 'Total'], [['A B', '1', '2']])), markupSight);
    expect(candidate?.columns.map(({ nth }) => nth)).toEqual([0, 0, 1]);
  });
});

describe('a draft', () => {
  const [candidate] = findCandidates(documentOf(PAGE), markupSight);
  const draft = candidate ? firstDraft(candidate) : null;
  if (!draft) throw new Error('nothing to teach');
  const bare = { ...draft, fields: draft.fields.map(() => null) };
  it('asks for the name, then for figures, then for what they count', () => {
    const named = withField(bare, 0, 'name');
    const counted = withField(named, 3, 'possible');
    expect([bare, named, counted].map(stillWanted)).toEqual([
      expect.stringMatching(/names the pupils/),
      expect.stringMatching(/which columns hold/),
      expect.stringMatching(/what the figures count/),
    ]);
    expect(stillWanted({ ...counted, unit: 'sessions' })).toBeNull();
    expect(stillWanted({ ...counted, unit: 'sessions', period: { kind: 'since', from: '' } })).toMatch(/which day/);
  });
  it('gives a field to one column alone', () => {
    const moved = withField(withField(bare, 0, 'name'), 1, 'name');
    expect(moved.fields.slice(0, 2)).toEqual([null, 'name']);
  });
});

describe('a lesson', () => {
  const lesson = teach(PAGE, { Who: 'name', 'No.': 'id', Set: 'year', 'In all': 'possible', Here: 'attended' });

  it('makes the page readable', () => {
    const [grid] = readPage(documentOf(PAGE), TODAY, markupSight, [lesson]).grids;
    expect(grid && figuresOf(grid)).toEqual([
      'Zebedee Quillfeather 113/87 a- u- l- -',
      'Marmaduke Oxenhope 113/87 a- u- l- -',
    ]);
  });
  it('holds headings that were pointed at and no cell, in the file as in storage', () => {
    for (const kept of [lessonFile([lesson]), JSON.stringify(lesson)]) {
      expect(CELLS.filter((cell) => kept.toLowerCase().includes(cell.toLowerCase()))).toEqual([]);
      expect(kept).not.toContain('note');
    }
    expect(lesson.columns.map(({ heading }) => heading)).toEqual(['who', 'no.', 'set', 'in all', 'here']);
  });
  it('holds no name of a pupil who stands in a heading, and still knows the column', () => {
    const across = table(
      ['Who', 'Zebedee Quillfeather', 'OXENHOPE, Marmaduke'],
      [
        ['Isolde Tarn', '87', '106'],
        ['Piers Lamb', '113', '113'],
      ],
    );
    const odd = teach(across, { Who: 'name', 'Zebedee Quillfeather': 'possible', 'OXENHOPE, Marmaduke': 'attended' });
    expect(lessonFile([odd])).not.toMatch(/zebedee|quillfeather|oxenhope|marmaduke/i);
    expect(new Set(odd.columns.map(({ heading }) => heading)).size).toBe(3);
  });
  it('goes out as a file and comes in again as it was', () => {
    expect(readLessonFile(lessonFile([lesson]))).toEqual({ lessons: [lesson] });
  });
  it.each<[string, unknown]>([
    ['a cell beside the headings', { ...lesson, example: 'Zebedee Quillfeather' }],
    ['a cell in a column', { ...lesson, columns: [{ ...lesson.columns[0], example: 'Zebedee' }] }],
    ['an origin that is none', { ...lesson, origin: 'null' }],
    ['a day that is none', { ...lesson, taughtOn: 'today' }],
    ['a field that is none', { ...lesson, columns: [{ heading: 'who', nth: 0, field: 'religion' }] }],
    ['no column at all', { ...lesson, columns: [] }],
  ])('is refused with %s', (_, odd) => {
    expect(LessonSchema.safeParse(odd).success).toBe(false);
    const file = JSON.stringify({ rollmark: 'taught-pages', version: 1, lessons: [odd] });
    expect(readLessonFile(file)).toEqual({ problem: expect.stringMatching(/damaged \(at lessons/) });
  });
  it.each(['', 'who,what', '[]', '{"rollmark":"policy"}'])('is refused when the file is %j', (text) => {
    expect(readLessonFile(text)).toHaveProperty('problem');
  });
});
