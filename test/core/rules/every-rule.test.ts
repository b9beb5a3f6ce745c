import { describe, expect, it } from 'vitest';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { RULES } from '#core/rules/index.ts';
import { absence } from './wordings/absence.ts';
import { codes } from './wordings/codes.ts';
import { later } from './wordings/later.ts';
import { penalties } from './wordings/penalties.ts';
import { registers } from './wordings/registers.ts';
import { terms } from './wordings/terms.ts';
import { texts } from './wordings/texts.ts';
import { third } from './wordings/third.ts';

/** For each rule the ways in which others word the fault, in sentences of our own, and sentences that only look like it. */

const TABLES = { penalties, registers, codes, absence, texts, later, terms, third };
const topicOf = new Map(RULES.map(({ id, topic }) => [id, topic]));
const findingsIn = (text: string) => lintPolicy(readPolicy(text), { asOf: '2026-11-21', file: 'page.md' }).findings;

describe.each(Object.entries(TABLES))('wordings of %s', (_name, table) => {
  describe.each(Object.entries(table))('%s', (id, { wrong, fine }) => {
    it('is a rule', () => expect([...topicOf.keys()]).toContain(id));

    it.each(wrong)('hears: %s', (text) => {
      expect(findingsIn(text).map(({ topic }) => topic)).toContain(topicOf.get(id));
    });

    it.each(fine)('leaves alone: %s', (text) => {
      const strong = findingsIn(text).filter(({ severity }) => severity !== 'advice');
      expect(strong.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    });
  });
});
