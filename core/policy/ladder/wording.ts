/** Words by which a sentence shows that it is a step: who does something, what it is, and what it answers. */

/** Parents, pupils or staff have to report something: a rule of the house, no step of the school. */
export const PARENTS_DO =
  /\b(?:parents?|carers?|you|families|pupils?|students?|children|staff)\b[^.;]{0,30}\b(?:must|should|need\s+to|(?:are|is)\s+(?:asked|expected|required|requested|reminded)\s+to|will\s+(?:be\s+)?(?:need|required|expected|asked)\s+to|have\s+to|to)\s+(?:\w+\s+){0,3}(?:contact|phone|ring|call|inform|notify|tell|let|report|telephone|e-?mail|advise|provide|submit|complete|send|bring)\b/i;

/** The school, the authority or one of their people does something, or something is done. */
export const SCHOOL_DOES =
  /\b(?:schools?|we|he|she|mrs?|ms|miss|office|staff|officer|lead|leader|manager|champion|mentor|worker|service|principal|team|admin|administrators?|headteacher|head|authority|authorities|la|ewo|council|tutors?|teachers?|governors|police)\b[^.;]{0,60}\b(?:will|may|can|could|shall|should|must|have\s+to|has\s+to|need\s+to|contacts?|phones?|rings?|calls?|texts?|telephones?|visits?|sends?|refers?|meets?|invites?|informs?|issues?|makes?|writes?|asks?|works?|puts?|offers?|monitors?|starts?|holds?|provides?|arranges?|considers?|speaks?|talks?|tracks?|involves?|tells?|agrees?|draws?\s+up|takes?\s+over|records?|reviews?|discuss(?:es)?|shares?|decides?|applies|apply)\b|\b(?:contact|phone\s+call|call|text|visit|referral|letter|notice|meeting|warning|fine|penalty|prosecution|summons|arrangement|order|ESO|detention|panel|action|case|matter|famil(?:y|ies)|parents|parent|pupils?|child)\w{0,2}\s+(?:\w+\s+){0,4}(?:is|are|be|will|may|has|can|could|made|sent|issued|held|arranged|given|informed|contacted|invited|asked|handed|passed|referred|goes)\b|^\W*(?:prepare|speak|talk|tell|review|call\s+round|involve|agree|start|complete|follow|apply|telephone|phone|ring|call|text|contact|visit|refer|send|invite|inform|issue|arrange|write|meet|make|hold|set|offer|monitor|report|notify|ask|discuss|consider)\b|\b(?:lead|result)s?\s+(?:to|in)\b|\b(?:will|may|can|could|is|are|should)\s+(?:also\s+)?(?:be\s+)?(?:referred|reported|contacted|invited|sent|issued|informed|arranged|notified|taken|given|fined|prosecuted|monitored|discussed|written|held|requested)\b|\b(?:you|parents?|families|carers?)\s+(?:may|will|could|can|might)\s+(?:also\s+)?(?:be\s+(?:issued|fined|invited|asked|sent|given|referred|prosecuted|contacted|required\s+to\s+(?:attend|meet)|expected\s+to\s+(?:attend|meet))|receive|face)\b|\b(?:sits?|serves?|completes?|attends?|does|has|gets?|receives?|given)\s+(?:an?\s+)?(?:[\w-]{1,12}\s+){0,3}detentions?\b|\b(?:is|are|will\s+be|may\s+be|has\s+been)\s+(?:spoken\s+to|talked\s+to|written\s+to|rung|phoned|telephoned|texted|told|placed\s+on|put\s+on|moved\s+(?:on\s+)?to|involved|drawn\s+up|agreed|reviewed)\b|\b(?:you|parents?|families|carers?)\s+(?:will|may|could)\s+(?:then\s+)?(?:get|hear|have)\b|^\W*(?:will|may|can|could)\s+(?:then\s+|also\s+)?(?:receive|get|be|have)\b|\bI\s+(?:will|may|shall)\s+(?:invite|write|ask|meet|ring|call|refer|visit|phone)\b/i;

/** Says what a word means, not what is done. */
export const DEFINITION =
  /\b(?:is|are|be|becomes?|as)\s+(?:\w+\s+){0,3}(?:defined|classed|classified|regarded|considered|deemed|known|identified|described|categorised|termed)\b|\b(?:is|are|becomes?)\s+(?:an?\s+|now\s+)?['"]?(?:persistent|severe)(?:ly)?\s+absen\w+|\bmeans\s+(?:that|missing|being|having|they|a\s+(?:pupil|child|student)|any|over|more|less|at\s+least|\d)|\bdefin(?:es|ition)\b/i;

/** Measures that a school takes when attendance is in trouble. */
export const STRONG =
  /\b(?:penalty|fines?|fined|prosecut\w*|courts?|legal|summons\w*|police|supervision\s+orders?|ESOs?|parenting\s+contracts?|notices?\s+to\s+improve|home\s+visits?|visit\s+(?:the\s+)?home|(?:attend|come\s+(?:out\s+)?to|go\s+to|visit)\s+(?:the|your|their)\s+(?:family\s+)?(?:home|house|address)|emergency\s+contacts?|formal\s+meeting|panel|referr?\w*|letter\s+of\s+warning|warning|meetings?|asked\s+to\s+(?:meet|attend|come)|ask(?:s|ed)?\s+(?:you|parents?|famil(?:y|ies)|carers?|them)\s+to\s+(?:meet|attend|come)|invites?|puts?\s+on\s+report|invited|speak\s+to\s+the\s+attendance|meets?\s+(?:with\s+)?(?:the\s+)?(?:parents?|family|you|us)|attendance\s+(?:plan|contract)|action\s+plan|early\s+help|arrangements\s+will\s+be\s+made)\b/i;

/** What goes wrong, in the words of a condition. */
export const TROUBLE =
  /\b(?:truan\w*|persist\w*|no\s+(?:contact|response|reply|reason|improv\w*)|not\s+(?:been\s+)?(?:found|hear\w*|contacted|responded|in\s+touch|effective|successful|engag\w*|attend\w*|improv\w*|co-?operat\w*|compl\w*|met|had|sorted|paid|made|done)|unable\s+to\s+(?:contact|make)|unwilling|fail\w*|further|second|third|repeat\w*|cannot\s+(?:contact|reach|get\s+hold)|cannot\s+be\s+(?:sorted|resolved|contacted|reached|found)|exhausted|PA|goes\s+(?:on|above)|unpaid|not\s+satisfactory|unsatisfactory|exceeds|concerns\s+(?:are|have\s+been)\s+(?:identified|raised)|unsuccessful|continu\w*|refus\w*|declin\w*|broken|breach\w*|ignored?|nobody|nothing|no[\s-]one|no\s+(?:answer|message|word|news|explanation|progress|change|difference)|worse|unresolved|ineffective|not\s+(?:been\s+)?(?:\w+\s+)?(?:in\s+school|here|know\w*|get\s+through|safe|work\w*|kept|reach\w*|answer\w*|repl\w*|turn\w*\s+up|come|improv\w*)|cannot\s+(?:be\s+(?:reached|found)|get\s+through|speak))\b|\bconcerns?\s+(?:about|over|regarding|with)\s+(?:\w+\s+){0,4}(?:attendance|absence|punctuality)|\b(?:attendance|punctuality)\s+(?:is|was|has\s+been|becomes?)\s+(?:\w+\s+)?(?:low|poor)\b|\b(?:worrying|concerning|irregular)\s+patterns?\b/i;

/** Somebody gets in touch: a measure only where a pupil is away and nobody knows why. */
export const GETS_IN_TOUCH =
  /\b(?:contact(?:s|ed|ing)?|telephones?|telephoned|phones?|phoned|rings?|calls?|called|texts?|notif(?:y|ied|ies)|speak)\b/i;
export const AWAY =
  /\babsen(?:t|ce|ces)\b|\bnot\s+(?:\w+\s+){0,2}(?:arrived?|attend(?:ed|ing)?|in\s+school|reported|heard|found)\b|\b(?:no|without)\s+(?:contact|reason|reply|response|answer|message|word|news|explanation)\b|\bmissing\b|\bnot\s+(?:hear\w*|know\w*)\b|\bheard\s+nothing\b|\b(?:nobody|no[\s-]one|cannot)\b[^.;]{0,30}\b(?:reach(?:ed)?|repl\w+|answers?|responds?|contact(?:ed)?)\b/i;

/** What is at stake, said softly: enough where a list of measures follows. */
export const CONCERN = /\bcaus(?:e|es|ing)\s+(?:for\s+)?concern\b|\bdoes\s+not\s+attend\b|\bstops?\s+attending\b/i;

/** A heading or an opening line over what people are there for: duties, no steps. */
export const DUTIES =
  /\bresponsib\w+|\broles?\b|\bduties\b|\bexpected\s+to\s*:|\bexpectations?\b|\baims?\b|\bdefinitions?\b/i;

/** Conditions that every policy has and that start no ladder: appointments, requests, moving away. */
export const HARMLESS =
  /\b(?:wish|would\s+like|feel|prefer|questions?|vomit\w*|appointments?|moving|moved|leaves?\s+the\s+school|new\s+school|disagree|complain\w*|requests?|requested|apply|application|medical\s+evidence|genuine|snow|closed|bereave\w*|threshold\s+has\s+not|exceptional|holidays?|leave\s+of\s+absence|religious|performance|SEND|social\s+worker|safeguarding)\b/i;

/** A heading over what parents or pupils have to do. */
export const ADDRESSED_TO_PARENTS =
  /\b(?:parents?|carers?|famil(?:y|ies)|pupils|students|children|you)\b(?:[\s/,&]|and|or|carers?|guardians?|their|the|are|is|we|of|to){0,10}\s*(?:must|should|need|will|can|do|expected|asked|required|responsib\w+|role)\b|\bresponsibilit\w+\s+of\s+(?:the\s+)?(?:parents?|pupils?|carers?)\b|\bexpectations?\s+of\s+(?:parents?|pupils?)/i;

/** Late arrivals answered at once, whatever their number. */
export const LATE_PUPIL =
  /\b(?:pupils?|child(?:ren)?|students?|anyone|those)\b(?:[^.;]|\.(?=\d)){0,60}\b(?:late|after\s+the\s+(?:start|bell|register))\b|\blate\s+(?:pupils?|arrivals?|marks?)\b|\bmarked\s+(?:as\s+)?late\b|\b(?:if|when)\b[^.;]{0,40}\b(?:late|later\s+than)\b/i;
export const LATE_ANSWER =
  /\bdetentions?\b|\bloses?\s+(?:\w+\s+){0,3}(?:break|playtime|lunch\w*)\b|\b(?:stays?|kept)\s+(?:behind|in\s+at)\b|\bmakes?\s+up\b[^.;]{0,30}\btime\b|\b(?:courtesy\s+|late\s+)text\b|\btexts?\s+(?:is|will\s+be)\s+sent\b|\bsent\s+a\s+text\b|\btime\s+(?:is\s+)?made\s+up\b/i;

/** Said to parents: "please ring us", "call the office again". */
export const ASKS_PARENTS =
  /\bplease\b(?!\s+(?:be\s+aware|note)\b)|\bevidence\b[^.;]{0,20}\b(?:must|should|has\s+to|needs?\s+to|will\s+(?:need|have)\s+to)\s+be\s+(?:handed|given|provided|sent|brought|shown)\b|^\W*(?:then\s+)?(?:(?:you|parents?)\s+(?:should|must|need\s+to)\s+)?(?:call|ring|phone|telephone|tell|let|contact|text|e-?mail|message|inform)\s+(?:us|school|the\s+(?:school|office))\b/i;

/** Words without contractions: "hasn't" is "has not", "we'll" is "we will". */
export function spelledOut(words: string): string {
  if (!words.includes("'")) return words;
  return words
    .replace(/\bcan't\b/gi, 'cannot')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/(\w)n't\b/gi, '$1 not')
    .replace(/(\w)'ll\b/gi, '$1 will')
    .replace(/\b(we|you|they)'(?:re|ve)\b/gi, '$1 have')
    .replace(/\b(it|there|that)'s\b/gi, '$1 is');
}
