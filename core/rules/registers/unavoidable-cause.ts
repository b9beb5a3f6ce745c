import { citeProvision } from '../../guidance/provisions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLD_CATEGORY = phrase(
  /\b(?:(?:unable|not able) to|could not|cannot|can[’']t|couldn[’']t) (?:attend|come|be there)(?: school| to school| in)?(?: due to| because of| owing to| for| through| in)? (?:the )?exceptional circumstances\b|\bunable to attend due to exceptional\b/gi,
  'exceptional',
);
const REGISTER =
  /\bregist(?:er|ers|ration)\b|\brecord(?:s|ed)? (?:(?:all |each |every |the )?(?:pupils?|child|children|students?) )?(?:whether|as)|\bmark(?:s|ed)? (?:whether|as)\b/i;

/** The group of 2006 for pupils whom something kept away. */
export const unavoidableCause = defineRule({
  id: 'registers/unavoidable-cause',
  topic: 'register-categories',
  title: 'The register shows who was kept away by an unavoidable cause',
  duty: 'should',
  citations: [citeProvision('code-classes')],
  inForce: { from: '2024-08-19' },
  why: 'The 2006 Regulations had “unable to attend due to exceptional circumstances”; since 2024 it is “unavoidable cause”, with codes of its own. For leave, “exceptional circumstances” is right.',
  *check(context) {
    for (const hit of context.find(OLD_CATEGORY)) {
      const { introduction, headings } = context.surroundings(hit.placed);
      const [previous] = context.blocksAround(hit.placed, 1, -1);
      const about = `${hit.placed.block.plain} ${introduction} ${headings} ${previous?.block.plain ?? ''}`;
      // A row of a code list is for the rule on retired codes.
      if (hit.placed.block.kind === 'row' || /^\s*(?:[-•·*]\s*)?Y\b/.test(hit.placed.block.plain)) continue;
      if (!REGISTER.test(about) || isHistory(hit)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” is a category of 2006; the register now shows “unable to attend because of unavoidable cause”.`,
        at,
        fixes: [{ title: 'Change to the category of 2024', edits: [{ at, text: match(hit.match[0]) }] }],
      };
    }
  },
  examples: {
    good: [
      { title: 'leave', markdown: 'The register shows leave granted in exceptional circumstances.' },
      {
        title: 'the current category',
        markdown: 'The register shows who is unable to attend because of unavoidable cause.',
      },
    ],
    bad: [
      {
        title: 'in a list',
        markdown:
          'The register records whether pupils are:\n\n- Present\n- Absent\n- «Unable to attend due to exceptional circumstances»',
        says: '“Unable to attend due to exceptional circumstances” is a category of 2006; the register now shows “unable to attend because of unavoidable cause”.',
        fixed:
          'The register records whether pupils are:\n\n- Present\n- Absent\n- Unable to attend because of unavoidable cause',
      },
    ],
  },
});

function match(printed: string): string {
  const text = 'unable to attend because of unavoidable cause';
  return printed.startsWith('U') ? `U${text.slice(1)}` : text;
}
