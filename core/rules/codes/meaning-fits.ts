import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isElsewhere, isHistory } from '../../lint/guards.ts';
import { marksIn } from '../../lint/marks.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { matchesOf } from '../../text/matches.ts';

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

// In a sentence only what is plainest: a reason with one code, and that code another's.
const REASON = phrase(
  /\b(?:(?:off )?sick(?:ness)?|(?:is|are|being|feel\w*) ill|illness|unwell|(?:dentist|dental|doctor|medical|hospital)\b[^.;,]{0,20}?\bappointments?|at the (?:dentist|doctor)|job interview|interviews?|study leave|work experience|religious (?:festivals?|observance)|sporting (?:activity|fixture|event)s?|suspended|suspension)\b/gi,
  'code',
  'marked',
  'mark ',
  'enter',
  ' used for',
);
const CODES_OF: readonly (readonly [reason: RegExp, codes: readonly string[]])[] = [
  [/\bappointment|\bdentist|\bdoctor/i, ['M']],
  [/\bsick|\bill(?:ness)?\b|\bunwell/i, ['I']],
  [/\binterview/i, ['J1']],
  [/\bstudy leave/i, ['S']],
  [/\bwork experience/i, ['W']],
  [/\breligious/i, ['R']],
  [/\bsporting/i, ['P']],
  [/\bsuspen/i, ['E']],
];
// A reason that is not believed, not known or not asked for has another code, and so has one told late.
const OF_ANOTHER_KIND =
  /\b(?:not|no|never|unless|without|until|if|doubt\w*|unauthori[sz]ed|late|before|after|instead|but|however|except|long[- ]term|regist\w+ clos\w+)\b/i;
const CLAUSE_END = /[;:]|,? and (?=(?:[A-Z]\d? |code |if |when ))/g;
const OF_NO_ONE = new Set(['/', 'N', 'O', 'U', 'L', 'C', 'G', 'H', 'J', 'Y', 'X']);

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
    const listed = new Set<number>();
    for (const { code, meaning, isListed, at, placed } of codeEntries(context)) {
      if (isListed) listed.add(placed.index);
      const own = OTHER_CODES.get(code);
      if (!isListed || !own || own.test(meaning) || BUT.test(meaning)) continue;
      const others = ABOUT.filter(([other, words]) => other !== code && words.test(meaning));
      const [other] = others[0] ?? [];
      // Long explanations touch on much; a short one is the title.
      if (other === undefined || others.length > 1 || meaning.length > 90) continue;
      yield { message: `Code ${code} is explained as what ${other} is for.`, at };
    }
    const told = new Set<number>();
    for (const hit of context.find(REASON)) {
      const { placed, sentence, match } = hit;
      if (listed.has(placed.index) || isHistory(hit) || isElsewhere(hit)) continue;
      const clause = clauseOf(sentence.text, match.index - sentence.start);
      if (OF_ANOTHER_KIND.test(clause.text.replace(/^\s*(?:if|where|when) /i, ''))) continue;
      const codes = CODES_OF.find(([reason]) => reason.test(match[0]))?.[1] ?? [];
      const marks = marksIn(clause.text);
      const [mark] = marks;
      if (!mark || marks.length > 1 || codes.includes(mark.code) || !OTHER_CODES.has(mark.code)) continue;
      if (OF_NO_ONE.has(mark.code) || OTHER_CODES.get(mark.code)?.test(clause.text)) continue;
      const start = placed.offset + sentence.start + clause.start + mark.start;
      if (told.has(start)) continue;
      told.add(start);
      yield {
        message: `Code ${mark.code} is explained as what ${codes[0]} is for.`,
        at: { start, end: start + mark.code.length },
      };
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

/** The part of the sentence between semicolons, or between an "and" and the next with a code of its own, in which a place stands. */
function clauseOf(text: string, at: number): { readonly text: string; readonly start: number } {
  let start = 0;
  for (const { index, 0: words } of matchesOf(text, CLAUSE_END)) {
    if (index + words.length <= at) start = index + words.length;
    else if (index >= at) return { text: text.slice(start, index), start };
  }
  return { text: text.slice(start), start };
}
