import type { Clock } from '../../../text/clock.ts';

/** "before 9 please", "by 9 on the first day": an hour without minutes, as the words around it show. */
const BARE =
  /\b(?:before|by|after|until|till|later than)\s+(?:about\s+)?(8|9|10)(?=\s*(?:[.;!?)](?!\d)|,\s|$|(?:please|sharp|prompt(?:ly)?|each|every|so|if|we|they|you|or|and|are|is|will|must|should|need)\b(?!\s+\d)|on\s+(?:the|that|each|every|their|your)\b|in\s+the\s+morning\b|to\s+(?:tell|let|say|report|explain)\b))/gi;
/** Only where one speaks of calling, coming and registers: elsewhere a bare figure counts something. */
const OF_THE_MORNING =
  /\b(?:ring|phone|telephone|call|text|tell|let\s+us|report|message|absen\w*|ill|sick|poorly|arriv\w*|late|registers?|registration|gates?|doors?)\b/i;

/** The bare hours of a text that stand free of its other clock times. */
export function bareHours(text: string, others: readonly Clock[]): Clock[] {
  if (!OF_THE_MORNING.test(text)) return [];
  return [...text.matchAll(BARE)].flatMap((match): Clock[] => {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? '').length;
    if (others.some((clock) => clock.start < end + 4 && clock.end > start - 1)) return [];
    return [{ start, end, minutes: Number(match[1]) * 60, sure: false, repaired: false }];
  });
}
