import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isHistory } from '../../lint/guards.ts';
import { marksIn } from '../../lint/marks.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WAS = /\b(?:was|were|during the|never|not)\b/i;
const COVID = /\b(?:covid(?:-?19)?|coronavirus|pandemic|self[- ]isolat\w+|shielding)\b/i;
const OF_COVID = phrase(
  /\b(?:covid(?:-?19)?|coronavirus|pandemic|self[- ]?isolat\w+|shielding)\b/gi,
  'covid',
  'coronavirus',
  'pandemic',
  'isolat',
  'shielding',
);
const OLD_CODE = phrase(/(?<![\w.])(?:I01|I02|X0[1-9])(?!\w)/g, 'i01', 'i02', 'x0');

/** Codes of the Covid years. */
export const noCovidCodes = defineRule({
  id: 'codes/no-covid-codes',
  topic: 'retired-code',
  title: 'No code is used for Covid',
  duty: 'should',
  citations: [citeProvision('covid-codes-ended')],
  inForce: { from: '2022-09-01' },
  why: 'The special use of X ended in April 2022, and the subcodes with it; a pupil with Covid is ill, code I.',
  *check(context) {
    const told = new Set<number>();
    for (const { code, words, isListed, whole, placed } of codeEntries(context)) {
      if (!isListed || !COVID.test(words) || /\bno longer\b|\bnot (?:be )?used\b/i.test(words)) continue;
      told.add(placed.index);
      yield { message: `Code ${code} is described as for Covid; that use ended in 2022.`, at: whole };
    }
    for (const hit of context.find(OF_COVID)) {
      const { placed, sentence } = hit;
      if (told.has(placed.index) || isHistory(hit) || WAS.test(sentence.text)) continue;
      const mark = marksIn(sentence.text).find(({ code }) => code === 'X');
      if (!mark) continue;
      told.add(placed.index);
      const start = placed.offset + sentence.start + mark.start;
      yield { message: 'Code X is described as for Covid; that use ended in 2022.', at: { start, end: start + 1 } };
    }
    for (const hit of context.find(OLD_CODE)) {
      if (told.has(hit.placed.index) || isHistory(hit)) continue;
      told.add(hit.placed.index);
      yield {
        message: `${hit.match[0]} was a code of the Covid years; it is no national code.`,
        at: { start: hit.start, end: hit.end },
      };
    }
  },
  examples: {
    good: [{ title: 'illness', markdown: '# Codes\n\n- I = Illness\n- X = Not of compulsory school age' }],
    bad: [
      {
        title: 'X for Covid',
        markdown: '# Codes\n\n- I = Illness\n- «X = Not attending in relation to coronavirus»',
        says: 'Code X is described as for Covid; that use ended in 2022.',
      },
      {
        title: 'a subcode',
        markdown: 'A confirmed case is marked «I02» by the office.',
        says: 'I02 was a code of the Covid years; it is no national code.',
      },
    ],
  },
});
