/** Percentages that only tell: of how many pupils, of a sum worked out, of what once was. None of them sets anything off. */

/** "1 in 6 of our pupils missed more than 10%", "one pupil in seven had attendance below 90%". */
const RATIO =
  /\b(?:an?|one)\s(?:half|third|quarter|fifth|sixth|tenth)\sof\s(?:(?:our|all|the)\s)?(?:\w+\s)?(?:pupils|children|students)\b[^.;]{0,60}$|\b(?:one|two|three|four|[1-9])\s(?:(?:pupils?|child|children|students?|famil(?:y|ies))\s)?in\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3})\b[^.;]{0,60}$/i;
/** "Three lates in two weeks" counts lates. */
const COUNTS_SOMETHING =
  /\bin\s(?:every\s)?\w{1,6}\s(?:consecutive\s|school\s)?(?:weeks?|days?|terms?|months?|sessions?)\b/i;
const HOW_MANY = /\bhow\s(?:many|often)\b[^.;?]{0,80}$/i;
/** "A fortnight in Spain brings attendance down to 94.7%". */
const WORKED_OUT =
  /\b(?:bring|brought|tak|took|push|pull|drag|lower|reduc|cut|leav)(?:e?[sd]?|ing)\b[^.;%]{0,50}\b(?:to|at)\s(?:just\s|only\s|about\s|around\s|below\s|under\s)?$/i;
/** "With 12 days off, attendance drops to 93.7%". */
const AFTER_SO_MANY_DAYS =
  /\bwith\s(?:just\s|only\s)?[\w.]{1,8}\s(?:days?|weeks?|sessions?)\s(?:off|away|missed|absent)\b[^.;]{0,60}$/i;
/** "Our attendance fell below 94% in the winter". */
const FELL =
  /(?<!\b(?:has|have)\s(?:\w{1,12}\s)?)\b(?:fell|dropped|dipped|sank|slipped|slid)\s(?:just\s|briefly\s|again\s|slightly\s|sharply\s)?(?:to|below|under)\s(?:below\s)?$/i;
const SUPPOSED = /\b(?:if|when|whenever|where|once|whose|should|any|until|unless|who|that)\b/i;
const IMAGINED = /^\W*(?:imagine|suppose|supposing|let us say|say that)\b/i;

/** Whether the words before a percentage make it a headcount, a sum or news; `answered`: an action stands behind it. */
export function isTold(before: string, sentence: string, answered: boolean): boolean {
  if (IMAGINED.test(sentence) || HOW_MANY.test(before)) return true;
  if (RATIO.test(before) && !COUNTS_SOMETHING.test(before)) return true;
  return (
    !answered &&
    !SUPPOSED.test(before) &&
    (WORKED_OUT.test(before) || FELL.test(before) || AFTER_SO_MANY_DAYS.test(before))
  );
}

const OF_ANOTHER_TIME =
  /\b(?:last|previous)\s(?:school\s|academic\s)?(?:year|term|summer|autumn|spring|winter)|\bnational(?:ly)?\b|\bin\s20\d\d|\bwere\b|\bused to\b|\b(?:pupils|children|students) had\b|\b(?:other|some|most|many)\sschools\b|\bresearch\b|\bstatistics\b/i;
const AT_A_SCHOOL = /\b[Aa]t\s(?:[A-Z][\w'-]{1,20}\s){1,4}(?:School|Academy|College|Primary|High|Infants|Juniors)\b/;

/** Whether a sentence has words of news or statistics: its figures could be read otherwise. */
export function mayBeNews(sentence: string): boolean {
  return OF_ANOTHER_TIME.test(sentence) || AT_A_SCHOOL.test(sentence);
}
