import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../../extension/reading/page-reading.ts';
import { atOnce } from '../../../extension/reading/parts.ts';
import { rareShapes } from '../../../extension/reading/rare-shapes.ts';
import { readPageInParts } from '../../../extension/reading/read-page.ts';
import { markupSight } from '../../../extension/reading/sight.ts';
import { everyPage, pages } from '../fixtures/pages/index.ts';
import { documentOf, PERIOD, TODAY, table } from '../page.ts';
import { sightOf } from './against-truth.ts';

const told = ({ grids }: PageReading): unknown[] =>
  grids.map(({ root, pupils, ...grid }) => ({
    ...grid,
    root: root.tagName,
    pupils: pupils.map(({ anchor, ...pupil }) => ({ ...pupil, anchor: anchor.textContent })),
  }));

const CLASS = table(
  ['Pupil', 'Possible', 'Attended', 'Authorised', 'Unauthorised'],
  [
    ['Jacob Hart', '106', '97', '9', '0'],
    ['Maya Whitlock', '106', '104', '2', '0'],
  ],
);

const readWithout = (body: string): PageReading =>
  atOnce(readPageInParts(documentOf(body), TODAY, markupSight, [], null));

describe('a page that is read before the script of the rare shapes has come', () => {
  it.each(everyPage)('$name: reads as with it, or asks for it', ({ html, today }) => {
    const page = documentOf(html);
    const sight = sightOf(page);
    const without = atOnce(readPageInParts(page, today, sight, [], null));
    const whole = atOnce(readPageInParts(page, today, sight, [], rareShapes));
    expect(whole.wantsRare).toBe(false);
    if (!without.wantsRare) expect(told(without)).toEqual(told(whole));
    // Where it never comes, what is read without it is shown: less, and nothing else.
    else
      for (const grid of without.grids.filter(({ refusal }) => refusal === null))
        expect(told(whole)).toContainEqual(told({ ...without, grids: [grid] }).at(0));
  });
  it('seldom needs it where a class is shown', () => {
    const ofClasses = Object.entries(pages).flatMap(([kind, those]) => (/summar|grid/.test(kind) ? those : []));
    const wanting = ofClasses.filter(({ html, today }) => {
      const page = documentOf(html);
      return atOnce(readPageInParts(page, today, sightOf(page), [], null)).wantsRare;
    });
    expect(wanting.length, wanting.map(({ name }) => name).join('; ')).toBeLessThan(ofClasses.length / 4);
  });
  it.each([
    ['a class’s totals', false, PERIOD + CLASS],
    [
      'a class’s totals, beside the page’s list of terms',
      false,
      `${PERIOD}<dl><dt>Term</dt><dd>Autumn</dd></dl>${CLASS}`,
    ],
    ['an empty page', false, ''],
    ['a page of news', false, '<h1>News</h1><p>The fair is on 5 December.</p>'],
    ['one pupil’s figures beside labels', true, `<h1>Jacob Hart</h1><p>Present: 97</p><p>Possible: 106</p>`],
    [
      'a list of one pupil’s marks',
      true,
      table(
        ['Date', 'Session', 'Mark'],
        [
          ['2/11/2026', 'AM', '/'],
          ['2/11/2026', 'PM', '/'],
        ],
      ),
    ],
  ])('%s: wants it is %s', (_, wants, body) => expect(readWithout(body).wantsRare).toBe(wants));
});
