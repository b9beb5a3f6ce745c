import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const ANY_PARENT = phrase(
  /\b(?:any|all|every|each) parents?\b[^.;]{0,40}\b(?:right|entitled|free|may|can)\b[^.;]{0,60}\b(?:home|remove|withdraw)\b[^.;]{0,60}|\bparents? (?:can|may|are free to|have (?:an? )?(?:absolute |legal |full )?right to|is free to|has (?:an? )?(?:absolute |legal |full )?right to)\b[^.;]{0,60}\b(?:home[- ]educat\w+|educat\w+ (?:their child(?:ren)? |them )?at home)\b[^.;]{0,60}/gi,
  'parent',
);

const OF_HOME_EDUCATION = /\bhome[- ]?(?:school|educat)\w*|\beducat\w+[^.;]{0,30}\bhome\b|\bhome education\b/i;
const IN_ORDER = /\b(?:special school|in writing|written|consent|must agree|unless|except|nam(?:es|ed) in)\b/i;
const WITHOUT_LIMIT =
  /\b(?:absolute|any time|without (?:permission|asking|consent|notice|giving)|no (?:permission|consent) (?:is )?needed|full right)\b/i;

// "Tell the teacher and we take your child off the register": no word of writing.
const BY_WORD_OF_MOUTH =
  /\b(?:tell(?:s|ing)?|telephon\w*|ring(?:s|ing)?|phon(?:e|es|ing)|speak(?:s|ing)?|say(?:s|ing)?|let(?:ting)? us know|verbal(?:ly)?|word of mouth)\b/i;
const AT_HOME = phrase(/\bhome[- ]?(?:school|educat)\w*|\beducat\w+ (?:[a-z]+ ){0,3}at home\b/gi, 'home');
const OFF_ROLL = /\b(?:roll|register|withdr[ae]w\w*|remov\w+|off)\b/i;
const BE_CAREFUL = /\b(?:not|writ\w+|letter|e-?mail|before|after|we tell|the (?:LA|council|local authority)|social)\b/i;

/** Home education as a right without exceptions. */
export const homeEducationInWriting = defineRule({
  id: 'contents/home-education-in-writing',
  topic: 'home-education',
  title: 'Leaving for home education has its conditions',
  duty: 'good',
  citations: [citeProvision('home-education-deletion')],
  inForce: { from: '2024-08-19' },
  why: 'A parent tells the school in writing; for a place at a special school that the authority arranged, it must agree. An Act of 2026 will add cases when it is in force.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(AT_HOME)) {
      const { text } = hit.sentence;
      if (told.has(hit.placed.index) || !OFF_ROLL.test(text)) continue;
      const by = BY_WORD_OF_MOUTH.exec(text);
      if (!by || BE_CAREFUL.test(text) || IN_ORDER.test(text)) continue;
      told.add(hit.placed.index);
      const start = hit.placed.offset + hit.sentence.start + by.index;
      const at = { start, end: start + by[0].length };
      yield {
        message: `“${context.quote(at)}” is not enough: a name goes for home education when a parent has told the school in writing.`,
        at,
      };
    }
    for (const hit of context.find(ANY_PARENT)) {
      if (told.has(hit.placed.index)) continue;
      if (!OF_HOME_EDUCATION.test(hit.match[0]) || IN_ORDER.test(hit.sentence.text)) continue;
      // "A parent can home educate" is right; that anybody may, at any time, or by an absolute right, is too much.
      if (!/^(?:any|all|every|each)\b/i.test(hit.match[0]) && !WITHOUT_LIMIT.test(hit.sentence.text)) continue;
      yield {
        message: `“${context.quote(hit)}” has exceptions: for a special school place that the authority arranged, it must agree.`,
        at: { start: hit.start, end: hit.end },
      };
    }
  },
  examples: {
    good: [
      { title: 'in writing', markdown: 'A parent who chooses home education tells us in writing.' },
      { title: 'a right with its order', markdown: 'Any parent may home educate, once the school is told in writing.' },
      { title: 'another right', markdown: 'Any parent has the right to withdraw a child from assembly.' },
    ],
    bad: [
      {
        title: 'any parent',
        markdown: '«Any parent has the right to remove a child for home education».',
        says: '“Any parent has the right to remove a child for home education” has exceptions: for a special school place that the authority arranged, it must agree.',
        asIs: true,
      },
    ],
  },
});
