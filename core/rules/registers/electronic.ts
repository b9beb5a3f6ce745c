import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied, isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const ON_PAPER = phrase(
  /\b(?:ticks?|ticked|cross(?:es|ed)?|marks?|marked|writes?|written)\b[^.;]{0,12}\b(?:each|every|the|their|pupils?|children)['’]?s? ?(?:names?|pupils?|children)?\b[^.;]{0,20}\b(?:on|in) (?:an? |the |their )?(?:printed|paper|class) (?:sheet|list|form)s?\b|\bregisters? (?:is|are) (?:called on paper|an? (?:bound |hardback )?book\b|(?:a )?paper (?:documents?|records?)|kept in (?:an? )?(?:bound )?(?:register )?books?)\b|\b(?:mark(?:s|ed)?|complet\w+|fill(?:s|ed)? in|call(?:s|ed)?) (?:the |their |our |each )?(?:class )?registers? (?:in|with|on|using) (?:an? )?(?:black |blue |red )?(?:ink|pen|biro|paper)\b|\bentries in the (?:attendance )?registers? (?:are|must be|will be) (?:made |written )?in (?:black |blue )?ink\b|\bmarks? (?:is|are) (?:inked|pencilled|written) in\b(?! (?:the )?(?:system|computer|SIMS|Arbor))|\bregister books?\b|\b(?:paper|manual|hand-?written|hard[- ]copy) (?:attendance |class )?registers?\b|\bregisters? (?:is|are|will be|may be|can be|must be) (?:kept|taken|completed|marked|maintained|held|stored|recorded|filled in|done) (?:manually|on paper|by hand|in (?:ink|pen|pencil))\b|\bregisters? (?:(?:is|are|will be|should be|must be) )?(?:marked |completed |filled in |written )?in (?:black |blue |red |HB )?(?:ink|pen|biro|pencil)\b|\bregisters? (?:is|are|will be|should be|must be) (?:sent|taken|brought|returned|carried|delivered) (?:back )?(?:down )?to the (?:school )?office (?:by|with) (?:an?|one|two)\b|\b(?:carr(?:y|ies)|tak(?:e|es)|bring(?:s)?|return(?:s)?) the (?:class )?registers? (?:back )?(?:down )?to the (?:school )?office\b/gi,
  'paper',
  'book',
  'manual',
  'hand',
  'hard',
  'ink',
  'sheet',
  'list',
  'form',
  'pen',
  'office',
);
const EMERGENCY =
  /\b(?:fire|emergenc\w+|evacuat\w+|fail\w*|outage|unavailable|goes down|not working|back[- ]?up|lunch|visitor|signing|late book|late|sign|clubs?|after[- ]school|trips?|visits?|breakfast)\b/i;

/** Registers kept on paper. */
export const electronic = defineRule({
  id: 'registers/electronic',
  topic: 'electronic-register',
  title: 'Registers are kept electronically',
  duty: 'must',
  citations: [citeProvision('registers-electronic')],
  inForce: { from: '2024-08-19' },
  why: 'Paper registers ended with the 2024 Regulations; the data is shared daily.',
  *check(context) {
    for (const hit of context.find(ON_PAPER)) {
      if (EMERGENCY.test(hit.sentence.text) || isHistory(hit) || isElsewhere(hit)) continue;
      if (isDenied(hit)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}”: registers are kept electronically since 19 August 2024.`,
        at,
        doubtful: /\bsupply\b/i.test(hit.sentence.text),
      };
    }
  },
  examples: {
    good: [
      { title: 'in an emergency', markdown: 'If the system fails we use paper registers for the day.' },
      { title: 'denied', markdown: 'We keep no paper registers.' },
      { title: 'sent by the system', markdown: 'The register is sent to the office by the system at 9.10am.' },
      { title: 'a late book', markdown: 'Late pupils sign the Late Book at the office.' },
    ],
    bad: [
      {
        title: 'in pencil',
        markdown: 'Class «registers should be completed in HB pencil» and shut in the drawer.',
        says: '“registers should be completed in HB pencil”: registers are kept electronically since 19 August 2024.',
      },
      {
        title: 'carried to the office',
        markdown: 'When it has been called, the «register is sent to the office with a» helper.',
        says: '“register is sent to the office with a”: registers are kept electronically since 19 August 2024.',
      },
      {
        title: 'on paper',
        markdown: 'Teachers fill in «paper registers» twice a day.',
        says: '“paper registers”: registers are kept electronically since 19 August 2024.',
      },
    ],
  },
});
