import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const MISLABELLED = phrase(
  /\bsevere(?:ly)? absen\w+ \( *(PA) *\)|\bpersistent(?:ly)? absen\w+ \( *(SA) *\)/gi,
  'severe',
  'persistent',
);

/** The short name of the one absence given to the other. */
export const severeIsNotPa = defineRule({
  id: 'absence/severe-is-not-pa',
  topic: 'absence-definition',
  title: 'Persistent and severe absence keep their own short names',
  duty: 'internal',
  citations: [],
  why: 'One short name for two groups makes every later sentence with it uncertain.',
  *check(context) {
    for (const hit of context.find(MISLABELLED)) {
      const isSevere = hit.match[1] !== undefined;
      const start = hit.start + hit.match[0].lastIndexOf(isSevere ? 'PA' : 'SA');
      const at = { start, end: start + 2 };
      yield {
        message: `${isSevere ? 'Severe' : 'Persistent'} absence is abbreviated ${isSevere ? 'PA' : 'SA'}, which stands for ${isSevere ? 'persistent' : 'severe'} absence.`,
        at,
        fixes: [{ title: `Change to ${isSevere ? 'SA' : 'PA'}`, edits: [{ at, text: isSevere ? 'SA' : 'PA' }] }],
      };
    }
  },
  examples: {
    good: [{ title: 'each its own', markdown: 'Persistent absence (PA) and severe absence (SA) are watched.' }],
    bad: [
      {
        title: 'severe absence as PA',
        markdown: 'Severe absence («PA») is missing half of school.',
        says: 'Severe absence is abbreviated PA, which stands for persistent absence.',
        fixed: 'Severe absence (SA) is missing half of school.',
      },
    ],
  },
});
