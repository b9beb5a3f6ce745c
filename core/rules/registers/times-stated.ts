import { citeProvision } from '../../guidance/provisions.ts';
import { timesOf } from '../../lint/clock.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';

const MORNING = ['amRegisterOpens', 'amRegisterMarkedBy', 'amRegisterCloses'] as const;
const AFTERNOON = ['pmRegisterOpens', 'pmRegisterMarkedBy', 'pmRegisterCloses'] as const;
const OF_REGISTERS = phrase(/\bregist(?:ers?|ration)\b/gi, 'register', 'registration');
const AFTERNOON_REGISTER = phrase(/\b(?:afternoon|pm) (?:session )?regist(?:er|ers|ration)\b/gi, 'afternoon', 'pm');
const SLOT_FOR_CLOSING = /\bclos(?:e|es|ed|ing)\b/i;
const SLOT_FOR_AFTERNOON = /\b(?:pm|afternoon|lunch)/i;
const CLOSING_LENGTH = phrase(/\b(?:open|clos\w+)\b[^.;]{0,40}\b\d{1,2} ?(?:minutes|mins)\b/gi, 'minutes', 'mins');

/** Registers whose closing time nobody can look up. */
export const timesStated = defineRule({
  id: 'registers/times-stated',
  topic: 'register-times-missing',
  title: 'The policy says when each register opens and closes',
  duty: 'should',
  citations: [citeProvision('policy-times'), citeProvision('register-closes')],
  inForce: { from: '2024-08-19' },
  why: 'Whether a pupil is late or absent turns on the closing time; parents and staff have to be able to look it up.',
  *check(context) {
    const times = context.facts('time');
    const hasMorning = timesOf(times, ...MORNING).length > 0;
    const hasAfternoon = timesOf(times, ...AFTERNOON).length > 0;
    if (!context.isWholePolicy && !hasMorning && !hasAfternoon) return;
    if (context.kind === 'ladder' || !context.has(OF_REGISTERS) || context.has(CLOSING_LENGTH)) return;
    const morning = timesOf(times, 'amRegisterCloses').length > 0 || hasSlot(context, false);
    const afternoon = timesOf(times, 'pmRegisterCloses').length > 0 || hasSlot(context, true);
    if (morning && (afternoon || (!context.isWholePolicy && !hasAfternoon))) return;
    const which = morning ? 'the afternoon register' : afternoon ? 'the morning register' : 'a register';
    yield {
      message: `No time is given at which ${which} closes; the policy says when registers open and close.`,
      at: (morning ? placeOfAfternoon(context) : null) ?? context.placeFor('register', 'school day'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'both closings',
        as: 'whole policy',
        markdown: '# Registers\n\nThe morning register closes at 9.10am.\n\nThe afternoon register closes at 1.20pm.',
      },
      { title: 'a page without registers', markdown: 'School ends at 3.15pm.' },
    ],
    bad: [
      {
        title: 'no times',
        as: 'whole policy',
        markdown: '# «Registers»\n\nRegisters are taken morning and afternoon.',
        says: 'No time is given at which a register closes; the policy says when registers open and close.',
      },
      {
        title: 'no closing',
        markdown: '# «Registers»\n\nThe morning register is taken at 8.50am.',
        says: 'No time is given at which a register closes; the policy says when registers open and close.',
      },
    ],
  },
});

/** Where the afternoon register is spoken of. */
function placeOfAfternoon(context: RuleContext): Place | null {
  const hit = context.first(AFTERNOON_REGISTER);
  return hit ? { start: hit.start, end: hit.end } : null;
}

/** Whether a template leaves a blank for the closing time. */
function hasSlot(context: RuleContext, afternoon: boolean): boolean {
  return context.placeholders.some(({ expects, line }) => {
    if (expects !== 'time') return false;
    const [own] = context.linesAbove(line + 1, 1);
    const words = own?.text ?? '';
    return SLOT_FOR_CLOSING.test(words) && SLOT_FOR_AFTERNOON.test(words) === afternoon;
  });
}
