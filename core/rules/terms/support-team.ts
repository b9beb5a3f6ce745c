import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLDER = phrase(
  /\beducation(?:al)? (?:welfare|social work) (?:officers?|services?|lead|team|worker|department)s?\b|\beducation(?:al)? (?:social workers?|welfare)(?! of\b)\b|\bEWOs?\b|\bEWS\b/gi,
  'welfare',
  'ewo',
  'ews',
  'social work',
);
const NEWER = phrase(/\battendance support (?:team|service)s?\b/gi, 'attendance support');

/** The authority's team under its older name alone. */
export const supportTeam = defineRule({
  id: 'terms/support-team',
  topic: 'terms',
  title: 'The authority’s team is its School Attendance Support Team',
  duty: 'good',
  citations: [citeProvision('authority-meetings')],
  inForce: { from: '2022-09-01' },
  why: 'Many authorities keep the older name; where yours does not, parents will not find it.',
  *check(context) {
    if (context.has(NEWER)) return;
    const [first, ...others] = [...context.find(OLDER)];
    if (!first) return;
    const at = { start: first.start, end: first.end };
    yield {
      message: `“${context.quote(at)}” may now be the authority’s School Attendance Support Team; see what ${context.settings.localAuthority ? `${context.settings.localAuthority} calls it` : 'yours is called'}.`,
      at,
      related: others.map(({ start, end }) => ({ at: { start, end }, message: 'and here' })),
    };
  },
  examples: {
    good: [{ title: 'the newer name', markdown: 'The School Attendance Support Team (once the EWO) meets us.' }],
    bad: [
      {
        title: 'the older name',
        markdown: 'We refer the case to the «Education Welfare Officer» of the county.',
        says: '“Education Welfare Officer” may now be the authority’s School Attendance Support Team; see what yours is called.',
      },
    ],
  },
});
