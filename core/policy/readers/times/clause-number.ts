import type { Block } from '../../blocks.ts';
import type { BlockContext } from '../reader.ts';

const LEADING = /^\s*(\d{1,2})\.(\d{2})(?![\d:.%])(?!\s?[ap]\.?\s?m|\s?(?:-|to)\s?\d)/i;

/** "8.45 doors open, 8.55 doors close": entries of one list, each with its time. */
const ENTRIES = /^\s*\d{1,2}\.\d{2}\s[^\d]{3,40}[,;]\s*\d{1,2}[.:]\d{2}\s+[A-Za-z]/;

/**
 * How many units at the head of a block are the number of a clause ("8.15 Pupils who …") and no clock time: numbers that
 * no bell rings at, and numbers whose neighbours count on by one. 0 when the head is no such number.
 */
export function clauseNumberLength(block: Block, context: BlockContext): number {
  const head = LEADING.exec(block.plain);
  if (!head) return 0;
  const [whole, section = '', clause = ''] = head;
  const hour = Number(section);
  const number = Number(clause);
  if (hour < 7 || hour > 16 || number % 5 !== 0) return whole.length;
  const counts = [context.before, context.after].some((other) => {
    const near = /^\s*(\d{1,2})\.(\d{1,2})(?!\d)/.exec(other);
    return near !== null && Number(near[1]) === hour && Math.abs(Number(near[2]) - number) === 1;
  });
  return counts ? whole.length : 0;
}

/** "8.45 am: registers open": no clause has a number of the morning. */
const HALF_TOLD = /^\s*\d{1,2}[.:]\d{2}\s?[ap]\.?\s?m(?![a-z])/i;

/** Whether a heading's printed number is rather a clock time: "8.45 Registers open" among its like. */
export function isTimeNotNumber(block: Block, context: BlockContext): boolean {
  if (block.kind !== 'heading') return false;
  if (HALF_TOLD.test(block.plain)) return true;
  if (!LEADING.test(block.plain) || clauseNumberLength(block, context) > 0) return false;
  if (ENTRIES.test(block.plain)) return true;
  return [context.before, context.after].some((other) => {
    const near = /^\s*(\d{1,2})[.:](\d{2})(?!\d)/.exec(other);
    return near !== null && Number(near[1]) >= 7 && Number(near[1]) <= 16 && Number(near[2]) % 5 === 0;
  });
}
