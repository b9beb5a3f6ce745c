import { describe, expect, it } from 'vitest';
import { choosePolicy } from '../../../extension/background/choose-policy.ts';
import { type AssignedPolicy, overdueReview } from '../../../extension/background/stored-policy.ts';

const SITE = 'https://hartsmere.mis.example/*';
const policy = (school: string, more: Partial<AssignedPolicy> = {}): AssignedPolicy => ({
  id: school,
  name: 'policy.json',
  ladder: [],
  sentences: [],
  calendar: [],
  school,
  namesSchool: true,
  state: 'approved',
  on: '2026-09-01',
  reviews: [],
  site: null,
  anySchool: false,
  byIt: false,
  address: null,
  ...more,
});
const chosen = (policies: AssignedPolicy[], schools: string[]): string => {
  const choice = choosePolicy(policies, SITE, schools);
  return 'why' in choice ? choice.why : choice.policy.school;
};
const [hartsmere, fallow] = [policy('Hartsmere Primary School'), policy('Fallow Hill Academy')];
const trust = policy('Fallow Hill Learning Trust', { namesSchool: false });

describe('the policy for a page', () => {
  it.each<[string, AssignedPolicy[], string[], string]>([
    ['the only one, on a page that names no school', [hartsmere], [], 'Hartsmere Primary School'],
    ['the only one, on a page that names its school', [hartsmere], ['Hartsmere Primary'], 'Hartsmere Primary School'],
    ['that of the school named', [hartsmere, fallow], ['Fallow Hill Academy'], 'Fallow Hill Academy'],
    ['the trust’s, whatever school', [trust], ['Hartsmere Primary School'], 'Fallow Hill Learning Trust'],
    ['a school’s own before the trust’s', [trust, hartsmere], ['Hartsmere Primary School'], 'Hartsmere Primary School'],
    ['the trust’s for a school without its own', [trust, hartsmere], ['Oak Lane School'], 'Fallow Hill Learning Trust'],
    [
      'one that was said to be for every school',
      [policy('Hartsmere', { anySchool: true })],
      ['Oak Lane School'],
      'Hartsmere',
    ],
    ['the one for this site alone', [hartsmere, policy('Oak Lane School', { site: SITE })], [], 'Oak Lane School'],
  ])('is %s', (_, policies, schools, expected) => expect(chosen(policies, schools)).toBe(expected));

  it.each<[string, AssignedPolicy[], string[], RegExp]>([
    ['none is chosen', [], [], /No policy is chosen yet/],
    [
      'the only one is for another site',
      [policy('Oak Lane', { site: 'https://other.example/*' })],
      [],
      /for this site/,
    ],
    [
      'the page names another school',
      [hartsmere],
      ['Oak Lane School'],
      /names Oak Lane School, and the policy chosen is that of Hartsmere/,
    ],
    ['two are there and the page names no school', [hartsmere, fallow], [], /does not say which school/],
    [
      'the page names both schools',
      [hartsmere, fallow],
      ['Hartsmere Primary School', 'Fallow Hill Academy'],
      /More than one policy fits/,
    ],
    [
      'two of one school are there',
      [hartsmere, policy('Hartsmere Primary')],
      ['Hartsmere Primary School'],
      /More than one policy fits/,
    ],
  ])('is none, with the reason, when %s', (_, policies, schools, why) =>
    expect(chosen(policies, schools)).toMatch(why),
  );
});

describe('a review that is overdue', () => {
  it.each<[string[], string | null]>([
    [[], null],
    [['2026-09'], '2026-09'],
    [['2026-11'], null],
    [['2026-11-21'], '2026-11-21'],
    [['2026-11-22'], null],
    [['2025-09', '2027-09'], null],
  ])('of %j is %s', (reviews, expected) =>
    expect(overdueReview(policy('x', { reviews }), '2026-11-22')).toBe(expected),
  );
});
