import type { Trigger } from '../schema.ts';
import { lexicon } from './lexicon.ts';

/** What is done about attendance: the words of measures, of enforcement, of rewards. */

const DOING = lexicon(
  `letter letters meeting meetings meet meets met contact contacts contacted contacting call calls called ring rings rang
  write writes written wrote hold holds held speak speaks spoke spoken talk talks talking phone phones phoned phoning
  telephone telephones telephoned text texts texted email emails emailed refer refers referred referral referrals referring
  notice notices fine fines fined visit visits visited monitor monitors monitored monitoring inform informs informed
  alert alerts alerted notify notified notifies invite invites invited invitation plan plans support action actions panel panels
  report reported warn warned warning warnings intervention interventions detention detentions prosecut* court police
  discuss discusses discussed discussing discussion penalty review reviewed reviews contract track tracked tracking remove removes removed
  certificate certificates reward rewards praise praised praises check checks checked conversation sanction sanctions
  escalat* asked involve involves involved involvement issue issued sent arrange arranged postcard postcards told tell tells
  address addressed target targeted targets assessment mentoring prize prizes chat consider considers considered
  reminder reminders mention mentions watched interview fpn fpns communicate communication conference conferences mentor mentors knock knocks trigger triggers escort escorts escorted`,
  {
    e: [/-mail(?:s|ed)?\b/iy],
    'take takes': [/\s+(?:over|up|on)\b/iy],
    'try tries': [/\s+(?:every\w*|each|all|the|your|other|emergency)\b/iy],
    'request requests requested seek seeks sought': [
      /\s+(?:(?:further|formal|outside|specialist|their|its)\s+)?(?:advice|help|guidance|involvement|assistance)\b/iy,
    ],
    be: [/\s+in\s+touch\b/iy],
    mentioned: [/\s+to\b/iy],
    'let lets': [/\s+(?:[\w']+\s+){1,5}know\b/iy],
    permanently: [/\s+excluded?\b/iy],
    'see sees': [/\s+(?:the\s+|our\s+|their\s+)?(?:head|deputy|year|principal|assistant|mr|mrs|ms|miss)\b/iy],
    'sit sits sat': [/\s+down\s+(?:together|with)\b/iy],
    'sit sits serve serves': [
      /\s+(?:an?|the|one|two|\d{1,3})[\s-](?:[\w]+[\s-]){0,2}(?:hours?|minutes?|detentions?)\b/iy,
    ],
    'look looks looked': [
      /\s+(?:again\s+)?at\s+(?:a|an|the|your|each|every|any)\s+(?:\w+\s+)?(?:family|families|cases?|child|pupil|record|register|figures|marks)\b/iy,
    ],
    'see sees seen': [/\s+(?:the\s+(?:parents?|student|pupil|family|child)|you|parents|them|by)\b/iy],
    'stay stays': [/\s+(?:in|behind)\b(?!\s+(?:school|class|lessons))/iy],
    'pop pops popping': [/\s+(?:round|in|over)\b/iy],
    come: [/\s+in(?:to)?\b/iy],
    'come comes': [
      /\s+(?:out|round)\b/iy,
      /\s+in\s+(?:with|to\s+(?:meet|see|talk|speak))\b/iy,
      /\s+to\s+(?:the|your|their|his|her)\s+(?:family\s+)?(?:home|house|door|address)\b/iy,
    ],
    'send sends': [/\s+(?:an?|the|out|home|you|them|parents|letters?|it)\b/iy],
    'hear hears': [/\s+from\s+(?:us|the|their|your|her|his|our)\b/iy],
    'quiet friendly': [/\s+word\b/iy],
    'has have': [/\s+a\s+word\b/iy],
    'step steps stepped': [/\s+in\b/iy],
    'get gets got': [/\s+in\s+touch\b/iy],
    'become becomes': [/\s+involved\b/iy],
    watch: [/\s+list\b/iy],
    'pass passes passed': [/\s+(?:[\w']+\s+){0,3}(?:on\s+)?to\b/iy],
    goes: [/\s+(?:straight\s+|direct(?:ly)?\s+)?to\b/iy],
    'straight direct directly': [/\s+to\s+(?:the|our|mr|mrs|ms|miss|dr|governors)\b/iy],
    go: [/\s+to\s+(?:the\s+|our\s+)?(?:local\s+)?(?:authority|council|la\b|court|governors)/iy],
    'case cases file files': [/\s+(?:(?:is|are)\s+)?open(?:s|ed)?\b/iy],
    'search searches searched': [/\s+(?:the|for|of)\b/iy],
    'go goes': [/\s+out\b/iy, /\s+to\s+(?:the|your|their)\s+(?:house|home|door)\b/iy],
    'hand hands handed': [/\s+(?:\w+\s+)?(?:on\s+)?to\b/iy],
    'work works': [/\s+with\b/iy],
    'move moves moved moving': [/\s+(?:on\s+)?to\b/iy],
    'placed put puts': [/\s+(?:(?:you|them|him|her)\s+)?on\b/iy],
    'added presented': [/\s+to\b/iy],
    kept: [/\s+(?:in|behind)\b/iy],
    'keep keeps': [/\s+(?:them|him|her|you|pupils|students)\s+(?:in|behind|back)\b/iy],
    'lose loses': [/\s+(?:\w+\s+)?(?:break|lunch\w*|time|playtime)\b/iy],
    'make makes': [/\s+up\s+(?:the\s+)?time\b/iy],
    'card cards': [/\s+(?:comes|goes|is\s+(?:sent|given|posted)|will\s+(?:come|go|be\s+sent))\b/iy],
    'note notes': [
      /\s+(?:(?:goes|is\s+sent|will\s+go)\s+)?home\b/iy,
      /\s+in\s+(?:the\s+|their\s+)?(?:diary|planner|journal)\b/iy,
    ],
    'add adds added': [
      /\s+(?:[\w']+\s+){0,3}(?:on)?to\s+(?:the\s+|our\s+|an?\s+)?(?:[a-z]+\s+){0,2}(?:tracker|list|log|caseload)\b/iy,
    ],
    drop: [/\s+in\b/iy],
    catch: [/\s+up\b/iy],
    'message messages': [
      /\s+(?:(?:is|are|will\s+be)\s+left|home|from\s+(?:the|your|our|a|her|his|their)|to\s+(?:the\s+)?(?:parents?|famil(?:y|ies)|you|home|carers?)|on\s+the|by|through|via)\b/iy,
    ],
    bring: [/\s+in\b/iy],
    brought: [/\s+(?:in|to)\b/iy],
    'ask asks': [/\s+(?:you|parents?|the|for|how|what|whether|why|if)\b/iy],
    'join joins': [/\s+(?:us|in)\b/iy],
  },
);

/** Whether words say that somebody does something about attendance. */
export function saysAction(text: string): boolean {
  return DOING.isIn(text);
}

/** Notices to improve, penalties, courts and what leads to them. */
export const ENFORCEMENT = lexicon(
  'penalty fine fines fined pn pns fpn fpns prosecut* court courts magistrate magistrates eso esos nti summons*',
  {
    'notice notices': [/\s+to\s+improve\b/iy],
    'legal legally': [/\s+(?:action|proceedings|intervention|measures|sanctions?|process|consequences)/iy],
    'statutory enforcement': [/\s+(?:action|proceedings|procedures|intervention|measures)/iy],
    education: [/\s+supervision\s+orders?\b/iy],
    parenting: [/\s+orders?\b/iy],
    'first final formal legal': [/\s+notices?\b/iy],
    formal: [/\s+and\s?\/?\s?or\s+statutory\b/iy],
    notice: [/\s+warning\b/iy],
    warning: [/\s+notices?\b/iy],
  },
);

/** "15-day notice". */
const DAYS_NOTICE = /\b\d+[- ]day\s+notices?\b/i;

/** Whether an action is a notice to improve, a penalty notice, a prosecution, or leads only to one. */
export function isEnforcement(action: string): boolean {
  return enforcementIn(action) >= 0;
}

/** Where the words of enforcement begin; -1 when there are none. */
export function enforcementIn(action: string): number {
  const named = ENFORCEMENT.find(action)?.start ?? -1;
  const counted = action.search(DAYS_NOTICE);
  return named < 0 || (counted >= 0 && counted < named) ? counted : named;
}

const REWARD = lexicon(
  `reward rewards certificate certificates prize prizes praise praised praises celebrat* congratulat* excellent outstanding
  badge badges award awards raffle trophy treat merit postcard postcards perfect impressive superb`,
  {
    draw: [/(?!\s+(?:up|together|in|on|out)\b)/iy],
    well: [/\s+done\b/iy],
    very: [/\s+good\b/iy],
    good: [/\s+attend\w{2,4}\b/iy],
    keep: [/\s+it\b/iy],
  },
);
const TROUBLE = lexicon(
  `concern concerns concerned concerning warning refer* improve invit* penalty
  fine visit monitor* risk barriers meetings meeting caution`,
  { below: [/\s+expect\b/iy], 'need needs': [/\s+improv\w{1,5}\b/iy] },
);

const TO_FALL_TO = /\b(?:under|below|less|lower|fewer|falls?|drops?|down)\b/i;

/** Whether a figure is a line to fall to, in these words: nobody is praised there, whatever else is named. */
export function isToFallTo({ metric, op, value, band }: Trigger, words: string): boolean {
  if (metric !== 'attendance' || band || (value ?? 0) >= 100) return false;
  return op === '<' || (op === '<=' && TO_FALL_TO.test(words));
}

const BELOW_THIS = /\b(?:below|under|beneath|less\s+than|lower\s+than)\s+(?:this|that|it)\b/i;

/** The trigger as a line to fall below, where the words behind its figure say so: "96%" over "a letter when attendance falls below this". */
export function belowIt(trigger: Trigger, words: string): Trigger {
  return trigger.op === '<=' && trigger.unit === 'percent' && !trigger.band && BELOW_THIS.test(words)
    ? { ...trigger, op: '<' }
    : trigger;
}

/** Whether a rung only rewards, by all that it says. */
export function isReward(...words: readonly string[]): boolean {
  return words.some(REWARD.isIn) && !words.some(TROUBLE.isIn);
}
