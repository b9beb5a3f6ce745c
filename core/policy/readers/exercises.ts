/**
 * Staff training and worked scenarios: what becomes of an invented child is no rule of the school's, and defines no mark
 * and no hour.
 */

/** "Discuss in pairs", "What would you write in his report?", "(Staff training, slide 6)". */
const SET_AS_A_TASK =
  /\b(?:discuss|talk\s(?:it|this)\s(?:through|over))\s(?:this\s|it\s)?(?:in|with)\s(?:pairs|threes|groups|small\sgroups|a\spartner|your\s(?:partner|table|group|neighbour|team))\b|\bwhat\s(?:would|should|could|do)\syou\s(?:do|say|write|record|enter|advise|tell)\b|\bwhich\s(?:code|mark|letter)\s(?:would|should|do)\syou\b|\bstaff\straining,?\s(?:slide|session|quiz)\b/i;
/** "Scenario 3:", "Case study B.", "Quiz:", "Discuss:". */
const LEADS_A_TASK =
  /^\W{0,6}(?:scenario|case[ -]study|quiz|role[ -]?play|discuss(?:ion)?|training\s(?:task|exercise|question))\b(?:\s(?:\d{1,2}|[A-H]|one|two|three|four))?\s?[:.)–-]/i;
/** "Task 2: …", "Exercise: …": that may as well be a job of the office's, unless it ends in a question. */
const MAY_LEAD_A_TASK = /^\W{0,6}(?:task|exercise|activity)(?:\s(?:\d{1,2}|[A-H]))?\s?[:.)–-][^\n]{0,600}\?\W{0,4}$/i;
/** "Leo (Y8) has 48 absences", "Amira comes in at 9.20": somebody by a first name. */
const NAMED_CHILD =
  /\b(?!(?:Pupils?|Children|Students?|Parents?|Staff|School|Registers?|Registration|Codes?|Attendance|Everyone|Nobody|She|He|It|There|This|That|Lateness|Absence)\b)[A-Z][a-z]{1,14}(?:'s)?(?:\s\((?:Y|Year\s)[\w ]{1,4}\))?\s(?:has|had|is|was|came|comes|arriv(?:es|ed)|gets|got|miss(?:es|ed)|walks|walked|turns|turned|attendance|mother|father|mum|dad)\b/;
/** One small pattern that most paragraphs fail. */
const MAY_BE =
  /discuss|talk\s|\byou\s(?:do|say|write|record|enter|advise|tell)|training|scenario|case[ -]study|quiz|role[ -]play|\b(?:task|exercise|activity)\b|which\s(?:code|mark|letter)/i;
const QUESTION = /\?/;

/** Whether a paragraph sets a task about an invented child. */
export function isExercise(words: string): boolean {
  if (!MAY_BE.test(words)) return false;
  if (SET_AS_A_TASK.test(words)) return true;
  if (LEADS_A_TASK.test(words)) return QUESTION.test(words) || NAMED_CHILD.test(words);
  return MAY_LEAD_A_TASK.test(words) && NAMED_CHILD.test(words);
}
