import { describe, expect, it } from 'vitest';
import { Gathered } from '../../../extension/gathering/gathered.ts';
import { routeOfList } from '../../../extension/gathering/route.ts';
import type { MarkedPupil, MarkedTable } from '../../../extension/judging/judged-page.ts';
import { documentOf } from '../page.ts';

const ROUTE = { route: '/list', now: '10:32' };
const anchor = documentOf('<p>x</p>').querySelector('p') as Element;

/** [name, identifier, row]: without an identifier the name stands for it. */
type Seen = readonly [name: string, id: string | null, row: number];

const pupil = ([name, id]: Seen): MarkedPupil => ({
  key: `${name} 1`,
  pupilId: id ?? name.toLowerCase(),
  name,
  year: null,
  label: 'Step 1',
  level: 1,
  title: 'Step 1: a call',
  percent: 95,
  due: ['Step 1: a call'],
  decision: null,
  problem: null,
  anchor,
  place: { table: 0, pupil: 0 },
  states: null,
});

function shown(
  seen: readonly Seen[],
  { list = 'a', declared = 20 as number | null, places = true, isPart = true } = {},
) {
  const reading = { declaredPupils: declared } as MarkedTable['reading'];
  const table: MarkedTable = { reading, asOf: '2026-11-20', pupils: seen.map(pupil) };
  const of = (_: Element, index: number): string | null => (places ? `row ${seen[index]?.[2]}` : null);
  return [{ table, place: { list, isPart, of } }];
}

const said = (gathered: Gathered, ...steps: ReturnType<typeof shown>[]): string[] => {
  const last = steps.map((step) => gathered.take(step, ROUTE)).at(-1) ?? [];
  return last.flatMap(({ pupils }) =>
    pupils.map(({ name, label, seen }) => `${name}, ${label}${seen ? `, ${seen}` : ''}`),
  );
};

describe('pupils gathered from page to page', () => {
  const first = shown([
    ['Ada Finch', '1', 1],
    ['Bo Quinn', '2', 2],
  ]);
  const second = shown([['Cy Reeve', '3', 3]]);

  it('those on the screen stand first, the others say where and when they were seen', () => {
    expect(said(new Gathered(), first, second)).toEqual([
      'Cy Reeve, Step 1',
      'Ada Finch, Step 1, row 1, read at 10:32',
      'Bo Quinn, Step 1, row 2, read at 10:32',
    ]);
  });
  it('who comes back is on the screen again, once', () => {
    expect(said(new Gathered(), first, second, first)).toEqual([
      'Ada Finch, Step 1',
      'Bo Quinn, Step 1',
      'Cy Reeve, Step 1, row 3, read at 10:32',
    ]);
  });
  it.each<[string, ReturnType<typeof shown>]>([
    ['another list', shown([['Cy Reeve', '3', 3]], { list: 'b' })],
    ['a list that is shown whole', shown([['Cy Reeve', '3', 3]], { isPart: false })],
    ['fewer pupils than were gathered', shown([['Cy Reeve', '3', 3]], { declared: 2 })],
  ])('are forgotten when the page shows %s', (_, step) =>
    expect(said(new Gathered(), first, step)).toEqual(['Cy Reeve, Step 1']),
  );
  it('are forgotten at another address, and when the policy changes', () => {
    const elsewhere = new Gathered();
    elsewhere.take(first, ROUTE);
    expect(elsewhere.take(second, { ...ROUTE, route: '/other' })[0]?.pupils).toHaveLength(1);
    const other = new Gathered();
    other.take(first, ROUTE);
    other.forget();
    expect(other.take(second, ROUTE)[0]?.pupils).toHaveLength(1);
  });
  it('outlast the moment in which a page shows no rows', () => {
    const gathered = new Gathered();
    gathered.take(first, ROUTE);
    expect(gathered.take([], ROUTE)).toEqual([]);
    expect(gathered.take(second, ROUTE)[0]?.pupils).toHaveLength(3);
  });
});

describe('two rows of one name', () => {
  it('with identifiers are two pupils', () => {
    expect(said(new Gathered(), shown([['Ada Finch', '1', 1]]), shown([['Ada Finch', '9', 8]]))).toEqual([
      'Ada Finch, Step 1',
      'Ada Finch, Step 1, row 1, read at 10:32',
    ]);
  });
  it('without, at two places, are not told apart: the one that is not on the screen has no step', () => {
    expect(said(new Gathered(), shown([['Ada Finch', null, 1]]), shown([['Ada Finch', null, 8]]))).toEqual([
      'Ada Finch, Step 1',
      'Ada Finch, Can’t tell, row 1, read at 10:32',
    ]);
  });
  it('at one place are the same pupil read again', () => {
    expect(said(new Gathered(), shown([['Ada Finch', null, 1]]), shown([['Ada Finch', null, 1]]))).toEqual([
      'Ada Finch, Step 1',
    ]);
  });
  it('without an identifier or a place nobody is gathered', () => {
    const bare = { places: false };
    expect(said(new Gathered(), shown([['Ada Finch', null, 1]], bare), shown([['Bo Quinn', null, 2]], bare))).toEqual([
      'Bo Quinn, Step 1',
    ]);
  });
  it('a name without identifier gives its place up to who stands there now', () => {
    expect(said(new Gathered(), shown([['Ada Finch', null, 1]]), shown([['Bo Quinn', null, 1]]))).toEqual([
      'Bo Quinn, Step 1',
    ]);
  });
});

describe('the address of a list', () => {
  it.each<[string, string]>([
    ['https://mis.example/list?class=5H&page=2', 'https://mis.example/list?class=5H'],
    ['https://mis.example/list?offset=50&limit=50', 'https://mis.example/list?limit=50'],
    ['https://mis.example/list/page/3', 'https://mis.example/list/page'],
    ['https://mis.example/#/pupils?page=2&year=7', 'https://mis.example/#/pupils?&year=7'],
  ])('%s, whatever page of it is shown: %s', (address, route) => expect(routeOfList(address)).toBe(route));
  it.each([
    ['https://mis.example/list?class=5H', 'https://mis.example/list?class=6H'],
    ['https://mis.example/routines?page=ATTEND', 'https://mis.example/routines?page=BHVDETN'],
    ['https://mis.example/pupil/7', 'https://mis.example/pupil/8'],
    ['https://mis.example/list?sort=name', 'https://mis.example/list?sort=absence'],
  ])('%s and %s are two lists', (one, other) => expect(routeOfList(one)).not.toBe(routeOfList(other)));
});
