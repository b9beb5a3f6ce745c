/** What a level of attendance means for learning: told to parents beside a figure, and nothing that anybody does. */

const COSTS =
  /\b(?:(?:is|are|will\s+be)\s+(?:un)?likely\s+to\s+(?:achieve|reach|get|gain|make|meet|do)|(?:may|will|could|can|might|should)\s+(?:\w+\s+){0,2}(?:fall\s+behind|find\s+it|struggle|under-?achieve|achieve|get\s+the\s+best|drop\s+(?:\w+\s+){1,4}grades?)|miss(?:ing|ed)\s+(?:out|an?|at|up|more|less|fewer|nearly|almost|over|about|around|so|half|\d|one|two|three|four|five|six)\b|(?:difficult|hard|harder|impossible)\s+(?:for\s+\w+\s+)?to|under-?achiev\w+|in\s+line\s+with|excelling|mak(?:e|es|ing)\s+the\s+most|full\s+advantage|best\s+(?:possible\s+)?(?:chance|start|levels|grades|results)|well\s+prepared|on\s+track|(?:school|our)(?:'s)?\s+(?:expectation|target|minimum)|(?:impact|effect)\s+on|catch(?:ing)?\s+up|keep\s+up\s+with)\b/i;
const MEASURES =
  /\b(?:letters?|meet(?:s|ings?)?|contact(?:s|ed)?|calls?|phones?d?|refer\w*|visits?|monitor\w*|inform(?:s|ed)?|invit\w*|panel|notices?|fines|fined|(?:an?|the|possible|penalty)\s+fine|rings?|writes?|speaks?|asks?|penalt\w*|prosecut\w*|court|legal|warning|contract|(?:action|support|attendance|improvement)\s+plan|interven\w+|early\s+help|on\s+report|report\s+card|ref\b|(?:outside|external)\s+agenc\w+|certificates?|reward\w*|prizes?|celebrat\w*|EW[OS])\b/i;

/** "No action", "none", "nothing further": a level that asks for nothing. */
export const NOTHING_DONE =
  /^\W*(?:(?:none|nil|n\/?a|nothing)\b|no\s+(?:further\s+)?(?:actions?|concerns?|interventions?)\b)[^,;.&]{0,40}\W*$/i;

/** Whether words tell what attendance brings or costs, and name no measure: "90%: a month of school missed". */
export function onlyDescribes(words: string): boolean {
  return COSTS.test(words) && !MEASURES.test(words);
}
