import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';

/** The codes of a text, each once, in the order of the text. */
function read(text: string): string {
  const found = readPolicy(text).parsed.facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []));
  return [...new Set(found)].join(' ');
}

describe('codes in quotes and brackets with their meaning behind', () => {
  it.each([
    ['curly', 'Coding: “I” illness, “M” medical appointment, “R” religious observance', 'I M R'],
    ['single', 'Absence codes: ‘I’ illness; ‘M’ medical or dental.', 'I M'],
    ['damaged', 'Coding: â€œIâ€ illness, â€œMâ€ medical appointment, â€œTâ€ parent travelling for work', 'I M T'],
    ['square brackets', '[L] late [U] late after registers closed', 'L U'],
  ])('%s', (_, text, expected) => expect(read(text)).toBe(expected));
});

describe('codes without their lines', () => {
  it.each([
    ['/ here in the morning \\ here in the afternoon L late but the register still open', '/ \\ L'],
    ['B educated off site C authorised leave D dual registered', 'B C D'],
    ['L late; U very late', 'L U'],
    ['L late, register still open. U late, register closed. I illness. M medical or dental.', 'L U I M'],
  ])('%s', (text, expected) => expect(read(`## Codes\n\n${text}\n`)).toBe(expected));
});

describe('codes behind their meaning', () => {
  it.each([
    ['in lines', 'Illness – I\nReligious observance – R\nSuspension – E', 'I R E'],
    ['behind leader dots', 'Illness .......... I\nMedical .......... M', 'I M'],
    ['with an equals sign', 'Late = L, late after the register has closed = U.', 'L U'],
    ['in a table', 'Reason | Code\n--- | ---\nIllness | I\nMedical appointment | M', 'I M'],
    ['with their hours', '| Time of arrival | Code |\n|---|---|\n| 8.50 - 9.15 | L |\n| After 9.15 | U |', 'L U'],
    ['beside their hours', 'L from 8.50, U from 9.15.', 'L U'],
  ])('%s', (_, text, expected) => expect(read(text)).toBe(expected));
});

describe('codes in everyday words', () => {
  it.each([
    ['- I: poorly\n- M: at the optician\n- V: on a residential', 'I M V'],
    ['Z - new starter who has not joined us yet\nX - too young to have to come', 'Z X'],
    ['P = playing in a tournament\nW = on placement with an employer', 'P W'],
    ['The L-code is for late, U-coded sessions count as unauthorised.', 'L U'],
    ['N is put in until we hear from you; if nothing comes it turns into O.', 'N O'],
    ['New pupils appear as Z until their first day.', 'Z'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('letters that define nothing', () => {
  it.each([
    'Scenario 3: Leo (Y8) has 48 absences at code I since September. Discuss in pairs.',
    'Scenario B. Amira has six U marks and two L marks this half term. What do you do first?',
    'Task 2: Jay came in at 9.40 and was given code L by mistake. Talk it through with a partner.',
    'Case study: Ben had 20 U codes in the autumn term.',
    'Quiz: a child comes in at 9.25. Is it L or U?',
    'Key: M = Monday, T = Tuesday, W = Wednesday',
    'S = Sara, L = Lewis, T = Tom',
    'Size: M\nColour: B',
    'Gate L 8.40, Gate U 8.45',
    'T-shirts are allowed, V-necks are not.',
    'GCSE grades run from 9 to 1, with U for ungraded.',
  ])('%s', (text) => expect(read(text)).toBe(''));

  it.each([
    ['Task: mark late pupils with code L.', 'L'],
    ['Scenario 1: a pupil arrives after the register has closed. The school records code U.', 'U'],
  ])('but what a task of the office’s sets down is read: %s', (text, expected) => expect(read(text)).toBe(expected));
});
