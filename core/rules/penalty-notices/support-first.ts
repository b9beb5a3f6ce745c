import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WITHOUT_WARNING = phrase(
  /\bwith no (?:prior )?(?:warning|support|offer of support)\b|\bwithout (?:a |any |further |prior |first |the need for ){0,3}(?:prior )?(?:warning(?: letter)?s?|notice to improve|support)\b/gi,
  'without',
  'with no',
);
const NOT_NEEDED = phrase(
  /\bno need for (?:the |a )?(?:school|academy|us|head ?teacher|authority) to (?:offer|provide|give)(?: any)? support\b|\b(?:(?:do|does|need|is|are)(?: not|n't|n’t)|no need to|not required to) (?:need to |have to |obliged to |required to )?(?:offer|provide|give)(?: any)? support\b[^.;]{0,20}\b(?:before|first)\b|\bsupport (?:is |will be )?(?:offered |given |provided )?(?:follows? )?(?:afterwards|later)\b|\bsupport (?:only )?comes? (?:afterwards|later|second)\b|\b(?:do|does)(?: not|n't|n’t) (?:need|require)[^.;]{0,20} support\b[^.;]{0,30}\bfirst\b|\bsupport is (?:only )?offered (?:only )?(?:once|after) [^.;]{0,30}\b(?:penalty|notice|fine)/gi,
  'support',
);
// "We prosecute at once, before any other help is tried."
const BEFORE_HELP = phrase(
  /\bbefore (?:any |we )?(?:other |further |more )?(?:offer(?:ing)? |give |giving |try |trying )?(?:any )?(?:other )?(?:help|support)\b(?: (?:is|has been|was) (?:tried|offered|given|put in place|considered))?|\b(?:help|support) (?:is |will be )?(?:offered|given|considered|looked at) (?:only )?(?:afterwards|later|once (?:the|a) (?:fine|penalty))/gi,
  'help',
  'support',
);
const AT_ONCE = /\b(?:at once|straight ?away|immediately|first|without (?:delay|waiting))\b/i;
const OF_PENALTIES = /\bpenalty|\bfines?\b|\bfined\b|\bFPNs?\b|\bprosecut/i;
const HOLIDAY = /\bholidays?\b|\bterm[- ]time leave\b/i;

/** A notice without support or warning, where only some cases skip them. */
export const supportFirst = defineRule({
  id: 'penalty-notices/support-first',
  topic: 'support-first',
  title: 'Support comes before a penalty notice',
  duty: 'should',
  citations: [citeProvision('penalty-support-first')],
  inForce: { from: '2024-08-19' },
  why: 'A notice is for cases where support was given and has not worked, or is not appropriate, as for a holiday in term time.',
  *check(context) {
    for (const hit of context.find(NOT_NEEDED)) {
      if (!OF_PENALTIES.test(hit.sentence.text) || HOLIDAY.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}”: support comes first, save where it is not appropriate, as for a holiday.`,
        at,
      };
    }
    for (const hit of context.find(BEFORE_HELP)) {
      const { text } = hit.sentence;
      if (
        !OF_PENALTIES.test(text) ||
        HOLIDAY.test(text) ||
        (!AT_ONCE.test(text) && !/later|afterwards|once/i.test(hit.match[0]))
      )
        continue;
      if (/\b(?:not|never|no|nobody|cannot)\b/i.test(text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}”: support comes first, save where it is not appropriate, as for a holiday.`,
        at,
      };
    }
    for (const hit of context.find(WITHOUT_WARNING)) {
      if (!OF_PENALTIES.test(hit.sentence.text) || HOLIDAY.test(hit.sentence.text)) continue;
      if (/\bnot be issued\b|\bno penalty\b|\bnever\b/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `A penalty notice “${context.quote(at)}” is for cases where support is not appropriate, as for a holiday; say which these are.`,
        at,
        doubtful: true,
      };
    }
  },
  examples: {
    good: [
      { title: 'a holiday', markdown: 'For a holiday a penalty notice may be issued without warning.' },
      { title: 'never', markdown: 'No penalty notice will be issued without support first.' },
    ],
    bad: [
      {
        title: 'no need to',
        markdown: 'There is «no need for the school to offer support» before a penalty notice.',
        says: '“no need for the school to offer support”: support comes first, save where it is not appropriate, as for a holiday.',
      },
      {
        title: 'any case',
        markdown: 'Parents may also get a penalty notice «without a warning letter» in these cases.',
        says: 'A penalty notice “without a warning letter” is for cases where support is not appropriate, as for a holiday; say which these are.',
      },
    ],
  },
});
