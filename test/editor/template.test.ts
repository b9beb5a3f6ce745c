import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registerCodes } from '#core/guidance/codes.ts';
import { outlineOf } from '#core/language/outline.ts';
import { type FillField, fillEdits, fillSections } from '#core/language/placeholders.ts';
import { applyFix } from '#core/lint/fix.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { createPolicyReader, readPolicy } from '#core/policy/parse.ts';

const TEMPLATE = readFileSync(new URL('../../samples/templates/attendance-policy.md', import.meta.url), 'utf8');

/** What a school might answer: the example that the template gives, else something of the kind it asks for. */
function answer({ kind, expects, options, asks }: FillField, choose: 'first' | 'last'): string {
  if (kind === 'note' || kind === 'optional') return '';
  const example = /e\.g\. (.+)$/.exec(asks)?.[1];
  if (example) return example;
  if (kind === 'choice') return options.at(choose === 'first' ? 0 : -1) ?? '';
  if (/email/.test(asks)) return 'office@hollin-bank.example.org';
  if (expects === 'contact') return '01632 960 171';
  if (/school name/i.test(asks)) return 'Hollin Bank Secondary School';
  if (/trust/.test(asks)) return 'Fallow Hill Learning Trust';
  if (/local authority/.test(asks)) return 'Westmarch County Council';
  if (expects === 'name') return 'Mrs Ines Calder';
  return 'Each class celebrates the week in which its attendance rose most.';
}

/** The template with every field of the form answered, as the form does it: one after another. */
function filled(choose: 'first' | 'last'): string {
  const read = createPolicyReader();
  let text = TEMPLATE;
  for (let rounds = 0; rounds < 200; rounds++) {
    const { document, parsed } = read(text);
    const field = fillSections(text, parsed.placeholders, outlineOf(document))[0]?.fields[0];
    if (!field) return text;
    text = applyFix(text, { title: field.label, edits: fillEdits(field, answer(field, choose)) });
  }
  throw new Error('The form never comes to an end.');
}

describe('the shipped template', () => {
  const { document, parsed } = readPolicy(TEMPLATE);

  it('is known as a template, with fill-ins, choices and notes', () => {
    expect(parsed.document.kind).toBe('template');
    const kinds = new Set(parsed.placeholders.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['choice', 'fill', 'note', 'optional']);
    expect(parsed.placeholders.length).toBeGreaterThan(60);
  });

  it('has no bracket that is not known as a fill-in', () => {
    const brackets = [...TEMPLATE.matchAll(/\[[^\]]+\]|«[^»]+»/g)].map(([text]) => text);
    expect(parsed.placeholders.map(({ text }) => text).filter((text) => /^[[«]/.test(text))).toEqual(brackets);
  });

  it('asks for the telephone number of each person by itself', () => {
    const sections = fillSections(TEMPLATE, parsed.placeholders, outlineOf(document));
    const fields = sections.flatMap((section) => section.fields);
    const numbers = fields.filter(({ asks }) => / number\b/.test(asks)).map(({ asks }) => asks);
    expect(numbers).toEqual([
      "insert champion's phone number",
      "insert attendance officer's phone number",
      "insert support worker's phone number",
      'insert absence line number',
      "insert local authority's phone number",
    ]);
  });

  it('lists every national code that is in force, and no other', () => {
    const rows = parsed.facts.filter((fact) => fact.kind === 'code');
    const listed = new Set(rows.map(({ code }) => code));
    const current = registerCodes.filter(({ to }) => to === null).map(({ code }) => code);
    expect(current.filter((code) => !listed.has(code))).toEqual([]);
    expect(registerCodes.filter(({ code, to }) => to !== null && listed.has(code))).toEqual([]);
  });
});

describe.each(['first', 'last'] as const)('the template filled in, with the %s of each choice', (choose) => {
  const text = filled(choose);
  const reading = readPolicy(text);
  const { parsed } = reading;
  const { findings, crosswalk } = lintPolicy(reading, { asOf: '2026-11-22', file: 'policy.md' });

  it('has no error and no warning', () => {
    expect(findings.filter(({ severity }) => severity !== 'advice').map(({ message }) => message)).toEqual([]);
  });

  it('meets every duty of the crosswalk', () => {
    expect(crosswalk.filter(({ status }) => status !== 'met').map(({ id, status }) => `${id} ${status}`)).toEqual([]);
  });

  it('reads as a policy with its ladder, its times and nothing left to ask', () => {
    expect(parsed.document).toMatchObject({
      kind: 'policy',
      school: 'Hollin Bank Secondary School',
      trust: 'Fallow Hill Learning Trust',
    });
    expect(parsed.questions).toEqual([]);
    expect(parsed.policy.conflicts).toEqual([]);
    const main = parsed.escalation.filter(({ sequence }) => sequence === 'main');
    expect(main.map(({ trigger }) => ('value' in trigger ? trigger.value : trigger))).toEqual([
      96,
      94,
      92,
      90,
      expect.objectContaining({ afterStep: 4 }),
      10,
    ]);
  });
});
