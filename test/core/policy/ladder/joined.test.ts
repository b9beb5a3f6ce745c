import { expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';

it('sections that are each a rung give the steps their names, by which a school records them', () => {
  const { escalation } = readPolicy(`# Attendance policy

## Early call

If attendance is between 91% and 95%, the tutor telephones home.

## Family meeting

If attendance is below 91%, we meet the family and agree a target for the next four weeks.

## Panel

If the target has not been met, the case goes to the attendance panel.
`).parsed;
  expect(escalation.map(({ sequence, order, title }) => `${sequence} ${order}: ${title}`)).toEqual([
    'main 1: Early call',
    'main 2: Family meeting',
    'main 3: Panel',
  ]);
});
