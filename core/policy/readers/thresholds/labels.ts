import type { FactOf } from '../../schema.ts';
import type { Figure } from './figure.ts';

type Label = FactOf<'threshold'>['label'];

const PERSISTENT = /\b[Pp]ersistent(?:ly)?\s+(?:[Aa]bsen|non-attend)|\bPAs?\b/;
const SEVERE = /\b[Ss]evere(?:ly)?\s+(?:persistent(?:ly)?\s+)?[Aa]bsen|\bSA\b/;

/** What the policy calls a threshold. */
export function labelOf(figure: Figure, sentence: string, around: string): Label {
  if (figure.metric === 'penaltyNotices') return 'penaltyNotice';
  if (figure.sense === 'leave') return 'other';
  if (figure.unit === 'percent') {
    if (figure.value === 50 && SEVERE.test(`${sentence} ${around}`)) return 'severeAbsence';
    if (PERSISTENT.test(sentence)) return 'persistentAbsence';
    if (figure.metric === 'absence' && figure.value === 10 && PERSISTENT.test(around)) return 'persistentAbsence';
    return /\b(?:letter|concern|meeting|monitor|notice|refer|contact)/i.test(sentence) ? 'concern' : 'other';
  }
  if (/\b(?:penalty|fines?|fpn|fixed|notice)\b/i.test(sentence) || /\bpenalty notice/i.test(around))
    return 'penaltyNotice';
  return /\bmissing\b[^.]{0,20}\beducation\b/i.test(around) ? 'missingEducation' : 'other';
}
