import { describe, expect, it } from 'vitest';
import { readPage } from '../../../extension/reading/read-page.ts';
import { everyPage } from '../fixtures/pages/index.ts';
import { documentOf } from '../page.ts';
import { holdAgainst, sightOf } from './against-truth.ts';
import { chance, MUTATIONS } from './mutate.ts';

/*
 * Every fixture page, changed as other systems and other days would have it. What is read of a changed page is right or
 * nothing. ROLLMARK_RUNS=3000 tries so many changed pages; a failure names the seed that gives it again.
 */
const RUNS = Number(process.env['ROLLMARK_RUNS'] ?? 1);
const EACH = Math.ceil(RUNS / everyPage.length);
const NAMES = Object.keys(MUTATIONS);

describe('a changed page is read rightly or not at all', () => {
  it.each(everyPage)('$name', { timeout: 60_000 + 500 * EACH }, ({ name, html, truth, today }) => {
    const faults: string[] = [];
    for (let run = 0; run < EACH; run++) {
      const seed = seedOf(name) + run;
      const luck = chance(seed);
      const mutation = luck.pick(NAMES) ?? '';
      const page = documentOf(html);
      const changed = MUTATIONS[mutation]?.(page, truth, luck);
      if (!changed) continue;
      const { wrong, steps } = holdAgainst(readPage(page, today, sightOf(page)), changed, today);
      if (wrong.length + steps.length > 0) faults.push(`${mutation}, seed ${seed}: ${[...wrong, ...steps][0]}`);
    }
    expect(faults).toEqual([]);
  });

  it('changes most pages in most ways', () => {
    const used = NAMES.filter((mutation) =>
      everyPage
        .slice(0, 30)
        .some(({ html, truth, name }) => MUTATIONS[mutation]?.(documentOf(html), truth, chance(seedOf(name)))),
    );
    expect(NAMES.length).toBeGreaterThanOrEqual(20);
    expect(used.length).toBeGreaterThanOrEqual(NAMES.length - 4);
  });
});

function seedOf(name: string): number {
  let seed = 7;
  for (let at = 0; at < name.length; at++) seed = (Math.imul(seed, 31) + name.charCodeAt(at)) >>> 0;
  return seed;
}
