import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { defineRule } from '../../lint/rule.ts';

/** What each code is about, and no other. A meaning with another's words and none of its own is the other's. */
const ABOUT: readonly (readonly [code: string, words: RegExp])[] = [
  ['I', /\bill(?:ness)?\b|\bsick(?:ness)?\b|\bunwell\b/i],
  ['M', /\b(?:medical|dental|dentist|doctor|hospital)\b[^.]{0,20}\bappointments?\b/i],
  ['E', /\bsuspen\w+|\bexclu(?:ded|sions?)\b/i],
  ['R', /\breligious\b/i],
  ['V', /\beducational (?:visit|trip)s?\b/i],
  ['W', /\bwork experience\b/i],
  ['P', /\bsport(?:ing|s)?\b/i],
  ['S', /\bstudy leave\b|\bpublic exam\w*/i],
  ['D', /\bdual(?:ly)?[- ]regist\w+/i],
  ['G', /\bholiday\b[^.]{0,30}\b(?:not (?:agreed|granted|authorised)|unauthorised|without)\b/i],
  ['N', /\bno reason\b[^.]{0,20}\byet\b|\breason not yet\b/i],
  ['T', /\btravell?(?:er|ing)\b/i],
  ['K', /\b(?:provision|education)\b[^.]{0,20}\barranged by the (?:local authority|LA|council)\b/i],
  ['C1', /\b(?:regulated )?performance\b|\bemployment abroad\b/i],
  ['C2', /\bpart[- ]time timetable\b/i],
  ['J1', /\binterview\b/i],
];
// Words that stand in several titles: an excluded pupil who is ill, an appointment that is no illness.
const BUT = /\b(?:not|other than|except|excluding|unless|no)\b/i;
const OTHER_CODES = new Map(ABOUT);

/** A code explained as what another code is for. */
export const meaningFits = defineRule({
  id: 'codes/meaning-fits',
  topic: 'code-meaning',
  title: 'Each code is explained as what it is for',
  duty: 'should',
  citations: [citeProvision('code-titles')],
  inForce: { from: '2024-08-19' },
  why: 'Staff mark by the list that they are given; a code under another’s name counts in another class.',
  *check(context) {
    for (const { code, meaning, isListed, at } of codeEntries(context)) {
      const own = OTHER_CODES.get(code);
      if (!isListed || !own || own.test(meaning) || BUT.test(meaning)) continue;
      const others = ABOUT.filter(([other, words]) => other !== code && words.test(meaning));
      const [other] = others[0] ?? [];
      // Long explanations touch on much; a short one is the title.
      if (other === undefined || others.length > 1 || meaning.length > 90) continue;
      yield { message: `Code ${code} is explained as what ${other} is for.`, at };
    }
  },
  examples: {
    good: [
      {
        title: 'their own titles',
        markdown:
          '# Codes\n\n- I = Illness (not medical appointments)\n- M = Medical appointment\n- P = Sporting activity',
      },
    ],
    bad: [
      {
        title: 'two codes changed about',
        markdown: '# Codes\n\n- «M» = Illness\n- «I» = Medical or dental appointment\n- P = Sporting activity',
        says: [
          'Code M is explained as what I is for, as far as we know.',
          'Code I is explained as what M is for, as far as we know.',
        ],
      },
    ],
  },
});
