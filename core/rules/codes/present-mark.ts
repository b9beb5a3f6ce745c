import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PRESENT = /\bpresent\b/i;
const NOT_PRESENT = /\bnot\b[^.]{0,20}\bpresent\b|\bill(?:ness)?\b|\babsen/i;
// Marks of the paper register.
const DRAWN = phrase(
  /\bpresent (?:marks?|is|are)\b[^.;]{0,30}?\b((?:a|an) (?:tick|cross|dot|circle|horizontal line))\b/gi,
  'present',
);

// "Present: I in the morning and \ in the afternoon."
const LETTER_BEHIND = phrase(
  /\b[Pp]resent(?: marks?| pupils?)? ?(?:[:=(–-]|(?:is|are)(?: shown| marked)?(?: by| with| as)?|as|with|using|by)(?: the)?(?: letter| mark| code)? ?['"“‘]?([I1|])['"”’]?,? (?=(?:in|for) (?:the )?morning|\(?(?:am|a\.m)\b|(?:and|or|&) \\)/g,
  'present',
);

/** The present mark printed as a letter I. */
export const presentMark = defineRule({
  id: 'codes/present-mark',
  topic: 'present-mark',
  title: 'The present marks are / and \\',
  duty: 'internal',
  citations: [citeProvision('codes-of-2024')],
  why: 'The stroke is often typed as a capital I, which is the code for illness.',
  *check(context) {
    for (const hit of context.find(DRAWN)) {
      const words = hit.match[1] ?? '';
      if (/\bnot\b|\bno longer\b|\bused to\b/i.test(hit.sentence.text) || !/\bmark|\bregist/i.test(hit.sentence.text))
        continue;
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `Present is marked with “${context.quote(at)}” here; the marks are / in the morning and \\ in the afternoon.`,
        at,
      };
    }
    for (const hit of context.find(LETTER_BEHIND)) {
      const mark = hit.match[1] ?? 'I';
      const start = hit.start + hit.match[0].lastIndexOf(mark);
      const at = { start, end: start + mark.length };
      yield {
        message: `The present mark is printed as “${mark}”, ${mark === 'I' ? 'the code for illness' : 'which is no code'}; it is /.`,
        at,
        fixes: [{ title: 'Change to /', edits: [{ at, text: '/' }] }],
      };
    }
    for (const { code, meaning, at } of codeEntries(context)) {
      if (
        (code !== 'I' && code !== '1' && code !== '|' && !/^I0[1-9]$/.test(code)) ||
        !PRESENT.test(meaning) ||
        NOT_PRESENT.test(meaning)
      )
        continue;
      const mark = /\b(?:pm|afternoon)\b/i.test(meaning) ? '\\' : '/';
      yield {
        message: `The present mark is printed as “${code}”, the code for illness; it is ${mark}.`,
        at,
        fixes: [{ title: `Change to ${mark}`, edits: [{ at, text: mark }] }],
      };
    }
  },
  examples: {
    good: [
      { title: 'a stroke, and I for illness', markdown: '# Codes\n\n- / = Present in the morning\n- I = Illness' },
    ],
    bad: [
      {
        title: 'a tick',
        markdown: 'The present mark is «a tick» in the morning and again after lunch.',
        says: 'Present is marked with “a tick” here; the marks are / in the morning and \\ in the afternoon.',
      },
      {
        title: 'a letter I',
        markdown: '# Codes\n\n- «I» = Present in the morning\n- L = Late',
        says: 'The present mark is printed as “I”, the code for illness; it is /.',
        fixed: '# Codes\n\n- / = Present in the morning\n- L = Late',
      },
    ],
  },
});
