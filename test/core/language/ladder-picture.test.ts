import { describe, expect, it } from 'vitest';
import { ladderPicture } from '#core/language/ladder-picture.ts';
import type { Trigger } from '#core/policy/schema.ts';
import { stepOf } from './sample.ts';

const below = (value: number): Trigger => ({ metric: 'attendance', op: '<', value, unit: 'percent' });
const band = (low: number, high: number): Trigger => ({ band: [low, high] });
const draw = (...triggers: Trigger[]) => ladderPicture(triggers.map((trigger, index) => stepOf(index + 1, trigger)));
const rungs = (...triggers: Trigger[]) => draw(...triggers).rungs.map(({ step, high, low }) => [step.order, high, low]);

describe('the drawing of a ladder', () => {
  it('draws each threshold down to the next one', () => {
    expect(rungs(below(96), below(93), below(90))).toEqual([
      [1, 96, 93],
      [2, 93, 90],
      [3, 90, 87],
    ]);
  });
  it('goes by severity, not by the order of the text', () => {
    expect(rungs(below(90), below(96))).toEqual([
      [2, 96, 90],
      [1, 90, 87],
    ]);
  });
  it('draws bands as they are', () =>
    expect(rungs(band(95, 97), band(90, 94.9))).toEqual([
      [1, 97, 95],
      [2, 94.9, 90],
    ]));
  it('takes “0 to 90%” for a threshold', () => expect(draw(band(95, 97), band(0, 90)).rungs[1]?.is).toBe('threshold'));
  it('reads absence of 10% or more as attendance of 90% or less', () => {
    expect(draw({ metric: 'absence', op: '>=', value: 10, unit: 'percent' }).rungs[0]).toMatchObject({
      high: 90,
      is: 'threshold',
    });
  });
  it('finds the figure among alternatives', () => {
    expect(rungs({ anyOf: [{ afterStep: 1 }, below(92)] })[0]?.slice(0, 2)).toEqual([1, 92]);
  });
  it('keeps steps without a figure of attendance beside the drawing', () => {
    const picture = draw(below(96), { afterStep: 1 }, { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences' });
    expect(picture.unplaced.map(({ order }) => order)).toEqual([2, 3]);
  });
  it('is empty but whole for no steps', () =>
    expect(draw()).toMatchObject({ rungs: [], gaps: [], overlaps: [], top: 100 }));
});

describe('gaps and overlaps', () => {
  it.each([
    { name: 'a hole between two bands', triggers: [band(95, 97), band(90, 93)], gaps: [[93, 95]] },
    { name: 'a tenth that is left out', triggers: [band(95, 97), band(90, 94.9)], gaps: [[94.9, 95]] },
    {
      name: 'a hole above a threshold under the lowest band',
      triggers: [band(95, 100), band(92, 95), below(91)],
      gaps: [[91, 92]],
    },
    { name: 'none where a threshold holds in between', triggers: [band(95, 97), below(96), band(90, 93)], gaps: [] },
    { name: 'none between thresholds', triggers: [below(96), below(90)], gaps: [] },
    { name: 'none between bands that meet', triggers: [band(95, 97), band(90, 95)], gaps: [] },
  ])('gaps: $name', ({ triggers, gaps }) =>
    expect(draw(...triggers).gaps.map(({ low, high }) => [low, high])).toEqual(gaps),
  );

  it.each([
    { name: 'an end that two bands share', triggers: [band(95, 97), band(90, 95)], text: ['95% stands in two steps.'] },
    {
      name: 'a stretch that two bands share',
      triggers: [band(93, 97), band(90, 95)],
      text: ['93% to 95% stands in two steps.'],
    },
    { name: 'none where bands stand apart', triggers: [band(95, 97), band(90, 94)], text: [] },
  ])('overlaps: $name', ({ triggers, text }) =>
    expect(draw(...triggers).overlaps.map((overlap) => overlap.text)).toEqual(text),
  );
});
