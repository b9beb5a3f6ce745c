import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PART =
  /\b(?:part of the school|only (?:years?|reception|nursery|key stage|some)\b|(?:one|a single|other|individual) (?:year groups?|class(?:es)?)|year groups? (?:that|not)|(?:year \d{1,2}|reception|nursery|sixth form)\b[^.;]{0,40}\b(?:part[- ]time|only|start|induction)|(?:one|a|each) (?:key stage|phase|site)|(?:a |one )class is sent home|sixth form on|snow(?: days?)?|boiler|(?:a|one|two|some) (?:days?|weeks?) later than|(?:the|all) other (?:years?|year groups?|classes|pupils|children|students)|the rest of the school|everyone else (?:stays|is|was|has)|part(?:ial(?:ly)?|ly)?[- ](?:school )?clos\w+|partial(?:ly)? (?:school )?clos\w+|(?:fully|whole) or part(?:ial(?:ly)?|ly)|year groups? who|(?:some|certain|different) year groups?|different (?:term )?(?:dates|years)|some (?:or all )?(?:pupils|students|children|classes|of the school)|induction days?|stagger\w+|phased (?:start|entry|return))\b/i;

const MARKED = phrase(
  /\b(?:mark(?:ed|s)?|coded?|codes|us(?:e|es|ed)|enter(?:ed|s)?|record(?:ed|s)?|given|shows?|mean(?:s)?|cod(?:e|ing)|have|has|gets?)(?: as| with| using| the| a| code| symbol| mark){0,3}:? ?['"“‘(]?#|\bwith (?:a |the )?#|(?<![\w&])#(?= (?:symbol|code|mark) (?:is|may|can|will))|(?<![\w&])#(?= (?:code )?(?:is|are|may|can|covers?|means|will|for)\b)/gi,
  '#',
);

/** The closure code for some pupils only. */
export const closureOfTheWholeSchool = defineRule({
  id: 'codes/closure-of-the-whole-school',
  topic: 'closure-code',
  title: 'Code # is for planned closure of the whole school',
  duty: 'should',
  citations: [citeProvision('code-hash-whole-school')],
  inForce: { from: '2024-08-19' },
  why: 'For staggered starts and part closures another code is due, such as Y7, since the school is open.',
  *check(context) {
    const told = new Set<number>();
    for (const { code, placed, at, words } of codeEntries(context)) {
      if (
        code !== '#' ||
        told.has(placed.index) ||
        !PART.test(words) ||
        /\bnot\b[^.]{0,60}#|#[^.]{0,60}\bnot\b(?! (?:a possible|counted|required))/i.test(words)
      )
        continue;
      told.add(placed.index);
      const part = PART.exec(words)?.[0] ?? '';
      yield { message: `# is used for “${part}”; it is for planned closure of the whole school only.`, at };
    }
    for (const hit of context.find(MARKED)) {
      const part = PART.exec(hit.sentence.text)?.[0];
      if (
        part === undefined ||
        told.has(hit.placed.index) ||
        /\b(?:not|never|no longer) (?:be )?$/i.test(wordsBefore(hit)) ||
        /#[^.;]{0,30}\bnot\b/.test(hit.sentence.text)
      )
        continue;
      told.add(hit.placed.index);
      yield {
        message: `# is used for “${part}”; it is for planned closure of the whole school only.`,
        at: { start: hit.start + hit.match[0].indexOf('#'), end: hit.start + hit.match[0].indexOf('#') + 1 },
      };
    }
  },
  examples: {
    good: [
      {
        title: 'the whole school',
        markdown: '# Codes\n\n- # = Planned closure of the whole school\n- Z = Not yet on roll',
      },
    ],
    bad: [
      {
        title: 'year groups on different days',
        markdown: 'When year groups return on different dates, those not yet expected are marked «#».',
        says: '# is used for “different dates”; it is for planned closure of the whole school only, as far as we know.',
        asIs: true,
      },
      {
        title: 'part of the school',
        markdown: '# Codes\n\n- «#» = Whole or partial school closure\n- Z = Not yet on roll',
        says: '# is used for “Whole or partial”; it is for planned closure of the whole school only, as far as we know.',
      },
      {
        title: 'induction days',
        markdown: 'The code ‘«#»’ is used for year groups who start later, as on induction days.',
        says: '# is used for “year groups who”; it is for planned closure of the whole school only, as far as we know.',
        asIs: true,
      },
    ],
  },
});
