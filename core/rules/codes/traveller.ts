import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isHistory } from '../../lint/guards.ts';
import { marksIn } from '../../lint/marks.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const COMMUNITY = /\b(?:gypsy|gypsies|roma|travellers?)\b/i;
const FOR_WORK = /\b(?:occupation\w*|for (?:work|business|trade)|mobile child)\b/i;
const AGREED_OR_ASKED = phrase(
  /\b(?:gypsy|gypsies|roma|travell(?:er|ing)|travel)\b[^.]{0,420}?\b(?:agreed (?:this )?(?:in advance )?with the (?:school|academy|headteacher)|request(?:s|ing)? (?:a |for )?leave|request (?:permission|absence)|apply for leave|seek permission|covers? (?:roma|gyps|english))/gi,
  'gypsy',
  'gypsies',
  'roma',
  'traveller',
  'occupational',
);
// "Children of Traveller families are coded T": the code by who the family is.
const CODED = phrase(
  /\b(?:coded|marked|recorded (?:as|with)|given|use) (?:as |with |code |the code ){0,2}['"“‘]?T['"”’]?(?![A-Za-z0-9])|(?<![A-Za-z0-9'’])T['"”’]? (?:is|are) (?:used |given |entered )?(?:for|when|whenever)\b/g,
  'coded',
  'marked',
  'recorded',
  'given',
  'use',
  't is',
  't are',
  "t' is",
);

const FAMILIES = phrase(
  /\b(?:gypsy|gypsies|roma|travellers?|traveller (?:famil|communit|child)\w*)\b/gi,
  'gypsy',
  'gypsies',
  'roma',
  'traveller',
);

/** Code T by community, by agreement or as leave, instead of by a parent's work. */
export const traveller = defineRule({
  id: 'codes/traveller',
  topic: 'traveller-code',
  title: 'Code T is for a parent who travels for work',
  duty: 'good',
  citations: [citeProvision('code-t-occupation')],
  inForce: { from: '2024-08-19' },
  why: 'Since 2024 the code turns on a mobile child’s parent travelling for occupational purposes, not on a community, and needs no leave; whom it covers has not changed.',
  *check(context) {
    const told = new Set<number>();
    for (const { code, meaning, whole, placed, isListed } of codeEntries(context)) {
      if (code !== 'T' || !isListed || !COMMUNITY.test(meaning) || FOR_WORK.test(meaning)) continue;
      told.add(placed.index);
      yield {
        message:
          'Code T is titled by community; it is for a mobile child whose parent is travelling for occupational purposes.',
        at: whole,
      };
    }
    const named = [...context.find(FAMILIES)].filter(({ sentence }) =>
      marksIn(sentence.text).some(({ code }) => code === 'T'),
    );
    for (const hit of [...context.find(CODED), ...named]) {
      const { placed, sentence } = hit;
      if (told.has(placed.index) || !COMMUNITY.test(sentence.text)) continue;
      if (FOR_WORK.test(placed.block.plain) || isHistory(hit) || /\bnot\b|\bnever\b|\bonly\b/i.test(sentence.text))
        continue;
      told.add(placed.index);
      yield {
        message:
          'Code T goes by community here; it is for a mobile child whose parent is travelling for occupational purposes.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(AGREED_OR_ASKED)) {
      if (
        told.has(hit.placed.index) ||
        (!COMMUNITY.test(hit.sentence.text) && !COMMUNITY.test(hit.placed.headings.join(' ')))
      )
        continue;
      if (!FOR_WORK.test(hit.placed.block.plain)) continue;
      told.add(hit.placed.index);
      yield {
        message:
          'Travelling is treated as leave to be agreed, or by community; code T turns on a parent travelling for work and is not leave.',
        at: { start: hit.placed.offset + hit.sentence.start, end: hit.placed.offset + hit.sentence.end },
      };
    }
  },
  examples: {
    good: [
      {
        title: 'the current title',
        markdown: '# Codes\n\n- T = Parent travelling for occupational purposes\n- I = Illness',
      },
      { title: 'the code by the work', markdown: 'Traveller children are coded T when a parent travels for work.' },
      { title: 'support for a community', markdown: 'We work closely with Gypsy, Roma and Traveller families.' },
    ],
    bad: [
      {
        title: 'a code by who the family is',
        markdown: 'Children from Roma and Traveller families are «coded T» on every day that they are away.',
        says: 'Code T goes by community here; it is for a mobile child whose parent is travelling for occupational purposes.',
      },
      {
        title: 'the title before 2024',
        markdown: '# Codes\n\n- «T = Gypsy, Roma and Traveller absence»\n- I = Illness',
        says: 'Code T is titled by community; it is for a mobile child whose parent is travelling for occupational purposes.',
      },
      {
        title: 'leave to be asked for',
        markdown: '«Traveller families who move for occupational purposes must request leave two weeks ahead.»',
        says: 'Travelling is treated as leave to be agreed, or by community; code T turns on a parent travelling for work and is not leave.',
      },
    ],
  },
});
