import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TARGET_YEAR = phrase(
  /\b(?:targets?|aim(?:ing|s)?|policy|procedures?|expectations?)\b[^.;\n]{0,40}?\b(20\d{2}) ?[-/–] ?((?:20)?\d{2})(?!\d|-)|\b(20\d{2}) ?[-/–] ?((?:20)?\d{2}) (?:attendance |school |whole[- ]school )?(?:targets?|aim)\b/gi,
  'target',
  'aim',
  'policy',
  'procedure',
  'expectation',
);
// The year in the title of a page that says what holds: "Information for parents and carers 2023-24".
const IN_A_TITLE = phrase(/\b(20\d{2}) ?[-/–] ?((?:20)?\d{2})(?!\d|-|\/)/g, '20');
const WHAT_HOLDS =
  /\b(?:polic(?:y|ies)|procedures?|information|guid(?:e|ance)|expectations?|handbook|leaflet|booklet|rules|strategy|code of conduct|attendance matters|for parents)\b/i;
const TELLS_OF_FIGURES =
  /\b(?:figures?|results?|data|reports?|review|statistics|history|archive|term dates|calendar|holidays?|days|sessions)\b|%/i;
const FIRST_BLOCKS = 4;
const LONGEST_TITLE = 100;
const TELLS_OF_THEN = /\b(?:was|were|achieved|last year|previous|met|reached|in comparison)\b/i;

/** A target or a policy for a school year that is over. */
export const yearNotPast = defineRule({
  id: 'currency/year-not-past',
  topic: 'review-overdue',
  title: 'Targets and the policy are for a year that is not over',
  duty: 'internal',
  citations: [],
  why: 'A target for a past year is a target for nobody.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(TARGET_YEAR)) {
      const [first = '', second = ''] = hit.match.slice(1).filter((part) => part !== undefined);
      const from = Number(first);
      const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second);
      // A span of years is the life of a plan, not a school year.
      if (to !== from + 1 || `${to}-08-31` >= context.asOf || TELLS_OF_THEN.test(hit.sentence.text)) continue;
      const year = /20\d{2} ?[-/–] ?(?:20)?\d{2}/.exec(hit.match[0]);
      const start = hit.start + (year?.index ?? 0);
      const at = { start, end: start + (year?.[0].length ?? hit.match[0].length) };
      told.add(at.start);
      yield { message: `This is for ${context.quote(at)}, a school year that is over.`, at };
    }
    for (const hit of context.find(IN_A_TITLE)) {
      const { placed, match } = hit;
      const { plain } = placed.block;
      if (placed.index >= FIRST_BLOCKS || placed.block.kind === 'row' || told.has(hit.start)) continue;
      const line = lineAround(plain, match.index);
      if (line.length > LONGEST_TITLE || !WHAT_HOLDS.test(line) || TELLS_OF_FIGURES.test(line)) continue;
      if (TELLS_OF_THEN.test(line) || /[.;]\s*$/.test(line) || !isPastYear(match, context.asOf)) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `This is for ${context.quote(at)}, a school year that is over.`, at };
    }
  },
  examples: {
    good: [
      { title: 'the year that runs', asOf: '2026-11-21', markdown: 'Our target for 2026/27 is 96%.' },
      { title: 'what was', asOf: '2026-11-21', markdown: 'Our target for 2023/24 was 96%, and we reached 95%.' },
    ],
    bad: [
      {
        title: 'the title of a page',
        asOf: '2026-11-21',
        markdown: '# Attendance: information for families «2023-24»\n\nPlease ring us by 9am.',
        says: 'This is for 2023-24, a school year that is over.',
        asIs: true,
      },
      {
        title: 'a target for a past year',
        asOf: '2026-11-21',
        markdown: 'The attendance target for «2023/24» is 95 percent.',
        says: 'This is for 2023/24, a school year that is over.',
      },
    ],
  },
});

/** Whether "2023" and "24" are a school year that was over on the day. */
function isPastYear([, first = '', second = '']: RegExpExecArray, asOf: string): boolean {
  const to = second.length === 2 ? Math.floor(Number(first) / 100) * 100 + Number(second) : Number(second);
  return to === Number(first) + 1 && `${to}-08-31` < asOf;
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end).trim();
}
