import { describe, expect, it } from 'vitest';
import { markupSight } from '../../../extension/reading/sight.ts';
import { isSameSchool } from '../../../extension/schools/same-school.ts';
import { namesIn, schoolsOnPage } from '../../../extension/schools/schools-on-page.ts';
import { everyPage } from '../fixtures/pages/index.ts';
import { documentOf } from '../page.ts';

describe('names of one school', () => {
  it.each([
    ['Hartsmere Primary School', 'Hartsmere Primary'],
    ['Hartsmere Primary School', 'HARTSMERE PRIMARY SCHOOL'],
    ['St Mary’s Catholic Primary School', 'St. Marys RC Primary School'],
    ['Saint Anne’s C of E School', 'St Anne’s CofE Academy'],
    ['Hartsmere School', 'Hartsmere School, Fallowby'],
    ['Château Road School', 'Chateau Road School'],
  ])('%s and %s', (one, other) => {
    expect(isSameSchool(one, other)).toBe(true);
    expect(isSameSchool(other, one)).toBe(true);
  });
  it.each([
    ['Hartsmere Infant School', 'Hartsmere Junior School'],
    ['Hartsmere Primary School', 'Hartsmere High School'],
    ['Hartsmere School', 'North Hartsmere School'],
    ['St Mary’s School', 'St Mark’s School'],
    ['St Mary’s Girls School', 'St Mary’s Boys School'],
    ['The School', 'The Academy'],
    ['Hartsmere Primary School', ''],
  ])('but not %s and %s', (one, other) => {
    expect(isSameSchool(one, other)).toBe(false);
    expect(isSameSchool(other, one)).toBe(false);
  });
});

describe('a name in a text', () => {
  it.each<[string, string[]]>([
    ['Hartsmere Primary School', ['Hartsmere Primary School']],
    ['Attendance summary · Hartsmere Primary School · Larkfield', ['Hartsmere Primary School']],
    ['Fallow Hill Academy | Registers', ['Fallow Hill Academy']],
    ['School: St Mary’s C of E Primary', ['St Mary’s C of E Primary']],
    ['Our Lady of the Wolds Catholic High School', ['Our Lady of the Wolds Catholic High School']],
  ])('of “%s” is %j', (text, names) => expect(namesIn(text)).toEqual(names));
  it.each([
    'Whole School',
    'My School',
    'Select School',
    'Home School',
    'Students by School',
    'Primary School',
    'Reports School',
    'Jacob Hart',
    'Attendance across the Academy',
    'He moved to Oak Lane School in May and liked it',
    'Fallow Hill Learning Trust',
    'Year 7 High',
  ])('is none in “%s”', (text) => expect(namesIn(text)).toEqual([]));
});

describe('the schools of a page', () => {
  const schools = (body: string): string[] => schoolsOnPage(documentOf(body), markupSight);
  it.each<[string, string, string[]]>([
    [
      'in its bar',
      '<header><a>Larkfield</a><span>Hartsmere Primary School</span><span>D. Raman</span></header>',
      ['Hartsmere Primary School'],
    ],
    ['in something called school', '<div class="school-name">Oak Lane Academy <b>▾</b></div>', ['Oak Lane Academy']],
    [
      'as the one chosen in a list',
      '<select><option>Oak Lane Academy</option><option selected>Hartsmere School</option></select>',
      ['Hartsmere School'],
    ],
    ['in a heading', '<h1>Registers – Hartsmere Primary School</h1>', ['Hartsmere Primary School']],
    ['nowhere', '<h1>Registers</h1><p>We visited Oak Lane School.</p>', []],
    [
      'in a row of a table, where it is a pupil’s former one',
      '<table><tr><td class="school">Oak Lane School</td></tr></table>',
      [],
    ],
    [
      'in a wrapper that is called school, round a table',
      '<div id="school-app"><table><tr><td>Oak Lane School</td></tr></table></div>',
      [],
    ],
    ['as a former school', '<p class="previous-school">Oak Lane School</p>', []],
    ['out of sight', '<header style="display:none">Oak Lane School</header>', []],
  ])('%s', (_, body, expected) => expect(schools(body)).toEqual(expected));
});

describe('the pages of invented systems', () => {
  const named = everyPage.filter(({ truth, html }) => truth.school !== null && html.includes(truth.school));
  it.each(named.map((page) => [page.name, page] as const))(
    '%s: names its school and no other',
    (_, { html, truth }) => {
      const found = schoolsOnPage(documentOf(html), markupSight);
      // A school outside England, whose name has none of the words, is not found: then the page names none.
      expect(found).toEqual(/^Ysgol /.test(truth.school ?? '') ? [] : [truth.school]);
    },
  );
  const nameless = everyPage.filter(({ truth }) => truth.school === null);
  it.each(nameless.map((page) => [page.name, page] as const))('%s: names none', (_, { html }) => {
    expect(schoolsOnPage(documentOf(html), markupSight)).toEqual([]);
  });
});
