import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied, isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WHO =
  "(?:the )?(?:department for education|dfe|ofsted|governors?|governing (?:body|board)|(?:local )?governing committee|board of trustees|trust board|trustees|courts?|(?:the )?chair of (?:the )?(?:governors|trustees)|(?:attendance|link) governor|(?:class |form )?(?:teacher|tutor)s?|(?:school )?office|magistrates?(?:’|')?(?: court)?)";
const ISSUED_BY = phrase(
  new RegExp(
    `\\b(?:(?:fixed[- ])?penalty (?:notices?|fines?)|FPNs?|fines?) (?:is|are|will be|may be|can be) (?:authorised and )?(?:issued|imposed|served|sent)(?: out)? by (${WHO})\\b|\\b(${WHO}) (?:issues?|imposes?|serves?|(?:will|may|can) (?:issue|impose|serve)) (?:the |a |an |any )?(?:(?:fixed[- ])?penalty (?:notices?|fines?)|FPNs?|fines?)(?= (?:for|to|in|on|against)\\b|[.,;]|$)`,
    'gi',
  ),
  'penalty',
  'fine',
  'fpn',
);

/** A penalty notice from somebody who may not issue one. */
export const issuedByThoseAuthorised = defineRule({
  id: 'penalty-notices/issued-by-those-authorised',
  topic: 'penalty-issuer',
  title: 'Penalty notices come from those who may issue them',
  duty: 'must',
  citations: [citeProvision('penalty-issuers')],
  inForce: { from: '2024-08-19' },
  why: 'Authority officers, head teachers and those whom they authorise, and the police issue notices; a parent who doubts one needs to know whom to ask.',
  *check(context) {
    for (const hit of context.find(ISSUED_BY)) {
      if (isDenied(hit) || isElsewhere(hit)) continue;
      const words = hit.match[1] ?? hit.match[2] ?? '';
      // A court does fine, though it issues no penalty notices.
      if (/\b(?:court|magistrate)/i.test(words) && !/\b(?:penalty|FPN)/i.test(hit.match[0])) continue;
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `“${context.quote(at)}” issues no penalty notices: officers of the authority, head teachers and the police do.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'the authority', markdown: 'Penalty notices are issued by the local authority.' },
      { title: 'the head teacher', markdown: 'A penalty notice may be issued by the headteacher.' },
      { title: 'another matter for the court', markdown: 'The court may fine a parent who has not paid.' },
    ],
    bad: [
      {
        title: 'governors',
        markdown: 'A penalty notice may be issued by «the governing body» in serious cases.',
        says: '“the governing body” issues no penalty notices: officers of the authority, head teachers and the police do.',
      },
    ],
  },
});
