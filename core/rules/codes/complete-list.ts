import { registerCodes } from '../../guidance/codes.ts';
import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

// Fewer are a mention of some codes, not a list of the codes.
const LIST_SIZE = 8;
const LONG_LIST = 14;
const SELECTION = /\b(?:may see|most (?:often|common\w*|used)|some of|main|common\w*|examples?|parents?|key)\b/i;
const RANGE_OF_Y = phrase(/\bY1\s?(?:-|to|through|\/)\s?Y?7\b/g, 'y1');

const Y_CODES = ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'];

/** A list of the national codes without those of 2024. */
export const completeList = defineRule({
  id: 'codes/complete-list',
  topic: 'codes-missing',
  title: 'A list of the codes has those that came in 2024',
  duty: 'should',
  citations: [citeProvision('codes-of-2024')],
  inForce: { from: '2024-08-19' },
  why: 'Staff who mark by the list would use the wrong code for part-time timetables, interviews, performances and closures.',
  *check(context) {
    const listed = codeEntries(context).filter(({ isListed }) => isListed);
    const codes = new Set(listed.map(({ code }) => code));
    if (codes.size < LIST_SIZE) return;
    if (context.has(RANGE_OF_Y)) for (const code of Y_CODES) codes.add(code);
    const missing = registerCodes
      .filter(({ code, from, to }) => from !== null && from <= context.asOf && to === null && !codes.has(code))
      .map(({ code }) => code);
    const first = listed[0];
    // One or two absent codes may be a choice of the school; the set is not.
    if (missing.length < 3 || !first) return;
    yield {
      message: `The list has no ${missing.join(', ')}; these codes came on 19 August 2024.`,
      at: first.at,
      doubtful:
        !context.isWholePolicy ||
        context.isBriefPolicy ||
        codes.size < LONG_LIST ||
        SELECTION.test(first.placed.headings.join(' ')),
    };
  },
  examples: {
    good: [
      {
        title: 'a range of codes',
        as: 'whole policy',
        markdown:
          '# Codes\n\n- L = Late\n- I = Illness\n- M = Medical\n- C = Leave\n- C1 = Performance\n- C2 = Part-time timetable\n- J1 = Interview\n- K = Provision of the authority\n- Q = No access arrangements\n\nY1-Y7 are for unavoidable causes.',
      },
      { title: 'some codes', markdown: '# Codes\n\n- L = Late\n- U = After the register closed\n- I = Illness' },
    ],
    bad: [
      {
        title: 'a list from before 2024',
        as: 'whole policy',
        markdown:
          '# Codes\n\n- «/» = Present in the morning\n- L = Late\n- I = Illness\n- M = Medical appointment\n- C = Leave of absence\n- R = Religious observance\n- B = Off-site education\n- G = Unauthorised holiday\n- O = Unauthorised absence\n- N = No reason yet',
        says: 'The list has no K, C1, J1, C2, Q, Y1, Y2, Y3, Y4, Y5, Y6, Y7; these codes came on 19 August 2024.',
      },
    ],
  },
});
