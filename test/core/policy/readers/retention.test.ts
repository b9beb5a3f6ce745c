import { describe, expect, it } from 'vitest';
import { retention } from '#core/policy/readers/retention.ts';
import { readWith } from './read-with.ts';

function read(text: string): string {
  return readWith(retention, text)
    .flatMap((draft) => (draft.kind === 'retention' ? [String(draft.years)] : []))
    .join(', ');
}

describe('for how long register entries are kept', () => {
  it.each([
    ['Every entry in the register is preserved for **three years**.', '3'],
    ['We keep every entry on the attendance register for 6 years after it was made.', '6'],
    ['Attendance registers are kept for a period of six (6) years from the date of entry.', '6'],
    ['| Attendance register | Keep for 6 years |', '6'],
    ['Attendance records will be stored securely for a minimum of six years.', '6'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('years of something else', () => {
  it.each([
    ['Two penalty notices in a rolling 3 year period are kept on record.'],
    ['This policy is reviewed every three years.'],
    ['Pupils aged 5 years are entered on the register.'],
    ['Accident forms are kept for 21 years.'],
    ['No more than 2 notices within 3 years will be recorded on the register.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
