import { describe, expect, it } from 'vitest';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { everyPage, pages } from '../fixtures/pages/index.ts';
import type { PageFixture } from '../fixtures/pages/truth.ts';
import { documentOf } from '../page.ts';
import { holdAgainst, isCovered, sightOf, type Verdict } from './against-truth.ts';

/** How much of what a page plainly shows must be read: silence with a reason is no fault, and no use either. */
const LEAST_COVERAGE = 0.85;

function verdictOf({ html, truth, today }: PageFixture): Verdict {
  const page = documentOf(html);
  return holdAgainst(readPage(page, today, sightOf(page)), truth, today);
}

describe.each(Object.entries(pages))('%s', (_, fixtures) => {
  it.each(fixtures)('$name: nothing is said that the page does not say', (fixture) => {
    const { wrong, steps } = verdictOf(fixture);
    expect(wrong).toEqual([]);
    expect(steps).toEqual([]);
  });
});

describe('the pages as a set', () => {
  it('are read, and not only left alone', () => {
    const plain = everyPage.filter(({ reach, truth }) => reach === 'plain' && truth.silent === null);
    const missed = plain.filter((fixture) => !isCovered(verdictOf(fixture))).map(({ name }) => name);
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(plain.length * (1 - LEAST_COVERAGE));
  });
  it('leave no page of attendance without a word of why', () => {
    const silent = everyPage.filter(
      ({ truth, reach }) => truth.silent !== null && truth.kind === 'summary' && reach === 'plain',
    );
    const mute = silent.filter((fixture) => verdictOf(fixture).refusals.length === 0).map(({ name }) => name);
    expect(mute).toEqual([]);
  });
});
