import { lexicon } from './lexicon.ts';

/** What a level of attendance means for learning: told to parents beside a figure, and nothing that anybody does. */

const COSTS = lexicon('excelling underachiev*', {
  'is are': [/\s+(?:un)?likely\s+to\s+(?:achieve|reach|get|gain|make|meet|do)\b/iy],
  'will be': [/(?:\s+be)?\s+(?:un)?likely\s+to\s+(?:achieve|reach|get|gain|make|meet|do)\b/iy],
  'may will could can might should': [
    /\s+(?:\w+\s+){0,2}(?:fall\s+behind|find\s+it|struggle|under-?achieve|achieve|get\s+the\s+best)\b/iy,
    /\s+(?:\w+\s+){0,2}drop\s+(?:\w+\s+){1,4}grades?\b/iy,
  ],
  'missing missed': [
    /\s+(?:out|an?|at|up|more|less|fewer|nearly|almost|over|about|around|so|half|\d|one|two|three|four|five|six)\b(?!\s?%|\s+than\s+\d{1,2}\s?%)/iy,
  ],
  'difficult hard harder impossible': [/\s+(?:for\s+\w+\s+)?to\b/iy],
  under: [/-achiev\w+/iy],
  in: [/\s+line\s+with\b/iy],
  'make makes making': [/\s+the\s+most\b/iy],
  full: [/\s+advantage\b/iy],
  best: [/\s+(?:possible\s+)?(?:chance|start|levels|grades|results)\b/iy],
  well: [/\s+prepared\b/iy],
  on: [/\s+track\b/iy],
  'school our': [/(?:'s)?\s+(?:expectation|target|minimum)\b/iy],
  'impact effect': [/\s+on\b/iy],
  'catch catching': [/\s+up\b/iy],
  keep: [/\s+up\s+with\b/iy],
});
const MEASURES = lexicon(
  `letter letters meet meets meeting meetings contact contacts contacted call calls phone phones phoned refer* visit visits
  monitor* inform informs informed invit* panel notice notices fines fined ring rings write writes speak speaks ask asks penalt*
  prosecut* court legal warning contract interven* ref certificate certificates reward* prize prizes celebrat* ewo ews text texts texted`,
  {
    'a an the possible penalty': [/\s+fine\b/iy],
    'action support attendance improvement': [/\s+plan\b/iy],
    early: [/\s+help\b/iy],
    on: [/\s+report\b/iy],
    report: [/\s+card\b/iy],
    'outside external': [/\s+agenc\w+/iy],
  },
);

/** "No action", "none", "nothing further": a level that asks for nothing. */
export const NOTHING_DONE =
  /^\W*(?:(?:none|nil|n\/?a|nothing)\b|no\s+(?:further\s+)?(?:actions?|concerns?|interventions?)\b)[^,;.&]{0,40}(?:,?\s+unless\b[^.;]{0,80})?\W*$/i;

/** Whether words tell what attendance brings or costs, and name no measure: "90%: a month of school missed". */
export function onlyDescribes(words: string): boolean {
  return COSTS.isIn(words) && !MEASURES.isIn(words);
}

const TREAT = /\b(?:trips?|treats?|prom|part(?:y|ies)|disco|celebrations?|rewards?|cinema|raffle|draw)\b/i;
const FORGONE =
  /\b(?:not|cannot|unable|miss(?:es)?(?:\s+out)?|lose|forfeit|stays?|remains?|excluded?|no\s+longer|only)\b/i;
const TOLD = /\b(?:letters?|meetings?|contact(?:s|ed)?|phone|calls?|refer\w*|visits?|panel|notices?|fine[ds]?)\b/i;

/** Whether words only say who goes without a treat: "Those below 95% stay in school on the day of the trip". */
export function onlyForgoes(words: string): boolean {
  return TREAT.test(words) && FORGONE.test(words) && !TOLD.test(words);
}

const WISH =
  /\bwe\s+(?:would\s+like|ask|want|expect|hope|encourage)\b[^.;]{0,30}\b(?:you|parents?|carers?|pupils?|children|famil(?:y|ies)|students?)\s+(?:\/?\s?carers?\s+)?(?:will\s+|can\s+)?(?:to\s+)?(?:focus|improve|keep|ensure|aim|help|make\s+sure|try|maintain|reach|work)\b[^.;]{0,200}/gi;

/** Words without what a school only wishes of others: "We would like parents to keep attendance up". */
export function withoutWishes(words: string): string {
  return /\bwe\s/i.test(words) ? words.replace(WISH, ' ') : words;
}
