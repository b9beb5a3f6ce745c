import type { Decision, StepRef } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import type { MarkLevel } from '../messages.ts';

/** The mark of a pupil for whom no step of the policy holds. */
export const NO_STEP = 'No step';

const OWN_WORD = /^(step|stage|level|tier|phase|wave)\b/i;

/** A word or two for a mark, in the policy's own word for a step where its title begins with one. */
export function labelOf(decision: Decision | null): string {
  if (!decision || decision.current.answer === 'cannot-tell') return 'Can’t tell';
  const { step } = decision.current;
  return decision.current.answer === 'none' || !step ? NO_STEP : stepLabel(step);
}

/** "Stage 2", "Step 9a"; a band that is named only, such as "Amber", by its name. */
export function stepLabel(step: StepRef): string {
  const word = OWN_WORD.exec(step.title)?.[1];
  if (!word && step.title.length <= 12 && !/\d/.test(step.title)) return step.title;
  const noun = word ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : 'Step';
  return `${noun} ${step.order}${step.sub ?? ''}`;
}

/** How severe the step looks, by its place among the steps of its own sequence that are neither reward nor for everyone. */
export function levelOf(decision: Decision | null, steps: readonly Step[]): MarkLevel {
  if (!decision || decision.current.answer === 'cannot-tell') return null;
  const { step } = decision.current;
  if (!step || decision.current.answer === 'none') return 0;
  const ladder = steps.filter(({ sequence, kind }) => sequence === step.sequence && kind === undefined);
  const place = ladder.findIndex(
    ({ order, sub, line }) => order === step.order && sub === step.sub && line === step.line,
  );
  if (place < 0) return 0;
  return ladder.length <= 4 ? asLevel(place + 1) : asLevel(1 + Math.floor((place * 4) / ladder.length));
}

function asLevel(number: number): MarkLevel {
  return number <= 1 ? 1 : number === 2 ? 2 : number === 3 ? 3 : 4;
}
