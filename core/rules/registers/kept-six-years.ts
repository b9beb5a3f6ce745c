import { citeProvision } from '../../guidance/provisions.ts';
import { registerRetentionYears } from '../../guidance/thresholds.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place, type Problem } from '../../lint/rule.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const KEPT = phrase(
  new RegExp(
    `(?:\\bregisters?\\b[^.;:]{0,30}:|\\bdate of (?:the )?(?:last )?(?:register|entry) \\+|\\b(?:preserved?|retain(?:ed|s)?|kept|keeps?|stored?|saved?|held|archived?|retention(?: period)?|date of (?:the )?(?:last )?(?:register|entry) plus|(?:destroy|delet|dispos|shred|eras|thrown|bin)\\w*\\b[^.;]{0,60}?\\b(?:after|once|when)|hold(?:s|ing)?(?= (?:on ?to |each |every |all |the |our |these |register|entr|attendance)))\\b)[^.;]{0,90}?(?<!\\w)((${CARDINAL})(?:\\s\\(\\d+\\))?\\s+years?)\\b`,
    'gi',
  ),
  'preserve',
  'retain',
  'kept',
  'keep',
  'store',
  'save',
  'held',
  'archive',
  'destroy',
  'delet',
  'dispos',
  'shred',
  'eras',
  'thrown',
  'bin',
  'hold',
  'retention',
  'register',
  'date of',
);
// "Current year plus three", as schedules of retention have it.
const CURRENT_YEAR_PLUS = phrase(
  /\bcurrent (?:school |academic |financial )?year ?(?:plus|\+|and) ?([a-z]+|\d{1,2})(?: years?)?\b/gi,
  'current',
);
// "After three years the registers are shredded."
const GONE_AFTER = phrase(
  /\b(?:after|once) (([a-z]+|\d{1,2})(?: \(\d+\))? years?)(?: (?:have passed|are over))?,? (?:[a-z]+ ){0,4}(?:registers?|entries)\b[^.;]{0,30}\b(?:shred\w*|destroy\w*|delet\w*|dispos\w*|eras\w*|thrown|binned)\b/gi,
  'shred',
  'destroy',
  'delet',
  'dispos',
  'eras',
  'thrown',
  'binned',
);
const YEARS = phrase(new RegExp(`\\b((${CARDINAL}) years?)\\b`, 'gi'), 'year');
const OF_KEEPING = /\b(?:kept|keep|retention|retain(?:ed)?|how long|stored?|destroy(?:ed)?|period)\b/i;
const WAS =
  /\b(?:used to|previously|formerly|until (?:august|2024)|were (?:then )?(?:kept|held|retained|stored)|then was|at that time)\b/i;
const OF_REGISTERS = /\b(?:registers?|registration|entry|entries|attendance (?:data|records?|marks?))\b/i;
const OF_OTHER_RECORDS = /\b(?:meetings?|penalty|notices?|rolling|fines?|request forms?|personnel|accident)\b/i;

/** Register entries that are given up before the law allows. */
export const keptSixYears = defineRule({
  id: 'registers/kept-six-years',
  topic: 'retention',
  title: 'Register entries are kept for six years',
  duty: 'must',
  citations: [citeProvision('registers-kept-six-years')],
  inForce: { from: '2024-08-19' },
  why: 'The 2006 Regulations asked for three years; entries deleted by that rule are gone three years too early.',
  *check(context) {
    const least = registerRetentionYears.valueOn(context.asOf)?.value;
    if (least === undefined) return;
    for (const { match, placed, start, end } of context.find(YEARS)) {
      if (placed.block.kind !== 'row' || !OF_KEEPING.test(placed.block.header?.join(' ') ?? '')) continue;
      const years = cardinalOf(match[2] ?? '');
      const { plain } = placed.block;
      if (years === null || years >= least || !OF_REGISTERS.test(plain) || OF_OTHER_RECORDS.test(plain)) continue;
      yield problemOf(context, { start, end }, least);
    }
    for (const { match, placed, sentence, start, end } of context.find(CURRENT_YEAR_PLUS)) {
      const years = cardinalOf(match[1] ?? '');
      const words = placed.block.kind === 'row' ? placed.block.plain : sentence.text;
      if (years === null || years >= least || !OF_REGISTERS.test(words) || OF_OTHER_RECORDS.test(words)) continue;
      yield { ...problemOf(context, { start, end }, least), fixes: [] };
    }
    for (const { match, sentence, start } of context.find(GONE_AFTER)) {
      const years = cardinalOf(match[2] ?? '');
      if (years === null || years >= least || WAS.test(sentence.text) || /\bnot\b|\bnever\b/i.test(sentence.text))
        continue;
      const from = start + match[0].indexOf(match[1] ?? '');
      yield problemOf(context, { start: from, end: from + (match[1] ?? '').length }, least);
    }
    for (const { match, sentence, end } of context.find(KEPT)) {
      const years = cardinalOf(match[2] ?? '');
      if (years === null || years >= least) continue;
      if (!OF_REGISTERS.test(sentence.text) || OF_OTHER_RECORDS.test(sentence.text) || WAS.test(sentence.text))
        continue;
      const at = { start: end - (match[1] ?? '').length, end };
      yield problemOf(context, at, least);
    }
  },
  examples: {
    good: [
      {
        title: 'how long they were kept',
        markdown: 'Registers of 2020 were kept for three years, as the law then was; now it is six.',
      },
      { title: 'six years', markdown: 'Every entry in the register is kept for six years.' },
      { title: 'another record', markdown: 'A register of penalty notices is kept for three years.' },
      { title: 'three years of something else', markdown: 'Visitors’ badges are kept for three years.' },
    ],
    bad: [
      {
        title: 'as a schedule has it',
        markdown: 'Attendance data is kept for the «current year plus three».',
        says: 'Register entries are kept for “current year plus three” here; every entry is kept for 6 years.',
        asIs: true,
      },
      {
        title: 'three years, in words',
        markdown: 'Each entry made in the attendance register is preserved for «three years».',
        says: 'Register entries are kept for “three years” here; every entry is kept for 6 years.',
        fixed: 'Each entry made in the attendance register is preserved for 6 years.',
      },
      {
        title: 'three years, in figures',
        markdown: 'We keep registers, with all amendments, for a period of «3 years» from the date of entry.',
        says: 'Register entries are kept for “3 years” here; every entry is kept for 6 years.',
        fixed: 'We keep registers, with all amendments, for a period of 6 years from the date of entry.',
      },
    ],
  },
});

function problemOf(context: RuleContext, at: Place, least: number): Problem {
  return {
    message: `Register entries are kept for “${context.quote(at)}” here; every entry is kept for ${least} years.`,
    at,
    fixes: [{ title: `Change to ${least} years`, edits: [{ at, text: `${least} years` }] }],
  };
}
