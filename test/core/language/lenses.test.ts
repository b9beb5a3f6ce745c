import { describe, expect, it } from 'vitest';
import { lensesOf } from '#core/language/lenses.ts';
import { findingOn, marked, snapshotOf } from './sample.ts';

describe('the lines over the lines', () => {
  it('says over a heading how many errors and warnings stand under it, and not under those within', () => {
    const { text, spans } = marked('# A\n\n«one» and «two»\n\n## B\n\n«three»\n');
    const [one, two, three] = spans;
    if (!one || !two || !three) throw new Error('three marks were expected');
    const findings = [
      findingOn(one),
      findingOn(two, { severity: 'warning' }),
      findingOn(three, { severity: 'advice' }),
    ];
    expect(lensesOf(snapshotOf(text, { findings })).map(({ title }) => title)).toEqual(['1 error, 1 warning']);
  });

  it('says beside each mention of a contradiction what the others say, a few at most', () => {
    const closing = [15, 20, 25, 30, 35, 40]
      .map((minute) => `The morning register closes at 9.${minute}am.\n`)
      .join('\n');
    const titles = lensesOf(snapshotOf(`# Registers\n\n${closing}`)).map(({ title }) => title);
    expect(titles).toHaveLength(6);
    expect(titles[0]).toMatch(
      /is 9:15am here, 9:20am on line 5, 9:25am on line 7, 9:30am on line 9, 9:35am on line 11, …$/,
    );
    expect(titles[5]).toMatch(/is 9:40am here, 9:15am on line 3, .*9:30am on line 9, …$/);
  });

  it('takes the time of its letters where a contradiction has thousands of mentions', () => {
    const MANY = 3000;
    const times = Array.from(
      { length: MANY },
      (_, index) => `The morning register closes at 9.${10 + (index % 50)}am.\n`,
    );
    const read = snapshotOf(`# Registers\n\n${times.join('\n')}`);
    const began = process.cpuUsage();
    expect(lensesOf(read)).toHaveLength(MANY);
    expect(process.cpuUsage(began).user / MANY).toBeLessThan(200);
  });
});
