import { matchesOf } from '../../../text/matches.ts';
import type { Metric, Operator } from '../../schema.ts';

// "persistent absence" is a label, not what is measured: "persistent absence (attendance below 90%)".
const LABEL_WORDS =
  /\b(?:persistent(?:ly)?|severe(?:ly)?|chronic(?:ally)?|school)\s+(?:non-)?(?:absen(?:ce|t|tee|teeism|tees)|attend(?:er|ers|ance)?)\b/gi;
/** "an attendance contract" says who meets, not what is counted. */
const ATTENDANCE_WORDS =
  /\battendance\s+(?:contracts?|panels?|officers?|leads?|leaders?|teams?|managers?|champions?|meetings?|clinics?|plans?|letters?|policy|support|reviews?|reports?)\b/gi;
const ABSENCE = /\b(?:absence|absences|absent|absenteeism|miss(?:es|ed|ing)?|non-?attendance|away)\b/gi;
const ATTENDANCE = /(?<!non-)(?<!non )(?<!unauthorised )\b(?:attendance|attend(?:s|ed|ing)?|present)\b/gi;

/** Whether a percentage is of attendance or of absence, by the nearest word for either, else by what would make sense. */
export function percentMetric(
  text: string,
  start: number,
  end: number,
  op: Operator,
  value: number,
): Extract<Metric, 'attendance' | 'absence'> {
  const blank = (label: string): string => ' '.repeat(label.length);
  const words = text.replace(LABEL_WORDS, blank).replace(ATTENDANCE_WORDS, blank);
  const before = words.slice(Math.max(0, start - 160), start);
  const after = words.slice(end, end + 60);
  const distance = {
    attendance: Math.min(last(before, ATTENDANCE), first(after, ATTENDANCE) + 12),
    absence: Math.min(last(before, ABSENCE), first(after, ABSENCE) + 12),
  };
  if (distance.absence < distance.attendance) {
    // "absence is a concern: attendance is below 90%" said short: nobody is in trouble for little absence.
    return value >= 40 && op !== '>' && op !== '>=' ? 'attendance' : 'absence';
  }
  if (distance.attendance < Number.POSITIVE_INFINITY) return 'attendance';
  return value <= 50 && (op === '>' || op === '>=') ? 'absence' : 'attendance';
}

function last(text: string, pattern: RegExp): number {
  let at = Number.NEGATIVE_INFINITY;
  for (const match of matchesOf(text, pattern)) at = match.index + match[0].length;
  return text.length - at;
}

function first(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}
