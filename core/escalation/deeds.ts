import { saysAction } from '../policy/ladder/measures.ts';
import type { Step } from '../policy/schema.ts';

const LABEL = /^\W*(?:trigger|threshold|when|criteri(?:a|on))\s?[:–—-]\s/i;
const FIGURE = /\d/;
/** "Step 4: Legal": a heading over what is enforced, and nothing that is done beside it. */
const ONLY_LEGAL =
  /^\W*(?:legal|statutory|enforcement|sanctions?|formal)(?:\s+(?:stage|route|step|process|phase))?\W*$/i;

/**
 * The indexes of the step's actions that are something done. A line of a ladder also holds words that only say when it
 * begins ("Trigger: 10 sessions in 10 school weeks") or name it ("Legal"): beside a fine they are no support.
 */
export function deedsOf(step: Pick<Step, 'actions' | 'enforcement'>): number[] {
  const enforcing = new Set(step.enforcement);
  return step.actions.flatMap((action, index) => (enforcing.has(index) || !saysOnlyWhen(action) ? [index] : []));
}

function saysOnlyWhen(action: string): boolean {
  return ONLY_LEGAL.test(action) || (FIGURE.test(action) && (LABEL.test(action) || !saysAction(action)));
}
