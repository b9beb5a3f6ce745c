import { describe, expect, it } from 'vitest';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { everyPage } from '../fixtures/pages/index.ts';
import type { PageTruth } from '../fixtures/pages/truth.ts';
import { documentOf } from '../page.ts';
import { holdAgainst, sightOf } from './against-truth.ts';
import { chance } from './chance.ts';
import { MUTATIONS } from './mutate.ts';

/*
 * Every fixture page, changed as other systems and other days would have it. What is read of a changed page is right or
 * nothing. ROLLMARK_RUNS=9000 tries so many changed pages, ROLLMARK_EVERYTHING=1 five times the usual; a failure names the
 * seed that gives it again. Of longer pages fewer copies are tried.
 */
const LEAST_CHANGED = 2000;
const USUAL = 2100;
const RUNS = Number(process.env['ROLLMARK_RUNS'] ?? (process.env['ROLLMARK_EVERYTHING'] === '1' ? 5 * USUAL : USUAL));
const share = (html: string): number => (1000 + html.length) ** -1.3;
const ALL_SHARES = everyPage.reduce((sum, { html }) => sum + share(html), 0);
const NAMES = Object.keys(MUTATIONS);
let tried = 0;

describe('a changed page is read rightly or not at all', () => {
  it.each(everyPage)('$name', { timeout: 60_000 + 50 * RUNS }, ({ name, html, truth, today }) => {
    const faults: string[] = [];
    const copies = Math.ceil((RUNS * share(html)) / ALL_SHARES);
    for (let run = 0; run < copies; run++) {
      const seed = seedOf(name) + run;
      const luck = chance(seed);
      const page = documentOf(html);
      let mutation = '';
      let changed: PageTruth | null = null;
      for (let tries = 0; tries < 8 && !changed; tries++) {
        mutation = luck.pick(NAMES) ?? '';
        changed = MUTATIONS[mutation]?.(page, truth, luck) ?? null;
      }
      if (!changed) continue;
      tried++;
      const { wrong, steps } = holdAgainst(readPage(page, today, sightOf(page)), changed, today);
      if (wrong.length + steps.length > 0) faults.push(`${mutation}, seed ${seed}: ${[...wrong, ...steps][0]}`);
    }
    expect(faults).toEqual([]);
  });

  it('has tried enough of them', () => {
    expect(tried).toBeGreaterThanOrEqual(RUNS < USUAL ? 1 : LEAST_CHANGED);
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
