import { addDays } from '../../attendance/day.ts';
import { registerCodes } from '../../guidance/codes.ts';
import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { dayInWords } from '../../lint/day-in-words.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const HISTORY =
  /\b(?:replac\w+|retired|removed|withdrawn|abolished|discontinued|ended|no longer|(?:do|must|should|is|are|be) (?:not|never) (?:be )?used?|formerly|previously|used to be|old codes?|until (?:august|2024))\b/i;

// Y5 and Y6 are also years, and Y a class.
const OF_CLASSES = /\b(?:class(?:es|room)?|share|year groups?|teachers?|moved up)\b/i;

// "We use Y when the school is shut": a letter alone, which no list of codes shows to be one.
const USED = phrase(
  /\b(?:[Uu]ses?|[Ee]nters?|[Mm]arks?|[Mm]arks? (?:it|them|this|these|as)|[Rr]ecord(?:s|ed)? (?:it|them|this|these|as)) (?:an? |the )?['"“‘]?([HJFY])['"”’]?(?= (?:when|where|if|for)\b)|(?<![A-Za-z0-9] ?)(?:[Cc]ode )?([HJFY]) (?:is|are|will be|must be|should be) (?:used|entered|marked|recorded|given) (?=(?:when|where|if|for)\b)/g,
  'use',
  'enter',
  'mark',
  'record',
);

// "A holiday that the head has agreed goes down as H": what the letter stood for stands in the sentence.
const GOES_DOWN_AS = phrase(
  /\b(?:goes|go|going|put|gets?|entered|recorded|marked|coded|shown|logged|given|appears?)(?: down| in)?(?: as| with| under)?(?: an?| the)?(?: code| letter)? ['"“‘]?([HJFY])['"”’]?(?= ?[.,;:)]| ?$| (?:in|on) (?:the|our) regist)/g,
  'holiday',
  'interview',
  'extended',
  'closed',
  'shut',
  'snow',
  'weather',
  'transport',
  'bus',
  'taxi',
  'strike',
  'unable',
  'flood',
);
const STOOD_FOR: Record<string, RegExp> = {
  H: /\bholidays?\b/i,
  J: /\binterviews?\b/i,
  F: /\bextended\b|\bholidays?\b/i,
  Y: /\b(?:closed|shut|snow|weather|transport|buses|bus|taxi|strike|unable|flood\w*)\b/i,
};

/** Codes that may no longer be entered in a register. */
export const noRetiredCodes = defineRule({
  id: 'codes/no-retired-codes',
  topic: 'retired-code',
  title: 'No code is used that has been retired',
  duty: 'must',
  citations: [citeProvision('codes-retired')],
  inForce: { from: '2013-09-01' },
  why: 'A register marked with a retired code is wrong in law, and its figures are counted in the wrong class.',
  *check(context) {
    const told = new Set<number>();
    for (const { code, words, at, meaning } of codeEntries(context)) {
      told.add(at.start);
      const known = registerCodes.find((each) => each.code === code);
      if (!known?.to || known.to >= context.asOf || HISTORY.test(words)) continue;
      if (code === 'Y' && OF_CLASSES.test(words) && !/\b(?:attend|absen|clos|unable|circumstances)/i.test(words))
        continue;
      const instead = known.replacedBy.length > 0 ? `; use ${listOf(known.replacedBy)}` : '';
      const isInterview = code === 'J' && /interview/i.test(meaning);
      yield {
        message: `Code ${code} was retired on ${dayInWords(addDays(known.to, 1))}${instead}.`,
        at,
        fixes: isInterview ? [{ title: 'Change to J1', edits: [{ at, text: 'J1' }] }] : [],
      };
    }
    for (const { match, start, sentence } of context.find(USED)) {
      const code = match[1] ?? match[2] ?? '';
      const known = registerCodes.find((each) => each.code === code);
      const from = start + match[0].lastIndexOf(code);
      if (!known?.to || known.to >= context.asOf || told.has(from) || HISTORY.test(sentence.text)) continue;
      if (
        !/\b(?:attend\w*|absen\w*|clos\w*|holidays?|interviews?|regist\w*|session|unable|bus|transport|snow|closure)\b/i.test(
          sentence.text,
        )
      )
        continue;
      yield {
        message: `Code ${code} was retired on ${dayInWords(addDays(known.to, 1))}; use ${listOf(known.replacedBy)}.`,
        at: { start: from, end: from + code.length },
      };
    }
    for (const { match, start, sentence } of context.find(GOES_DOWN_AS)) {
      const code = match[1] ?? '';
      const known = registerCodes.find((each) => each.code === code);
      const from = start + match[0].lastIndexOf(code);
      if (!known?.to || known.to >= context.asOf || told.has(from) || HISTORY.test(sentence.text)) continue;
      if (STOOD_FOR[code]?.test(sentence.text) !== true || OF_CLASSES.test(sentence.text)) continue;
      const instead = known.replacedBy.length > 0 ? `; use ${listOf(known.replacedBy)}` : '';
      yield {
        message: `Code ${code} was retired on ${dayInWords(addDays(known.to, 1))}${instead}.`,
        at: { start: from, end: from + code.length },
      };
    }
  },
  examples: {
    good: [
      { title: 'J1', markdown: '# Codes\n\n- J1 = Interview\n- M = Medical or dental appointment' },
      { title: 'a letter for something else', markdown: 'Pupils use H for hydrogen and enter J for joules.' },
      { title: 'Year 6', markdown: 'Reception eat first and Y6 from 12:30.' },
      { title: 'the change told', markdown: 'Code J1 replaced code J in 2024.' },
    ],
    bad: [
      {
        title: 'what the letter stood for',
        markdown: 'A holiday that was agreed goes down as «H».',
        says: 'Code H was retired on 19 August 2024; use C.',
      },
      {
        title: 'H and Y in a list',
        markdown: '# Attendance codes\n\n- «H» = Authorised holiday\n- I = Illness\n- «Y» = Exceptional circumstances',
        says: [
          'Code H was retired on 19 August 2024; use C.',
          'Code Y was retired on 19 August 2024; use Y1, Y2, Y3, Y4, Y5, Y6 or Y7.',
        ],
      },
      {
        title: 'a letter alone in a sentence',
        markdown: 'We use «Y» when the school is closed by snow.',
        says: 'Code Y was retired on 19 August 2024; use Y1, Y2, Y3, Y4, Y5, Y6 or Y7.',
      },
      {
        title: 'a letter that is used',
        markdown: '«Y» is used when the bus cannot run.',
        says: 'Code Y was retired on 19 August 2024; use Y1, Y2, Y3, Y4, Y5, Y6 or Y7.',
      },
      {
        title: 'J in a table',
        markdown: '| Code | Definition |\n|---|---|\n| «J» | Interview with an employer |\n| M | Medical appointment |',
        says: 'Code J was retired on 19 August 2024; use J1.',
        fixed: '| Code | Definition |\n|---|---|\n| J1 | Interview with an employer |\n| M | Medical appointment |',
      },
    ],
  },
});

function listOf(codes: readonly string[]): string {
  return codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}`;
}
