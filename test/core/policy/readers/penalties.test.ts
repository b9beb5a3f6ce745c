import { describe, expect, it } from 'vitest';
import { penalties } from '#core/policy/readers/penalties.ts';
import { readWith } from './read-with.ts';

/** "amount/days offence" for each penalty of a text, in its order. */
function read(text: string): string {
  return readWith(penalties, text)
    .flatMap((draft) => {
      if (draft.kind !== 'penalty') return [];
      const offence = draft.offence === 'unspecified' ? '' : ` ${draft.offence}`;
      return [`${draft.amountGBP}/${draft.withinDays ?? '-'}${offence}`];
    })
    .join(', ');
}

describe('what a penalty notice costs', () => {
  it.each([
    ['A penalty notice is £160 if paid within 28 days (reduced to £80 if paid within 21 days).', '160/28, 80/21'],
    ['The fine is £80 if paid in 21 days and will rise to £160 if paid within 28.', '80/21, 160/28'],
    ['Penalty: £60 if within 21 or £120 if after 21 but within 28 days.', '60/21, 120/28'],
    ['If paid within 21 days, the penalty is £80; if paid within 28 days it is £160.', '80/21, 160/28'],
    ['Each parent must pay £60 within 21 days or £120 within 28 days as a penalty.', '60/21, 120/28'],
    ['The fine is £80 or £160 if paid within 21 or 28 days.', '80/21, 160/28'],
    ['Pay the £80 fine within 21 days. After 21 days it rises to £160, payable by day 28.', '80/21, 160/28'],
    ['The fine is £80 per parent if paid within twenty-one days, or £160 between days 22 and 28.', '80/21, 160/28'],
    ['The fine is £80 when paid in 21 days or £160 when paid in 22-28 days.', '80/21, 160/28'],
    ['A penalty notice costs £160, halved to £80 if it is paid within 21 days.', '160/-, 80/21'],
    ['A penalty is £80 if paid by day 21, doubling to £160 if paid after 21 days and within 28 days.', '80/21, 160/28'],
    ['The penalty is reduced from £160 to £80 if paid within 21 days.', '160/-, 80/21'],
    ['For each absence the fine is £60 per parent per child.', '60/-'],
    ['Failure to pay the £160 within 28 days may lead to prosecution.', '160/28'],
    ['Payment of a fine within 21 days£80', '80/21'],
    ['If paid within 21 days   If paid within 28 days   Penalty notice   £80   £160', '80/21, 160/28'],
    ['The fine is £60. If not paid within 21 days it rises to £120.', '60/-, 120/-'],
    ['A fine of £80.00 is due within 21 days.', '80/21'],
    ['Ten missed sessions within 10 rolling school weeks may bring a fine of £160.', '160/-'],
    ['Ten missed sessions within 10 school rolling weeks may bring a fine of £160.', '160/-'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it.each([
    ['A second notice automatically becomes £160.', '160/- second'],
    ['A second penalty notice is charged at a flat rate of £160 if paid within 28 days.', '160/28 second'],
    ['First offence: £160 per parent if paid within 28 days, or £80 within 21 days.', '160/28 first, 80/21 first'],
    [
      'Penalty notices: the first will be £160, cut to £80 if paid within 21 days; a second will be £160 with no discount.',
      '160/- first, 80/21 first, 160/- second',
    ],
    ['| Second penalty notice | £160 | 28 days |', '160/28 second'],
    ['| First penalty notice | £80 if paid within 21 days | £160 within 28 days |', '80/21 first, 160/28 first'],
  ])('%s: the offence is told', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it.each([
    ['The penalty goes up from £60 to £80.', '80/-'],
    [
      'They now have 21 days instead of 28 to pay the £60 fine, and it doubles to £120 with 28 instead of 42.',
      '60/21, 120/28',
    ],
    ['Since August fines are £80 within 21 days; before that they were £60 / £120.', '80/21'],
    ['The fine will be £80 rather than £60 if paid within 21 days.', '80/21'],
  ])('%s: what it cost before is left', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it('reads an amount whose days stand in the next paragraph', () => {
    expect(read('The penalty notice is £80\n\n(if paid within 21 days).')).toBe('80/21');
  });

  it('reads the lower sum on a line of its own', () => {
    expect(read('Penalty notice\n\nCharged at £160 if paid within 28 days\n\n(or £80 if paid within 21 days)')).toBe(
      '160/28, 80/21',
    );
  });

  it('reads what the sum rises to where the sentence names the court far from it', () => {
    expect(
      read(
        'Notices spare parents a prosecution under section 444 of the Act: payment within 21 days is £60, and when it is still unpaid the sum rises to £120.',
      ),
    ).toBe('60/21, 120/-');
  });

  it('reads a list under a heading about fines', () => {
    expect(read('# Penalty notices\n\n- £80 if paid within 21 days\n- £160 if paid within 28 days')).toBe(
      '80/21, 160/28',
    );
  });

  it.each([
    'The second penalty cannot be brought down to £80 if paid within 21 days.',
    'There is no option of the lower rate of £80 for a second fine.',
    'Parents may be taken to court and fined up to £2,500 or £1,000.',
    'A magistrate may fine each parent up to £500.',
    'Clubs cost £5 per day and a late collection charge of £10 applies.',
    'The residential trip costs £160 if paid within 28 days.',
    'A notice is paid within 21 days.',
  ])('%s is no penalty notice', (sentence) => {
    expect(read(sentence)).toBe('');
  });

  it('stands on the amount and its days', () => {
    const [first] = readWith(penalties, 'The fine is £80 if paid within 21 days.');
    expect(first?.quote).toBe('£80 if paid within 21 days');
  });
});
