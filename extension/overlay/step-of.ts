import type { MarkedPupil } from '../judging/judged-page.ts';
import { NO_STEP } from '../judging/labels.ts';

/** The title of the step that holds; null where none does, or none can be told. */
export function stepOf({ level, label, title }: MarkedPupil): string | null {
  return level === null || label === NO_STEP ? null : title;
}
