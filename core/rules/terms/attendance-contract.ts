import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import type { Hit } from '../../policy/document.ts';

const OLDER = phrase(/\bparent(?:ing|al)\s+contracts?\b/gi, 'contract');
const OF_BEHAVIOUR = /\bbehaviour\b|\bexclusions?\b/i;

/** A formal agreement on attendance under its older name. */
export const attendanceContract = defineRule({
  id: 'terms/attendance-contract',
  topic: 'terms',
  title: 'A formal agreement on attendance is called an attendance contract',
  duty: 'should',
  citations: [citeProvision('attendance-contracts')],
  inForce: { from: '2024-08-19' },
  why: 'The guidance renamed parenting contracts for attendance in 2024; those for behaviour keep the name.',
  *check(context) {
    for (const hit of context.find(OLDER)) {
      if (isHistory(hit) || isElsewhere(hit)) continue;
      if (OF_BEHAVIOUR.test(hit.sentence.text) && !/\battendance\b/i.test(hit.sentence.text)) continue;
      if (/\battendance\s+contracts?\b/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      const printed = context.quote(at);
      const name = printed.endsWith('s') ? 'attendance contracts' : 'attendance contract';
      yield {
        message: `“${printed}” is the older name; for attendance it is an attendance contract.`,
        at,
        fixes: [{ title: `Change to “${name}”`, edits: [articleAnd(hit, name)] }],
      };
    }
  },
  examples: {
    good: [
      { title: 'an attendance contract', markdown: 'We may offer an attendance contract.' },
      {
        title: 'a contract about behaviour',
        markdown: 'After an exclusion a parenting contract for behaviour may follow.',
      },
      { title: 'both names', markdown: 'An attendance contract (in the Act a parenting contract) is voluntary.' },
    ],
    bad: [
      {
        title: 'a parenting contract',
        markdown: 'The school and the authority may agree a «parenting contract» with the family.',
        says: '“parenting contract” is the older name; for attendance it is an attendance contract.',
        fixed: 'The school and the authority may agree an attendance contract with the family.',
      },
      {
        title: 'parental contracts',
        markdown: 'We use «parental contracts» to improve attendance.',
        says: '“parental contracts” is the older name; for attendance it is an attendance contract.',
        fixed: 'We use attendance contracts to improve attendance.',
      },
    ],
  },
});

/** "a parenting contract" becomes "an attendance contract". */
function articleAnd({ placed, start, end }: Hit, name: string): { at: Place; text: string } {
  const behind = start - placed.offset;
  return /\ba $/.test(placed.block.raw.slice(Math.max(0, behind - 3), behind))
    ? { at: { start: start - 2, end }, text: `an ${name}` }
    : { at: { start, end }, text: name };
}
