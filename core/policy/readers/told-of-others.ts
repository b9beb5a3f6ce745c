const OF_OTHERS =
  /\b(?:different|differ|other|another|neighbouring|same)\b[^?]{0,40}\b(?:schools?|colleges?|academy|academies)\b[^?]{0,24}\?/i;
const EXAMPLE = /\b(?:give|have|see)\b[^?]{0,20}\bexamples?\b[^?]{0,30}\?/i;

/** Whether a heading asks of other schools or for an example: what stands below it sets nothing off at this one. */
export function isToldOfOthers(heading: string): boolean {
  return heading.includes('?') && (OF_OTHERS.test(heading) || EXAMPLE.test(heading));
}
