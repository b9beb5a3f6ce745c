import { codeEntries } from '../../lint/code-list.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const SECONDARY = phrase(
  /\b(?:year (?:10|11|12|13)|GCSEs?|A[- ]levels?|sixth form(?:ers)?|study leave|form tutors?|work experience)\b/gi,
  'year 1',
  'gcse',
  'level',
  'sixth',
  'study leave',
  'form tutor',
  'work experience',
);
const PRIMARY = phrase(/\b(?:primary|infant|junior|nursery|first) (?:school|academy)\b/gi, 'school', 'academy');
const OTHER_PHASES = phrase(
  /\b(?:secondary|high|upper|all[- ]through|academy trust|through) school\b|\bacademies\b|\bsecondary phase\b/gi,
  'school',
  'academies',
  'secondary',
);

/** Words of the secondary school in a primary policy. */
export const onePhase = defineRule({
  id: 'document/one-phase',
  topic: 'phase-mismatch',
  title: 'The words fit the pupils’ age',
  duty: 'good',
  citations: [],
  why: 'Study leave and Year 11 in a primary policy show that a text was taken over unread.',
  *check(context) {
    const isPrimary =
      context.settings.phase === 'primary' ||
      (context.settings.phase === undefined &&
        context.answer(({ parsed }) => isOfPrimary(parsed.document)) &&
        context.has(PRIMARY) &&
        !context.has(OTHER_PHASES));
    if (!isPrimary) return;
    // The national list of codes has its work experience and study leave for every school.
    const rows = new Set(codeEntries(context).flatMap(({ isListed, placed }) => (isListed ? placed.index : [])));
    const [first, ...others] = [...context.find(SECONDARY)].filter(({ placed }) => !rows.has(placed.index));
    if (!first) return;
    const at = { start: first.start, end: first.end };
    yield {
      message: `“${context.quote(at)}” belongs to a secondary school; this is a primary.`,
      at,
      related: others.map(({ start, end }) => ({ at: { start, end }, message: 'and here' })),
    };
  },
  examples: {
    good: [
      { title: 'a secondary school', settings: { phase: 'secondary' }, markdown: 'Year 11 pupils have study leave.' },
      { title: 'a primary', settings: { phase: 'primary' }, markdown: 'Year 6 pupils leave in July.' },
    ],
    bad: [
      {
        title: 'Year 11 in a primary',
        settings: { phase: 'primary' },
        markdown: 'Pupils in «Year 11» revise at home.',
        says: '“Year 11” belongs to a secondary school; this is a primary.',
      },
    ],
  },
});

function isOfPrimary({ title, school }: { title: string | null; school: string | null }): boolean {
  return /\b(?:primary|infant|junior|first school)\b/i.test(`${title ?? ''} ${school ?? ''}`);
}
