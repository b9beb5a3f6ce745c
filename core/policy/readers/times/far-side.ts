import { fromConsequence } from './by-consequence.ts';
import type { Consequence } from './consequence.ts';
import { endsWindowOfThen } from './from-then.ts';
import type { Governor } from './governor.ts';
import type { Mention } from './mentions.ts';
import { markThereafter, onTimeUntil } from './on-time.ts';
import type { Ground, Role } from './reading.ts';

/** What a time is by what becomes of the pupils on its far side, whichever way the sentence says it. */
export interface FarSide {
  readonly role: Role;
  readonly second: Role | null;
  readonly ground: Ground;
  readonly explicit: boolean;
  readonly aftermath?: boolean;
}

const FROM_THEN = /^\W*(?:from|after|(?:any\s?time|anything)\s+after)\s+$/i;

/** `asked`: the heading above asks when a pupil is late, and this is its first time. */
export function farSide(
  mention: Mention,
  consequence: Consequence | null,
  governor: Governor | null,
  text: string,
  asked: boolean,
): FarSide | null {
  // "Between then and 9.25 the mark is L."
  if (consequence?.is === 'late' && endsWindowOfThen(mention))
    return { role: 'registerCloses', second: null, ground: 'window', explicit: false };
  const mark = markThereafter(mention);
  if (mark) return thereafter(mark);
  if (consequence) {
    const found = fromConsequence(consequence, mention, governor, text);
    return found && { ...found, ground: 'consequence', explicit: consequence.strong };
  }
  if (onTimeUntil(mention, text)) return thereafter('late');
  return asked && FROM_THEN.test(mention.leftText) && !governor ? thereafter('late') : null;
}

function thereafter(mark: Consequence['is']): FarSide {
  const role = mark === 'late' ? 'registerMarkedBy' : 'registerCloses';
  return { role, second: null, ground: 'consequence', explicit: false };
}
