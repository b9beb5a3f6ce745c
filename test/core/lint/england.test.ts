import { describe, expect, it } from 'vitest';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

const OLD_FINES = 'A penalty notice is £60 within 21 days, and £120 within 28 days. It will be issued for any holiday.';
const OLD_REGISTER = 'Every entry in the register is kept for three years.';

const rulesFor = (text: string, schoolType?: 'academy' | 'independent' | 'unknown', asOf = '2026-11-21') =>
  lintPolicy(readPolicy(text), { asOf, file: 'policy.md', ...(schoolType ? { schoolType } : {}) }).findings.map(
    ({ ruleId }) => ruleId,
  );

describe('a document from outside England', () => {
  it.each([
    ['names the Welsh Government', 'We follow the guidance of the Welsh Government.'],
    ['names the inspectors of Wales', 'Estyn found attendance good.'],
    ['has a Welsh name at its top', '# Attendance at Ysgol Bryn Derw'],
    ['names a council of Wales', 'The officer of Ceredigion County Council calls on Mondays.'],
    ['is in Welsh', 'Mae presenoldeb pob plentyn yn bwysig. Ffoniwch yr ysgol cyn 9.15.'],
    ['names the Scottish Government', 'We follow the advice of the Scottish Government.'],
    ['is from Northern Ireland', 'Circular of the Department of Education Northern Ireland.'],
  ])('gets one sentence when it %s', (_, sign) => {
    expect(rulesFor(`${sign}\n\n${OLD_FINES}\n\n${OLD_REGISTER}`)).toEqual(['document/england-only']);
  });

  it('is still told that the rule book is old', () => {
    expect(rulesFor('Estyn found attendance good.', undefined, '2030-01-01').sort()).toEqual([
      'currency/rule-book-not-old',
      'document/england-only',
    ]);
  });

  it.each([
    ['the Department is named beside Wales', 'The DfE shares data with the Welsh Government.'],
    ['a law of Wales is told of', 'In Wales a notice costs less.'],
    ['a neighbour has a Welsh name', `${'Come every day.\n\n'.repeat(8)}Some pupils move on to Ysgol Bryn Derw.`],
    ['a town has a name of Wales', 'The Newport bus leaves at eight.'],
  ])('is not seen where %s', (_, text) => {
    expect(rulesFor(`${text}\n\n${OLD_REGISTER}`)).toContain('registers/kept-six-years');
  });
});

describe('an independent school', () => {
  const SIGNS = [
    ['says so', 'Elm Lodge is an independent day and boarding school.'],
    ['says so in its title', '# Attendance policy of Elm Lodge, an independent preparatory school'],
    ['is inspected as one', 'We are inspected by the Independent Schools Inspectorate.'],
    ['has a proprietor', 'This policy was approved by the proprietor in May 2026.'],
  ] as const;

  it.each(SIGNS)('is held to the register law and not to penalty notices when it %s', (_, sign) => {
    const found = rulesFor(`${sign}\n\n${OLD_FINES}\n\n${OLD_REGISTER}`);
    expect(found).toContain('document/england-only');
    expect(found).toContain('registers/kept-six-years');
    expect(found.filter((id) => id.startsWith('penalty-notices/'))).toEqual([]);
  });

  it.each(SIGNS)('is what the settings say, even when it %s', (_, sign) => {
    const found = rulesFor(`${sign}\n\n${OLD_FINES}`, 'academy');
    expect(found).toContain('penalty-notices/amounts-current');
    expect(found).not.toContain('document/england-only');
  });

  it.each([
    ['guidance is for all kinds', 'It is guidance for maintained schools, academies and independent schools.'],
    ['a pupil leaves for one', 'A pupil may leave for an independent school.'],
    ['a panel is independent', 'The panel is independent of the school.'],
    ['an academy has a proprietor', 'Hill Academy: agreed by the proprietor.'],
    ['it is denied', 'We are not an independent school.'],
  ])('is not seen where %s', (_, text) => {
    expect(rulesFor(`${text}\n\n${OLD_FINES}`)).toContain('penalty-notices/amounts-current');
  });
});
