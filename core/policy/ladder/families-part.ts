import { STRONG } from './wording.ts';

/** What families have to bring when a pupil has been away: how an absence is recorded, and nothing that the school does. */

const PROOF =
  /\b(?:doctor'?s?'?|gp|medical|sick(?:ness)?)\s+(?:certificates?|notes?|letters?|evidence|proof)\b|\b(?:evidence|proof|certificates?|notes?)\s+(?:from\s+(?:a|the|your|their)\s+(?:doctor|gp)|of\s+(?:the\s+)?illness)\b/i;
const ILL = /\b(?:ill|illness(?:es)?|sick(?:ness)?|unwell|medical)\b/i;
const BRINGS = /\b(?:must|should|(?:needs?|have|has)\s+to)\s+(?:bring|send|provide|produce|show|hand)\b/i;
const SCHOOL_DOES =
  /\b(?:we|school|staff|lead|team|officer|la|authority)\s+(?:will|may|would|shall|must|to)\b|^\W*contact\b/i;

/** "If a child is ill for more than five days we ask for a doctor's certificate". */
export function onlyWantsProof(text: string): boolean {
  return PROOF.test(text) && ILL.test(text) && !STRONG.isIn(text.replace(PROOF, ' '));
}

/** "Any pupil whose attendance is under 93% must bring a doctor's note": what is done, and the sentence that it stands in. */
export function familyBrings(done: string, sentence = done): boolean {
  return BRINGS.test(done) && PROOF.test(done) && !SCHOOL_DOES.test(sentence) && !STRONG.isIn(sentence);
}
