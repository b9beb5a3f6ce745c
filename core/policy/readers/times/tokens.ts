import { alternativesIn } from '../../../text/alternatives.ts';
import type { Clock } from '../../../text/clock.ts';
import { takenApart } from './apart.ts';
import { clocksHere } from './clocks-here.ts';

/** What a word or a phrase of a sentence is about, as far as it helps to say what a clock time is for. */
export type Cue =
  // Things that open, close, start and end.
  | 'register'
  | 'gate'
  | 'day'
  | 'session'
  | 'lunch'
  | 'break'
  | 'pickup'
  | 'dayStart'
  | 'dayEnd'
  | 'lesson'
  | 'other'
  // What they do.
  | 'open'
  | 'close'
  | 'start'
  | 'end'
  | 'take'
  | 'mark'
  // People, and what they do.
  | 'parent'
  | 'staff'
  | 'arrive'
  | 'report'
  | 'call'
  | 'unheard'
  // What happens to the pupil.
  | 'late'
  | 'absent'
  | 'present'
  // Grammar.
  | 'not'
  | 'after'
  | 'before'
  | 'at'
  | 'from'
  | 'until'
  | 'between'
  | 'anaphor'
  | 'when'
  | 'example'
  | 'stop';

export interface CueToken {
  readonly is: Cue;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export interface TimeToken {
  readonly is: 'time';
  readonly start: number;
  readonly end: number;
  readonly clock: Clock;
}
export type Token = CueToken | TimeToken;

const SCHOOL = '(?:school|college|academy)';
/** "the school office" is where one calls, and opens and ends nothing. */
const NOT_THE_SCHOOL =
  '(?!\\s+(?:gates?|doors?|grounds|site|campus|building|entrance|playground|office|reception|policy|website|staff|team|registers?|attendance|secretary|admin\\w*|app|year|week|term|uniform|meals?|bus|lunch|nurse|phone|telephone|library|hall|canteen|kitchen|dining|gym\\w*|sports?|fields?|council|trust|choir|shop|crossing|clubs?|trips?))';
const CLASS =
  '(?:class(?:es|rooms?)?|rooms?|form(?: rooms?| time)?|tutor(?: rooms?| time| group)?|lessons?|seats?|desks?|places?|the building|the premises|the playground|the line|registration)';
const MARK_VERB =
  '(?:mark(?:ed)?|record(?:ed)?|regist(?:er|ered)|cod(?:e|ed)|class(?:ed|ified)|consider(?:ed)?|deem(?:ed)?|count(?:s|ed)?|treat(?:ed)?|regard(?:ed)?|not(?:e|ed)|show[ns]?|enter(?:ed)?|log(?:ged)?|list(?:ed)?|given|giv(?:e|es|ing)|receiv(?:e|es|ed|ing)|gets?|become|becomes)';

/** Whose day it is: "Years 3, 4, 5 & 6 start", "Reception finishes". */
const PHASE =
  '\\b(?:reception|eyfs|foundation stage|infants?|juniors?|ks ?[1-5]|key stages? \\d|years? (?:groups? )?\\d{1,2}(?:(?:,? (?:and|&|to) |, ?| ?- ?)(?:years? )?\\d{1,2}){0,6})';

/** The lexicon. At one place the first entry that matches wins, so longer phrases stand before their words. */
const LEXICON: readonly (readonly [Cue, string])[] = [
  ['example', String.raw`worked example|\bexamples?\s?:|for example|for instance|\be\.g\.?|\beg\b`],
  [
    'other',
    String.raw`crossing patrols?(?: is there)?\b|breakfast(?:\s+clubs?)?(?: opens (?:its|the) (?:doors|gates)\b)?|(?:before|after)[- ]?school\s+(?:clubs?|care|provision|activit\w+)|wrap[- ]?around(?:\s+care)?|(?:extra|co)[- ]?curricular(?:\s+\w+)?|enrichment|clubs?\b(?: opens (?:its|the) (?:doors|gates)\b)?|child\s?care|homework\s+\w+|detentions?|boosters?|parents'? evenings?|open (?:evening|day)|assembl(?:y|ies)\b|(?:collective )?worship|warning bell|\bbell for (?:the )?(?:movement|warning)|\bmovement to\b|\b(?:bell|whistle) (?:goes|rings|blows|is rung|is blown|sounds|will (?:ring|blow|go))\b|(?:on|at) (?:the |our )?(?:school )?(?:gates?|doors?)(?= (?:between|from|until|every|each|to))|(?:office|(?:main|school) reception) (?:is )?(?:open|hours|staffed)|(?:office|reception) (?:opens|closes)(?! (?:the|our|both|all|its)\b)|(?:phone|telephone) lines? (?:are |is )?open|\bbus(?:es)?\b|concerts?|\bpast(?=\s+papers)|\b(?:trip|fire|swimming|coach|visitors?'?) regist(?:ers?|ration)\b|\b(?:check|monitor|audit|scan|look through|cross-reference)(?:s|ed|ing)?\s+(?:(?:the|all|of|our|their|those|class)\s+)*registers?\b|registers?\s+(?:is|are|will\s+be)\s+(?:then\s+)?(?:checked|monitored|audited|scanned)`,
  ],
  ['take', String.raw`(?<=\b(?:regist\w{1,7}|roll) (?:is|are|will be|must be|should be|has been|being) )called\b`],
  [
    'call',
    String.raw`(?:automat\w+|absence|truancy|group|first[- ]day) (?:(?:text|phone|telephone) )?(?:texts?|calls?|messages?|e-?mails?|alerts?)(?: (?:will|then|be|goes?|is|are|sent|made|out|home)\b){1,4}|(?:texts?|messages?|calls?|e-?mails?|alerts?) (?:will )?goe?s? (?:out|home)\b|(?:(?:starts?|begins?) (?:the |our |its |a )?)?\bring[- ]?rounds?\b|picks? up the phone\b|\bhear from (?:us|the (?:school|office))(?<=\b(?:will|to|shall) hear from [a-z ]{2,10})(?= (?:at|by|from|after) ¤)|\bexpect (?:an? )?(?:(?:phone|telephone|text) )?(?:text|call|message|e-?mail)s?(?: from (?:us|the (?:school|office)))?(?= (?:at|by|from|after) ¤)|(?:first[- ]day|day (?:1|one)|first[- ]morning) (?:of absence )?(?:response )?(?:calls?|calling|contact|response|phone ?calls?|telephone calls?)|absence (?:calls|texts|phone calls)|truancy call\w*|(?:calls?|phone calls|telephone calls|texts?|text messages?|e-?mails?) (?:will be |are |is |be |(?:is |are )?to be )?(?:made|sent)|(?<!(?:regist\w{1,7}|\broll) (?:will |must |should |to )?)(?:will|are|be|is|being) (?:contacted|telephoned|rung|phoned|called(?! (?:an?|the)\b)|texted|e-?mailed|messaged)(?! by (?:a |the )?(?:parent|carer))|(?:welfare|follow[- ]up|home) calls?|(?:texts?|messages?|e-?mails?|calls?)(?: messages?)? (?:go|goes|is sent|are sent) (?:out )?to (?:the )?(?:(?:first|priority|all|any|every|each|main) )*(?:parents?|carers?|famil\w+|homes?|contacts?)|sends? (?:out )?(?:an? )?(?:texts?|messages?|e-?mails?)(?= (?:at|by|from) ¤)|messages? (?:is|are|will be) sent(?: out)?(?= (?:at|by|from) ¤+ (?:home|to (?:the |all |every )?(?:parents?|carers?|famil|homes?)\b))|(?:^|(?<=[.;:] ))texts?(?= (?:at|by|from) ¤)|sends? (?:out )?(?:an? )?(?:(?:automated|automatic|absence|text|group|initial) ){0,2}(?:messages?|texts?|e-?mails?|alerts?|notifications?) (?:to |home)(?:(?:all|the|those|each|every|any) )*(?:parents?|carers?|famil\w+|home|contacts?)?|(?:begins?|starts?) (?:the |our )?(?:(?:first[- ]day|day (?:1|one)|absence) )?calls(?: home)?|\bcalls(?= (?:begin|start)s?\b)|(?<!\bbell )\brings(?= (?:at|from) ¤)|(?:begins?|starts?) (?:telephoning|phoning|ringing(?: round)?|calling)(?! the)|make(?:s)? (?:contact|calls?|phone calls?|telephone calls?|a (?:phone |telephone )?call)|try to (?:reach|contact|phone|ring|call|telephone)|attempts? to (?:contact|reach|phone|call|ring)|(?:contact|contacts|contacting|ring|rings|ringing|phone|phones|phoning|telephone|telephones|call|calls|calling|text|texts|texting|e-?mail|message)s? (?:is made (?:with|to) |made (?:with|to) )?(?:the |their |all |both |your |those |every |each |pupils'? |child's |his\/her )?(?:young persons?(?= and)|parents?|carers?|famil(?:y|ies)|home|you\b|homes\b|emergency contacts?|(?:first|main|priority) contact\b|(?:other |named |priority )?contacts\b(?! (?:details|list|numbers?|sheet))|guardians?|every(?:body|one)\b)|\b(?:be|are|is) sent an? (?:[a-z]{4,9} )?(?:text|message|e-?mail)s?(?= (?:at|from|by) ¤)|\b(?:get|receive)s? an? (?:automat\w+|absence) (?:text|(?:phone )?call|message|e-?mail)s?\b|\b(?:(?:parents|carers|you) (?:will |can expect to )?(?:get|receive)|will have had) an? (?:automat\w+ |absence )?(?:texts?|calls?|phone calls?|messages?|e-?mails?|alerts?)\b`,
  ],
  [
    'unheard',
    String.raw`(?:nobody|no[- ]one)\s+(?:has|have|had)\s+(?:told|contacted|called|rung|phoned|informed|notified|let\s+us)|(?:not|n't|never)\s+(?:yet\s+)?(?:been\s+)?(?:heard|hear|received?(?! an? (?:reply|response))|informed|notified|contacted|contact|told|made contact|had (?:any )?contact|in touch|rung|phoned|called|telephoned|given a reason|reported|explained|accounted|let us know)|\bno (?:contact|messages?|reasons?|explanation|notification|information|calls?|phone ?calls?|telephone calls?|word|communication)|unexplained|in the absence of (?:an? |any )?(?:note|phone|telephone|call|message|e-?mail|contact|notification|reason|explanation)(?:,? (?:or )?(?:an? )?(?:note|phone|telephone|call|message|e-?mail|contact|notification)){0,4}|without (?:any )?(?:contact|an? explanation|explanation|a reason|reason|notification|notice)|fail(?:s|ed|ure)? to (?:contact|notify|inform|report|let us)|unaccounted|hear nothing|heard nothing|nothing (?:is |has been |was )?heard\b|reason (?:is|are) not (?:known|given)|has not contacted`,
  ],
  [
    'report',
    String.raw`(?<!\b(?:an?|the|first|second|by|via|this|our|any|no|further|of|phone|telephone) )\b(?:contact(?!s\b|\s+details|\s+numbers?|\s+lists?|\s+information)(?:ed|ing)?|notif(?:y|ies|ied|ying|ication)|inform(?:s|ed|ing)?(?!ation)|ring(?:s|ing)?|rung|phon(?:e|es|ed|ing)(?!\s+(?:numbers?|lines?))|telephon(?:e|es|ed|ing)(?!\s+(?:numbers?|lines?))|call(?:s|ed|ing)?\b(?!\s+(?:the\s+|an?\s+|its\s+|our\s+)?(?:regist|system|centre|log\b|['\x22]|staff|member of staff|(?:class ?)?teacher|SLT|police|social))|tell(?:s|ing)?|told|let(?:ting)?\s+(?:us|the\b(?!\s+(?:children|pupils|students|class))|school|(?:mr|mrs|miss|ms|dr)\s+[a-z'-]{2,20}\s+(?:(?:in|at)\s+(?:the\s+)?(?:school\s+)?office\s+)?know)|e-?mail(?:s|ed|ing)?(?!\s+(?:address|inbox|(?:are\s+|is\s+)?checked))|text(?:s|ed|ing)?\b|report(?:s|ing)?(?=\s+(?:(?:a|an|the|any|their|your|all|each|every|this|it|by|via|before|sickness|illness|absences?|child'?s?|pupil'?s?|unplanned)\b|¤))|reported\b|hear from (?:you|parents|families|home)(?=\s+(?:by|before|no later))|reach(?:es)? us\b|\bwe know(?= (?:by|before) )|\bmessage (?:us|the (?:school|office))\b|use (?:the |our )?(?:absence|sickness) (?:line|number)|(?<!\b(?:not|n't) )\bgive (?:us )?(?:a|the|your) reason|leave (?:us )?(?:an?|your|the) (?:message|voice ?mail)|drop us an? (?:line|note|message|text|e-?mail)|messages? (?:must|should|can|may|needs? to) be left|(?:absence|sickness|pupil absence) (?:line|hotline|answerphone|number)\b(?! is)|message left|make contact|leave word|(?:get|be) in touch|\blog (?:(?:the|an?|your|any|their|each|every|all) ){0,2}(?:child'?s? |pupil'?s? )?absences?|absences? (?:are|is|must|should|needs?) (?:to )?be logged(?= (?:on|in|through|via|with|using)\b)|\bask for a (?:call|text|message)(?= by)|heard from (?:you|parents|families)(?= by ¤)(?<=\b(?:must|should|needs? to|want to|like to) have heard from [a-z]{3,8})|\blike to know(?= by)|\bneed (?:your|a) (?:message|call|text)|messages?(?= about (?:an? )?absences?)|advise|communicat\w+|relay(?:s|ed|ing)?|register (?:(?:the|their|your|an?|any|his|her|each) )+(?:(?:child|pupil|student)'?s? )?absences?)|\b(?:absences?|messages?|reasons?) (?:has to|have to|must|should|needs? to) be with us(?= by ¤)`,
  ],
  [
    'other',
    String.raw`later (?:in the day|lessons)|late (?:book|gate|desk|door|bus|room|list|slip|report|detention)s?|lateness(?! (?:(?:is|will be) (?:recorded|counted|marked|noted)|(?:starts|begins|counts) (?:at|from) ¤)|\s*:|\s*-\s*(?:after|from|between)\b)|persistent(?:ly)? late|no later than(?=\s+\d+\s+(?:day|week|working))`,
  ],
  [
    'before',
    String.raw`deadline|no later than|not later than|at the latest|prior to|before|in advance of|ahead of|\bby(?=\s+(?:¤|the latest))|\bin time for|in readiness for|ready for(?=\s+(?:a\s+)?(?:¤|prompt))|\bup to(?= ¤)|earlier than`,
  ],
  [
    'after',
    String.raw`later than|\bafter\b|\bonce(?= (?:the|our) (?:\w+ )?(?:gates?|doors?|registers?|registration|bell)\b)|\bpast(?=\s+(?:¤|that\b|this\b))|\bpassed(?=\s+¤)|beyond(?=\s+¤)|\bsince(?=\s+¤)|following(?=\s+¤)|any time after|onwards?\b`,
  ],
  [
    'absent',
    String.raw`\bunauthori[sz]ed(?! holiday)|\b(?:coded?|mark(?:ed)?|given|gets?|receives?|is|as|an?|=|with|to|the|letter)\s*["'(]{0,2}\s{0,2}U\b["')]{0,2}(?!\.?K)|(?<![A-Za-z])["'(]U["')]|(?<=¤ {1,20}(?:[-:=] )?)U(?=[.,;]|$|\s\()|(?<![A-Za-z'])U(?=\s*(?:=|\(?(?:from|after|between)\s+¤|code|mark|for\b|will be|is used|is given|-\s|:))|(?:^|(?<=[.;:]\s))\s*U(?=\s)|U (?:code|mark)|${MARK_VERB}\s+(?:(?:as|an?|down as|them as)\s+)*(?:an?\s+)?["']{0,2}absen(?:t|ce)|(?:mark|code) (?:of|for) absence|absence mark|absent mark|considered absent|count(?:s|ed)? as (?:an |half a day's |a half[- ]day's |a session's )?absen(?:t|ce)|not (?:count as )?(?:a )?present(?! (?:at|by|in|when|for)\b)|absent for (?:the|that) (?:session|morning|afternoon|whole)|miss(?:ed|es|ing) the (?:(?:whole|entire) )?(?:session|morning|afternoon)\b(?! regist)|absent from (?:the|that) (?:session|morning)|late after (?:the )?(?:registers?|registration) (?:has |have |is |are )?closed?s?|late after (?:the )?(?:close|closing|closure) of (?:the )?(?:registers?|registration)|unauthorised late|(?<=¤ )absent\b|absent(?= (?:= )?(?:after|from) ¤)|(?<=\b(?:after|past|beyond) ¤{1,9},? (?:you|they|he|she|pupils|children)(?:'re|'s| are| is| will be) )absent\b|(?<=(?:\band|,) )absent(?= if (?:you|they|he|she|pupils|children) [a-z]{3,8} (?:in )?after ¤)|(?<=(?:\band|,) )absent(?= (?:after|from|beyond) (?:that|then|this)\b)|absent\b(?<=\b(?:after|beyond|past|from) (?:that|then|this)(?: on)?,? absent)|(?<![A-Za-z0-9'./&£-]|\b(?:appendix|annex|class|group|year|form|hall|room|block|gate|door|set|section|house|band|plan|option|entrance|mr|mrs|ms|miss)\s)U(?![A-Za-z0-9'/&-]|\.[A-Za-z]|\s(?:block|band|side|group|set|form|class)\b)`,
  ],
  [
    'late',
    String.raw`(?:\b(?:coded?|mark(?:ed)?|given|gets?|receives?|is|as|an?|with|the|letter)|=)\s*["'(]{0,2}\s{0,2}L\b["')]{0,2}|(?<![A-Za-z])["'(]L["')]|(?<=¤ {1,20}(?:[-:=] )?)L(?=[.,;]|$| with\b|\s\()|(?<![A-Za-z'])L(?=\s*(?:=|\(?(?:from|after|between)\s+¤|code|mark|for\b|will be|is used|is given|-\s|:))|(?:^|(?<=[.;:]\s))\s*L(?=\s)|L (?:code|mark)|late marks?|lateness (?:is|will be) (?:recorded|counted|marked|noted)(?! as)|lateness(?=\s*[:-]\s*(?:after|from|between)\b)|lateness (?:starts|begins|counts)(?= (?:at|from) ¤)|mark(?:ed)? (?:for|of) lateness|(?:present|changed to (?:an? )?)[, ]{0,2}(?:but )?(?:arriv(?:ed|ing) )?late\b|${MARK_VERB}\s+(?:(?:as|in as|down as|down|them|being|in|to be|present but(?: arriv(?:ing|ed))?|an?)\s+)*"?'?late\b(?! after (?:the )?regist)|\blates?\b(?! (?:after (?:the )?regist|pupil|child|student|learner|people|book|gate|desk|enough|collection))|(?<![A-Za-z0-9'./&£-]|\b(?:appendix|annex|class|group|year|form|hall|room|block|gate|door|set|section|house|band|plan|option|entrance|mr|mrs|ms|miss)\s)L(?![A-Za-z0-9'/&-]|\.[A-Za-z]|\s(?:block|band|side|group|set|form|class)\b)`,
  ],
  [
    'present',
    'present marks?|mark(?:ed)? (?:as )?(?:being )?present|on time|punctual|present(?= (?:up to|until|till) ¤)',
  ],
  [
    'dayEnd',
    `(?:the )?(?:end|close|finish) of (?:the )?(?:(?:${SCHOOL}|normal|teaching) )?day|(?:finish(?:ing)?|end) (?:of day )?time|(?:home[- ]?|going home |leaving )time|\\bhome(?=(?: at|\\s*[:|-])?\\s*¤)|(?<=^\\W{0,4}¤+\\W{1,4})home(?=\\W*$)|\\bwe (?:finish|end)(?= at ¤)|end of ${SCHOOL}|\\b(?:final|last|home) bell\\b(?: (?:goes|rings|is rung|sounds))?|\\blet (?:them|(?:the |our )?(?:children|pupils|students|class(?:es)?)|everyone|everybody) (?:go|out)(?: home)?(?: again)?(?= (?:at|from|until) ¤)|\\b(?:are|is|be) (?:let (?:out|go)|released|free to (?:go|leave))(?<=\\b(?:children|pupils|students|class(?:es)?|everyone|everybody|they|them|you|infants|juniors|reception|nursery|all|\\d) (?:will )?(?:are|is|be) (?:let (?:out|go)|released|free to (?:go|leave)))(?: (?:of|from) (?:class|school|lessons))?(?= (?:at|from|until) ¤)|\\b(?:school|college|academy) is out(?= (?:at|by) ¤)|\\b(?:the|our) (?:school )?day comes to an end\\b|\\bclose for the day(?= at ¤)|\\bleaves? (?:the )?${SCHOOL}(?=\\s*(?:[:|]|$))|\\b(?:pupils|students|children|everyone) leave (?:the )?(?:${SCHOOL}|premises|site|classrooms?|classes|building)(?! (?:early|during|without|before|after|at lunch|to attend|for (?:an?|any|the|medical|lunch)))|\\b(?:pupils|students|children|everyone) leave(?= at ¤)|\\b(?:go|goes|going|sent) home(?! for)`,
  ],
  [
    'dayStart',
    `(?:the )?(?:official )?(?:start|beginning|commencement) of (?:the )?(?:(?:${SCHOOL}|normal|teaching) )?day|(?:official )?start(?:ing)? time|start of ${SCHOOL}|official start|\\bwe (?:start|begin|kick off|get (?:going|under ?way|started)|make a start)(?= at ¤)|\\b(?:the|our) (?:school )?day (?:kicks off|gets (?:going|under ?way|started))\\b`,
  ],
  [
    'pickup',
    String.raw`pick(?:ed)?[- ]?up|pick\s(?:(?:your|the|their|up)\s)?(?:child(?:ren)?|them)\sup|(?<!\b(?:non|late|not|un)[- ]?)collected|(?<!\b(?:non|late)[- ])collection|\bcollect\b|dismiss(?:ed|al)|\b(?:children|pupils|students|classes|they) (?:will )?come out(?: of (?:class|school|their (?:class)?rooms?))?(?= (?:at|from) ¤)`,
  ],
  [
    'register',
    String.raw`\b(?:is|are)\s+registered(?=\s+(?:again\s+|(?:each|every)\s+\w+\s+)?(?:twice\b|at\s+¤))|\battendance(?=\s+(?:is|will\s+be)\s+taken\b)|\bto be registered(?= (?:at|by|in|with)\b)|(?:must|should|shall|to|will) register(?= (?:in|with|at|by|for|each|every|on)\b(?! (?:the |our )?(?:(?:school|main|front) )?(?:office|reception|entrance)))|(?<!\bself[- ])regist(?:ers?|ration|rations)\b(?!\s+(?:office|form|regulations|group))|\b(?:am|pm|morning|afternoon|tutor|form|daily) regs?\b(?! (?:form|group|number|plate|office|room))|(?<![\d.] )\bregs?\b\.?(?= {0,2}(?::|- ?¤|at ¤|is (?:at|taken)|are taken|opens?\b|closes?\b|starts?\b|begins?\b|ends?\b|taken\b|time\b|¤))|roll[- ]?call|\bmark(?=\s+(?:is|will be) taken\b)|\broll\b(?=\s+(?:is|will))`,
  ],
  [
    'mark',
    String.raw`\bbe (?:back )?in(?= by ¤)(?<=\bregist\w{1,7} (?:(?:must|should|will|shall|to|have to|need to) )?be (?:back )?in)`,
  ],
  [
    'arrive',
    String.raw`arriv(?:e|es|ed|ing|als?)|(?:be|being|been|are|is|come|comes|came|coming|get|gets|getting|got)\s+(?:(?:back|ready|seated|settled|present|already|physically|safely)\s+)?(?:and ready\s+)?(?:(?:in|into|at|on|to|inside|onto)\s+(?:(?:the|their|our|your|his|her)\s+)?(?:${SCHOOL}(?: site| grounds| building)?|${CLASS}|site)|(?:in|inside|through|here|there|present|seated)(?=\s+(?:by|before|after|from|on time|until|prior)\b))|\b(?:in|at|on)\s+(?:(?:the|their|your|our|his|her)\s+)?(?:${SCHOOL}(?: site| grounds)?|${CLASS}|site)(?=\s+(?:by|before|at|when|no later|on time|and ready|ready|from)\b)|reach(?:es|ed)?\s+${SCHOOL}|attend(?:s|ing)?(?=\s+(?:${SCHOOL}|after|before|by|lessons|registration|¤))|turn(?:s|ed)? up|drop(?:ped)? off(?= (?:by|at|before))|enter(?:s|ed|ing)?(?=\s+(?:the\s+)?(?:${SCHOOL}|class\w*|building|site|after|before))|walk(?:s)? in|\bcomes?(?=\s+(?:after|before|by ¤))|expected in ${SCHOOL}|\b(?:due|expected)(?: (?:back )?(?:in|here|at (?:${SCHOOL}|their desks|the gates?)|in (?:${SCHOOL}|class|lessons?|their (?:seats|places|classrooms?))|through the (?:doors?|gates?)))?(?= (?:at|by|for|from) ¤)|\b(?:everybody|everyone|pupils|children|students|child|child(?:ren)?|them|be) (?:in|here|seated|through (?:the|our) (?:school )?(?:doors?|gates?))(?= (?:by|at|for) ¤)|\b(?:come|go|report)s? (?:straight |directly )?to (?:the|their|your) (?:hall|gym|canteen|class(?:es|rooms?)?|form rooms?|tutor (?:rooms?|bases?)|playground|lines?|desks?)(?= (?:for|by|at) ¤)|not in (?=(?:by|before|at|after)\b)`,
  ],
  [
    'session',
    String.raw`(?:morning|afternoon)\s+school(?=\W{0,3}¤+\s?(?:-|to|until)\s)|(?:morning|afternoon|am|pm|first|second)\s+(?:nursery\s+)?sessions?|sessions?\b`,
  ],
  [
    'gate',
    String.raw`\bgates?\b|\bdoors?\b|drop[- ]?off|\bdrop (?:your |their )?(?:child(?:ren)?|them) off|soft[- ]?start|\bentrances?\b|playground|cloakrooms?|${SCHOOL} (?:site |grounds )?(?:is |are |will be )?opens?\b(?! evening)|\b(?:site|campus|building|classrooms|grounds)\b(?=\s+(?:(?:is|are|will\s+be)\s+)?(?:opens?|close[sd]?|locked)\b)`,
  ],
  [
    'lesson',
    String.raw`\b(?:period|lesson|session|P)\s?\d\b|\bclasses(?= (?:starts?|begins?|ends?|finish)\b)|lessons?\b|tutor(?:ial)?s?(?:\s+time)?|form time|first lesson|teaching|learning(?= (?:begins|starts))`,
  ],
  [
    'lunch',
    String.raw`lunch(?:es|time|times|\s*breaks?|\s*hours?|\s*times?)?\b|dinner\s*(?:time)?|midday (?:meal|break)`,
  ],
  ['break', String.raw`(?:morning |afternoon |mid-morning )?break(?:s|[- ]?times?)?\b(?! up\b)|play\s?times?\b|recess`],
  ['open', String.raw`\bopen(?:s|ed|ing)?\b(?! (?:hours|times))|unlock(?:s|ed)?`],
  [
    'close',
    String.raw`\bcut[- ]?off(?: (?:time|point))?(?= (?:for|of) (?:the |our )?(?:morning |afternoon |am |pm )?regist)|\bclos(?:e|es|ed|ing|ure)\b|\bshut(?:s)?\b|lock(?:s|ed)?\b`,
  ],
  [
    'start',
    String.raw`\bstart(?:s|ed|ing)?\b|\bbegin(?:s|ning)?\b|commenc(?:e|es|ing|ement)|\bruns? from|\btakes? place|(?<=\bregist\w{1,7} )happens|\bis (?=from)|\bheld\b`,
  ],
  ['end', String.raw`\bend(?:s|ed|ing)?\b|finish(?:es|ed|ing)?\b|\bis over\b|conclud(?:e|es)|\bover for the day`],
  [
    'mark',
    String.raw`\bmarked\b|\bmarking\b|\bcomplet(?:e|ed|es|ing|ion)\b|submit(?:s|ted|ting)?|\bsent\b|\bsends? (?:them|it|these)(?= (?:up |on |back |straight )?(?:to|through to|over to) (?:the|our) (?:school |main )?office\b)|\breturned\b|handed in|finali[sz]ed|filled in|\bsaved\b|\bsaves?(?= (?:the|their|our|all|every|each) (?:morning |afternoon )?regist)|\breturns?(?= (?:the |their |all |completed ){0,3}regist)|(?<=\bregist\w{1,7} (?:(?:must|should|will|shall) )?)(?:reach(?:es)?|(?:go|goes|come|comes) (?:back )?to|be (?:back )?in)(?= (?:the|our) (?:school |main )?office\b)|\bbe with(?= (?:the|our) (?:school |main )?office\b)`,
  ],
  [
    'take',
    String.raw`\btak(?:e|es|en|ing)\b|\bcalled\b|\bcalls? the\b|\bcall(?=\s+(?:the|our|its)?\s*(?:morning |afternoon )?regist)|\bdone\b|\bdo(?:es|ing)?(?= (?:the|our) (?:morning |afternoon )?regist)`,
  ],
  [
    'staff',
    String.raw`\bwe\b|\bstaff\b|\b(?:class|family|welfare|pastoral|inclusion|safeguarding|year|house|phase|support) teams?\b|attendance (?:officers?|teams?|leads?|managers?|administrators?)|(?:school |admin\w* )?office(?=\s+(?:will|staff|team|contacts|rings|phones|calls|telephones|tries|makes|sends|texts))|${SCHOOL} (?=(?:will|contacts|rings|phones|calls|telephones|texts|tries|makes|sends|must contact)\b)|administrators?`,
  ],
  ['parent', String.raw`\bparents?\b|\bcarers?\b|guardians?\b|\bfamil(?:y|ies)\b|\byou\b|please`],
  [
    'anaphor',
    String.raw`\b(?:this|that|these|those|the above|which)\s+(?:times?|points?|deadlines?|hour)|\b(?:by|after|until|before) (?:then|this|that|which)\b|after(?:wards)|\bfrom (?:now|then) on(?:wards)?\b|\bthereafter\b|\bthis(?=\s*(?:,|will|is|are|they|receive|would|\.|$))`,
  ],
  ['until', String.raw`\buntil\b|\btill\b|\btil\b|up until`],
  ['between', String.raw`\bbetween\b`],
  ['from', String.raw`\bfrom\b`],
  [
    'at',
    String.raw`\bat\b(?=\s+(?:approximately\s+|about\s+|around\s+|exactly\s+|precisely\s+)?¤)|\bfor\b(?=\s+(?:an? )?(?:prompt )?¤)|\bby\b`,
  ],
  ['not', String.raw`\bnot\b|n't\b|\bfail(?:s|ed|ure)?\b|\bwithout\b|\bnobody\b|\bunless\b`],
  ['when', String.raw`\bwhen\b|\bas\b(?=\s+(?:the\s+)?regist)|\bat which (?:time|point)\b`],
  [
    'day',
    String.raw`(?:the |our )?${SCHOOL}${NOT_THE_SCHOOL}(?: day)?(?: (?:hours|times|timings))?|nursery(?= (?:(?:mornings?|sessions?) )?(?:starts?|begins?|ends?|finish\w*|opens?|closes?|runs?|day|hours|\(?¤))|(?:the )?\bday(?= (?:starts?|begins?|ends?|finishes)\b)|(?:our|the) (?:${SCHOOL} )?day(?= (?:(?:runs|lasts|is from)\b|is ¤+ ?(?:-|to|until) ))|\bin session(?= (?:from|between) ¤)|hours(?=\s?:)(?<=^\W{0,4}hours)|the day|${PHASE}(?: (?:children|pupils|classes))?(?= (?:starts?|begins?|ends?|finish(?:es)?)\b)|(?:opening|core) (?:hours|times)|each day\b(?= (?:starts|begins|ends))`,
  ],
  [
    'stop',
    String.raw`[;:()]|\bbut\b|\band\b|\bor\b(?! (?:she|her|they|carer|guardian))|,|\s-\s|(?<!\b(?:inc|reg))\.\s|\bif\b|\bwho\b`,
  ],
];

/**
 * One pattern for each entry: a pattern of the whole lexicon is compiled into megabytes, and takes as long as all else
 * that is done before a first policy is read.
 */
const ENTRIES = LEXICON.map(([is, source]) => ({ is, pattern: new RegExp(source, 'gi') }));

/** The cues and clock times of a stretch of levelled text, in order; positions count from the stretch's beginning. */
export function tokenise(text: string): Token[] {
  const apart = takenApart(text);
  return apart ? movedBack(tokensIn(apart.text), apart.seams) : tokensIn(text);
}

/** The tokens where they stand in the text whose seams have no spaces. */
function movedBack(tokens: readonly Token[], seams: readonly number[]): Token[] {
  const back = (at: number): number => at - seams.filter((seam, index) => seam + index < at).length;
  return tokens.map((token) => {
    const [start, end] = [back(token.start), back(token.end)];
    const { is } = token;
    return is === 'time' ? { is, start, end, clock: { ...token.clock, start, end } } : { ...token, start, end };
  });
}

function tokensIn(text: string): Token[] {
  const clocks = clocksHere(text);
  const pieces: string[] = [];
  let done = 0;
  for (const clock of clocks) {
    pieces.push(text.slice(done, clock.start), '¤'.repeat(clock.end - clock.start));
    done = clock.end;
  }
  const level = pieces.join('') + text.slice(done);
  const masked = clocks.length > 0 ? besideClocks(level) : level;
  const times: Token[] = clocks.map((clock) => ({ is: 'time', start: clock.start, end: clock.end, clock }));
  const cues = alternativesIn(masked, ENTRIES).map(
    ({ is, start, end }): Token => ({ is, start, end, text: masked.slice(start, end) }),
  );
  return [...times, ...cues].sort((a, b) => a.start - b.start);
}

const WIDE_BESIDE_CLOCK = / {2,3}(?=¤)|(?<=¤) {2,3}(?! )/g;

/** "at **8.45**" leaves more than one space beside its time: all but one are counted to the time. */
function besideClocks(masked: string): string {
  return masked.includes('  ')
    ? masked.replace(WIDE_BESIDE_CLOCK, (spaces, at: number) =>
        masked[at - 1] === '¤' ? `${'¤'.repeat(spaces.length - 1)} ` : ` ${'¤'.repeat(spaces.length - 1)}`,
      )
    : masked;
}
