import { describe, expect, it } from 'vitest';
import { mis } from '#core/policy/readers/mis.ts';
import { readWith } from './read-with.ts';

function read(text: string): string {
  return readWith(mis, text)
    .flatMap((draft) => (draft.kind === 'mis' ? [draft.name] : []))
    .join(', ');
}

describe('the system that registers are kept in', () => {
  it.each([
    ['You can see it on Arbor.', 'Arbor'],
    ['Registers are kept in the School Information Management System (SIMS).', 'SIMS'],
    ['marks go straight into sims.net', 'SIMS'],
    ['Teachers record attendance using SIMs at 9am.', 'SIMS'],
    ['Most of our schools are moving to Bromcom, one is still on SIMS.', 'Bromcom, SIMS'],
    ['Attendance is recorded on ScholarPack each morning.', 'ScholarPack'],
    ['Tutors register on iSAMS', 'iSAMS'],
    ['using RM Integris', 'Integris'],
    ['We use Juniper Horizons and Pupil Asset.', 'Horizons, Pupil Asset'],
    ['All marks are entered in Compass.', 'Compass'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('no such system', () => {
  it.each([
    ['Messages come through ClassCharts, Edulink, Dojo and ParentPay.'],
    ['Children like playing The Sims.'],
    ['We broaden horizons; school opens New Horizons for all.'],
    ['A moral Compass for life'],
    ['simple sims and arbours'],
    ['office@bromcom.example.org'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
