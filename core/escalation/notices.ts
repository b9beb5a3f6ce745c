import { addMonths } from '../attendance/months.ts';
import { dayNumberFast } from '../attendance/session.ts';
import { firstNoticeThatCounts, penaltyLimit } from '../guidance/thresholds.ts';
import type { Range } from './figures.ts';
import { type Held, NO, UNKNOWN, type View, YES } from './view.ts';

/** Penalty notices that stand in the three years to the as-of day. Day numbers. */
export interface Standing {
  byParent: { parentId: string | null; days: number[] }[];
  /** Notices in the three years that were issued before notices began to count. */
  tooEarly: number;
}

const NONE: Standing = { byParent: [], tooEarly: 0 };

/** The notices that stand, parent by parent. */
export function standingNotices(view: View): Standing {
  const { records, figures } = view;
  if (records.notices.length === 0) return NONE;
  const limit = penaltyLimit.valueOn(figures.asOf);
  const first = limit ? addMonths(view.asOfDay, -12 * limit.value.years) + 1 : Number.NEGATIVE_INFINITY;
  const counts = firstNoticeThatCounts.valueOn(figures.asOf);
  const from = counts ? dayNumberFast(counts.value) : Number.POSITIVE_INFINITY;
  const result: Standing = { byParent: [], tooEarly: 0 };
  for (const notice of records.notices) {
    if (notice.day < first) continue;
    if (notice.day < from) {
      result.tooEarly++;
      continue;
    }
    const same = result.byParent.find((entry) => entry.parentId === notice.parentId);
    if (same) same.days.push(notice.day);
    else result.byParent.push({ parentId: notice.parentId, days: [notice.day] });
  }
  return result;
}

/** How many notices stand to the parent who has most; null without an actions file. */
export function standing(view: View): Range | null {
  if (!view.records.given) return null;
  const { byParent } = standingNotices(view);
  let known = 0;
  let unknown = 0;
  for (const { parentId, days } of byParent) {
    if (parentId === null) unknown += days.length;
    else known = Math.max(known, days.length);
  }
  return { least: Math.max(known, unknown > 0 ? 1 : 0), most: known + unknown };
}

/** Whether as many notices stand to one parent as may; unknown without an actions file, or where no parent is named. */
export function limitReached(view: View): Held {
  const range = standing(view);
  const limit = penaltyLimit.valueOn(view.figures.asOf)?.value.notices ?? Number.POSITIVE_INFINITY;
  if (!range) return UNKNOWN;
  return range.least >= limit ? YES : range.most < limit ? NO : UNKNOWN;
}
