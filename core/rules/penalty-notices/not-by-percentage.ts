import { citeProvision } from '../../guidance/provisions.ts';
import { aboutOf } from '../../lint/about.ts';
import type { RuleContext } from '../../lint/context.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PERCENT_AND_NOTICE = phrase(
  /\b(?:below|under|less than|falls? to|drops? to|at)? ?(\d{2}(?:\.\d)?) ?(?:%|per ?cent)[^.;]{0,160}?\b(?:penalty (?:notices?|fines?|warnings?)|FPNs?|fines?)\b/gi,
  'penalty',
  'fpn',
  'fine',
);
// "Unauthorised absence that takes attendance to 90%": it is still the percentage that decides.
const THROUGH_ABSENCE = phrase(
  /\bunauthori[sz]ed absences?\b[^.;]{0,40}?\b(?:leading to|resulting in|giving|causing|(?:which |that )?(?:takes?|brings?|reduces?|lowers?)|taking|bringing|reducing|lowering)\b[^.;]{0,30}?\b(?:attendance|percentage|figure)\b[^.;]{0,25}?\b(\d{2}(?:\.\d)?) ?(?:%|per ?cent)/gi,
  'unauthori',
);
const OF_PENALTIES = /\b(?:penalt(?:y|ies)|fines?|fined|FPNs?)\b/i;
const ENFORCEMENT = phrase(
  /\b(?:fines?|penalty (?:notices?|fines?)|FPNs?|prosecution|notices? to improve)\b/gi,
  'fine',
  'penalty',
  'fpn',
  'prosecution',
  'improve',
);
const LINES_OF_A_STEP = 15;
const MOST = 3;
const UNAUTHORISED = /\bunauthori[sz]ed\b|\bsessions?\b/i;
const NOT_ATTENDANCE = /\bdiscount\b|\breduc\w+\b|\bof (?:fines|penalties)\b/i;

/** A penalty notice hung on an attendance percentage. */
export const notByPercentage = defineRule({
  id: 'penalty-notices/not-by-percentage',
  topic: 'penalty-threshold',
  title: 'A penalty notice hangs on unauthorised sessions, not on a percentage',
  duty: 'good',
  citations: [citeProvision('penalty-threshold')],
  inForce: { from: '2024-08-19' },
  why: 'A pupil can be below any percentage through illness alone; only unauthorised sessions count towards a notice.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(PERCENT_AND_NOTICE)) {
      if (UNAUTHORISED.test(hit.sentence.text) || NOT_ATTENDANCE.test(hit.sentence.text) || isElsewhere(hit)) continue;
      const at = { start: hit.start, end: hit.end };
      told.add(hit.placed.index);
      yield {
        message: `A penalty notice stands against ${hit.match[1]}% here; it is considered for unauthorised sessions, whatever the percentage.`,
        at,
      };
    }
    for (const hit of context.find(THROUGH_ABSENCE)) {
      if (told.has(hit.placed.index) || isElsewhere(hit) || /\bsessions?\b/i.test(hit.sentence.text)) continue;
      if (!OF_PENALTIES.test(aboutOf(context, hit.placed))) continue;
      told.add(hit.placed.index);
      yield {
        message: `A penalty notice stands against ${hit.match[1]}% here; it is considered for unauthorised sessions, whatever the percentage.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const { from, until } of percentageSteps(context)) {
      for (const hit of context.find(ENFORCEMENT)) {
        const { offset, block, index } = hit.placed;
        const line = context.lineOf({ start: offset, end: hit.end });
        if (line < from || line >= until || told.has(index) || told.size >= MOST || UNAUTHORISED.test(block.plain))
          continue;
        told.add(index);
        const at = { start: hit.start, end: hit.end };
        yield {
          message: `“${context.quote(at)}” stands in a step that hangs on a percentage; it goes with unauthorised sessions, not with a percentage that counts illness too.`,
          at,
        };
      }
    }
  },
  examples: {
    good: [
      {
        title: 'sessions',
        markdown: 'Below 90%, with ten unauthorised sessions, a penalty notice may be considered.',
      },
    ],
    bad: [
      {
        title: 'a percentage alone',
        markdown: 'Attendance «below 85% may lead to a penalty notice».',
        says: 'A penalty notice stands against 85% here; it is considered for unauthorised sessions, whatever the percentage.',
      },
      {
        title: 'a percentage reached by unauthorised absence',
        markdown:
          'A penalty notice is requested for:\n\n- «unauthorised absence that takes attendance below 92%»\n- truancy',
        says: 'A penalty notice stands against 92% here; it is considered for unauthorised sessions, whatever the percentage.',
        asIs: true,
      },
      {
        title: 'a step of a ladder',
        markdown:
          '# Stages of concern\n\n- Stage 1: attendance 93-95% – letter home\n- Stage 2: attendance 90-92%\n  - «penalty notice»',
        says: '“penalty notice” stands in a step that hangs on a percentage; it goes with unauthorised sessions, not with a percentage that counts illness too.',
        asIs: true,
      },
    ],
  },
});

/** The steps that hang on a percentage of attendance alone: the line on which each begins, and the one at which it ends. */
function percentageSteps(context: RuleContext): { from: number; until: number }[] {
  const steps = context.beginnings
    .map(({ kind, trigger, span }) => ({
      kind,
      trigger,
      from: context.lineOf({ start: span.start.offset, end: span.end.offset }),
    }))
    .sort((a, b) => a.from - b.from);
  return steps.flatMap(({ kind, trigger: { band, metric, unit }, from }, index) => {
    if (kind === 'reward' || !(band || (metric === 'attendance' && unit === 'percent'))) return [];
    const next = steps.slice(index + 1).find((step) => step.from > from)?.from ?? Number.POSITIVE_INFINITY;
    return [{ from, until: Math.min(next, from + LINES_OF_A_STEP) }];
  });
}
