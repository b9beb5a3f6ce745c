import { citeProvision } from '../../guidance/provisions.ts';
import { sicknessReturnDays } from '../../guidance/thresholds.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { PlacedBlock } from '../../policy/document.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const PERIOD = phrase(
  new RegExp(
    `\\b((more than|over|exceeding|exceeds|passes|tops|longer than|beyond|past|after|at least|of)?\\s*\\b(${CARDINAL})(?: \\(\\d+\\))? (or more )?(?:consecutive |school |working ){0,2}(days?|weeks?))\\b`,
    'gi',
  ),
  'day',
  'week',
);
const TELL = /\b(?:inform|tell|notif|report|advise|refer|return|told|hears?|lets?|contact|alert)\w*\b/i;
const AUTHORITY = /\b(?:LA|local authority|the authority|council|county)\b/i;
const ILL = /\b(?:ill(?:ness)?|sick(?:ness)?|medical|health|away from (?:the )?school|unable to attend)\b/i;
const OTHER = /\bunauthori[sz]ed\b|\bsuspen|\bexclu|\bremoved?\b|\bdeleted?\b|\btemporary address\b|\bpenalty\b/i;

/** Whether a list item stands soon behind words of illness. */
function isItemOfIllness(context: RuleContext, placed: PlacedBlock): boolean {
  if (placed.block.kind !== 'item') return false;
  const before = context.blocksAround(placed, 3, -1);
  return ILL.test(before.map(({ block }) => block.plain).join(' '));
}

/** The return to the authority about illness, at another number of days. */
export const sicknessReturn = defineRule({
  id: 'returns/sickness-return',
  topic: 'sickness-return',
  title: 'The authority hears of fifteen days of illness',
  duty: 'must',
  citations: [citeProvision('sickness-return')],
  inForce: { from: '2024-08-19' },
  why: 'The return is due when 15 school days have been or will be missed, in a row or in total; “more than 15” is a day late.',
  *check(context) {
    const limit = sicknessReturnDays.valueOn(context.asOf)?.value;
    if (limit === undefined) return;
    for (const hit of context.find(PERIOD)) {
      const { sentence, match, placed } = hit;
      const text = sentence.text;
      if (!TELL.test(text) || !AUTHORITY.test(text) || OTHER.test(text)) continue;
      if (!ILL.test(text) && !isItemOfIllness(context, placed)) continue;
      const count = cardinalOf(match[3] ?? '');
      if (count === null) continue;
      const days = /^week/i.test(match[5] ?? '') ? count * 5 : count;
      const isMore = /^(?:more than|over|exceeding|exceeds|passes|tops|longer than|beyond|past)/i.test(match[2] ?? '');
      if (days < limit || (days === limit && !isMore)) continue;
      const at = { start: hit.start + (match[0].length - match[0].trimStart().length), end: hit.end };
      yield {
        message: `The authority is told of illness at “${context.quote(at)}”; the return is due at ${limit} school days, in a row or in total.`,
        at,
        fixes:
          days === limit && /^more than/i.test(match[2] ?? '')
            ? [
                {
                  title: `Change to ${limit} school days or more`,
                  edits: [{ at, text: `${limit} school days or more` }],
                },
              ]
            : [],
      };
    }
  },
  examples: {
    good: [
      { title: 'fifteen days', markdown: 'We inform the LA when illness reaches 15 school days.' },
      { title: 'an address', markdown: 'For 15 school days or more parents give the school a temporary address.' },
    ],
    bad: [
      {
        title: 'more than fifteen',
        markdown: 'We inform the LA if a pupil is likely to be ill for «more than 15 school days».',
        says: 'The authority is told of illness at “more than 15 school days”; the return is due at 15 school days, in a row or in total.',
        fixed: 'We inform the LA if a pupil is likely to be ill for 15 school days or more.',
      },
    ],
  },
});
